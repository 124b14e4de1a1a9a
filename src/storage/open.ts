import { existsSync, mkdirSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import SQLite from 'better-sqlite3'
import { Kysely, type Migration, Migrator, type SqliteDatabase, SqliteDialect, sql } from 'kysely'
import { Refusal } from '../domain/refusal.ts'
import { backUp } from './backup.ts'
import type { Schema } from './schema.ts'
import { watchVersion } from './seen-version.ts'
import { limitSight } from './sight.ts'
import { nameReader } from './stamp.ts'

const migrationsFolder = new URL(import.meta.url.endsWith('.ts') ? '../../migrations/' : './migrations/', import.meta.url)

/**
 * One SQLite file, two connections: pages read while the one writer writes (WAL). An act answered with success
 * survives power loss (synchronous FULL).
 */
export type House = {
  readonly file: string
  readonly read: Kysely<Schema>
  readonly write: Kysely<Schema>
  /** Whose sight `read` is limited to; undefined where it reads everything. */
  readonly sees?: number
  /** Reads everything, whoever asks: for what holds whoever looks, such as whether an approval stands. */
  readonly whole: Kysely<Schema>
  /** The same house, read as a coder may see it while others' codings are hidden from them; the same object each time. */
  seenBy(coderId: number): House
  close(): Promise<void>
}

/** Open the database file, made if missing, and bring its tables up to date. Refused, with what the system says, where that can't be done. */
export async function openHouse(file: string): Promise<House> {
  try {
    return await open(file)
  } catch (error) {
    const { code, message } = error as { code?: unknown; message: string }
    throw typeof code === 'string' ? new Refusal('conflict', 'refusal.no-database', { file, reason: message }) : error
  }
}

async function open(file: string): Promise<House> {
  mkdirSync(dirname(file), { recursive: true })
  const upgrading = await backUpBeforeUpgrade(file)
  const { db: write, sqlite: writing } = connect(file, {}, 'begin immediate')
  try {
    await migrate(write)
  } catch (error) {
    writing.close()
    if (!upgrading || error instanceof Refusal) throw error
    throw new Refusal('conflict', 'refusal.upgrade-failed', { backup: upgrading, reason: (error as Error).message })
  }
  return furnish(file, write, writing)
}

/** The same house again in a thread of its own, for an act that is too much for the thread that answers everybody. Its tables are as they should be. */
export function openAgain(file: string): House {
  const { db, sqlite } = connect(file, {}, 'begin immediate')
  return furnish(file, db, sqlite)
}

function furnish(file: string, write: Kysely<Schema>, writing: SQLite.Database): House {
  // From now on an act that finds another program writing waits without holding up everybody else (`perform`).
  writing.pragma('busy_timeout = 0')
  const { db: read, sqlite: reading } = connect(file)
  watchVersion(read, reading)
  const seen = new Map<number, House & { sqlite: SQLite.Database }>()
  const close = async () => {
    await Promise.all([read, write, ...[...seen.values()].map((one) => one.read)].map((db) => db.destroy()))
    // Kysely lets go only of what was asked something.
    for (const sqlite of [reading, writing, ...[...seen.values()].map((one) => one.sqlite)]) sqlite.close()
  }
  const seenBy = (coderId: number): House => {
    const known = seen.get(coderId)
    if (known) return known
    const limited = connectAs(file, coderId)
    const one = { file, sees: coderId, read: limited.db, whole: read, sqlite: limited.sqlite, write, seenBy, close }
    seen.set(coderId, one)
    return one
  }
  return { file, read, whole: read, write, seenBy, close }
}

/** A connection that only reads, and only what a coder may see. */
function connectAs(file: string, coderId: number) {
  const connected = connect(file, { readonly: true })
  connected.sqlite.pragma('cache_size = -8192')
  limitSight(connected.sqlite, coderId)
  watchVersion(connected.db, connected.sqlite)
  nameReader(connected.db, coderId)
  return connected
}

/** A connection that only reads, for worker threads; `coderId`: only what that coder may see. */
export function openReader(file: string, coderId?: number): Kysely<Schema> {
  if (coderId !== undefined) return connectAs(file, coderId).db
  const { db, sqlite } = connect(file, { readonly: true })
  watchVersion(db, sqlite)
  return db
}

function connect(file: string, options: SQLite.Options = {}, begin = 'begin'): { db: Kysely<Schema>; sqlite: SQLite.Database } {
  const sqlite = new SQLite(file, options)
  if (!options.readonly) sqlite.pragma('journal_mode = WAL')
  sqlite.pragma('synchronous = FULL')
  sqlite.pragma('foreign_keys = ON')
  sqlite.pragma('busy_timeout = 5000')
  sqlite.pragma('cache_size = -65536')
  sqlite.pragma('wal_autocheckpoint = 0')
  return { db: new Kysely<Schema>({ dialect: new SqliteDialect({ database: remembering(sqlite, begin) }) }), sqlite }
}

/**
 * Statements are parsed once and kept, the latest 400: a page asks the same questions again and again. None is streamed, so none is ever busy.
 * A transaction of the writer begins as one (`begin immediate`): what it reads first is not out of date when it writes.
 * Where the disk is full SQLite has taken a transaction back itself; asked to again it would complain, and hide why.
 */
function remembering(sqlite: SQLite.Database, begin: string): SqliteDatabase {
  const statements = new Map<string, SQLite.Statement>()
  const prepare = (asked: string) => {
    const sql = asked === 'rollback' && !sqlite.inTransaction ? 'select 1 where false' : asked === 'begin' ? begin : asked
    const known = statements.get(sql) ?? sqlite.prepare(sql)
    statements.delete(sql)
    statements.set(sql, known)
    if (statements.size > 400) statements.delete(statements.keys().next().value!)
    return known
  }
  return { prepare, close: () => void sqlite.close() } as SqliteDatabase
}

/**
 * Move what was written from the log beside the database into it. A thread does this while pages are served, so that nobody
 * waits for the disk; else it is done when the house closes.
 */
export function checkpoint(file: string): void {
  const sqlite = new SQLite(file)
  sqlite.pragma('synchronous = FULL')
  sqlite.pragma('wal_checkpoint(PASSIVE)')
  sqlite.close()
}

/** A database of an earlier version is copied before its tables change. @returns where to, undefined where nothing is to be changed */
async function backUpBeforeUpgrade(file: string): Promise<string | undefined> {
  if (!existsSync(file)) return undefined
  const done = listMigrationsDone(file)
  const waiting = Object.keys(await readMigrations()).filter((name) => !done.includes(name))
  if (done.length === 0 || waiting.length === 0) return undefined
  const to = join(dirname(file), 'backups', `before-upgrade-from-${done.at(-1)!}.sqlite`)
  try {
    backUp(file, to)
  } catch (error) {
    throw new Refusal('conflict', 'refusal.no-room-to-upgrade', {
      reason: error instanceof Refusal ? String(error.values['reason']) : (error as Error).message,
    })
  }
  return to
}

function listMigrationsDone(file: string): string[] {
  const sqlite = new SQLite(file)
  try {
    if (!sqlite.prepare("select 1 from sqlite_master where name = 'kysely_migration'").get()) return []
    return (sqlite.prepare('select name from kysely_migration order by name').all() as { name: string }[]).map(({ name }) => name)
  } finally {
    sqlite.close()
  }
}

async function migrate(db: Kysely<Schema>): Promise<void> {
  const known = await readMigrations()
  const migrator = new Migrator({ db, provider: { getMigrations: async () => known } })
  // All or nothing: Kysely runs SQLite's migrations outside a transaction, and one killed half-way would never open again.
  await sql`begin immediate`.execute(db)
  const { error } = await migrator.migrateToLatest()
  await sql.raw(error ? 'rollback' : 'commit').execute(db)
  if (!error) return
  const newer = /previously executed migration (\S+) is missing/.exec(String((error as Error).message))
  throw newer ? new Refusal('conflict', 'refusal.newer-database') : error
}

async function readMigrations(): Promise<Record<string, Migration>> {
  const files = (await readdir(migrationsFolder)).filter((name) => /^\d.*\.[jt]s$/.test(name))
  const modules = await Promise.all(files.map((name) => import(new URL(name, migrationsFolder).href)))
  return Object.fromEntries(files.map((name, i) => [name.replace(/\.[jt]s$/, ''), modules[i] as Migration]))
}
