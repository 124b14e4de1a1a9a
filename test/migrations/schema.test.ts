import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { openTestHouse } from '../support/house.ts'

test('migrations/schema.sql shows the schema the migrations build', async () => {
  const { house } = await openTestHouse()
  const { rows } = await sql<{ sql: string }>`
    select sql from sqlite_master where sql is not null and name not like 'kysely%' and name not like 'sqlite%' order by tbl_name, type desc, name
  `.execute(house.read)
  await expect(rows.map((row) => `${row.sql.replace(/^ {4}/gm, '  ').replace(/^ {2}\)/gm, ')')};\n`).join('\n')).toMatchFileSnapshot(
    '../../migrations/schema.sql',
  )
})
