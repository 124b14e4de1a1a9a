import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wholeCloud } from '../../src/domain/cloud-request.ts'
import { countWordList } from '../../src/services/count-words.ts'
import { drawClouds } from '../../src/services/draw-cloud.ts'
import { readCloudLines } from '../../src/services/read-cloud-lines.ts'
import { seedCloudStudy } from '../support/cloud-study.ts'
import { openTestHouse } from '../support/house.ts'

async function towns() {
  const { house, ...rest } = await openTestHouse()
  const ids = await seedCloudStudy(house)
  const north = { attributeId: ids.region, is: '=' as const, value: 'north' }
  return { house, ids, north, south: { ...north, value: 'south' }, ...rest }
}

test('two groups are counted by the same words, with rates of all their words and what tells them apart', async () => {
  const { house, ids, north, south } = await towns()
  const { words, groups } = await countWordList(house.read, {
    projectId: ids.projectId,
    request: { ...wholeCloud, group: north, beside: south },
    order: 'keyness',
  })
  expect(groups.map(({ total, of }) => [total, of])).toEqual([
    [14, 1],
    [7, 1],
  ])
  const place = words.find(({ word }) => word === 'plats')!
  expect(place.forms).toEqual(['plats', 'platsen', 'platser'])
  expect(place.sides.map(({ count, units }) => [count, units])).toEqual([
    [2, 1],
    [1, 1],
  ])
  expect(place.sides[0]!.perThousand).toBeCloseTo(2000 / 14, 10)
  expect(place.ratio).toBeCloseTo(Math.log2(2 / 14 / (1 / 7)), 10)
  const likelihoods = words.map(({ likelihood }) => likelihood!)
  expect(likelihoods).toEqual([...likelihoods].sort((a, b) => b - a))
})

test('each number of the list is the number of its cloud and the length of the lines that it opens', async () => {
  const { house, ids, north, south } = await towns()
  for (const request of [
    wholeCloud,
    { ...wholeCloud, group: north, beside: south },
    { ...wholeCloud, group: south, beside: north },
    { ...wholeCloud, themeId: ids.premises },
  ]) {
    const { words } = await countWordList(house.read, { projectId: ids.projectId, request, order: 'count' })
    const clouds = await drawClouds(house.read, ids.projectId, request)
    for (const { word, sides } of words)
      for (const [at, { count, units }] of sides.entries()) {
        const inCloud = clouds[at]!.words.find(({ text }) => text === word)
        expect([inCloud?.count ?? 0, inCloud?.units ?? 0]).toEqual([count, units])
        const opened = at === 0 ? request : { ...request, group: request.beside, beside: request.group }
        const lines = await readCloudLines(house.read, ids.projectId, opened, word)
        expect(lines.sources.flatMap((source) => source.lines)).toHaveLength(count)
      }
  }
})

test('any order and least number give the same words, sorted', async () => {
  const { house, ids } = await towns()
  await fc.assert(
    fc.asyncProperty(fc.constantFrom('count', 'units', 'word', 'keyness'), fc.integer({ min: 1, max: 6 }), async (order, least) => {
      const { words, all } = await countWordList(house.read, { projectId: ids.projectId, request: { ...wholeCloud, least }, order })
      expect(words).toHaveLength(all)
      expect(words.every(({ sides }) => sides[0]!.count >= least)).toBe(true)
      if (order === 'count') expect(words.map(({ sides }) => sides[0]!.count)).toEqual(words.map(({ sides }) => sides[0]!.count).sort((a, b) => b - a))
    }),
    { numRuns: 12 },
  )
})

test('the page holds two groups beside each other, sorts by its heads, and goes home as a table', async () => {
  const { get, ids } = await towns()
  const beside = `group=${ids.region}%3Dnorth&beside=${ids.region}%3Dsouth`
  const page = await (await get(`/projects/towns/words?${beside}`)).text()
  expect(page).toContain('Region: north')
  expect(page).toContain('aria-sort="descending"')
  expect(page).toMatch(/href="\/projects\/towns\/word-cloud\/lines\?group=\d+%3Dsouth&amp;beside=\d+%3Dnorth&amp;word=plats"/)
  expect(page).not.toContain('<script>alert')
  expect(await (await get('/projects/towns/words?order=keyness')).text()).not.toContain('Log-likelihood')
  expect(await (await get('/projects/towns/words?least=99')).text()).toContain('No words are left')
  const csv = await (await get(`/projects/towns/exports/words.csv?${beside}`)).text()
  expect(csv).toContain('log_likelihood,log_ratio')
  expect(csv).toMatch(/plats,plats platsen platser,2,142\.8571,14,1,1,1,142\.8571,7,1,1,0,0/)
})
