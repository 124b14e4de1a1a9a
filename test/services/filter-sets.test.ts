import { expect, test } from 'vitest'
import { paragraphsOf } from '../../src/domain/paragraph.ts'
import { codePassage } from '../../src/services/code-passage.ts'
import { createCase } from '../../src/services/create-case.ts'
import { editCode } from '../../src/services/edit-code.ts'
import { editParagraph } from '../../src/services/edit-paragraph.ts'
import { linkCase } from '../../src/services/link-case.ts'
import { readQuotations } from '../../src/services/read-quotations.ts'
import { readSets } from '../../src/services/read-sets.ts'
import { editSet, removeSet, saveSet } from '../../src/services/save-set.ts'
import { searchProject } from '../../src/services/search-project.ts'
import { settleReview } from '../../src/services/settle-review.ts'
import { redo, undo } from '../../src/services/undo.ts'
import { perform } from '../../src/storage/ledger.ts'
import type { House } from '../../src/storage/open.ts'
import { openTestHouse, seedSmallStudy } from '../support/house.ts'

async function coded(text?: string) {
  const tools = await openTestHouse()
  const ids = await seedSmallStudy(tools.house, text)
  const wish = { projectId: ids.projectId, sourceId: ids.sourceId, coderId: 1 }
  await codePassage(tools.house, { ...wish, codeIds: [ids.sleepId], selection: { start: 0, end: 11 } })
  await codePassage(tools.house, { ...wish, codeIds: [ids.teamId], selection: { start: 33, end: 56 } })
  return { ...tools, ...ids, who: { projectId: ids.projectId, coderId: 1 } }
}
const rowsOf = (house: House) => house.read.selectFrom('filter_set').selectAll().orderBy('id').execute()
const counted = async (house: House, projectId: number, filter: string) => (await readQuotations(house.read, { projectId, filter })).total.quotations

test('a set selects as its filter does, wherever a filter is written, and outlives a change of names', async () => {
  const { house, projectId, who, sleepId } = await coded()
  await saveSet(house, { ...who, name: 'Rest', filter: 'code:"Fatigue > Sleep"' })
  await saveSet(house, { ...who, name: 'Not rest', filter: '-set:rest' })
  expect([
    await counted(house, projectId, 'set:Rest'),
    await counted(house, projectId, 'set:"Not rest"'),
    await counted(house, projectId, '-set:"Not rest"'),
  ]).toEqual([1, 1, 1])
  await editCode(house, {
    projectId,
    coderId: 1,
    codeId: sleepId,
    edit: { label: 'Slumber', color: null, definition: '', whenToUse: '', whenNot: '', example: '' },
  })
  expect(await counted(house, projectId, 'set:Rest')).toBe(1)
  expect((await readSets(house, projectId)).map(({ name, text, quotations }) => [name, text, quotations])).toEqual([
    ['Not rest', '-set:rest', 1],
    ['Rest', 'code:"Fatigue > Slumber"', 1],
  ])
})

test('renaming goes through the sets that use it; all of it is undone and done again', async () => {
  const { house, projectId, who } = await coded()
  await saveSet(house, { ...who, name: 'Rest', filter: 'code:Sleep' })
  await saveSet(house, { ...who, name: 'Not rest', filter: '-set:rest' })
  const before = await rowsOf(house)
  await editSet(house, { ...who, setId: before[0]!.id, name: 'Sleepers', filter: 'code:Sleep' })
  const after = await rowsOf(house)
  expect(after.map(({ name, filter }) => `${name}: ${filter}`)).toEqual([`Sleepers: ${before[0]!.filter}`, 'Not rest: -set:Sleepers'])
  await undo(house, { projectId, actorId: 1 })
  expect(await rowsOf(house)).toEqual(before)
  await redo(house, { projectId, actorId: 1 })
  expect(await rowsOf(house)).toEqual(after)
  await removeSet(house, { ...who, setId: after[1]!.id })
  expect(await rowsOf(house)).toHaveLength(1)
  await undo(house, { projectId, actorId: 1 })
  expect(await rowsOf(house)).toEqual(after)
})

test('what can not be a set is refused in a sentence', async () => {
  const { house, who } = await coded()
  await saveSet(house, { ...who, name: 'Rest', filter: 'code:Sleep' })
  await saveSet(house, { ...who, name: 'Not rest', filter: '-set:Rest' })
  const [rest] = await rowsOf(house)
  const refused = async (work: Promise<unknown>, key: string) => expect(work).rejects.toMatchObject({ key })
  await refused(saveSet(house, { ...who, name: 'REST', filter: 'code:Team' }), 'refusal.set-taken')
  await refused(saveSet(house, { ...who, name: 'All', filter: '  ' }), 'refusal.set-of-all')
  await refused(saveSet(house, { ...who, name: 'Gone', filter: 'code:Gone' }), 'refusal.filter-no-code')
  await refused(saveSet(house, { ...who, name: '', filter: 'code:Team' }), 'refusal.no-name')
  await refused(editSet(house, { ...who, setId: rest!.id, name: 'Rest', filter: 'set:"not rest" code:Team' }), 'refusal.set-of-itself')
  await refused(removeSet(house, { ...who, setId: rest!.id }), 'refusal.set-in-use')
  await refused(removeSet(house, { ...who, setId: 999 }), 'refusal.no-set')
  expect(await rowsOf(house)).toHaveLength(2)
})

test('sets are saved, changed and removed on their page, and chosen in the matrix', async () => {
  const { house, get, post } = await coded()
  const address = '/projects/night-shift/sets'
  expect(
    (await post(address, { name: 'Rest <i>', filter: 'code:Sleep', back: '/projects/night-shift/matrix?filter=code:Sleep' }, {})).headers.get('Location'),
  ).toBe('/projects/night-shift/matrix?filter=code:Sleep')
  const page = await (await get(address)).text()
  expect(page).toContain('Rest &lt;i&gt;')
  expect(page).toContain('code Fatigue &gt; Sleep')
  const matrix = await get(`/projects/night-shift/matrix?set=${encodeURIComponent('Rest <i>')}`)
  expect(matrix.status).toBe(200)
  expect(await matrix.text()).toContain('the set Rest &lt;i&gt;')
  const [set] = await rowsOf(house)
  expect((await post(`${address}/${set!.id}`, { name: 'Rest', filter: 'code:Team' }, {})).status).toBe(303)
  expect((await post(`${address}/${set!.id}/removal`, {}, {})).status).toBe(303)
  expect(await rowsOf(house)).toEqual([])
})

test('review: tells what a person has laid again, and the sources in which something waits', async () => {
  const { house, projectId, sourceId, who } = await coded()
  const at = async () => {
    const query = house.read.selectFrom('source').innerJoin('source_version as version', 'version.id', 'source.version_id')
    return query.select(['version.id as versionId', 'version.text']).where('source.id', '=', sourceId).executeTakeFirstOrThrow()
  }
  const counts = async () => Promise.all(['waiting', 'settled', '*'].map((value) => counted(house, projectId, `review:${value}`)))
  expect(await counts()).toEqual([0, 0, 0])
  const { versionId, text } = await at()
  const paragraph = paragraphsOf(text)[0]!
  await editParagraph(house, { ...who, sourceId, versionId, paragraph, text: 'Nobody slept at all, and so on.' })
  expect(await counts()).toEqual([1, 0, 1])
  const { id } = await house.read.selectFrom('carry_review').select('id').executeTakeFirstOrThrow()
  await settleReview(house, { ...who, reviewId: id, placing: { at: 'words', from: 'Nobody slept', to: '' } })
  expect(await counts()).toEqual([0, 1, 1])
  expect(await counted(house, projectId, '-review:settled')).toBe(1)
  await undo(house, { projectId, actorId: 1 })
  expect(await counts()).toEqual([1, 0, 1])
})

test('a search takes sets, states and reviews as conditions of its paragraphs', async () => {
  const { house, searcher, projectId, who, sleepId, sourceId } = await coded('I was tired 😴, <b>so</b> tired.\nAnd then it was morning.\nSo quiet.')
  const hits = async (query: string) => {
    const { total, query: read } = await searchProject({ house, searcher }, { projectId, query, limit: 20, order: 'best' })
    return read.problems.length > 0 ? read.problems.map(({ key }) => key) : total
  }
  await saveSet(house, { ...who, name: 'Rest', filter: 'code:"Fatigue > Sleep"' })
  await saveSet(house, { ...who, name: 'Not rest', filter: '-set:rest' })
  expect([await hits('set:Rest'), await hits('-set:"Not rest"'), await hits('set:"Not rest"')]).toEqual([1, 1, 2])
  expect(await hits('set:Rest made:rule')).toBe(0)
  expect(await hits('set:Nothing')).toEqual(['refusal.no-such-set'])
  expect([await hits('state:yes'), await hits('review:waiting'), await hits('state:maybe')]).toEqual([0, 0, ['refusal.filter-value']])
  await createCase(house, { ...who, name: 'Ward A', kind: 'ward' })
  await linkCase(house, { ...who, sourceId, caseName: 'Ward A' })
  await perform(house.write, { projectId, actorId: 1, kind: 'write-memo' }, (ledger) =>
    ledger.insert('finding', { guid: 'f1', case_id: 1, code_id: sleepId, question_id: null, state: 'yes', summary: '' }),
  )
  expect([await hits('state:yes'), await hits('state:no')]).toEqual([1, 0])
})
