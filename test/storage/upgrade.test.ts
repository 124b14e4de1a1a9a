import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import SQLite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { backUp } from '../../src/storage/backup.ts'
import { checkDatabase } from '../../src/storage/check-database.ts'
import { openHouse } from '../../src/storage/open.ts'
import { openTestHouse, seedSmallStudy } from '../support/house.ts'

/** The newest migration taken back by hand, as if it had never been. */
const older = `drop table source_done; drop table decision; drop table comment; drop table thread; drop table sign_off; drop table seen;
  delete from kysely_migration where name = '20261121T2150_agree_and_review'`

async function ofAnEarlierVersion(further = '') {
  const { house } = await openTestHouse()
  await seedSmallStudy(house)
  const file = join(dirname(house.file), 'older', 'utsaga.sqlite')
  backUp(house.file, file)
  const sqlite = new SQLite(file)
  sqlite.exec(older + further)
  sqlite.close()
  return { file, backups: join(dirname(file), 'backups') }
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
  const { file } = await ofAnEarlierVersion('; create table comment (in_the_way integer)')
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
