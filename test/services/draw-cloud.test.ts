import fc from 'fast-check'
import { expect, test } from 'vitest'
import { filterOfCloud } from '../../src/domain/cloud-filter.ts'
import { type CloudRequest, wholeCloud } from '../../src/domain/cloud-request.ts'
import { formatFilter } from '../../src/domain/format-filter.ts'
import { parseFilter } from '../../src/domain/parse-filter.ts'
import { drawClouds } from '../../src/services/draw-cloud.ts'
import { readCloudLines } from '../../src/services/read-cloud-lines.ts'
import { listSelected } from '../../src/storage/quotations.ts'
import { resolveFilter } from '../../src/storage/resolve-filter.ts'
import { said, seedCloudStudy } from '../support/cloud-study.ts'
import { openTestHouse } from '../support/house.ts'

async function study() {
  const { house } = await openTestHouse()
  const ids = await seedCloudStudy(house)
  const draw = async (request: Partial<CloudRequest>) => (await drawClouds(house.read, ids.projectId, { ...wholeCloud, ...request }))[0]!
  const numbers = async (request: Partial<CloudRequest>) =>
    Object.fromEntries((await draw(request)).words.map(({ text, count, units, of }) => [text, `${count} in ${units} of ${of}`]))
  return { house, ids, draw, numbers }
}

test('the words of the informants, never of the interviewer, by the case that speaks', async () => {
  const { ids, numbers, draw } = await study()
  expect(await numbers({})).toMatchObject({ Platsen: '5 in 4 of 4', huset: '2 in 2 of 4', bussen: '2 in 1 of 4', bra: '2 in 1 of 4' })
  expect(await numbers({ caseId: ids.cases.bo })).toEqual({ bussen: '2 in 1 of 1', platsen: '1 in 1 of 1' })
  expect(await numbers({ group: { attributeId: ids.region, is: '=', value: 'south' } })).toMatchObject({ platser: '1 in 1 of 1' })
  expect((await draw({ caseId: ids.cases.anna })).total).toBe(2)
})

test('the words of a theme: under the union of its quotations, once where two overlap', async () => {
  const { ids, numbers, draw } = await study()
  expect(await numbers({ themeId: ids.premises })).toEqual({ bra: '2 in 1 of 4', plats: '2 in 1 of 4' })
  expect((await draw({ themeId: ids.premises })).quotations).toBe(2)
  expect(await numbers({ coderId: 1 })).toMatchObject({ bussen: '2 in 1 of 4' })
})

test('hidden words in any form, a least count, a most', async () => {
  const { numbers, draw } = await study()
  expect(Object.keys(await numbers({ without: ['plats'] }))).not.toContain('Platsen')
  expect(Object.keys(await numbers({ least: 3 }))).toEqual(['Platsen'])
  const few = await draw({ most: 2 })
  expect([few.words.length, few.wide.words.length, few.rest > 0]).toEqual([2, 2, true])
})

test('labels: quotations, and cases among those asked where a question belongs to the theme', async () => {
  const { ids, numbers } = await study()
  expect(await numbers({ from: 'labels' })).toEqual({ 'Rent & lease': '1 in 1 of 2', Bus: '1 in 1 of 4' })
  expect(await numbers({ from: 'labels', caseId: ids.cases.bo })).toEqual({ Bus: '1 in 1 of 1' })
})

test('the filter that a label opens lists exactly the quotations that it counts', async () => {
  const { house, ids, draw } = await study()
  for (const some of [
    {},
    { caseId: ids.cases.bo },
    { coderId: 1 },
    { filter: `-code:#${ids.bus}` },
    { group: { attributeId: ids.region, is: '=' as const, value: 'north' } },
  ]) {
    const request = { ...wholeCloud, from: 'labels' as const, ...some }
    const { words, group } = await draw(request)
    expect(words.length).toBeGreaterThan(0)
    for (const { code, count } of words) {
      const text = formatFilter(filterOfCloud(request, group, [{ id: ids.region, name: 'Region' }], code!.id))
      const listed = await listSelected(house.read, await resolveFilter(house.read, ids.projectId, parseFilter(text)))
      expect(new Set(listed.map(({ quotationId }) => quotationId)).size, text).toBe(count)
    }
  }
})

test('two groups stand on one scale', async () => {
  const { house, ids } = await study()
  const group = (value: string) => ({ attributeId: ids.region, is: '=' as const, value })
  const clouds = await drawClouds(house.read, ids.projectId, { ...wholeCloud, group: group('north'), beside: group('south') })
  expect(clouds.map(({ of }) => of)).toEqual([1, 1])
  const rates = clouds.flatMap(({ words, total, narrow }) => narrow.words.map(({ index, size }) => ({ rate: words[index]!.count / total, size })))
  for (const a of rates) for (const b of rates) if (a.rate < b.rate) expect(a.size).toBeLessThanOrEqual(b.size)
})

test('every word of every cloud has exactly its count of lines, and each line is in the text', async () => {
  const { house, ids } = await study()
  const texts = Object.values(said)
  const request = fc.record({
    themeId: fc.constantFrom(null, ids.premises, ids.rent, ids.bus),
    caseId: fc.constantFrom(null, ...Object.values(ids.cases)),
    coderId: fc.constantFrom(null, 1),
    group: fc.constantFrom(null, { attributeId: ids.region, is: '=' as const, value: 'north' }),
  })
  await fc.assert(
    fc.asyncProperty(request, async (some) => {
      const wish = { ...wholeCloud, ...some }
      for (const word of (await drawClouds(house.read, ids.projectId, wish))[0]!.words) {
        const { sources, count, units, of } = await readCloudLines(house.read, ids.projectId, wish, word.text)
        const lines = sources.flatMap((source) => source.lines)
        expect([lines.length, count, units, of]).toEqual([word.count, word.count, word.units, word.of])
        for (const { left, key, right } of lines) expect(texts.some((text) => text.includes(left + key + right))).toBe(true)
      }
    }),
    { numRuns: 25 },
  )
})

test('a theme, case, coder or attribute of another project is refused', async () => {
  const { draw } = await study()
  for (const wrong of [{ themeId: 999 }, { caseId: 999 }, { coderId: 999 }, { group: { attributeId: 999, is: '=' as const, value: 'x' } }])
    await expect(draw(wrong)).rejects.toMatchObject({ reason: 'not-found' })
})
