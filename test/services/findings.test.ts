import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Refusal } from '../../src/domain/refusal.ts'
import { createCase } from '../../src/services/create-case.ts'
import { mergeCodes } from '../../src/services/merge-codes.ts'
import { removeCase } from '../../src/services/remove-case.ts'
import { removeCode } from '../../src/services/remove-code.ts'
import { redo, undo } from '../../src/services/undo.ts'
import { editMemo, removeMemo, writeMemo } from '../../src/services/write-memo.ts'
import { perform } from '../../src/storage/ledger.ts'
import type { House } from '../../src/storage/open.ts'
import { openTestHouse, seedSmallStudy } from '../support/house.ts'

async function open() {
  const { house } = await openTestHouse()
  const study = await seedSmallStudy(house)
  await perform(house.write, { projectId: null, actorId: 1, kind: 'create-coder' }, (ledger) =>
    ledger.insert('coder', { guid: 'b', name: 'B', made_at: 'now' }),
  )
  for (const name of ['Ward A', 'Ward B']) await createCase(house, { projectId: study.projectId, coderId: 1, name, kind: '' })
  return { house, ...study }
}
type Study = Awaited<ReturnType<typeof open>>

const tables = ['study_case', 'code', 'finding', 'memo', 'question_theme'] as const
async function pictureOf(house: House): Promise<string> {
  return JSON.stringify(await Promise.all(tables.map((table) => house.read.selectFrom(table).selectAll().orderBy('id').execute())))
}

const cellOf = (caseId: number, codeId: number) => ({ kind: 'finding', caseId, codeId, questionId: null }) as const

type Step = { do: 'write' | 'edit' | 'remove' | 'merge' | 'remove-case' | 'remove-code' | 'undo' | 'redo'; coder: 1 | 2; a: number; b: number }
const step: fc.Arbitrary<Step> = fc.record({
  do: fc.constantFrom('write', 'write', 'write', 'edit', 'remove', 'remove', 'merge', 'remove-case', 'remove-code', 'undo', 'undo', 'redo'),
  coder: fc.constantFrom(1, 2),
  a: fc.nat({ max: 2 }),
  b: fc.nat({ max: 2 }),
})

async function take({ house, projectId, fatigueId, sleepId, teamId }: Study, { do: what, coder: coderId, a, b }: Step): Promise<void> {
  const codes = [fatigueId, sleepId, teamId]
  const who = { projectId, coderId }
  const memos = await house.read.selectFrom('memo').select('id').orderBy('id').execute()
  const cases = await house.read.selectFrom('study_case').select('id').orderBy('id').execute()
  const caseId = cases[a % Math.max(1, cases.length)]?.id ?? 0
  const memoId = memos[a % Math.max(1, memos.length)]?.id ?? 0
  const before = await pictureOf(house)
  try {
    if (what === 'write') await writeMemo(house, { ...who, place: cellOf(caseId, codes[b]!), text: `${a}${b}` })
    if (what === 'edit') await editMemo(house, { ...who, memoId, text: `edited ${b}` })
    if (what === 'remove') await removeMemo(house, { ...who, memoId })
    if (what === 'merge') await mergeCodes(house, { ...who, codeId: codes[a]!, intoId: codes[b]! })
    if (what === 'remove-case') await removeCase(house, { ...who, caseId })
    if (what === 'remove-code') await removeCode(house, { ...who, codeId: codes[a]! })
    if (what === 'undo') await undo(house, { projectId, actorId: coderId })
    if (what === 'redo') await redo(house, { projectId, actorId: coderId })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    expect(await pictureOf(house), `${what} was refused (${error.key}) and yet changed something`).toBe(before)
  }
}

/** A finding is there just as long as a memo is in it. */
async function expectFindingsInUse(house: House): Promise<void> {
  const memos = await house.read.selectFrom('memo').select('target_id').distinct().where('target_kind', '=', 'finding').orderBy('target_id').execute()
  const findings = await house.read.selectFrom('finding').select('id').orderBy('id').execute()
  expect(findings.map(({ id }) => id)).toEqual(memos.map(({ target_id }) => target_id))
}

async function drain({ house, projectId }: Study): Promise<void> {
  for (let stuck = 0; stuck < 2; )
    for (const actorId of [1, 2] as const) {
      try {
        await undo(house, { projectId, actorId })
        stuck = 0
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        stuck++
      }
    }
}

test('two coders write in cells, merge codes, remove cases, undo and redo: findings live as long as memos are in them, and all undone is as before', async () => {
  const study = await open()
  await drain(study)
  for (const name of ['Ward A', 'Ward B'])
    await perform(study.house.write, { projectId: null, actorId: 1, kind: 'create-case' }, (ledger) =>
      ledger.insert('study_case', { guid: name, project_id: study.projectId, name, kind: '', position: 1 }),
    )
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
      const before = await pictureOf(study.house)
      const cases = await study.house.read.selectFrom('study_case').select('id').orderBy('id').execute()
      for (const one of steps) {
        await take(study, one)
        await expectFindingsInUse(study.house)
      }
      await drain(study)
      expect(await pictureOf(study.house)).toBe(before)
      expect(cases).toHaveLength(2)
    }),
    { numRuns: 100 },
  )
}, 90_000)

test('a cell that had a finding before gets the same again', async () => {
  const { house, projectId, fatigueId } = await open()
  const who = { projectId, coderId: 1 }
  const first = await writeMemo(house, { ...who, place: cellOf(1, fatigueId), text: 'a' })
  const finding = await house.read.selectFrom('finding').selectAll().executeTakeFirstOrThrow()
  await removeMemo(house, { ...who, memoId: first })
  expect(await house.read.selectFrom('finding').selectAll().execute()).toEqual([])
  await writeMemo(house, { ...who, coderId: 2, place: cellOf(1, fatigueId), text: 'b' })
  expect(await house.read.selectFrom('finding').selectAll().executeTakeFirstOrThrow()).toEqual(finding)
  await undo(house, { projectId, actorId: 1 })
  expect(await house.read.selectFrom('memo').select('text').orderBy('id').execute()).toEqual([{ text: 'a' }, { text: 'b' }])
})

test('merged codes: the memos of both cells stand in one, and undo parts them', async () => {
  const { house, projectId, fatigueId, teamId } = await open()
  const who = { projectId, coderId: 1 }
  for (const codeId of [fatigueId, teamId]) await writeMemo(house, { ...who, place: cellOf(1, codeId), text: `of ${codeId}` })
  const before = await pictureOf(house)
  await mergeCodes(house, { ...who, codeId: teamId, intoId: fatigueId })
  expect(await house.read.selectFrom('finding').select('code_id').execute()).toEqual([{ code_id: fatigueId }])
  expect(new Set((await house.read.selectFrom('memo').select('target_id').execute()).map((row) => row.target_id)).size).toBe(1)
  await undo(house, { projectId, actorId: 1 })
  expect(await pictureOf(house)).toBe(before)
})

test('a memo that is redone finds its cell again, where another coder took the finding away meanwhile', async () => {
  const { house, projectId, fatigueId } = await open()
  for (const coderId of [1, 2]) await writeMemo(house, { projectId, coderId, place: cellOf(1, fatigueId), text: `by ${coderId}` })
  const before = await pictureOf(house)
  for (const actorId of [1, 2]) await undo(house, { projectId, actorId })
  expect(await house.read.selectFrom('finding').selectAll().execute()).toEqual([])
  await redo(house, { projectId, actorId: 1 })
  await expectFindingsInUse(house)
  await redo(house, { projectId, actorId: 2 })
  expect(await pictureOf(house)).toBe(before)
})

test('a finding that only a merge had filled goes when the merge is taken back after its own memo', async () => {
  const { house, projectId, sleepId, teamId } = await open()
  const before = await pictureOf(house)
  await writeMemo(house, { projectId, coderId: 1, place: cellOf(1, teamId), text: 'of team' })
  await writeMemo(house, { projectId, coderId: 2, place: cellOf(1, sleepId), text: 'of sleep' })
  await mergeCodes(house, { projectId, coderId: 2, codeId: sleepId, intoId: teamId })
  for (const actorId of [1, 2, 2]) {
    await undo(house, { projectId, actorId })
    await expectFindingsInUse(house)
  }
  expect(await pictureOf(house)).toBe(before)
})
