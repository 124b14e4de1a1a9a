import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { keepBackups } from '../../src/services/keep-backups.ts'
import { backUp, putBack } from '../../src/storage/backup.ts'
import { checkDatabase } from '../../src/storage/check-database.ts'
import { openHouse } from '../../src/storage/open.ts'
import { openTestHouse, seedSmallStudy } from '../support/house.ts'

test('a backup is taken while others write, holds all that was answered before it, and is one file', async () => {
  const { house, folder, post } = await openTestHouse()
  const { sourceId, teamId } = await seedSmallStudy(house)
  const code = (start: number) => post(`/projects/night-shift/sources/${sourceId}/codings`, { codeId: teamId, start, end: start + 3 })
  expect((await code(2)).status).toBe(201)
  const to = join(folder, 'elsewhere', 'copy.sqlite')
  const writing = Promise.all([code(30), code(36)])
  backUp(house.file, to)
  await writing
  expect(readdirSync(join(folder, 'elsewhere'))).toEqual(['copy.sqlite'])
  const report = checkDatabase(to)
  expect(report.problems).toEqual([])
  expect(report.codings).toBeGreaterThan(0)
})

test('a damaged database gives no backup, and the good one of before stands', async () => {
  const { house, folder } = await openTestHouse()
  await seedSmallStudy(house)
  const to = join(folder, 'copy.sqlite')
  backUp(house.file, to)
  const good = readFileSync(to)
  const damaged = join(folder, 'damaged.sqlite')
  const bytes = Buffer.from(good)
  bytes.fill(0xff, 4096 * 3, 4096 * 8)
  writeFileSync(damaged, bytes)
  expect(() => backUp(damaged, to)).toThrow()
  expect(readFileSync(to).equals(good)).toBe(true)
  expect(existsSync(`${to}.part`)).toBe(false)
})

test('a backup is put back, what was there is kept, and both open; not while Utsaga runs', async () => {
  const { house, folder, post } = await openTestHouse()
  await seedSmallStudy(house)
  const to = join(folder, 'copy.sqlite')
  backUp(house.file, to)
  await post('/projects/night-shift/codes', { label: 'Later', parentId: '' })
  const aside = join(folder, 'aside.sqlite')
  await expect(putBack(to, house.file, aside)).rejects.toEqual(expect.objectContaining({ key: 'refusal.in-use' }))
  const other = join(folder, 'other.sqlite')
  backUp(house.file, other)
  expect(await putBack(to, other, aside)).toBe(true)
  const labels = (file: string) => {
    const sqlite = new SQLite(file, { readonly: true })
    const found = sqlite.prepare("select count(*) as n from code where label = 'Later'").get() as { n: number }
    sqlite.close()
    return found.n
  }
  expect([labels(other), labels(aside)]).toEqual([0, 1])
  await (await openHouse(other)).close()
})

test('what is no database of ours is not put back', async () => {
  const { house, folder } = await openTestHouse()
  const before = readFileSync(house.file)
  const strange = join(folder, 'strange.sqlite')
  writeFileSync(strange, 'x'.repeat(9000))
  await expect(putBack(strange, house.file, join(folder, 'aside'))).rejects.toEqual(expect.objectContaining({ key: 'refusal.bad-backup' }))
  new SQLite(join(folder, 'foreign.sqlite')).exec('create table t (x)').close()
  await expect(putBack(join(folder, 'foreign.sqlite'), house.file, join(folder, 'aside'))).rejects.toEqual(
    expect.objectContaining({ key: 'refusal.bad-backup' }),
  )
  await expect(putBack(join(folder, 'nowhere'), house.file, join(folder, 'aside'))).rejects.toEqual(expect.objectContaining({ key: 'refusal.no-backup' }))
  expect(readFileSync(house.file).equals(before)).toBe(true)
})

test('backups are made when it is time, half ones are swept away, and a clock that goes backwards takes none away', async () => {
  const { house, folder } = await openTestHouse()
  const into = join(folder, 'backups')
  const make = (at: string) => keepBackups({ file: house.file, folder: into, now: Date.parse(at), hours: 24 })
  expect(make('2026-11-20T10:00:00Z')).toBe('utsaga-2026-11-20T10-00-00Z.sqlite')
  expect(make('2026-11-21T09:59:00Z')).toBeUndefined()
  writeFileSync(join(into, 'utsaga-2026-11-21T10-00-00Z.sqlite.part'), 'half')
  expect(make('2026-11-21T10:00:00Z')).toBeDefined()
  expect(make('2020-01-01T00:00:00Z')).toBe('utsaga-2020-01-01T00-00-00Z.sqlite')
  expect(readdirSync(into)).toEqual(['utsaga-2020-01-01T00-00-00Z.sqlite', 'utsaga-2026-11-20T10-00-00Z.sqlite', 'utsaga-2026-11-21T10-00-00Z.sqlite'])
})

test('a copy of a folder of which the log holds the latest is put back with it', async () => {
  const { house, folder, post } = await openTestHouse()
  await seedSmallStudy(house)
  await post('/projects/night-shift/codes', { label: 'Later', parentId: '' })
  mkdirSync(join(folder, 'copy'))
  for (const end of ['', '-wal']) copyFileSync(`${house.file}${end}`, join(folder, 'copy', `utsaga.sqlite${end}`))
  const fresh = join(folder, 'fresh', 'utsaga.sqlite')
  expect(await putBack(join(folder, 'copy', 'utsaga.sqlite'), fresh, join(folder, 'aside'))).toBe(false)
  const sqlite = new SQLite(fresh, { readonly: true })
  expect(sqlite.prepare('select label from code order by id desc').get()).toEqual({ label: 'Later' })
  sqlite.close()
})
