import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import SQLite from 'better-sqlite3'
import { Kysely, Migrator, SqliteDialect } from 'kysely'
import { expect, test } from 'vitest'
import { checkDatabase } from '../../src/storage/check-database.ts'
import { openHouse } from '../../src/storage/open.ts'
import { openTestHouse } from '../support/house.ts'

const migrations = new URL('../../migrations/', import.meta.url)

/** A database as it was before a migration, in a folder of its own. */
async function ofAnEarlierVersion(further = '') {
  const { house } = await openTestHouse()
  const folder = join(dirname(house.file), 'older')
  mkdirSync(folder)
  const file = join(folder, 'utsaga.sqlite')
  const sqlite = new SQLite(file)
  const db = new Kysely<unknown>({ dialect: new SqliteDialect({ database: sqlite }) })
  const names = readdirSync(migrations).filter((name) => name.endsWith('.ts') && name < '20261121T2150')
  const known = await Promise.all(names.map(async (name) => [name.replace(/\.ts$/, ''), await import(new URL(name, migrations).href)] as const))
  await new Migrator({ db, provider: { getMigrations: async () => Object.fromEntries(known) } }).migrateToLatest()
  if (further) sqlite.exec(further)
  await db.destroy()
  return { file, backups: join(folder, 'backups') }
}

test('an upgrade takes a backup first', async () => {
  const { file, backups } = await ofAnEarlierVersion()
  const house = await openHouse(file)
  expect(await house.read.selectFrom('thread').selectAll().execute()).toEqual([])
  await house.close()
  expect(checkDatabase(file).problems).toEqual([])
  const [name] = readdirSync(backups)
  expect(name).toMatch(/^before-upgrade-from-\d{8}T\d{4}_\w+\.sqlite$/)
  expect(checkDatabase(join(backups, name!)).problems).toEqual([])
  await (await openHouse(file)).close()
  expect(readdirSync(backups)).toHaveLength(1)
})

test('an upgrade that fails changes nothing, and says where the copy is', async () => {
  const { file } = await ofAnEarlierVersion('create table comment (in_the_way integer)')
  await expect(openHouse(file)).rejects.toMatchObject({ key: 'refusal.upgrade-failed' })
  const sqlite = new SQLite(file, { readonly: true })
  const tables = (sqlite.prepare("select name from sqlite_master where type = 'table'").all() as { name: string }[]).map(({ name }) => name)
  sqlite.close()
  expect(tables).not.toContain('decision')
})

test('without room for the backup nothing is upgraded', async () => {
  const { file, backups } = await ofAnEarlierVersion()
  writeFileSync(backups, 'a file where the folder would be')
  await expect(openHouse(file)).rejects.toMatchObject({ key: 'refusal.no-room-to-upgrade' })
  expect(existsSync(file)).toBe(true)
})

test('a database of a newer version refuses an older program in a sentence', async () => {
  const { house } = await openTestHouse()
  const sqlite = new SQLite(house.file)
  sqlite.exec("insert into kysely_migration values ('20991231T0000_far_ahead', '2099-12-31')")
  sqlite.close()
  await expect(openHouse(house.file)).rejects.toMatchObject({ key: 'refusal.newer-database' })
})
