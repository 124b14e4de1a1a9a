import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readSourceFile } from '../../src/exchange/read-source-file.ts'
import { codePassage } from '../../src/services/code-passage.ts'
import { openTestHouse, seedSmallStudy } from '../support/house.ts'
import { anyStudy, keepStudy } from '../support/random-study.ts'
import { seedSurvey } from '../support/survey.ts'

async function codedStudy() {
  const tools = await openTestHouse()
  const ids = await seedSmallStudy(tools.house)
  const wish = { projectId: ids.projectId, sourceId: ids.sourceId, coderId: 1 }
  await codePassage(tools.house, { ...wish, codeIds: [ids.sleepId], selection: { start: 0, end: 11 } })
  await codePassage(tools.house, { ...wish, codeIds: [ids.teamId], selection: { start: 2, end: 11 } })
  return { ...tools, ...ids }
}

test('pages of an empty study say what will stand there, and the list of analyses leads to each', async () => {
  const { get, house } = await openTestHouse()
  await seedSmallStudy(house)
  const index = await (await get('/projects/night-shift/analysis')).text()
  for (const page of ['matrix', 'frequencies', 'comparison', 'co-occurrence', 'coverage', 'saturation', 'bases', 'word-cloud', 'words', 'quantifiers']) {
    expect(index).toContain(`href="/projects/night-shift/${page}"`)
    expect((await get(`/projects/night-shift/${page}`)).status, page).toBe(200)
  }
  for (const [page, words] of [
    ['co-occurrence', 'will stand here'],
    ['saturation', 'begins with the first coding'],
    ['comparison', 'no attributes'],
    ['bases', 'Cases will be counted here'],
  ])
    expect(await (await get(`/projects/night-shift/${page}`)).text()).toContain(words)
})

test('a number opens its passages, as a fragment to htmx and as a page without; three codes are asked for by a form', async () => {
  const { get, sleepId, teamId, fatigueId } = await codedStudy()
  const path = `/projects/night-shift/co-occurrence?cell=${sleepId}.${teamId}`
  const page = await (await get(path)).text()
  expect(page).toContain('<!doctype html>')
  expect(page).toContain(`data-cell="${sleepId}.${teamId}"`)
  const fragment = await (await get(path, { 'HX-Request': 'true' })).text()
  expect(fragment).toMatch(/^<section class="column" id="cell"/)
  expect(fragment.match(/<figure/g)).toHaveLength(1)
  expect(fragment).toContain('data-begins="2"')
  const list = await (await get(`/projects/night-shift/co-occurrence/passages?code=${sleepId}&code=${teamId}&code=${fatigueId}&code=`)).text()
  expect(list).toContain('1 passage<')
  expect(list.match(/<select name="code"/g)).toHaveLength(4)
})

test('a theme and its own codes are not compared', async () => {
  const { get, fatigueId, sleepId } = await codedStudy()
  const page = await (await get('/projects/night-shift/co-occurrence')).text()
  expect(page).not.toContain(`data-cell="${fatigueId}.${sleepId}"`)
  expect(page).toContain('one is a part of the other')
})

test.each([
  ['co-occurrence?relation=beside', 422, 'can’t stand together'],
  ['co-occurrence?relation=near&words=900', 422, 'from 0 to 200'],
  ['co-occurrence?codes=x', 422, 'must be all, themes'],
  ['co-occurrence?cell=1', 422, 'malformed'],
  ['co-occurrence?cell=9998.9999', 404, 'not in the codebook of this project'],
  ['co-occurrence/passages?code=1', 422, 'at least two'],
  ['saturation?order=x', 422, 'malformed'],
  ['comparison?by=height', 422, 'no attribute called'],
  ['bases?chain=code:*', 422, 'not of cases'],
  ['bases?chain=2/a:b', 422, 'a step before it'],
  ['bases?filter=height:2&of=7', 422, 'a step before it'],
  ['cases-behind?filter=coder:You', 422, 'not of cases'],
  ['coverage?filter=match:exact', 422, 'needs words beside it'],
  ['exports/co-occurrence.csv?relation=x', 422, 'can’t stand together'],
  ['exports/saturation.csv?order=x', 422, 'There is no order'],
  ['exports/comparison.csv?by=x', 422, 'is no attribute'],
])('%s is refused in a sentence', async (path, status, sentence) => {
  const { get } = await codedStudy()
  const res = await get(`/projects/night-shift/${path}`)
  expect(res.status).toBe(status)
  expect(await res.text()).toContain(sentence)
})

test('a chain grows by a form, leads to its cases, and loses a step by a link', async () => {
  const { get, house } = await openTestHouse()
  await seedSurvey(house)
  const grown = await get('/projects/survey/bases?chain=&kind=municipality&of=0&add=&filter=answered:yes')
  expect(grown.status).toBe(302)
  expect(grown.headers.get('Location')).toBe('/projects/survey/bases?chain=%22answered%22%3Ayes&kind=municipality')
  const page = await (await get(grown.headers.get('Location')!)).text()
  expect(page).toContain('216 of 290')
  expect(page).toContain('74.5%')
  const behind = /href="(\/projects\/survey\/cases-behind\?[^"]*answered[^"]*)"/.exec(page)![1]!.replaceAll('&amp;', '&')
  const cases = await (await get(behind)).text()
  expect(cases).toContain('216 cases')
  expect(cases.match(/\/projects\/survey\/cases\/\d+/g)).toHaveLength(216)
  expect(page).toContain('href="/projects/survey/bases?kind=municipality"')
})

test('thresholds are set by a form and undone; the word stands by the frequencies', async () => {
  const { get, post, house } = await openTestHouse()
  await keepStudy(house, { ...fc.sample(anyStudy, { numRuns: 1, seed: 11 })[0]!, questions: [], answers: [] })
  const slug = (await house.read.selectFrom('project').select('slug').orderBy('id', 'desc').executeTakeFirstOrThrow()).slug
  expect(await (await get(`/projects/${slug}/frequencies`)).text()).toMatch(/fits: <span lang="en">(all|most|several|some|one|none)</)
  const res = await post(`/projects/${slug}/quantifiers`, { mostShare: 70, severalShare: 30, severalCases: 4 }, {})
  expect(res.status).toBe(303)
  expect(await (await get(`/projects/${slug}/quantifiers`)).text()).toContain('at least 70%')
  expect(await (await get(`/projects/${slug}/history`)).text()).toContain('changed when the words for how many fit')
  await post(`/projects/${slug}/undo`, {}, {})
  expect(await (await get(`/projects/${slug}/quantifiers`)).text()).toContain('at least 60%')
  expect((await post(`/projects/${slug}/quantifiers`, { mostShare: 20, severalShare: 30, severalCases: 4 })).status).toBe(422)
})

test('a share has the same form on the page of the matrix, in its words for the ear and in Word', async () => {
  const { get, house } = await openTestHouse()
  const { slug } = await keepStudy(house, fc.sample(anyStudy, { numRuns: 1, seed: 11 })[0]!)
  const html = await (await get(`/projects/${slug}/matrix?value=share`)).text()
  const shares = [...html.matchAll(/>([<>\d.,]+%)</g)].map(([, share]) => share!)
  expect(shares.length).toBeGreaterThan(0)
  expect(shares.every((share) => /^\d+\.\d%$/.test(share))).toBe(true)
  const [{ text }] = (await readSourceFile(
    Buffer.from(await (await get(`/projects/${slug}/exports/matrix.docx?values=share`)).arrayBuffer()),
    'matrix.docx',
    'en',
  )) as unknown as [{ text: string }]
  for (const share of new Set(shares)) expect(text).toContain(`\t${share}`)
})

test('any study can be drawn and taken home, and files say what pages say', async () => {
  const { get, house } = await openTestHouse()
  await fc.assert(
    fc.asyncProperty(anyStudy, async (study) => {
      const { slug } = await keepStudy(house, study)
      for (const page of [
        'co-occurrence?relation=near',
        'co-occurrence?codes=themes',
        'saturation?order=import',
        'coverage',
        'comparison?by=size&cuts=3',
        'comparison?by=region&against=2',
        'bases',
      ])
        expect((await get(`/projects/${slug}/${page}`)).status, page).toBe(200)
      const { codes, pairs } = (await (await get(`/projects/${slug}/exports/co-occurrence.json`)).json()) as any
      const csv = await (await get(`/projects/${slug}/exports/co-occurrence.csv`)).text()
      expect(csv.trim().split('\r\n')).toHaveLength(codes.length + 1)
      for (const { passages } of pairs) expect(passages).toBeGreaterThan(0)
      for (const file of ['saturation.svg', 'comparison.svg?by=attribute:region']) {
        const svg = await (await get(`/projects/${slug}/exports/${file}`)).text()
        expect(svg).toMatch(/^<svg [\s\S]*<title id="t">[\s\S]*<desc id="d">[\s\S]*<\/svg>\n$/)
        expect(svg).not.toContain('<text')
      }
    }),
    { numRuns: 4 },
  )
})
