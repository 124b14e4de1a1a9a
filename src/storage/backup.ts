import { closeSync, copyFileSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import SQLite from 'better-sqlite3'
import { Refusal } from '../domain/refusal.ts'

/**
 * Copy a database to one file as it stands at this moment, while others read and write it, and look whether the copy is whole. It takes the place of what bears the
 * name only when it is whole and on the disk. Refused where it is damaged: then what was there before stands.
 */
export function backUp(file: string, to: string): void {
  const part = `${to}.part`
  mkdirSync(dirname(to), { recursive: true })
  rmSync(part, { force: true })
  try {
    const db = new SQLite(file, { readonly: true, fileMustExist: true })
    try {
      db.pragma('busy_timeout = 5000')
      db.prepare('vacuum into ?').run(part)
    } finally {
      db.close()
    }
    refuseDamaged(part)
    keep(part, to)
  } catch (error) {
    rmSync(part, { force: true })
    throw error
  }
}

/**
 * Put a backup in the place of a database that nobody has open: what its log holds too, where it is a copy of a folder. What stood there is kept
 * beside it as `aside`, whole or damaged. Refused where the backup is no whole database of ours, or where `bringUpToDate` refuses it: then nothing has happened.
 * @returns whether anything stood there
 */
export async function putBack(backup: string, file: string, aside: string, bringUpToDate: (file: string) => Promise<void> = async () => {}): Promise<boolean> {
  if (!existsSync(backup)) throw new Refusal('not-found', 'refusal.no-backup', { file: backup })
  refuseDamaged(backup)
  mkdirSync(dirname(file), { recursive: true })
  const stood = existsSync(file)
  if (stood) settleLog(file)
  const part = `${file}.part`
  for (const old of [part, `${part}-wal`, `${part}-shm`]) rmSync(old, { force: true })
  try {
    if (existsSync(`${backup}-wal`)) backUp(backup, part)
    else copyFileSync(backup, part)
    await bringUpToDate(part)
  } catch (error) {
    for (const half of [part, `${part}-wal`, `${part}-shm`]) rmSync(half, { force: true })
    throw error
  }
  if (stood) setAside(file, aside)
  keep(part, file)
  return stood
}

/** The file, and its log where a damaged file could not take that in. */
function setAside(file: string, aside: string): void {
  copyFileSync(file, aside)
  sync(aside)
  for (const log of [`${file}-wal`, `${file}-shm`]) {
    if (existsSync(log) && log.endsWith('-wal')) copyFileSync(log, `${aside}-wal`)
    rmSync(log, { force: true })
  }
}

/** All that the log held is in the file. Refused while another program has the database open. */
function settleLog(file: string): void {
  let db: SQLite.Database | undefined
  try {
    db = new SQLite(file, { timeout: 500 })
    db.pragma('locking_mode = EXCLUSIVE')
    db.exec('begin exclusive')
    db.exec('commit')
    db.pragma('wal_checkpoint(TRUNCATE)')
  } catch (error) {
    if ((error as { code?: string }).code?.startsWith('SQLITE_BUSY')) throw new Refusal('conflict', 'refusal.in-use', { file })
  } finally {
    db?.close()
  }
}

function refuseDamaged(file: string): void {
  const problem = problemOf(file)
  if (problem !== undefined) throw new Refusal('conflict', 'refusal.bad-backup', { file, reason: problem })
}

/** What is wrong with the file itself. What its rows say of each other is for `check`: a copy of what there is is better than none. */
function problemOf(file: string): string | undefined {
  try {
    const db = new SQLite(file, { readonly: true, fileMustExist: true })
    try {
      const [first] = db.pragma('integrity_check(1)') as { integrity_check: string }[]
      if (first?.integrity_check !== 'ok') return first?.integrity_check ?? ''
      db.prepare('select 1 from act, coder, kysely_migration limit 1').get()
    } finally {
      db.close()
    }
    return undefined
  } catch (error) {
    return (error as Error).message
  }
}

function keep(part: string, to: string): void {
  sync(part)
  renameSync(part, to)
  sync(dirname(to))
}

function sync(path: string): void {
  const opened = openSync(path, 'r')
  try {
    fsyncSync(opened)
  } catch (error) {
    // Some systems don't let folders be synced.
    if (!['EISDIR', 'EPERM', 'EINVAL', 'EACCES'].includes(`${(error as { code?: string }).code}`)) throw error
  } finally {
    closeSync(opened)
  }
}
