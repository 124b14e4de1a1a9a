import { expect, test } from 'vitest'
import { codePassage } from '../../src/services/code-passage.ts'
import { editParagraph } from '../../src/services/edit-paragraph.ts'
import { removeCoding } from '../../src/services/remove-coding.ts'
import { redo, undo } from '../../src/services/undo.ts'
import { removeMemo, writeMemo } from '../../src/services/write-memo.ts'
import { perform } from '../../src/storage/ledger.ts'
import { openTestHouse, seedSmallStudy } from '../support/house.ts'

const TEXT = 'The train is often late here. It is good.'

/** One coder's coding, and another's memo on its quotation; the text was edited by a third before. */
async function open(edited?: string) {
  const { house } = await openTestHouse()
  const study = await seedSmallStudy(house, TEXT)
  const { projectId, sourceId, teamId } = study
  await perform(house.write, { projectId: null, actorId: 1, kind: 'create-coder' }, (ledger) =>
    ledger.insertMany(
      'coder',
      ['B', 'C'].map((name) => ({ guid: name, name, made_at: 'now' })),
    ),
  )
  const { versionId } = await house.read.selectFrom('source').select('version_id as versionId').where('id', '=', sourceId).executeTakeFirstOrThrow()
  const paragraph = { start: 0, end: TEXT.length }
  if (edited) await editParagraph(house, { projectId, sourceId, coderId: 3, versionId, paragraph, text: edited })
  const [coding] = await codePassage(house, { projectId, sourceId, coderId: 1, codeIds: [teamId], selection: { start: 8, end: 20 } })
  const memoId = await writeMemo(house, { projectId, coderId: 2, place: { kind: 'quotation', id: coding!.quotationId }, text: 'Ask again' })
  const rows = async () => ({
    quotations: await house.read.selectFrom('quotation').selectAll().execute(),
    reviews: await house.read.selectFrom('carry_review').selectAll().execute(),
    memos: await house.read.selectFrom('memo').selectAll().execute(),
  })
  return { house, projectId, coding: coding!, memoId, rows }
}

test('a quotation that only a memo keeps goes with the memo, and comes back with it', async () => {
  const { house, projectId, coding, memoId, rows } = await open()
  await removeCoding(house, { projectId, codingId: coding.id, coderId: 1 })
  const noted = await rows()
  expect(noted.quotations).toHaveLength(1)
  await removeMemo(house, { projectId, coderId: 2, memoId })
  expect((await rows()).quotations).toEqual([])
  await undo(house, { projectId, actorId: 2 })
  expect(await rows()).toEqual(noted)
  await undo(house, { projectId, actorId: 2 })
  expect((await rows()).quotations).toEqual([])
  await redo(house, { projectId, actorId: 2 })
  expect(await rows()).toEqual(noted)
})

test('one that waits in a review does too', async () => {
  const { house, projectId, rows } = await open('The bus is slow now. It is good.')
  await undo(house, { projectId, actorId: 3 })
  expect((await rows()).reviews).toHaveLength(1)
  await undo(house, { projectId, actorId: 1 })
  expect((await rows()).reviews, 'the memo waits on').toHaveLength(1)
  await undo(house, { projectId, actorId: 2 })
  expect(await rows()).toEqual({ quotations: [], reviews: [], memos: [] })
})
