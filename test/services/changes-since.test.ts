import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findingStates } from '../../src/domain/finding.ts'
import { Refusal } from '../../src/domain/refusal.ts'
import { readChangesSince } from '../../src/services/changes-since.ts'
import { codePassage } from '../../src/services/code-passage.ts'
import { readFrequencies, type ThemeCount } from '../../src/services/frequencies.ts'
import { mergeCodes } from '../../src/services/merge-codes.ts'
import { moveCode } from '../../src/services/move-code.ts'
import { removeCoding } from '../../src/services/remove-coding.ts'
import { undo } from '../../src/services/undo.ts'
import { writeMemo } from '../../src/services/write-memo.ts'
import { listCodes } from '../../src/storage/codes.ts'
import { ensureFinding } from '../../src/storage/findings.ts'
import { perform } from '../../src/storage/ledger.ts'
import type { House } from '../../src/storage/open.ts'
import { newestActId } from '../../src/storage/progress.ts'
import { openTestHouse } from '../support/house.ts'
import { anyStudy, keepStudy } from '../support/random-study.ts'

const act = fc.record({ does: fc.constantFrom('code', 'remove', 'move', 'merge', 'judge', 'undo'), one: fc.nat(99), other: fc.nat(99) })

test('what is told since a moment is the difference of the numbers then and now, whatever was done', async () => {
  const { house } = await openTestHouse()
  await fc.assert(
    fc.asyncProperty(anyStudy, fc.array(act, { minLength: 1, maxLength: 6 }), async (study, acts) => {
      const { projectId } = await keepStudy(house, study)
      const then = await readFrequencies(house.read, { projectId, filter: '', split: '' })
      const actId = await newestActId(house.read)
      for (const one of acts) await doIt(house, projectId, one).catch(onlyRefusals)
      const now = await readFrequencies(house.read, { projectId, filter: '', split: '' })
      const { themes } = (await readChangesSince(house.read, { projectId, coderId: 1, actId }))!
      for (const { code, whole } of now.themes) {
        const before = then.themes.find((theme) => theme.code.id === code.id)?.whole
        const told = themes.get(code.id)
        expect(told?.quotations ?? 0, 'quotations').toBe(whole.quotations - (before?.quotations ?? 0))
        if (before) for (const state of findingStates) expect(told?.states[state] ?? 0, state).toBe(judged(whole, state) - judged(before, state))
      }
    }),
    { numRuns: 25, endOnFailure: true },
  )
}, 60_000)

test('a code that is moved takes along what was judged of its questions', async () => {
  const { house } = await openTestHouse()
  const { projectId } = await keepStudy(house, {
    ...{ sourceCases: [[0, 0]], speakers: [], turns: [], codings: [], regions: [], sizes: [], answers: [], memos: [], holes: [] },
    parents: [null, null, 0],
    questions: [[2]],
    findings: [{ one: 0, code: null, question: 0, state: 'yes' }],
  })
  const [first, second, moved] = (await listCodes(house.read, projectId)).map(({ id }) => id)
  const actId = await newestActId(house.read)
  await moveCode(house, { projectId, coderId: 1, codeId: moved!, to: { parentId: second! } })
  const { themes } = (await readChangesSince(house.read, { projectId, coderId: 1, actId }))!
  expect([themes.get(first!)?.states.yes, themes.get(second!)?.states.yes]).toEqual([-1, 1])
})

function judged({ units }: ThemeCount, wanted: string): number {
  return units.filter(({ state }) => state === wanted).length
}

function onlyRefusals(error: unknown): void {
  if (!(error instanceof Refusal)) throw error
}

async function doIt(house: House, projectId: number, { does, one, other }: { does: string; one: number; other: number }): Promise<unknown> {
  const pick = async (table: 'code' | 'source' | 'study_case', nth: number) => {
    const rows = await house.read.selectFrom(table).select('id').where('project_id', '=', projectId).orderBy('id').execute()
    return rows[nth % rows.length]!.id
  }
  const by = { projectId, coderId: 1 }
  const codeId = await pick('code', one)
  const otherId = await pick('code', other)
  if (does === 'code')
    return codePassage(house, { ...by, sourceId: await pick('source', other), codeIds: [codeId], selection: { start: one % 40, end: (one % 40) + 6 } })
  if (does === 'move') return moveCode(house, { ...by, codeId, to: one % 2 ? { parentId: otherId } : { parentId: null } })
  if (does === 'merge') return mergeCodes(house, { ...by, codeId, intoId: otherId })
  if (does === 'undo') return undo(house, { projectId, actorId: 1 })
  if (does === 'judge')
    return perform(house.write, { projectId, actorId: 1, kind: 'write-memo' }, async (ledger) => {
      const id = await ensureFinding(ledger, { caseId: await pick('study_case', other), codeId, questionId: null })
      await ledger.update('finding', id, { state: findingStates[one % 3]! })
    })
  const codings = await house.read
    .selectFrom('coding')
    .innerJoin('code', 'code.id', 'coding.code_id')
    .select('coding.id')
    .where('code.project_id', '=', projectId)
    .execute()
  return removeCoding(house, { ...by, codingId: codings[one % codings.length]!.id })
}

test('codings and memos are those of others that came and stand; one’s own are no news', async () => {
  const { house } = await openTestHouse()
  const { projectId } = await keepStudy(house, fc.sample(anyStudy, { numRuns: 1, seed: 5 })[0]!)
  const actId = await newestActId(house.read)
  const source = await house.read.selectFrom('source').select('id').where('project_id', '=', projectId).executeTakeFirstOrThrow()
  const code = await house.read.selectFrom('code').select('id').where('project_id', '=', projectId).executeTakeFirstOrThrow()
  for (const start of [1, 21])
    await codePassage(house, { projectId, coderId: 1, sourceId: source.id, codeIds: [code.id], selection: { start, end: start + 7 } })
  await undo(house, { projectId, actorId: 1 })
  await writeMemo(house, { projectId, coderId: 1, place: { kind: 'code', id: code.id }, text: 'Why?' })
  expect(await readChangesSince(house.read, { projectId, coderId: 1, actId })).toMatchObject({ codings: 0, memos: 0 })
  expect(await readChangesSince(house.read, { projectId, coderId: 2, actId })).toMatchObject({ codings: 1, memos: 1 })
})
