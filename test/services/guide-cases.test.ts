import { expect, test } from 'vitest'
import { questionLines } from '../../src/domain/framework.ts'
import { cellStates } from '../../src/domain/matrix.ts'
import { codePassage } from '../../src/services/code-passage.ts'
import { createCase } from '../../src/services/create-case.ts'
import { editCase } from '../../src/services/edit-case.ts'
import { removeGuide, sayWhomAsked } from '../../src/services/edit-guide.ts'
import { rowHere, type StudyIds } from '../../src/services/exchange/remap-study.ts'
import { findExporter } from '../../src/services/exports/exports.ts'
import { findAnswers } from '../../src/services/find-answers.ts'
import { readFrequencies } from '../../src/services/frequencies.ts'
import { readGuideCases } from '../../src/services/guide-cases.ts'
import { importGuide } from '../../src/services/import-guide.ts'
import { importSources } from '../../src/services/imports/import-sources.ts'
import { readMatrix } from '../../src/services/matrix.ts'
import { readAnswerGrids } from '../../src/services/read-answers.ts'
import { matrixOfFramework, readFramework } from '../../src/services/read-framework.ts'
import { removeCase } from '../../src/services/remove-case.ts'
import { editSet, removeSet, saveSet } from '../../src/services/save-set.ts'
import { undo } from '../../src/services/undo.ts'
import { openGuideStudy, pictureOf, readSource, wordForWord } from '../support/guide-study.ts'
import { openSharedPool, openTestHouse } from '../support/house.ts'

const shared = await openSharedPool()

/** Interviews that follow a guide, one that was never held (Tomvik), and a survey: who answered it (Svar 1) and who left it empty (Svar 2). */
async function open() {
  const opened = await openTestHouse({ pool: shared })
  const { house } = opened
  const study = await openGuideStudy(house)
  const wish = { projectId: study.projectId, coderId: 1 }
  await findAnswers(house, wordForWord(), wish)
  await importSources(house, { ...wish, sources: [readSource('Svar 1', 'Mer ljus i trappan.', { kind: 'survey' })] })
  for (const name of ['Svar 2', 'Tomvik']) await createCase(house, { ...wish, name, kind: '' })
  const { slug } = await house.read.selectFrom('project').select('slug').where('id', '=', study.projectId).executeTakeFirstOrThrow()
  const kindOf = async (name: string, kind: string) => {
    const one = await house.read.selectFrom('study_case').select('id').where('name', '=', name).executeTakeFirstOrThrow()
    await editCase(house, { ...wish, caseId: one.id, edit: { kind } })
  }
  const base = `/projects/${slug}`
  const names = async () => (await readAnswerGrids(house.read, study.projectId))[0]!.cases.map(({ name }) => name)
  return { ...opened, ...study, ...wish, names, kindOf, base, say: (filter: string) => sayWhomAsked(house, { ...wish, guideId: study.guideId, filter }) }
}

const HELD = ['Granby', 'Furuvik', 'Sjöändan']

test('a case without a source is of a guide when all others of its kind are, and of none where nothing tells', async () => {
  const { house, projectId, names, kindOf, get, base } = await open()
  expect(await names(), 'a survey and interviews of one kind: nothing tells').toEqual(HELD)
  const [grid] = await readAnswerGrids(house.read, projectId)
  expect(grid!.untied.map(({ name }) => name)).toEqual(expect.arrayContaining(['Svar 2', 'Tomvik']))
  const page = await (await get(`${base}/answers`)).text()
  expect(page).toContain('A case without a source belongs here when all other cases of its kind do.')
  expect(page).toMatch(/cases without a source count for no guide: [^<]*Svar 2, Tomvik\./)
  for (const name of ['Svar 1', 'Svar 2']) await kindOf(name, 'respondent')
  expect(await names()).toEqual(expect.arrayContaining([...HELD, 'Tomvik']))
  expect(await names()).not.toContain('Svar 2')
})

test('under a theme stand the questions of the guides that its cases are in alone, each with its guide where there are several', async () => {
  const { house, get, base, projectId, teamId } = await open()
  const wish = { projectId, filter: '', topics: 'themes' }
  const linesOf = async (name: string) => {
    const framework = await readFramework(house.read, wish, await readMatrix(house.read, matrixOfFramework(wish)))
    const one = framework.cases.find((shown) => shown.name === name)!
    return questionLines(framework.topics.find(({ codeId }) => codeId === teamId)!, [one.id])
  }
  expect(await linesOf('Granby'), 'one guide needs no name').toEqual(['3. Finns det lokaler?'])
  const { guideId } = await importGuide(house, { projectId, coderId: 1, name: 'Survey', text: '1. Are there rooms? {Team}' })
  await sayWhomAsked(house, { projectId, coderId: 1, guideId, filter: 'case:"Svar 2"' })
  expect(await linesOf('Granby')).toEqual(['Byar, 3. Finns det lokaler?'])
  expect(await linesOf('Svar 2')).toEqual(['Survey, 1. Are there rooms?'])
  const project = await house.read.selectFrom('project').selectAll().where('id', '=', projectId).executeTakeFirstOrThrow()
  const input = { project, filter: 'case:"Svar 2"', language: 'en' as const, options: { topics: 'themes' } }
  const taken = String((await findExporter('framework', 'csv')(house.read, input)).bytes)
  expect(taken).toContain('Survey, 1. Are there rooms?')
  expect(taken).not.toContain('Finns det lokaler?')
  const html = await (await get(`${base}/answers?guide=${guideId}`)).text()
  for (const format of ['docx', 'xlsx', 'csv']) expect(html).toContain(`${base}/exports/answers.${format}?guide=${guideId}"`)
})

test('a guide says whom it is for: shown with its rule, undone as it was, and gone with the guide', async () => {
  const { house, projectId, guideId, names, base, get, post } = await open()
  const before = await pictureOf(house)
  const said = await post(`${base}/guides/${guideId}/cases`, { filter: 'case:Tomvik' })
  expect(await said.text()).toMatch(/The guide is also for these, somebody has said: case Tomvik\. That is 4 cases, 1 of them without a source\./)
  expect(await names()).toEqual([...HELD, 'Tomvik'])
  expect(await (await get(`${base}/guides/${guideId}`)).text()).toContain('value="case:Tomvik"')
  await undo(house, { projectId, actorId: 1 })
  expect(await pictureOf(house)).toBe(before)
  expect(await names()).toEqual(HELD)
  for (const filter of ['coder:You', 'case:Nobody', 'set:Nothing']) expect((await post(`${base}/guides/${guideId}/cases`, { filter })).status, filter).toBe(422)
  await removeGuide(house, { projectId, coderId: 1, guideId })
  expect(await readGuideCases(house.read, projectId)).toEqual([])
})

test('what a guide says goes by a set, follows its name, and is told when what it names is gone', async () => {
  const { house, projectId, coderId, caseOf, names, say, base, get, guideId } = await open()
  const wish = { projectId, coderId }
  const tomvik = await house.read.selectFrom('study_case').select('id').where('name', '=', 'Tomvik').executeTakeFirstOrThrow()
  await saveSet(house, { ...wish, name: 'Planned', filter: 'case:Tomvik' })
  await say('set:Planned')
  expect(await names()).toEqual([...HELD, 'Tomvik'])
  const { id: setId } = await house.read.selectFrom('filter_set').select('id').executeTakeFirstOrThrow()
  await editSet(house, { ...wish, setId, name: 'Meant', filter: 'case:Tomvik' })
  expect(await names()).toEqual([...HELD, 'Tomvik'])
  await expect(removeSet(house, { ...wish, setId })).rejects.toMatchObject({ key: 'refusal.set-in-guide' })
  await say(`case:#${tomvik.id}`)
  await removeCase(house, { ...wish, caseId: tomvik.id })
  expect(await names()).toEqual(HELD)
  expect(await (await get(`${base}/guides/${guideId}`)).text()).toContain('Something that the condition names is no longer there')
  expect(caseOf('Granby')).toBeGreaterThan(0)
})

test('the grid, the frequencies, the framework and the files count the same cases as asked, not asked, without source and outside', async () => {
  const { house, projectId, kindOf, teamId, sourceOf, base, get, say } = await open()
  await codePassage(house, { projectId, coderId: 1, sourceId: sourceOf('Granby'), codeIds: [teamId], selection: { start: 0, end: 8 } })
  const project = await house.read.selectFrom('project').selectAll().where('id', '=', projectId).executeTakeFirstOrThrow()
  for (const settled of [async () => {}, async () => say('case:Tomvik'), async () => kindOf('Svar 2', 'respondent')]) {
    await settled()
    const [grid] = await readAnswerGrids(house.read, projectId)
    const row = grid!.rows.find(({ question }) => question.number === 3)!
    const inGrid = (status: string) => row.cells.filter((cell) => cell.status === status).length
    const { themes, cases } = await readFrequencies(house.read, { projectId, filter: '', split: '' })
    const { whole } = themes.find(({ code }) => code.id === teamId)!
    const { standings, base: asked } = whole
    expect({ asked, not: standings.not_asked, without: standings.no_source }).toEqual({
      asked: row.asked,
      not: inGrid('not_asked'),
      without: inGrid('no_source'),
    })
    expect(standings.outside_guide).toBe(cases - grid!.cases.length)
    expect(whole.others, 'who is outside the guide does not hinder the word all').toBe(grid!.cases.length - row.asked)
    expect(Object.values(standings).reduce((sum, n) => sum + n, 0)).toBe(cases)
    const wish = { projectId, filter: '', topics: `guide:${grid!.guide.id}` }
    const matrix = await readMatrix(house.read, matrixOfFramework(wish))
    const framework = await readFramework(house.read, wish, matrix)
    const topic = framework.topics.find(({ questionId }) => questionId === row.question.id)!
    // The cells of the theme say the same of each case as its square in the frequencies.
    const cells = await readMatrix(house.read, { projectId, filter: '', rows: 'themes', columns: 'cases' })
    const at = cells.rows.findIndex(({ code }) => code!.id === teamId)
    const saidOf = (state: string) => cells.columns.filter((_, column) => cellStates[cells.cells.states[at * cells.columns.length + column]!] === state).length
    expect([saidOf('outside_guide'), saidOf('not_asked'), saidOf('no_source')]).toEqual([standings.outside_guide, standings.not_asked, standings.no_source])
    const page = await (await get(`${base}/matrix?rows=themes`)).text()
    expect(page.includes('title="outside the guide"')).toBe(standings.outside_guide > 0)
    expect(topic.standings).toEqual({ ...standings, outside_guide: 0 })
    expect(matrix.rows.find(({ key }) => key === `${row.question.id}`)!.base.of).toBe(row.asked)
    const input = { project, filter: '', language: 'en' as const, options: {} }
    const file = String((await findExporter('matrix', 'csv')(house.read, { ...input, options: { rows: 'themes', columns: 'cases' } })).bytes)
    expect(
      file
        .split('\n')
        .find((line) => line.startsWith('Team'))!
        .split('outside_guide'),
    ).toHaveLength(standings.outside_guide + 1)
    const records = JSON.parse(String((await findExporter('frequencies', 'json')(house.read, input)).bytes)) as Record<string, unknown>[]
    const of = records.find(({ theme }) => theme === themes.find(({ code }) => code.id === teamId)!.code.path)
    expect(of).toMatchObject({ asked, not_asked: standings.not_asked, no_source: standings.no_source, outside_guide: standings.outside_guide })
    const supervisor = await (await get(`${base}/supervisor`)).text()
    expect(supervisor).toContain(`${standings.outside_guide} outside the guide`)
  }
})

test('in another house a guide is for the same cases, by their ids there', () => {
  const shape = { name: 'guide', columns: ['id', 'asked_of'], refs: {} } as unknown as StudyIds['shapes'] extends ReadonlyMap<string, infer S> ? S : never
  const ids: StudyIds = {
    shapes: new Map([['guide', shape]]),
    byTable: new Map([['study_case', new Map([[3, 30]])]]),
    moved: new Map(),
    slug: { from: 'a', to: 'b' },
  }
  expect(rowHere(ids, 'guide', { id: 1, asked_of: 'case:#3 OR region:North' })['asked_of']).toBe('case:#30 OR "region":North')
  expect(rowHere(ids, 'guide', { id: 1, asked_of: '' })['asked_of']).toBe('')
})
