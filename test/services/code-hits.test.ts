import { expect, test } from 'vitest'
import { type CodeHits, codeHits, planHits } from '../../src/services/code-hits.ts'
import { codePassage } from '../../src/services/code-passage.ts'
import { hitsOf } from '../../src/services/hits-of.ts'
import { replaceWords } from '../../src/services/replace-words.ts'
import { progressOf } from '../../src/services/source-progress.ts'
import { undo } from '../../src/services/undo.ts'
import { perform } from '../../src/storage/ledger.ts'
import { openTestHouse, seedSmallStudy } from '../support/house.ts'

const text = 'Tired, so tired. Then it was morning 😴.\nAnna: tired again.\nNot me.'

async function nightShift() {
  const opened = await openTestHouse()
  const study = await seedSmallStudy(opened.house, text)
  const hits = await hitsOf(opened, study.projectId, 'tired')
  const wish: CodeHits = { projectId: study.projectId, coderId: 1, codeId: study.sleepId, extent: 'sentence', query: 'tired', hits }
  const codings = () => opened.house.read.selectFrom('coding').innerJoin('quotation', 'quotation.id', 'coding.quotation_id').selectAll().execute()
  return { ...opened, study, hits, wish, codings }
}

test('hits become passages of the extent, as one act made by a rule that keeps the query; one undo takes all back', async () => {
  const { house, wish, codings, study } = await nightShift()
  expect(await planHits(house, wish)).toEqual({
    hits: 2,
    passages: 2,
    already: 0,
    fresh: 2,
    paragraph: 0,
    sources: 1,
    asked: 0,
    asking: 0,
    first: [
      { words: 'Tired, so tired.', source: 'Nurse 01', paragraph: 1, asks: false },
      { words: 'Anna: tired again.', source: 'Nurse 01', paragraph: 2, asks: false },
    ],
  })
  expect(await codings()).toEqual([])
  await codeHits(house, wish)
  const made = await codings()
  expect(made.map((one) => text.slice(one.start_offset, one.end_offset))).toEqual(['Tired, so tired.', 'Anna: tired again.'])
  expect(made.map((one) => one.made_by)).toEqual(['rule', 'rule'])
  const act = await house.read.selectFrom('act').selectAll().orderBy('id', 'desc').executeTakeFirstOrThrow()
  expect([act.kind, JSON.parse(act.about)]).toEqual(['code-hits', { codeId: study.sleepId, count: 2, label: 'tired' }])
  await undo(house, { projectId: study.projectId, actorId: 1 })
  expect(await codings()).toEqual([])
  expect(await house.read.selectFrom('quotation').selectAll().execute()).toEqual([])
})

test('what is so coded already stays as it is; when all is, it is said', async () => {
  const { house, wish, codings, study } = await nightShift()
  await codePassage(house, { projectId: study.projectId, sourceId: study.sourceId, coderId: 1, codeIds: [study.sleepId], selection: { start: 0, end: 16 } })
  expect(await planHits(house, wish)).toMatchObject({ passages: 2, already: 1, fresh: 1 })
  await codeHits(house, wish)
  expect((await codings()).map((one) => one.made_by)).toEqual(['person', 'rule'])
  await expect(codeHits(house, wish)).rejects.toMatchObject({ key: 'refusal.hits-already' })
})

test('two hits in one passage make one; where there is no answer it is the paragraph', async () => {
  const { house, wish, study } = await nightShift()
  const twice = { ...wish, hits: [wish.hits[0]!, { ...wish.hits[0]!, start: 10, end: 15 }] }
  expect(await planHits(house, twice)).toMatchObject({ hits: 2, passages: 1 })
  expect(await planHits(house, { ...wish, extent: 'answer' })).toMatchObject({ passages: 2, paragraph: 2 })
  expect(await planHits(house, { ...wish, extent: 'words' })).toMatchObject({ passages: 2, paragraph: 0 })
  await expect(planHits(house, { ...wish, hits: [] })).rejects.toMatchObject({ key: 'refusal.no-hits' })
  await expect(planHits(house, { ...wish, codeId: study.foreignId })).rejects.toMatchObject({ key: 'refusal.no-code' })
  await expect(codeHits(house, { ...wish, hits: [{ ...wish.hits[0]!, end: 10_000 }] })).rejects.toMatchObject({ key: 'refusal.outside-text' })
})

test('hits in a text that was changed since are refused, and nothing is coded', async () => {
  const { house, wish, codings, study } = await nightShift()
  await replaceWords(house, {
    projectId: study.projectId,
    coderId: 1,
    sourceId: study.sourceId,
    versionId: wish.hits[0]!.versionId,
    find: 'morning',
    to: 'noon',
    whole: true,
  })
  await expect(codeHits(house, wish)).rejects.toMatchObject({ key: 'refusal.hits-moved' })
  expect(await codings()).toEqual([])
})

test('what is done while the hits are read is seen before they are coded', async () => {
  const { house, wish, codings, study } = await nightShift()
  const changed = { projectId: study.projectId, coderId: 1, sourceId: study.sourceId, versionId: wish.hits[0]!.versionId }
  // The writer is taken before the hits are read, and let go after.
  const [, coded] = await Promise.allSettled([replaceWords(house, { ...changed, find: 'Tired', to: 'Weary', whole: true }), codeHits(house, wish)])
  expect(coded).toMatchObject({ status: 'rejected', reason: { key: 'refusal.hits-moved' } })
  expect(await codings()).toEqual([])
})

test('what a search coded has been gone through by nobody, as long as no person codes there', async () => {
  const { house, wish, study } = await nightShift()
  const { projectId, sourceId, sleepId } = study
  await codeHits(house, wish)
  const status = async () => (await house.read.selectFrom('source').select('status').where('id', '=', sourceId).executeTakeFirstOrThrow()).status
  expect((await progressOf(house, projectId)).get(sourceId)).toMatchObject({ coded: 2, last: 0 })
  expect(await status()).toBe('not started')
  await codePassage(house, { projectId, sourceId, coderId: 1, codeIds: [sleepId], selection: { start: 0, end: 5 } })
  expect((await progressOf(house, projectId)).get(sourceId)).toMatchObject({ last: 1 })
  expect(await status()).toBe('in work')
})

test('more hits than are coded at a time are refused, none left out in silence', async () => {
  const { house, searcher, study } = await nightShift()
  const many = { ...searcher, search: async (...asked: Parameters<typeof searcher.search>) => ({ ...(await searcher.search(...asked)), total: 20_001 }) }
  await expect(hitsOf({ house, searcher: many }, study.projectId, 'tired')).rejects.toMatchObject({
    key: 'refusal.hits-many',
    values: { n: 20_001, most: 20_000 },
  })
})

test('the very passages are told before they are coded, with those that hold words of the interviewer; the history keeps the query', async () => {
  const { house, searcher, get, study } = await nightShift()
  const { projectId, sourceId, sleepId } = study
  await perform(house.write, { projectId, actorId: 1, kind: 'create-case' }, async (ledger) => {
    const speaker_id = await ledger.insert('speaker', { source_id: sourceId, label: 'Anna', role: 'interviewer', case_id: null })
    const start_offset = text.indexOf('Anna')
    await ledger.insert('source_span', { source_id: sourceId, kind: 'turn', start_offset, end_offset: text.indexOf('\nNot'), speaker_id })
  })
  const hits = await hitsOf({ house, searcher }, projectId, 'tired')
  const wish: CodeHits = { projectId, coderId: 1, codeId: sleepId, extent: 'paragraph', query: 'tired -bed', hits }
  const plan = await planHits(house, wish)
  expect(plan).toMatchObject({
    fresh: 2,
    asking: 1,
    first: [
      { asks: false, paragraph: 1 },
      { asks: true, paragraph: 2 },
    ],
  })
  await codeHits(house, wish)
  const made = await house.read.selectFrom('coding').innerJoin('quotation', 'quotation.id', 'coding.quotation_id').selectAll().execute()
  expect(made.map((one) => text.slice(one.start_offset, one.end_offset))).toEqual(plan.first.map(({ words }) => words))
  expect((await (await get('/projects/night-shift/history')).text()).replaceAll('&quot;', '"')).toContain('tired -bed')
})
