import { expect, test } from 'vitest'
import { undo } from '../../src/services/undo.ts'
import { perform } from '../../src/storage/ledger.ts'
import type { House } from '../../src/storage/open.ts'
import { keepVersion } from '../../src/storage/source-versions.ts'
import { openSearcher } from '../../src/workers/searcher.ts'
import { openTestHouse, seedSmallStudy } from '../support/house.ts'

/** Give a source another text, as a correction will. */
async function correct(house: House, projectId: number, sourceId: number, text: string): Promise<void> {
  await perform(house.write, { projectId, actorId: 1, kind: 'rename-source' }, async (ledger) => {
    const { guid } = await ledger.trx.selectFrom('source').select('guid').where('id', '=', sourceId).executeTakeFirstOrThrow()
    const versionId = await keepVersion(ledger.trx, { sourceGuid: guid, number: 2, text, actId: ledger.actId })
    await ledger.update('source', sourceId, { version_id: versionId })
  })
}

test('a hit says its source, its cases and where it stands', async () => {
  const { house, searcher } = await openTestHouse()
  const { projectId, sourceId } = await seedSmallStudy(house)
  await perform(house.write, { projectId, actorId: 1, kind: 'create-case' }, async (ledger) => {
    const caseId = await ledger.insert('study_case', { guid: 'c', project_id: projectId, name: 'Ward 3', position: 1 })
    await ledger.insert('source_case', { source_id: sourceId, case_id: caseId })
  })
  const { total, hits, milliseconds } = await searcher.search(projectId, 'morning')
  expect(total).toBe(1)
  expect(milliseconds).toBeGreaterThan(0)
  expect(hits[0]).toMatchObject({ source: 'Nurse 01', caseNames: ['Ward 3'], paragraph: 2, text: 'And then it was morning.' })
})

test('what is corrected, undone or removed shows at once', async () => {
  const { house, searcher } = await openTestHouse()
  const { projectId, sourceId } = await seedSmallStudy(house)
  const totals = async () => Promise.all(['tired ', 'awake '].map(async (query) => (await searcher.search(projectId, query)).total))
  expect(await totals()).toEqual([1, 0])
  await correct(house, projectId, sourceId, 'I was awake.\nWide awake.')
  expect(await totals()).toEqual([0, 2])
  await undo(house, { projectId, actorId: 1 })
  expect(await totals()).toEqual([1, 0])
  await perform(house.write, { projectId, actorId: 1, kind: 'remove-source' }, (ledger) => ledger.remove('source', sourceId))
  expect(await totals()).toEqual([0, 0])
  await undo(house, { projectId, actorId: 1 })
  expect(await totals()).toEqual([1, 0])
})

test('a thread that dies is started again, and the question asked again', async () => {
  const { house, searcher } = await openTestHouse()
  const { projectId } = await seedSmallStudy(house)
  expect((await searcher.search(projectId, 'tired')).total).toBe(1)
  const asked = searcher.search(projectId, 'tired')
  await searcher.rest()
  expect((await asked).total).toBe(1)
  expect((await searcher.search(projectId, 'morning')).total).toBe(1)
})

test('many questions at once are all answered', async () => {
  const { house, searcher } = await openTestHouse()
  const { projectId, elsewhereId } = await seedSmallStudy(house)
  expect((await searcher.search(elsewhereId, 'tired')).total, 'another project').toBe(0)
  const answers = await Promise.all(Array.from({ length: 40 }, (_, nth) => searcher.search(projectId, nth % 2 ? 'tired' : 'xyzzy')))
  expect(answers.map(({ total }) => total)).toEqual(answers.map((_, nth) => nth % 2))
})

test('a search that takes too long of the thread that all share is given up, and says so', async () => {
  const { house } = await openTestHouse()
  const { projectId } = await seedSmallStudy(house)
  const impatient = openSearcher(house.file, -1)
  const { total, hits, facets, query } = await impatient.search(projectId, 'tired', { facets: true })
  expect([total, hits, facets]).toEqual([0, [], null])
  expect(query.problems.map(({ key }) => key)).toEqual(['search.problem-too-much'])
  await impatient.close()
})

test('a search that is too much in one project leaves another’s answered whole, soon after', async () => {
  const { house } = await openTestHouse()
  const { projectId, elsewhereId } = await seedSmallStudy(
    house,
    Array.from({ length: 400 }, (_, n) => `We were tired on night ${n}, and the ward was ward${n}.`).join('\n'),
  )
  const impatient = openSearcher(house.file, 0)
  const hostile = 'a~ e* "ward night"~9 '.repeat(40)
  const began = performance.now()
  const [slow, other] = await Promise.all([
    impatient.search(projectId, hostile, { facets: true }),
    // Nothing is asked of words there, so that nothing is late.
    impatient.search(elsewhereId, 'code:*'),
  ])
  expect(slow.query.problems.map(({ key }) => key)).toContain('search.problem-too-much')
  expect([other.total, other.query.problems]).toEqual([0, []])
  expect(performance.now() - began).toBeLessThan(20_000)
  await impatient.close()
})

test('a closed searcher answers no more, and leaves no question waiting', async () => {
  const { house, searcher } = await openTestHouse()
  const { projectId } = await seedSmallStudy(house)
  const asked = searcher.search(projectId, 'tired').catch((error: Error) => error.message)
  await searcher.close()
  expect(await asked).toBe('The searcher is closed.')
  await expect(searcher.search(projectId, 'tired')).rejects.toThrow('closed')
})
