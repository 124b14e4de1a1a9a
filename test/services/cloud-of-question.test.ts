import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CloudRequest, wholeCloud } from '../../src/domain/cloud-request.ts'
import { createDemo } from '../../src/services/create-demo.ts'
import { drawClouds } from '../../src/services/draw-cloud.ts'
import { findExporter } from '../../src/services/exports/exports.ts'
import { readCloudLines } from '../../src/services/read-cloud-lines.ts'
import { readStopWords, setStopWords } from '../../src/services/stop-words.ts'
import { undo } from '../../src/services/undo.ts'
import { readAnswered } from '../support/answered.ts'
import { seedCloudStudy } from '../support/cloud-study.ts'
import { openTestHouse } from '../support/house.ts'

test('the words of one question are those said in its answers, of those who were asked', async () => {
  const { house } = await openTestHouse()
  await createDemo(house)
  const { id: projectId } = await house.read.selectFrom('project').select('id').executeTakeFirstOrThrow()
  const question = await house.read.selectFrom('question').select(['id', 'number']).where('number', '=', 5).executeTakeFirstOrThrow()
  const [cloud] = await drawClouds(house.read, projectId, { ...wholeCloud, questionId: question.id })
  const { text, asked } = await readAnswered(house, question.id)
  expect(cloud!.of).toBe(asked)
  for (const { forms, count } of cloud!.words.slice(0, 20)) {
    const said = forms.reduce((sum, form) => sum + [...text.toLowerCase().matchAll(new RegExp(`(?<![\\p{L}\\p{N}])${form}(?![\\p{L}\\p{N}])`, 'gu'))].length, 0)
    expect(count, forms.join()).toBeLessThanOrEqual(said)
    expect(count).toBeGreaterThan(0)
  }
  const input = { project: { id: projectId, slug: 'demo', name: 'Demo' }, filter: '', language: 'sv' as const }
  const two = { of: 'codes', question: '5', group: 'population<10000', beside: 'population>10000' }
  const svg = String((await findExporter('word-cloud', 'svg')(house.read, { ...input, options: two })).bytes)
  expect(svg).toContain('population under 10')
  expect(svg).toContain('fråga 5')
  expect(svg).toMatch(/\d+ tillfrågade/)
  expect(String((await findExporter('word-cloud', 'svg')(house.read, { ...input, options: two })).bytes)).toBe(svg)
  await expect(findExporter('word-cloud', 'svg')(house.read, { ...input, options: { question: '99' } })).rejects.toMatchObject({
    key: 'refusal.filter-no-question',
  })
})

test('labels by their quotations stand in that order', async () => {
  const { house } = await openTestHouse()
  await createDemo(house)
  const { id: projectId } = await house.read.selectFrom('project').select('id').executeTakeFirstOrThrow()
  const [cloud] = await drawClouds(house.read, projectId, { ...wholeCloud, from: 'labels', weigh: 'quotations' })
  const counts = cloud!.words.map(({ count }) => count)
  expect(counts).toEqual([...counts].sort((a, b) => b - a))
  const sizes = cloud!.wide.words.map(({ size }) => size)
  expect(sizes[0]).toBeGreaterThan(sizes.at(-1)!)
})

test('words in a row: they begin and end with counted words, no sign parts them, and each opens just its lines', async () => {
  const { house } = await openTestHouse()
  const { projectId } = await seedCloudStudy(house)
  const read = async (request: Partial<CloudRequest>) => (await drawClouds(house.read, projectId, { ...wholeCloud, ...request }))[0]!
  const two = await read({ run: 2 })
  expect(two.words.map(({ text }) => text)).toContain('bra plats')
  expect(two.words.map(({ text }) => text)).not.toContain('Bussen bussen')
  expect((await read({ run: 3 })).words.map(({ text }) => text)).toContain('Bussen och platsen'.toLowerCase())
  for (const word of two.words) {
    const lines = await readCloudLines(house.read, projectId, { ...wholeCloud, run: 2 }, word.text)
    expect(lines.sources.flatMap(({ lines: here }) => here)).toHaveLength(word.count)
  }
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 2, max: 3 }), async (run) => {
      for (const { text } of (await read({ run })).words) expect(text.split(' ')).toHaveLength(run)
    }),
    { numRuns: 2 },
  )
})

test('what a project never counts is in no cloud of it, in any form; undone it is back', async () => {
  const { house, post, get } = await openTestHouse()
  const { projectId } = await seedCloudStudy(house)
  const words = async () => (await drawClouds(house.read, projectId, wholeCloud))[0]!.words.map(({ text }) => text)
  expect(await words()).toContain('Platsen')
  const res = await post('/projects/towns/word-cloud/stop-words', { words: 'plats, Huset', back: '/projects/towns/word-cloud' }, {})
  expect(res.status).toBe(303)
  expect(await readStopWords(house.read, projectId)).toEqual(['huset', 'plats'])
  expect(await words()).not.toContain('Platsen')
  expect(await (await get('/projects/towns/word-cloud')).text()).toContain('huset, plats')
  await undo(house, { projectId, actorId: 1 })
  expect(await words()).toContain('Platsen')
  await setStopWords(house, { projectId, coderId: 1, text: '' })
  expect(await readStopWords(house.read, projectId)).toEqual([])
})

test('a word has the line of the theme whose quotations have most of it beyond the rest, and the picture says so; a cloud of one theme has none', async () => {
  const { house } = await openTestHouse()
  const { projectId, premises } = await seedCloudStudy(house)
  const [cloud] = await drawClouds(house.read, projectId, wholeCloud)
  const themes = new Map(cloud!.words.map(({ text, theme }) => [text, theme?.label]))
  expect(themes.get('bussen')).toBe('Bus')
  expect(themes.get('huset')).toBeUndefined()
  expect(cloud!.wide.words.filter(({ rule }) => rule).map(({ text }) => text)).toEqual(cloud!.words.filter(({ theme }) => theme).map(({ text }) => text))
  const [one] = await drawClouds(house.read, projectId, { ...wholeCloud, themeId: premises })
  expect(one!.words.every(({ theme }) => theme === null)).toBe(true)
  const input = { project: { id: projectId, slug: 'towns', name: 'Towns' }, filter: '', language: 'en' as const, options: {} }
  const svg = String((await findExporter('word-cloud', 'svg')(house.read, input)).bytes)
  expect(svg).toContain('bussen: 2 times, in 1 of 4 cases; most in Bus')
  expect(svg).toContain('The line under a word is its theme')
  expect(String((await findExporter('word-cloud', 'svg')(house.read, input)).bytes)).toBe(svg)
})
