import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { corpusFolder } from '../bench/corpus.ts'
import { wrongsIn } from './evidence.ts'

const nothing = { codings: [], drops: [] }

/** A sound database, and a way to harm it behind the ledger's back. */
async function soundHouse() {
  const into = mkdtempSync(join(tmpdir(), 'utsaga-evidence-'))
  onTestFinished(() => rmSync(into, { recursive: true, force: true }))
  const folder = await corpusFolder('small', into)
  const sqlite = new SQLite(join(folder, 'utsaga.sqlite'))
  onTestFinished(() => void sqlite.close())
  return { folder, sqlite }
}

test('a sound database has nothing wrong with it', async () => {
  const { folder, sqlite } = await soundHouse()
  const coding = sqlite
    .prepare(
      'select source_id as sourceId, code_id as codeId, start_offset as start, end_offset as end from coding join quotation on quotation.id = quotation_id',
    )
    .get() as { sourceId: number; codeId: number; start: number; end: number }
  expect(wrongsIn(folder, { codings: [coding], drops: [{ prefix: 'Interview 00', count: 13 }] })).toEqual([])
})

test('a promise that is not kept is found', async () => {
  const { folder } = await soundHouse()
  const wrongs = wrongsIn(folder, { codings: [{ sourceId: 1, codeId: 1, start: 1, end: 2 }], drops: [{ prefix: 'Interview 00', count: 14 }] })
  expect(wrongs).toEqual([expect.stringContaining('lost coding'), 'drop Interview 00: 13 of 14 sources'])
})

test.each([
  ['delete from coding where id = 5', 'rows: 1, first coding 5'],
  ["update code set label = 'x' where id = 3", 'rows: 1, first code 3'],
  ['delete from change where act_id = 9', 'references: 1, first act 9'],
  [`update act set about = '{"count":2}' where kind = 'import-sources'`, 'import with too few sources: 2'],
  ['pragma foreign_keys = off; delete from source where id = 4', 'references: '],
])('half of an act is found: %s', async (harm, wrong) => {
  const { folder, sqlite } = await soundHouse()
  sqlite.exec(harm)
  expect(wrongsIn(folder, nothing).join('\n')).toContain(wrong)
})
