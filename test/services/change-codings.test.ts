import { expect, test } from 'vitest'
import { codePassage } from '../../src/services/code-passage.ts'
import { copyCoding } from '../../src/services/copy-coding.ts'
import { joinCodings } from '../../src/services/join-codings.ts'
import { mergeCodes } from '../../src/services/merge-codes.ts'
import { recodeMany } from '../../src/services/recode.ts'
import { resizeCoding } from '../../src/services/resize-coding.ts'
import { splitCoding } from '../../src/services/split-coding.ts'
import { redo, undo } from '../../src/services/undo.ts'
import { perform } from '../../src/storage/ledger.ts'
import type { House } from '../../src/storage/open.ts'
import { openTestHouse, seedSmallStudy } from '../support/house.ts'

async function open() {
  const { house } = await openTestHouse()
  const study = await seedSmallStudy(house)
  const who = { projectId: study.projectId, coderId: 1 }
  const code = async (codeId: number, start: number, end: number) =>
    (await codePassage(house, { ...who, sourceId: study.sourceId, codeIds: [codeId], selection: { start, end } }))[0]!
  return { house, ...study, who, code }
}

/** Each coding as "start-end code", and the memos with what they hang on. */
async function stand(house: House) {
  const codings = await house.read
    .selectFrom('coding')
    .innerJoin('quotation', 'quotation.id', 'coding.quotation_id')
    .select(['coding.id', 'coding.code_id', 'quotation.start_offset', 'quotation.end_offset'])
    .orderBy('coding.id')
    .execute()
  const quotations = await house.read.selectFrom('quotation').selectAll().orderBy('id').execute()
  const memos = await house.read.selectFrom('memo').select(['target_kind', 'target_id']).orderBy('id').execute()
  return { codings, quotations, memos, codes: await house.read.selectFrom('code').selectAll().orderBy('id').execute() }
}

async function remember(house: House, projectId: number, kind: 'coding' | 'code', id: number) {
  await perform(house.write, { projectId, actorId: 1, kind: 'write-memo' }, (ledger) =>
    ledger.insert('memo', {
      guid: crypto.randomUUID(),
      project_id: projectId,
      target_kind: kind,
      target_id: id,
      coder_id: 1,
      text: 'why',
      made_at: '2026-01-01',
    }),
  )
}

/** Do it, undo it: all as before; redo it: as after. */
async function holds(house: House, projectId: number, act: () => Promise<unknown>) {
  const before = await stand(house)
  await act()
  const after = await stand(house)
  expect(after).not.toEqual(before)
  await undo(house, { projectId, actorId: 1 })
  expect(await stand(house)).toEqual(before)
  await redo(house, { projectId, actorId: 1 })
  expect(await stand(house)).toEqual(after)
  return after
}

test('the edges of a coding move, its id and memo stay, others on the same words stay', async () => {
  const { house, who, code, fatigueId, teamId, projectId } = await open()
  const coding = await code(fatigueId, 2, 11)
  await code(teamId, 2, 11)
  await remember(house, projectId, 'coding', coding.id)
  const after = await holds(house, projectId, () => resizeCoding(house, { ...who, codingId: coding.id, selection: { start: 6, end: 11 } }))
  expect(after.codings).toMatchObject([
    { id: coding.id, start_offset: 6, end_offset: 11 },
    { start_offset: 2, end_offset: 11 },
  ])
  expect(after.memos).toEqual([{ target_kind: 'coding', target_id: coding.id }])
  await expect(resizeCoding(house, { ...who, codingId: coding.id, selection: { start: 5, end: 6 } })).rejects.toMatchObject({ key: 'refusal.no-words' })
  await expect(resizeCoding(house, { ...who, projectId: 999, codingId: coding.id, selection: { start: 0, end: 5 } })).rejects.toMatchObject({
    key: 'refusal.no-coding',
  })
})

test('a coding is parted, and its halves joined again', async () => {
  const { house, who, code, fatigueId, projectId } = await open()
  const coding = await code(fatigueId, 2, 11)
  await remember(house, projectId, 'coding', coding.id)
  const parted = await holds(house, projectId, () => splitCoding(house, { ...who, codingId: coding.id, at: 5 }))
  expect(parted.codings).toMatchObject([
    { id: coding.id, start_offset: 2, end_offset: 5 },
    { start_offset: 6, end_offset: 11 },
  ])
  await remember(house, projectId, 'coding', parted.codings[1]!.id)
  const joined = await holds(house, projectId, () => joinCodings(house, { ...who, codingId: coding.id }))
  expect(joined.codings).toMatchObject([{ id: coding.id, start_offset: 2, end_offset: 11 }])
  expect(joined.memos).toHaveLength(2)
  expect(joined.memos.every((memo) => memo.target_id === coding.id)).toBe(true)
  await expect(joinCodings(house, { ...who, codingId: coding.id })).rejects.toMatchObject({ key: 'refusal.nothing-to-join' })
  await expect(splitCoding(house, { ...who, codingId: coding.id, at: 11 })).rejects.toMatchObject({ key: 'refusal.split-outside' })
  await expect(splitCoding(house, { ...who, codingId: coding.id, at: 3 })).resolves.toHaveLength(2)
})

test('words between keep codings apart', async () => {
  const { house, who, code, fatigueId } = await open()
  const coding = await code(fatigueId, 0, 1)
  await code(fatigueId, 6, 11)
  await expect(joinCodings(house, { ...who, codingId: coding.id })).rejects.toMatchObject({ key: 'refusal.nothing-to-join' })
})

test('a code stands beside another on the same words', async () => {
  const { house, who, code, fatigueId, teamId, projectId } = await open()
  const coding = await code(fatigueId, 2, 11)
  const after = await holds(house, projectId, () => copyCoding(house, { ...who, codingId: coding.id, codeId: teamId }))
  expect(after.codings.map((one) => one.code_id)).toEqual([fatigueId, teamId])
  expect(after.quotations).toHaveLength(1)
  await expect(copyCoding(house, { ...who, codingId: coding.id, codeId: teamId })).rejects.toMatchObject({ key: 'refusal.already-coded' })
})

test('many codings get another code at once; what stood there already is joined with its memo', async () => {
  const { house, who, code, fatigueId, teamId, projectId } = await open()
  const first = await code(fatigueId, 2, 11)
  const second = await code(fatigueId, 28, 33)
  const there = await code(teamId, 28, 33)
  await remember(house, projectId, 'coding', second.id)
  const after = await holds(house, projectId, () => recodeMany(house, { ...who, codingIds: [first.id, second.id, second.id], codeId: teamId }))
  expect(after.codings.map(({ id, code_id }) => [id, code_id])).toEqual([
    [first.id, teamId],
    [there.id, teamId],
  ])
  expect(after.memos).toEqual([{ target_kind: 'coding', target_id: there.id }])
})

test('codes are merged with all that hangs on them; into what is below is refused', async () => {
  const { house, who, code, fatigueId, sleepId, teamId, projectId } = await open()
  await code(fatigueId, 2, 11)
  await code(teamId, 2, 11)
  await code(sleepId, 28, 33)
  await remember(house, projectId, 'code', fatigueId)
  const after = await holds(house, projectId, () => mergeCodes(house, { ...who, codeId: fatigueId, intoId: teamId }))
  expect(after.codings.map((one) => one.code_id)).toEqual([teamId, sleepId])
  expect(after.codes.filter((one) => one.project_id === projectId)).toMatchObject([{ id: sleepId, parent_id: teamId }, { id: teamId }])
  expect(after.memos).toEqual([{ target_kind: 'code', target_id: teamId }])
  await expect(mergeCodes(house, { ...who, codeId: teamId, intoId: sleepId })).rejects.toMatchObject({ key: 'refusal.code-cycle' })
  await expect(mergeCodes(house, { ...who, codeId: teamId, intoId: teamId })).rejects.toMatchObject({ key: 'refusal.code-cycle' })
})
