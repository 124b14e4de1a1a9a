import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Refusal } from '../../src/domain/refusal.ts'
import { codePassage } from '../../src/services/code-passage.ts'
import { createCase } from '../../src/services/create-case.ts'
import { linkCase } from '../../src/services/link-case.ts'
import { mergeCodes } from '../../src/services/merge-codes.ts'
import { removeCase } from '../../src/services/remove-case.ts'
import { removeCoding } from '../../src/services/remove-coding.ts'
import { removeSource } from '../../src/services/remove-source.ts'
import { resizeCoding } from '../../src/services/resize-coding.ts'
import { redo, undo } from '../../src/services/undo.ts'
import { markOf, pickEvidence, writeFinding, writeSynthesis } from '../../src/services/write-finding.ts'
import { writeMemo } from '../../src/services/write-memo.ts'
import { listPicked } from '../../src/storage/evidence.ts'
import { listFindings } from '../../src/storage/findings.ts'
import { perform } from '../../src/storage/ledger.ts'
import type { House } from '../../src/storage/open.ts'
import { listSyntheses } from '../../src/storage/syntheses.ts'
import { openTestHouse, seedSmallStudy } from '../support/house.ts'

async function open() {
  const { house } = await openTestHouse()
  const study = await seedSmallStudy(house)
  await perform(house.write, { projectId: null, actorId: 1, kind: 'create-coder' }, (ledger) =>
    ledger.insert('coder', { guid: 'b', name: 'B', made_at: 'now' }),
  )
  const { projectId } = study
  const caseId = await createCase(house, { projectId, coderId: 1, name: 'Ward A', kind: '' })
  await linkCase(house, { projectId, coderId: 1, sourceId: study.sourceId, caseName: 'Ward A' })
  const code = async (codeId: number, start: number, end: number, coderId = 1) =>
    (await codePassage(house, { projectId, coderId, sourceId: study.sourceId, codeIds: [codeId], selection: { start, end } }))[0]!.id
  return { house, ...study, caseId, code, cellOf: (codeId: number) => ({ caseId, codeId, questionId: null }) }
}

const tables = ['finding', 'finding_evidence', 'synthesis', 'memo', 'coding', 'quotation', 'code', 'study_case', 'source'] as const
async function pictureOf(house: House): Promise<string> {
  return JSON.stringify(await Promise.all(tables.map((table) => house.read.selectFrom(table).selectAll().orderBy('id').execute())))
}

test('a finding bears who wrote it and when; emptied it is gone, and undo and redo give back exactly what was', async () => {
  const { house, projectId, fatigueId, cellOf } = await open()
  const who = { projectId, coderId: 1 }
  const before = await pictureOf(house)
  await writeFinding(house, { ...who, cell: cellOf(fatigueId), state: 'partly', text: ' Tired, but only at night. ' })
  const [written] = await listFindings(house.read, projectId)
  expect(written).toMatchObject({ state: 'partly', summary: 'Tired, but only at night.', writtenBy: 'You' })
  expect(Date.parse(written!.writtenAt!)).toBeGreaterThan(0)
  const after = await pictureOf(house)
  await writeFinding(house, { ...who, cell: cellOf(fatigueId), state: null, text: '' })
  expect(await listFindings(house.read, projectId)).toEqual([])
  await undo(house, { projectId, actorId: 1 })
  expect(await pictureOf(house)).toBe(after)
  await undo(house, { projectId, actorId: 1 })
  expect(await pictureOf(house)).toBe(before)
  await redo(house, { projectId, actorId: 1 })
  expect(await pictureOf(house)).toBe(after)
})

test('saving the same words again is no act', async () => {
  const { house, projectId, fatigueId, cellOf } = await open()
  const wish = { projectId, coderId: 1, cell: cellOf(fatigueId), state: null, text: 'Tired.' } as const
  await writeFinding(house, wish)
  const acts = () => house.read.selectFrom('act').select('id').execute()
  const before = await acts()
  await writeFinding(house, wish)
  expect(await acts()).toEqual(before)
})

test('what another wrote meanwhile is told and not written over; with its mark seen it may be', async () => {
  const { house, projectId, fatigueId, cellOf } = await open()
  const cell = cellOf(fatigueId)
  await writeFinding(house, { projectId, coderId: 2, cell, state: null, text: 'Theirs.' })
  const mine = { projectId, coderId: 1, cell, state: null, text: 'Mine.' }
  expect(await writeFinding(house, { ...mine, seen: markOf('') })).toMatchObject({ overtaken: { text: 'Theirs.', by: 'B' } })
  expect((await listFindings(house.read, projectId))[0]!.summary).toBe('Theirs.')
  expect(await writeFinding(house, { ...mine, seen: markOf('Theirs.') })).toBeUndefined()
  expect((await listFindings(house.read, projectId))[0]!.summary).toBe('Mine.')
  const place = { codeId: fatigueId, questionId: null, attributeId: null, group: '' }
  await writeSynthesis(house, { projectId, coderId: 2, place, text: 'All of them.' })
  expect(await writeSynthesis(house, { projectId, coderId: 1, place, text: 'Some.', seen: markOf('') })).toMatchObject({ overtaken: { text: 'All of them.' } })
})

test('evidence follows its coding where its edges move, and goes to another coder’s of the same words', async () => {
  const { house, projectId, fatigueId, cellOf, code } = await open()
  const who = { projectId, coderId: 1 }
  const mine = await code(fatigueId, 0, 11)
  await pickEvidence(house, { ...who, cell: cellOf(fatigueId), codingId: mine, picked: true })
  const picked = async () => [...(await listPicked(house.read, projectId)).values()].map((ids) => ids.size)
  await resizeCoding(house, { ...who, codingId: mine, selection: { start: 2, end: 11 } })
  expect(await picked()).toEqual([1])
  await code(fatigueId, 2, 11, 2)
  await removeCoding(house, { ...who, codingId: mine })
  expect(await picked()).toEqual([1])
  const theirs = await house.read.selectFrom('coding').select('id').executeTakeFirstOrThrow()
  const before = await pictureOf(house)
  await removeCoding(house, { ...who, codingId: theirs.id })
  expect([await picked(), await listFindings(house.read, projectId)]).toEqual([[], []])
  await undo(house, { projectId, actorId: 1 })
  expect(await pictureOf(house)).toBe(before)
})

test('merged codes: one finding with the evidence and the words of both, one synthesis with the words of both', async () => {
  const { house, projectId, fatigueId, teamId, cellOf, code } = await open()
  const who = { projectId, coderId: 1 }
  for (const codeId of [fatigueId, teamId]) {
    const codingId = await code(codeId, 0, 11)
    await pickEvidence(house, { ...who, cell: cellOf(codeId), codingId, picked: true })
    await writeFinding(house, { ...who, cell: cellOf(codeId), state: null, text: `Of ${codeId}.` })
    await writeSynthesis(house, { ...who, place: { codeId, questionId: null, attributeId: null, group: '' }, text: `All of ${codeId}.` })
  }
  const before = await pictureOf(house)
  await mergeCodes(house, { ...who, codeId: teamId, intoId: fatigueId })
  expect((await listFindings(house.read, projectId)).map((one) => one.summary)).toEqual([`Of ${fatigueId}.\n\nOf ${teamId}.`])
  expect([...(await listPicked(house.read, projectId)).values()].map((ids) => ids.size)).toEqual([1])
  expect((await listSyntheses(house.read, projectId)).map((one) => one.text)).toEqual([`All of ${fatigueId}.\n\nAll of ${teamId}.`])
  await undo(house, { projectId, actorId: 1 })
  expect(await pictureOf(house)).toBe(before)
})

test('what is not of the project is refused', async () => {
  const { house, projectId, foreignId, fatigueId, cellOf, caseId } = await open()
  const who = { projectId, coderId: 1 }
  const refused = async (work: Promise<unknown>) => expect(await work.catch((error) => error)).toBeInstanceOf(Refusal)
  await refused(writeFinding(house, { ...who, cell: cellOf(foreignId), state: 'yes', text: '' }))
  await refused(writeFinding(house, { ...who, cell: { caseId: 99, codeId: fatigueId, questionId: null }, state: 'yes', text: '' }))
  await refused(pickEvidence(house, { ...who, cell: { caseId, codeId: fatigueId, questionId: null }, codingId: 99, picked: true }))
  await refused(writeSynthesis(house, { ...who, place: { codeId: foreignId, questionId: null, attributeId: null, group: '' }, text: 'x' }))
  await refused(writeSynthesis(house, { ...who, place: { codeId: fatigueId, questionId: null, attributeId: 9, group: 'x' }, text: 'x' }))
})

const kinds = [
  'write',
  'write',
  'judge',
  'clear',
  'pick',
  'pick',
  'drop',
  'synthesis',
  'memo',
  'code',
  'uncode',
  'merge',
  'remove-case',
  'remove-source',
  'undo',
  'undo',
  'redo',
] as const
const step = fc.record({ do: fc.constantFrom(...kinds), coder: fc.constantFrom(1, 2), a: fc.nat({ max: 2 }), b: fc.nat({ max: 3 }) })
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

async function take(study: Awaited<ReturnType<typeof open>>, { do: what, coder: coderId, a, b }: Step): Promise<void> {
  const { house, projectId, caseId, sourceId, fatigueId, sleepId, teamId, cellOf, code } = study
  const who = { projectId, coderId }
  const codes = [fatigueId, sleepId, teamId]
  const codings = await house.read.selectFrom('coding').select('id').orderBy('id').execute()
  const codingId = codings[b % Math.max(1, codings.length)]?.id ?? 0
  const cell = cellOf(codes[a]!)
  const before = await pictureOf(house)
  try {
    if (what === 'write') await writeFinding(house, { ...who, cell, state: null, text: `${a}${b}` })
    if (what === 'judge') await writeFinding(house, { ...who, cell, state: 'yes', text: '' })
    if (what === 'clear') await writeFinding(house, { ...who, cell, state: null, text: '' })
    if (what === 'pick' || what === 'drop') await pickEvidence(house, { ...who, cell, codingId, picked: what === 'pick' })
    if (what === 'synthesis')
      await writeSynthesis(house, { ...who, place: { codeId: codes[a]!, questionId: null, attributeId: null, group: '' }, text: `${b}` })
    if (what === 'memo') await writeMemo(house, { ...who, place: { kind: 'finding', ...cell }, text: `${b}` })
    if (what === 'code') await code(codes[a]!, b * 3, 11 + b, coderId)
    if (what === 'uncode') await removeCoding(house, { ...who, codingId })
    if (what === 'merge') await mergeCodes(house, { ...who, codeId: codes[a]!, intoId: codes[b % 3]! })
    if (what === 'remove-case') await removeCase(house, { ...who, caseId })
    if (what === 'remove-source') await removeSource(house, { ...who, sourceId })
    if (what === 'undo') await undo(house, { projectId, actorId: coderId })
    if (what === 'redo') await redo(house, { projectId, actorId: coderId })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    expect(await pictureOf(house), `${what} was refused (${error.key}) and yet changed something`).toBe(before)
  }
}

/** A finding is there just as long as anything is in it. */
async function expectFindingsInUse(house: House): Promise<void> {
  const rows = await house.read.selectFrom('finding').selectAll().execute()
  const memos = new Set((await house.read.selectFrom('memo').select('target_id').where('target_kind', '=', 'finding').execute()).map((one) => one.target_id))
  const picked = new Set((await house.read.selectFrom('finding_evidence').select('finding_id').execute()).map((one) => one.finding_id))
  for (const { id, state, summary } of rows) expect(state !== null || summary !== '' || memos.has(id) || picked.has(id), `finding ${id}`).toBe(true)
}

async function drain({ house, projectId }: { house: House; projectId: number }): Promise<void> {
  for (let stuck = 0; stuck < 2; )
    for (const actorId of [1, 2] as const)
      stuck = await undo(house, { projectId, actorId }).then(
        () => 0,
        (error) => {
          if (!(error instanceof Refusal)) throw error
          return stuck + 1
        },
      )
}

test('two coders write, judge, pick, draw together, code, merge and undo in any order: findings live as long as anything is in them, and all undone is as before', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
      const study = await open()
      await study.code(study.fatigueId, 0, 11)
      await study.code(study.teamId, 0, 11, 2)
      const seeded = async () =>
        JSON.stringify([await study.house.read.selectFrom('code').selectAll().execute(), await study.house.read.selectFrom('source').select('guid').execute()])
      const before = await seeded()
      for (const one of steps) {
        await take(study, one)
        await expectFindingsInUse(study.house)
      }
      await drain(study)
      expect(await seeded()).toBe(before)
      for (const table of ['finding', 'finding_evidence', 'synthesis', 'memo', 'coding'] as const)
        expect(await study.house.read.selectFrom(table).selectAll().execute(), table).toEqual([])
    }),
    { numRuns: 40 },
  )
}, 120_000)
