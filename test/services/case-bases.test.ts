import fc from 'fast-check'
import { expect, test } from 'vitest'
import { listCasesBehind, readCaseBases } from '../../src/services/case-bases.ts'
import { percentOf } from '../../src/services/exports/export-bases.ts'
import { findExporter } from '../../src/services/exports/exports.ts'
import { openTestHouse } from '../support/house.ts'
import { anyStudy, keepStudy } from '../support/random-study.ts'
import { seedSurvey } from '../support/survey.ts'

test('a survey of municipalities: every figure with its base', async () => {
  const { house } = await openTestHouse()
  const { projectId } = await seedSurvey(house)
  const figures = async (kind: string, chain: string) => {
    const { all, steps } = await readCaseBases(house.read, { projectId, kind, chain })
    return [all, ...steps.map(({ count, base }) => `${count} of ${base} (${percentOf(count, base)} %)`)]
  }
  expect(await figures('municipality', 'answered:yes; knows:yes; hub:yes; 2/strategy:yes')).toEqual([
    290,
    '216 of 290 (74.5 %)',
    '193 of 216 (89.4 %)',
    '131 of 193 (67.9 %)',
    '53 of 193 (27.5 %)',
  ])
  expect(await figures('region', 'hub:yes')).toEqual([21, '12 of 21 (57.1 %)'])
  const { steps } = await readCaseBases(house.read, { projectId, kind: 'municipality', chain: 'answered:yes; wants:yes; shortlist:yes; interviewed:yes' })
  expect(steps.map(({ count }) => count)).toEqual([216, 79, 23, 13])
})

test('the values of a step are of those that have one, and can be counted on from any step', async () => {
  const { house } = await openTestHouse()
  const { projectId } = await seedSurvey(house)
  const of = async (at: number) => {
    const { shares } = await readCaseBases(house.read, { projectId, kind: 'municipality', chain: 'answered:yes; knows:yes', at })
    return shares.find(({ name }) => name === 'knows')!
  }
  expect(await of(0)).toMatchObject({
    known: 216,
    base: 290,
    values: [
      { label: 'yes', count: 193 },
      { label: 'no', count: 23 },
    ],
  })
  expect(await of(1)).toMatchObject({ known: 216, base: 216 })
  expect(await of(2)).toMatchObject({ known: 193, base: 193, values: [{ label: 'yes', count: 193 }] })
})

test('every count equals the length of the list that it opens', async () => {
  const { house } = await openTestHouse()
  const condition = fc.constantFrom(
    'region:North',
    '-region:North',
    'region:*',
    'size>3',
    'region:North OR size<0',
    '-(region:South size<=0)',
    'case:"Case 1" OR case:"Case 2"',
  )
  const chain = fc
    .array(fc.tuple(condition, fc.nat(3)), { minLength: 1, maxLength: 4 })
    .map((steps) => steps.map(([one, back], at) => `${Math.max(0, at - back)}/${one}`).join('; '))
  await fc.assert(
    fc.asyncProperty(anyStudy, chain, async (study, written) => {
      const { projectId } = await keepStudy(house, study)
      const { steps, shares, at } = await readCaseBases(house.read, { projectId, kind: '', chain: written })
      for (const { filter, count, base, of } of steps) {
        expect(await listCasesBehind(house.read, { projectId, filter, kind: '' }), `${written}: ${filter}`).toHaveLength(count)
        expect(base).toBe(of === 0 ? 4 : steps[of - 1]!.count)
        expect(count).toBeLessThanOrEqual(base)
      }
      for (const { values } of shares)
        for (const { filter, count } of values) {
          const within = `(${steps[at - 1]!.filter}) ${filter}`
          expect(await listCasesBehind(house.read, { projectId, filter: within, kind: '' }), within).toHaveLength(count)
        }
    }),
    { numRuns: 20 },
  )
})

test('a chain as a file: each step with what it is of', async () => {
  const { house } = await openTestHouse()
  const { projectId } = await seedSurvey(house)
  const input = { project: { id: projectId, slug: 'survey', name: 'Survey' }, filter: '', language: 'sv' as const }
  const file = await findExporter('bases', 'csv')(house.read, { ...input, options: { chain: 'answered:yes; knows:yes', kind: 'municipality' } })
  expect(String(file.bytes).split('\r\n').slice(0, 4)).toEqual([
    '\uFEFFwhat,step,of_step,condition,cases,base,percent',
    'step,0,,,290,,',
    'step,1,0,"""answered"":yes",216,290,74.5',
    'step,2,1,"""knows"":yes",193,216,89.4',
  ])
})
