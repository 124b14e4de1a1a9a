import { expect, test } from 'vitest'
import { paragraphsOf } from '../../src/domain/paragraph.ts'
import { codePassage } from '../../src/services/code-passage.ts'
import { editParagraph } from '../../src/services/edit-paragraph.ts'
import { mergeCodes } from '../../src/services/merge-codes.ts'
import { settleReview } from '../../src/services/settle-review.ts'
import { undo } from '../../src/services/undo.ts'
import { openTestHouse, seedSmallStudy } from '../support/house.ts'

/** A passage that waits in a review with its codings: its words were changed so that nobody can say where it lies. */
async function openWaiting(both: boolean) {
  const { house } = await openTestHouse()
  const study = await seedSmallStudy(house, 'The train is often late here. It is good.')
  const { projectId, sourceId, sleepId, teamId } = study
  const codeIds = both ? [sleepId, teamId] : [teamId]
  await codePassage(house, { projectId, sourceId, coderId: 1, codeIds, selection: { start: 10, end: 23 }, memo: 'Ask again' })
  const { versionId } = await house.read.selectFrom('source').select('version_id as versionId').where('id', '=', sourceId).executeTakeFirstOrThrow()
  const [paragraph] = paragraphsOf('The train is often late here. It is good.')
  const text = 'The train was never on time. It is good.'
  await editParagraph(house, { projectId, sourceId, coderId: 1, versionId, paragraph: paragraph!, text })
  const review = await house.read.selectFrom('carry_review').selectAll().executeTakeFirstOrThrow()
  const standing = () => house.read.selectFrom('coding').select(['code_id as code', 'id']).orderBy('id').execute()
  const memos = () => house.read.selectFrom('memo').select(['target_kind as kind', 'target_id as id']).orderBy('id').execute()
  const settle = () =>
    settleReview(house, { projectId, coderId: 1, reviewId: review.id, placing: { at: 'span', span: { start: 4, end: 9 }, versionId: versionId + 1 } })
  return { house, ...study, review, standing, memos, settle, who: { projectId, coderId: 1 } }
}

test('a coding that waits in a review while its code is merged has the other code when it is laid again', async () => {
  const { house, teamId, fatigueId, standing, settle, who } = await openWaiting(false)
  expect((await mergeCodes(house, { ...who, codeId: teamId, intoId: fatigueId })).codings).toBe(1)
  await settle()
  expect((await standing()).map(({ code }) => code)).toEqual([fatigueId])
})

test('two codings of one coder that wait in one passage become one with the memos of both, and undo parts them', async () => {
  const { house, review, teamId, sleepId, standing, memos, settle, who, projectId } = await openWaiting(true)
  const before = await memos()
  await mergeCodes(house, { ...who, codeId: teamId, intoId: sleepId })
  expect(new Set((await memos()).map(({ id }) => id)).size).toBe(1)
  await undo(house, { projectId, actorId: 1 })
  expect(await memos()).toEqual(before)
  expect(await house.read.selectFrom('carry_review').selectAll().executeTakeFirstOrThrow()).toEqual(review)
  await mergeCodes(house, { ...who, codeId: teamId, intoId: sleepId })
  await settle()
  const left = await standing()
  expect(left.map(({ code }) => code)).toEqual([sleepId])
  expect(await memos()).toEqual([
    { kind: 'coding', id: left[0]!.id },
    { kind: 'coding', id: left[0]!.id },
  ])
})
