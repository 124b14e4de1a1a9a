import { expect, test } from 'vitest'
import { flatten, treeOf } from '../../src/domain/code.ts'
import { codePassage } from '../../src/services/code-passage.ts'
import { copyCoding } from '../../src/services/copy-coding.ts'
import { createCode } from '../../src/services/create-code.ts'
import { editCode } from '../../src/services/edit-code.ts'
import { joinCodings } from '../../src/services/join-codings.ts'
import { markExample } from '../../src/services/mark-example.ts'
import { mergeCodes } from '../../src/services/merge-codes.ts'
import { type MoveTo, moveCode } from '../../src/services/move-code.ts'
import { readExamples } from '../../src/services/read-examples.ts'
import { recode } from '../../src/services/recode.ts'
import { removeCoding } from '../../src/services/remove-coding.ts'
import { retireCode } from '../../src/services/retire-code.ts'
import { previewSplit, splitCode } from '../../src/services/split-code.ts'
import { redo, undo } from '../../src/services/undo.ts'
import { listCodes } from '../../src/storage/codes.ts'
import { perform } from '../../src/storage/ledger.ts'
import { openTestHouse, seedSmallStudy } from '../support/house.ts'

async function open() {
  const { house } = await openTestHouse()
  const study = await seedSmallStudy(house, 'aa bb cc dd ee ff')
  const { projectId, sourceId } = study
  await perform(house.write, { projectId: null, actorId: 1, kind: 'create-coder' }, (ledger) =>
    ledger.insert('coder', { guid: 'b', name: 'B', made_at: 'now' }),
  )
  const who = { projectId, coderId: 1 }
  const make = (label: string, parentId: number | null, coderId = 1) => createCode(house, { projectId, coderId, label, parentId })
  const move = (codeId: number, to: MoveTo, coderId = 1) => moveCode(house, { projectId, coderId, codeId, to })
  const code = async (codeId: number, start: number, coderId = 1, memo?: string) =>
    (await codePassage(house, { projectId, coderId, sourceId, codeIds: [codeId], selection: { start, end: start + 2 }, memo }))[0]!.id
  const paths = async () => flatten(treeOf(await listCodes(house.read, projectId))).map((one) => `${one.key} ${one.path}`)
  const codings = async () =>
    (
      await house.read
        .selectFrom('coding')
        .innerJoin('quotation', 'quotation.id', 'quotation_id')
        .innerJoin('code', 'code.id', 'code_id')
        .select(['start_offset as at', 'label', 'coder_id as coder', 'coding.example'])
        .orderBy('start_offset')
        .orderBy('coding.id')
        .execute()
    ).map((one) => `${one.at} ${one.label} ${one.coder}${one.example ? ' example' : ''}`)
  return { house, ...study, who, make, move, code, paths, codings }
}

test('a code goes to any place: beside any code, a level in or out; a step that leads nowhere changes nothing', async () => {
  const { move, paths, fatigueId, sleepId, teamId } = await open()
  await move(sleepId, { after: teamId })
  expect(await paths()).toEqual(['1 Fatigue', '2 Team', '3 Sleep'])
  await move(sleepId, { before: fatigueId })
  expect(await paths()).toEqual(['1 Sleep', '2 Fatigue', '3 Team'])
  await move(sleepId, 'in')
  await move(sleepId, 'out')
  await move(sleepId, 'up')
  expect(await paths()).toEqual(['1 Sleep', '2 Fatigue', '3 Team'])
  await move(teamId, 'in')
  expect(await paths()).toEqual(['1 Sleep', '2 Fatigue', '2.1 Fatigue > Team'])
  await expect(move(fatigueId, { after: teamId })).rejects.toMatchObject({ key: 'refusal.code-cycle' })
  await move(teamId, 'out')
  expect(await paths()).toEqual(['1 Sleep', '2 Fatigue', '3 Team'])
})

test('nothing in use is put below what is retired', async () => {
  const { house, who, move, fatigueId, teamId } = await open()
  await retireCode(house, { ...who, codeId: fatigueId })
  await expect(move(teamId, { parentId: fatigueId })).rejects.toMatchObject({ key: 'refusal.retired-code' })
})

test('a code is merged into the one above it, though one below it has its name', async () => {
  const { house, projectId, who, make, paths, sleepId, fatigueId, code, codings } = await open()
  const inner = await make('sleep', sleepId)
  await code(sleepId, 0)
  await code(inner, 3)
  const before = [await paths(), await codings()]
  await mergeCodes(house, { ...who, codeId: sleepId, intoId: fatigueId })
  expect(await paths()).toEqual(['1 Fatigue', '1.1 Fatigue > sleep', '2 Team'])
  expect(await codings()).toEqual(['0 Fatigue 1', '3 sleep 1'])
  await undo(house, { projectId, actorId: 1 })
  expect([await paths(), await codings()]).toEqual(before)
})

test('an undo that would bend the tree into a ring, or give two siblings one name, is refused', async () => {
  const { house, projectId, who, make, move, paths, fatigueId, sleepId, teamId } = await open()
  await move(sleepId, { parentId: null })
  await move(fatigueId, { parentId: sleepId }, 2)
  const now = await paths()
  await expect(undo(house, { projectId, actorId: 1 })).rejects.toMatchObject({ key: 'refusal.undo-in-use' })
  expect(await paths()).toEqual(now)
  await undo(house, { projectId, actorId: 2 })
  await editCode(house, { ...who, codeId: teamId, edit: { label: 'Crew' } })
  await make('TEAM', null, 2)
  await expect(undo(house, { projectId, actorId: 1 })).rejects.toMatchObject({ key: 'refusal.undo-in-use' })
})

test('a code is parted by a filter: counted beforehand, done in one act, and what was coded so already becomes one', async () => {
  const { house, projectId, who, sleepId, teamId, code, codings } = await open()
  await code(sleepId, 0, 1, 'why')
  await code(sleepId, 3, 1)
  await code(sleepId, 6, 2)
  await code(teamId, 0, 1)
  const before = await codings()
  const preview = await previewSplit(house, { projectId, codeId: sleepId, filter: 'coder:You', picked: [], into: teamId })
  expect({ ...preview, codingIds: preview.codingIds.length }).toEqual({ codingIds: 2, of: 3, joined: 1 })
  const done = await splitCode(house, { ...who, codeId: sleepId, codingIds: preview.codingIds, into: { codeId: teamId } })
  expect(done).toMatchObject({ codeId: teamId, moved: 2 })
  expect(await codings()).toEqual(['0 Team 1', '3 Team 1', '6 Sleep 2'])
  expect(await house.read.selectFrom('memo').selectAll().execute()).toHaveLength(1)
  await undo(house, { projectId, actorId: 1 })
  expect(await codings()).toEqual(before)
})

test('the part goes to a new code, below or beside; a name that is taken keeps everything as it was', async () => {
  const { house, who, sleepId, code, codings, paths, projectId } = await open()
  const codingId = await code(sleepId, 0)
  const split = (label: string, place: 'under' | 'beside', codingIds = [codingId]) =>
    splitCode(house, { ...who, codeId: sleepId, codingIds, into: { label, place } })
  await expect(split('sleep', 'beside')).rejects.toMatchObject({ key: 'refusal.label-taken' })
  await expect(split('Naps', 'under', [])).rejects.toMatchObject({ key: 'refusal.nothing-to-split' })
  expect(await codings()).toEqual(['0 Sleep 1'])
  await split('Naps', 'under')
  expect([await paths(), await codings()]).toEqual([['1 Fatigue', '1.1 Fatigue > Sleep', '1.1.1 Fatigue > Sleep > Naps', '2 Team'], ['0 Naps 1']])
  await undo(house, { projectId, actorId: 1 })
  await split('Naps', 'beside')
  expect(await paths()).toContain('1.2 Fatigue > Naps')
})

test('a coding shows what its code means until it is recoded or removed; a copy does not, a merger keeps it, undo brings it back', async () => {
  const { house, projectId, who, sleepId, teamId, code, codings } = await open()
  const first = await code(sleepId, 0)
  const second = await code(sleepId, 3)
  await markExample(house, { ...who, codingId: first, example: true })
  await markExample(house, { ...who, codingId: second, example: true })
  const told = await readExamples(house.read, projectId, sleepId)
  expect(told.map(({ words, source, paragraph }) => `${words} ${source.title} ${paragraph}`)).toEqual(['aa Nurse 01 1', 'bb Nurse 01 1'])
  await copyCoding(house, { ...who, codingId: first, codeId: teamId })
  expect(await codings()).toEqual(['0 Sleep 1 example', '0 Team 1', '3 Sleep 1 example'])
  await mergeCodes(house, { ...who, codeId: sleepId, intoId: teamId })
  expect(await codings()).toEqual(['0 Team 1 example', '3 Team 1 example'])
  await undo(house, { projectId, actorId: 1 })
  await recode(house, { ...who, codingId: second, codeId: teamId })
  expect(await codings()).toEqual(['0 Sleep 1 example', '0 Team 1', '3 Team 1'])
  await undo(house, { projectId, actorId: 1 })
  await removeCoding(house, { ...who, codingId: first })
  expect(await codings()).toEqual(['0 Team 1', '3 Sleep 1 example'])
  await undo(house, { projectId, actorId: 1 })
  await joinCodings(house, { ...who, codingId: first })
  expect(await codings()).toEqual(['0 Sleep 1 example', '0 Team 1'])
  for (let left = 6; left > 0; left--) await undo(house, { projectId, actorId: 1 })
  for (let left = 6; left > 0; left--) await redo(house, { projectId, actorId: 1 })
  expect(await readExamples(house.read, projectId)).toHaveLength(1)
})

test('looking before parting tells nothing of a code of another project', async () => {
  const { house, projectId, elsewhereId, fatigueId, code } = await open()
  await code(fatigueId, 0)
  const foreign = { projectId: elsewhereId, codeId: fatigueId, filter: '', picked: [] }
  await expect(previewSplit(house, foreign)).rejects.toMatchObject({ reason: 'not-found' })
  const made = await createCode(house, { projectId: elsewhereId, coderId: 1, label: 'Own', parentId: null })
  expect(await previewSplit(house, { ...foreign, codeId: made, into: fatigueId })).toEqual({ codingIds: [], of: 0, joined: 0 })
  expect((await previewSplit(house, { projectId, codeId: fatigueId, filter: '', picked: [] })).of).toBe(1)
})
