import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openTestHouse } from '../support/house.ts'
import { anyStudy, keepStudy } from '../support/random-study.ts'

/** Four cases, two in each region: one of the North is judged to say yes of the first theme, and nobody of the second. */
async function openStudy() {
  const opened = await openTestHouse()
  const coding = (source: number, code: number) => ({ source, place: { start: 0, end: 10 }, code, coder: 0, made: 'person' as const })
  const { slug } = await keepStudy(opened.house, {
    ...fc.sample(anyStudy, { numRuns: 1, seed: 11 })[0]!,
    parents: [null, null],
    sourceCases: [
      [0, 0],
      [1, 1],
      [2, 2],
      [2, 3],
    ],
    regions: ['North', 'North', 'South', 'South'],
    speakers: [],
    turns: [],
    codings: [coding(0, 0), coding(1, 0), coding(1, 1)],
    questions: [],
    answers: [],
    findings: [{ one: 0, code: 0, question: 0, state: 'yes' }],
  })
  const read = async (path: string) => (await opened.get(`/projects/${slug}/${path}`)).text()
  return { read, json: async (path: string) => JSON.parse(await read(`exports/${path}`)) as Record<string, unknown>[] }
}
const plain = (html: string) => html.replace(/<[^>]+>/g, '').replace(/\s+/g, ' ')
const textsOf = (html: string) => [...html.matchAll(/<text[^>]*>([^<]*)/g)].map(([, text]) => text)

test('who is not judged is told beside the share of yes: in the picture, its note, its words for the ear and its table', async () => {
  const { read, json } = await openStudy()
  const html = await read('charts')
  expect(textsOf(html)).toEqual(expect.arrayContaining(['1 of 4', '3 not judged']))
  expect(html).toContain('Code 0: 1 of 4, 3 not judged')
  expect(html).toContain('Grey: not judged, Code 0 3 of 4.')
  expect(html).toContain('Not in the picture, as nobody is judged: Code 1.')
  expect(plain(html)).toMatch(/Not judged ?Code 01 ?4 ?cases with a source ?25\.0% ?3/)
  const [theme] = await json('chart.json')
  expect(theme).toMatchObject({ cases: 1, base: 4, share: 0.25, not_judged: 3 })
})

test('no word for how many fits while somebody is to be judged', async () => {
  const { read, json } = await openStudy()
  for (const page of ['frequencies', 'supervisor']) {
    const row = (name: string, html: string) => html.split('<tr').find((one) => one.includes(`>${name}<`) && one.includes('class="said"'))!
    const html = await read(page)
    expect(plain(row('Code 0', html)), page).toContain('1 of 4 cases with a source say yes, 3 not judged')
    expect(row('Code 0', html), page).not.toContain('class="fits"')
    expect(row('Code 1', html), page).toContain('class="fits"')
    expect(plain(row('Code 1', html)), page).not.toContain('cases with a source say yes')
  }
  const [first, second] = await json('frequencies.json')
  expect(first).toMatchObject({ yes: 1, not_judged: 3, no_stand: 0, base: 4, fits: null })
  expect(second).toMatchObject({ fits: 'one' })
})

test('a group of whom nobody is judged has neither a share nor a difference', async () => {
  const { read, json } = await openStudy()
  const [north, south] = await json('comparison.json?by=attribute:region&against=1')
  expect(north).toMatchObject({ group: 'North', cases: 1, base: 2, share: 0.5, not_judged: 1 })
  expect(south).toMatchObject({ group: 'South', cases: 0, base: 2, share: null, low: null, difference: null, not_judged: 2 })
  const html = await read('comparison?by=region&against=1')
  expect(textsOf(html)).toEqual(expect.arrayContaining(['1 of 2', '1 not judged', 'not judged']))
  expect(html).toContain('Where nobody is judged there is none.')
  expect(plain(html)).toMatch(/South ?not judged ?– ?– of 2/)
  // Who speaks of a theme is known of everybody.
  const [, spoken] = await json('comparison.json?by=attribute:region&of=quoted')
  expect(spoken).toMatchObject({ share: 0, not_judged: null })
  const split = plain(await read('frequencies?split=attribute:region'))
  expect(split).toMatch(/South ?2 with a source, not judged/)
  expect(split).not.toMatch(/0 of 2 cases with a source say yes/)
})
