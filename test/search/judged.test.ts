import { expect, test } from 'vitest'
import { parseQuery } from '../../src/domain/parse-query.ts'
import { readCorpusInterviews } from '../../src/exchange/corpus.ts'
import { ParagraphIndex } from '../../src/search/paragraph-index.ts'
import { createDemo } from '../../src/services/create-demo.ts'
import { openReader } from '../../src/storage/open.ts'
import { ProjectIndexes } from '../../src/workers/project-indexes.ts'
import { openTestHouse } from '../support/house.ts'
import { callings } from './judged/callings.ts'
import { english, englishText } from './judged/english.ts'
import { moreEnglish, moreEnglishText } from './judged/more-english.ts'
import { moreBokmaal, moreBokmaalText, moreNynorsk, moreNynorskText } from './judged/more-norwegian.ts'
import { moreSwedish, moreSwedishSynonyms, moreSwedishText } from './judged/more-swedish.ts'
import { norwegian, norwegianTexts } from './judged/norwegian.ts'
import { mustFind, mustNotFind, type Passage, type Question } from './judged/question.ts'
import { shores } from './judged/shores.ts'
import { swedish } from './judged/swedish.ts'
import { trades } from './judged/trades.ts'
import { travels } from './judged/travels.ts'
import { villages } from './judged/villages.ts'

/** The passages of a text, as they are numbered: its lines with words in them. Who is not named speaks on. */
function passagesOf(name: string, text: string): Passage[] {
  let speaker = ''
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, index) => {
      const [, said, words] = /^(?:(Intervjuare|Informant|I|R): )?(.*)$/s.exec(line)!
      speaker = said === 'I' ? 'Intervjuare' : said === 'R' ? 'Informant' : (said ?? speaker)
      return { case: name, paragraph: index + 1, text: words!, speaker }
    })
}

type Found = { case: string; paragraph: number; kind: string }
type Judged = { missed: string[]; wrong: string[]; had: number; found: number }
const keyOf = ({ case: name, paragraph }: { case: string; paragraph: number }) => `${name} ${paragraph}`

function judge(question: Question, passages: readonly Passage[], hits: readonly Found[]): Judged {
  const found = new Set(hits.map(keyOf))
  const must = passages.filter((one) => mustFind(question, one))
  const missed = must.filter((one) => !found.has(keyOf(one)))
  const wrong = passages.filter((one) => mustNotFind(question, one) && found.has(keyOf(one)))
  const tell = (one: Passage) => `${question.ask}: ${keyOf(one)}: ${one.text.slice(0, 300)}`
  return { missed: missed.map(tell), wrong: wrong.map(tell), had: must.length, found: must.length - missed.length }
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)

function expectGood(questions: readonly Question[], judged: readonly Judged[]): void {
  for (const [at, { had }] of judged.entries())
    expect(had, `nothing in the texts answers ${questions[at]!.ask}`).toBeGreaterThan(questions[at]!.exactly ? -1 : 0)
  expect(judged.flatMap(({ wrong }) => wrong)).toEqual([])
  const graded = judged.filter((_, at) => ['stem', 'compound'].includes(questions[at]!.kind))
  const recall = sum(graded.map(({ found }) => found)) / sum(graded.map(({ had }) => had))
  expect(recall, graded.flatMap(({ missed }) => missed).join('\n')).toBeGreaterThanOrEqual(0.95)
  expect(judged.flatMap(({ missed }, at) => (graded.includes(judged[at]!) ? [] : missed))).toEqual([])
}

/** What is found by the form itself stands before what is found by another, and that before what is only spelt nearly so. */
function expectRanked(ask: string, hits: readonly Found[]): void {
  const ranks = hits.map(({ kind }) => ['exact', 'stem', 'synonym', 'compound', 'prefix', 'fuzzy'].indexOf(kind))
  if (!/[\s"]/.test(ask)) expect(ranks, ask).toEqual([...ranks].sort((a, b) => a - b))
}

test('the demo study: every search finds what it must and nothing that it must not', async () => {
  const { house } = await openTestHouse()
  await createDemo(house)
  const db = openReader(house.file)
  const { id } = await db.selectFrom('project').select('id').where('slug', '=', 'demo').executeTakeFirstOrThrow()
  const indexes = new ProjectIndexes(db)
  const passages = readCorpusInterviews().flatMap(({ name, text }) => passagesOf(name, text))
  const judged: Judged[] = []
  for (const question of swedish) {
    const hits = await indexes.with(id, async ({ index, conditions, scope, sources }) => {
      const query = parseQuery(`${question.ask} `, scope)
      expect(query.problems, question.ask).toEqual([])
      const { placesOf, problems } = await conditions.find(query)
      expect(problems, question.ask).toEqual([])
      const names = new Map(sources.map((one) => [one.id, one.title]))
      return index
        .search(query, { limit: 1000, placesOf })
        .hits.map((hit) => ({ case: names.get(hit.sourceId)!, paragraph: hit.paragraph, kind: hit.best.kind }))
    })
    judged.push(judge(question, passages, hits))
    expectRanked(question.ask, hits)
  }
  await db.destroy()
  expect(swedish.length).toBeGreaterThanOrEqual(60)
  expectGood(swedish, judged)
})

test.each([
  ['Norwegian', norwegianTexts, norwegian, []],
  ['English', [{ language: 'en' as const, text: englishText }], english, []],
  ['more Swedish', [{ language: 'sv' as const, text: moreSwedishText }], moreSwedish, moreSwedishSynonyms],
  ['more bokmål', [{ language: 'nb' as const, text: moreBokmaalText }], moreBokmaal, []],
  ['nynorsk', [{ language: 'nn' as const, text: moreNynorskText }], moreNynorsk, []],
  ['more English', [{ language: 'en' as const, text: moreEnglishText }], moreEnglish, []],
  ...Object.entries({ villages, trades, travels, callings, shores }).flatMap(([name, judged]) =>
    judged.map(({ language, text, questions }) => [`${name}, ${language}`, [{ language, text }], questions, []] as const),
  ),
] as const)('%s: every search finds what it must and nothing that it must not', (_, texts, questions, synonyms) => {
  const index = new ParagraphIndex()
  for (const [id, { language, text }] of texts.entries()) index.add({ id, language, text })
  index.arrange([...texts.keys()])
  const passages = texts.flatMap(({ text }, id) => passagesOf(`${id}`, text))
  const asked = questions.map((question) => {
    const hits = index
      .search(index.understand(parseQuery(`${question.ask} `), synonyms), { limit: 1000 })
      .hits.map((hit) => ({ case: `${hit.sourceId}`, paragraph: hit.paragraph, kind: hit.best.kind }))
    expectRanked(question.ask, hits)
    return judge(question, passages, hits)
  })
  expectGood(questions, asked)
})
