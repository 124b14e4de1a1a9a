import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { openHouse } from '../../src/storage/open.ts'

const file = () => join(mkdtempSync(join(tmpdir(), 'utsaga-open-')), 'utsaga.sqlite')

test('a file that is no database is refused in one sentence', async () => {
  const damaged = file()
  writeFileSync(damaged, 'x'.repeat(20_000))
  await expect(openHouse(damaged)).rejects.toMatchObject({ key: 'refusal.no-database', values: { file: damaged } })
})

test('where the tables can’t be made, none is', async () => {
  const foreign = file()
  const sqlite = new SQLite(foreign)
  sqlite.exec('create table project (x)')
  await expect(openHouse(foreign)).rejects.toMatchObject({ key: 'refusal.no-database' })
  expect(sqlite.prepare('select name from sqlite_master').all()).toEqual([{ name: 'project' }])
  sqlite.close()
})

test('a transaction that SQLite took back itself, as it does where the disk is full, says why it failed', async () => {
  const house = await openHouse(file())
  const full = Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' })
  const act = house.write.transaction().execute(async (trx) => {
    await sql`rollback`.execute(trx)
    throw full
  })
  await expect(act).rejects.toBe(full)
  expect(await house.write.transaction().execute((trx) => trx.selectFrom('project').select('id').execute())).toEqual([])
  await house.close()
})
