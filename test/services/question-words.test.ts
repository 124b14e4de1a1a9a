import { expect, test } from 'vitest'
import { type CodeHits, codeHits, planHits } from '../../src/services/code-hits.ts'
import { codePassage } from '../../src/services/code-passage.ts'
import { readCoverage } from '../../src/services/coverage.ts'
import { findAnswers } from '../../src/services/find-answers.ts'
import { findSimilar } from '../../src/services/find-similar.ts'
import { hitsOf } from '../../src/services/hits-of.ts'
import { importSources } from '../../src/services/imports/import-sources.ts'
import { searchProject } from '../../src/services/search-project.ts'
import { supervise } from '../../src/services/supervise.ts'
import { openGuideStudy, readSource, wordForWord } from '../support/guide-study.ts'
import { openTestHouse } from '../support/house.ts'

const SAID = 'Hur länge har du bott här? Länge nog.\nFinns det lokaler? Det finns lokaler, men de är dyra.\nVem betalar hyran? Ingen betalar.'

async function open() {
  const opened = await openTestHouse()
  const study = await openGuideStudy(opened.house)
  await importSources(opened.house, { ...study, sources: [readSource('Hamnby', SAID)] })
  await findAnswers(opened.house, wordForWord(), study)
  const found = async (query: string) => {
    const { hits } = await opened.searcher.search(study.projectId, query, { order: 'text' })
    return hits.map(({ source, paragraph, text, start, best }) => `${source} ${paragraph} ${text.slice(best.start - start, best.end - start)}`)
  }
  return { ...opened, study, found }
}

test('the words of a question in the paragraph of its answer are nobody’s answer, and not the informant’s', async () => {
  const { found } = await open()
  expect(await found('lokaler ')).toEqual(['Granby 4 lokaler', 'Furuvik 2 lokaler', 'Sjöändan 2 lokaler', 'Hamnby 2 lokaler'])
  for (const asked of ['role:informant lokaler ', 'question:3 lokaler ', 'answer:answered lokaler ', '(role:informant OR role:other) lokaler '])
    expect(await found(asked), asked).toEqual(['Hamnby 2 lokaler'])
  expect(await found('question:3 "finns det lokaler"')).toEqual([])
  // The paragraph's own are told by their answers, not by the question before them.
  expect((await found('question:3'))[0]).toBe('Granby 4 Ja, den gamla mejeriet')
  expect(await found('question:3 -lokaler')).toEqual(['Granby 4 Ja, den gamla mejeriet', 'Sjöändan 2 Nej'])
})

test('hits in a question are not coded; where its paragraph answers with the words as well, what is said is shown and coded', async () => {
  const { house, searcher, study } = await open()
  const query = 'lokaler OR betalar '
  const hits = await hitsOf({ house, searcher }, study.projectId, query)
  const wish: CodeHits = { projectId: study.projectId, coderId: 1, codeId: study.sleepId, extent: 'paragraph', query, hits }
  const answers = ['Det finns lokaler, men de är dyra.', 'Ingen betalar.']
  expect(await planHits(house, wish)).toMatchObject({ hits: 7, asked: 5, passages: 2, sources: 1, first: answers.map((words) => ({ words })) })
  const { lines } = await searchProject({ house, searcher }, { projectId: study.projectId, query, limit: 50, order: 'text' })
  expect(lines.filter(({ source }) => source === 'Hamnby').map(({ start, end }) => SAID.slice(start - 10, end))).toEqual([
    'Det finns lokaler',
    'an? Ingen betalar',
  ])
  const asked = hits.filter(({ start, end }) => !answers.some((words) => words.includes(SAID.slice(start, end)) && start >= SAID.indexOf(words)))
  await expect(codeHits(house, { ...wish, hits: asked })).rejects.toMatchObject({ key: 'refusal.hits-asked' })
  await codeHits(house, wish)
  const made = await house.read.selectFrom('quotation').select(['start_offset as start', 'end_offset as end']).execute()
  expect(made.map(({ start, end }) => SAID.slice(start, end))).toEqual(answers)
})

test('a passage is like others by what is answered, and the sentence to be coded is never the question', async () => {
  const { house, pool, searcher, study } = await open()
  const texts = Array.from({ length: 12 }, (_, nth) => `Finns det lokaler? Det gamla mejeriet nummer ${nth} är lokaler, bra lokaler, och mejeriet är kallt.`)
  const others = Array.from({ length: 40 }, (_, nth) => `Vad gör du om dagarna? Jag åker buss ${nth} till arbetet och hem igen.`)
  await importSources(house, { ...study, sources: [...texts, ...others].map((text, nth) => readSource(`By ${nth}`, text)) })
  await findAnswers(house, wordForWord(), study)
  const sources = await house.read.selectFrom('source').select(['id', 'title']).execute()
  for (const nth of [0, 1, 2, 3])
    await codePassage(house, {
      ...study,
      sourceId: sources.find(({ title }) => title === `By ${nth}`)!.id,
      codeIds: [study.teamId],
      // One was coded with its question.
      selection: { start: nth === 0 ? 0 : texts[nth]!.indexOf('Det gamla'), end: texts[nth]!.length },
    })
  const { words, passages } = await findSimilar({ house, pool, searcher }, { projectId: study.projectId, codeId: study.teamId, without: [] })
  expect(words.map(({ word }) => word)).toEqual(expect.arrayContaining(['mejeriet', 'lokaler']))
  expect(passages.map(({ under }) => under)).not.toContain('Sjöändan')
  expect(passages.length).toBeGreaterThan(3)
  for (const { text, start: from, sentence } of passages) {
    expect(text.slice(sentence.start - from, sentence.end - from)).not.toContain('Finns det lokaler?')
  }
})

test('a source that nobody coded has as many words from the informant on the supervisor’s page as on that of coverage', async () => {
  const { house, pool, study } = await open()
  const wish = { projectId: study.projectId, coderId: 1, themeId: undefined, sinceAct: undefined }
  const told = (warnings: readonly { gap: string; name: string; n: number }[]) =>
    warnings.filter(({ gap }) => gap === 'uncoded-source').map(({ name, n }) => `${name} ${n}`)
  const covered = told((await readCoverage(house.read, { projectId: study.projectId, filter: '' })).warnings)
  expect(covered).toContain('Furuvik 7')
  expect(told((await supervise({ house, pool }, wish)).warnings)).toEqual(covered)
})
