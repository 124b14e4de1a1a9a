import SQLite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { codePassage } from '../../src/services/code-passage.ts'
import { replaceWords } from '../../src/services/replace-words.ts'
import { redo, undo } from '../../src/services/undo.ts'
import { checkDatabase } from '../../src/storage/check-database.ts'
import { openTestHouse, seedSmallStudy } from '../support/house.ts'

async function workedIn() {
  const { house } = await openTestHouse()
  const ids = await seedSmallStudy(house)
  const wish = { projectId: ids.projectId, sourceId: ids.sourceId, coderId: 1 }
  const where = { projectId: ids.projectId, actorId: 1 }
  await codePassage(house, { ...wish, codeIds: [ids.sleepId, ids.teamId], selection: { start: 0, end: 11 }, memo: 'Why?' })
  await codePassage(house, { ...wish, codeIds: [ids.teamId], selection: { start: 2, end: 11 } })
  await undo(house, where)
  await redo(house, where)
  await replaceWords(house, { ...wish, find: 'tired', replacement: 'very tired', wholeWords: true, matchCase: true } as never).catch(() => undefined)
  await undo(house, where)
  return house
}

function harm(file: string, sql: string): void {
  const sqlite = new SQLite(file)
  sqlite.pragma('foreign_keys = OFF')
  sqlite.exec(sql)
  sqlite.close()
}

test('a database that was worked in, with undo and redo, is found whole', async () => {
  const house = await workedIn()
  expect(checkDatabase(house.file)).toMatchObject({ problems: [], sources: 1 })
  expect(checkDatabase(house.file).codings).toBeGreaterThan(0)
})

test.each([
  ['a code that codings point at is gone', "delete from code where label = 'Sleep'", 'references'],
  ['a text is cut', 'update source_version set text = substr(text, 1, 5)', 'texts'],
  ['a quotation lies beyond the text', 'update quotation set end_offset = 9000', 'places'],
  ['a quotation ends in the middle of a character', 'update quotation set start_offset = 0, end_offset = 13 where id = 1', 'places'],
  ['a coding has another code than the history says', 'update coding set code_id = 1 where id = 1', 'rows'],
  ['a coding is gone that the history knows', 'delete from memo; delete from coding where id = 1', 'rows'],
  ['a link of the history is torn out', "delete from change where table_name = 'coding' and after is null", 'history'],
  ['an act says that another undid it', 'update act set undone_by = (select max(id) from act) where id = 2', 'undoing'],
] as const)('found: %s', async (_, sql, check) => {
  const house = await workedIn()
  harm(house.file, sql)
  expect(checkDatabase(house.file).problems.map((one) => one.check)).toContain(check)
})
