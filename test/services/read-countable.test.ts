import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codePassage } from '../../src/services/code-passage.ts'
import { readCountable } from '../../src/services/read-countable.ts'
import { removeCoding } from '../../src/services/remove-coding.ts'
import { removeSource } from '../../src/services/remove-source.ts'
import { resizeCoding } from '../../src/services/resize-coding.ts'
import { setStatus } from '../../src/services/set-status.ts'
import { redo, undo } from '../../src/services/undo.ts'
import { readAttribution } from '../../src/storage/case-turns.ts'
import { readCountedSince } from '../../src/storage/counted-since.ts'
import { perform } from '../../src/storage/ledger.ts'
import type { House } from '../../src/storage/open.ts'
import { newestActId } from '../../src/storage/progress.ts'
import { readCounted } from '../../src/storage/quotations.ts'
import { resolveFilter } from '../../src/storage/resolve-filter.ts'
import { readSpokenWords } from '../../src/storage/spoken-words.ts'
import { openSharedPool, openTestHouse } from '../support/house.ts'
import { anyStudy, keepStudy } from '../support/random-study.ts'

const pool = await openSharedPool()
const acts = ['code', 'code', 'remove', 'resize', 'status', 'memo', 'speak', 'undo', 'redo', 'leave'] as const
const step = fc.record({ act: fc.constantFrom(...acts), pick: fc.nat(99), start: fc.nat(40), length: fc.integer({ min: 4, max: 15 }) })

/** Do something to a study, if there is anything to do it to. */
async function doAct(house: House, projectId: number, { act, pick, start, length }: typeof step extends fc.Arbitrary<infer S> ? S : never) {
  const who = { projectId, coderId: 1 }
  const sources = await house.read.selectFrom('source').select('id').where('project_id', '=', projectId).execute()
  const codes = await house.read.selectFrom('code').select('id').where('project_id', '=', projectId).execute()
  const codings = await house.read
    .selectFrom('coding')
    .innerJoin('code', 'code.id', 'coding.code_id')
    .select('coding.id')
    .where('code.project_id', '=', projectId)
    .where('coder_id', '=', 1)
    .execute()
  const any = <T>(things: readonly T[]) => things[pick % things.length]!
  const selection = { start, end: start + length }
  if (act === 'code' && sources.length > 0) await codePassage(house, { ...who, sourceId: any(sources).id, codeIds: [any(codes).id], selection })
  if (act === 'remove' && codings.length > 0) await removeCoding(house, { ...who, codingId: any(codings).id })
  if (act === 'resize' && codings.length > 0) await resizeCoding(house, { ...who, codingId: any(codings).id, selection })
  if (act === 'status' && sources.length > 0) await setStatus(house, { ...who, sourceId: any(sources).id, status: pick % 2 ? 'done' : 'in work' })
  if (act === 'leave' && pick % 5 === 0 && sources.length > 1) await removeSource(house, { ...who, sourceId: any(sources).id })
  if (act === 'speak' && sources.length > 0) await speak(house, projectId, any(sources).id, pick)
  if (act === 'undo') await undo(house, { projectId, actorId: 1 })
  if (act === 'redo') await redo(house, { projectId, actorId: 1 })
}

/** Somebody turns out to be another case, or none. */
async function speak(house: House, projectId: number, sourceId: number, pick: number): Promise<void> {
  const speaker = await house.read.selectFrom('speaker').select('id').where('source_id', '=', sourceId).executeTakeFirst()
  const cases = await house.read.selectFrom('study_case').select('id').where('project_id', '=', projectId).execute()
  const draft = { projectId, actorId: 1, kind: 'set-speaker' } as const
  if (speaker)
    await perform(house.write, draft, async (ledger) => void (await ledger.update('speaker', speaker.id, { case_id: pick % 3 ? cases[pick % 4]!.id : null })))
}

test('what is kept of what is counted is what is there, whatever has been done', async () => {
  const { house } = await openTestHouse({ pool })
  await fc.assert(
    fc.asyncProperty(anyStudy, fc.array(step, { minLength: 4, maxLength: 8 }), async (study, steps) => {
      const { projectId } = await keepStudy(house, study)
      const selection = await resolveFilter(house.read, projectId, { all: [] })
      for (const one of steps) {
        // What is refused has changed nothing.
        await doAct(house, projectId, one).catch(() => {})
        const { codings, attribution, words } = await readCountable(house.read, selection, '', true)
        expect([...codings]).toEqual([...(await readCounted(house.read, selection))])
        const fresh = await readAttribution(house.read, projectId)
        for (let at = 0; at < codings.length; at += 6)
          expect(attribution.casesOf(codings[at + 2]!, codings[at + 3]!, codings[at + 4]!)).toEqual(
            fresh.casesOf(codings[at + 2]!, codings[at + 3]!, codings[at + 4]!),
          )
        expect(words).toEqual(await readSpokenWords(house.read, selection, fresh))
      }
    }),
    { numRuns: 12, endOnFailure: true },
  )
}, 90_000)

test('how far a source has come changes nothing that is counted, a coding its source alone, and who speaks anything', async () => {
  const { house } = await openTestHouse({ pool })
  const { projectId } = await keepStudy(house, { ...fc.sample(anyStudy, { numRuns: 1, seed: 3 })[0]!, speakers: [{ source: 0, one: 1, role: 'informant' }] })
  const [source] = await house.read.selectFrom('source').select('id').where('project_id', '=', projectId).orderBy('id').execute()
  const [code] = await house.read.selectFrom('code').select('id').where('project_id', '=', projectId).execute()
  const since = async (act: () => Promise<unknown>) => {
    const before = await newestActId(house.read)
    await act()
    return readCountedSince(house.read, before)
  }
  const who = { projectId, coderId: 1, sourceId: source!.id }
  expect(await since(() => setStatus(house, { ...who, status: 'done' }))).toBe('nothing')
  expect(await since(() => codePassage(house, { ...who, codeIds: [code!.id], selection: { start: 1, end: 19 } }))).toEqual({ sourceIds: new Set([source!.id]) })
  expect(await since(() => undo(house, { projectId, actorId: 1 }))).toEqual({ sourceIds: new Set([source!.id]) })
  expect(await since(() => speak(house, projectId, source!.id, 2))).toBe('anything')
})
