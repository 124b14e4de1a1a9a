import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isInBase } from '../../src/domain/asked.ts'
import type { ChartLink } from '../../src/domain/chart.ts'
import type { CodeChoice } from '../../src/domain/code-choice.ts'
import { differenceOfShares } from '../../src/domain/wilson.ts'
import { listCasesBehind } from '../../src/services/case-bases.ts'
import { readComparison } from '../../src/services/comparison.ts'
import { createDemo } from '../../src/services/create-demo.ts'
import { readFrequencies } from '../../src/services/frequencies.ts'
import { readQuotations } from '../../src/services/read-quotations.ts'
import { openTestHouse } from '../support/house.ts'
import { anyFilterText, anyStudy, keepStudy } from '../support/random-study.ts'

const asked = anyStudy.chain((study) =>
  fc.record({
    study: fc.constant(study),
    filter: anyFilterText(study.parents.length),
    by: fc.constantFrom('attribute:region', 'attribute:size'),
    against: fc.integer({ min: 1, max: 4 }),
    codes: fc.constantFrom<CodeChoice>('themes', 'all'),
    of: fc.constantFrom('yes' as const, 'quoted' as const),
  }),
)

test('shares are those of the frequencies, within their intervals, and open just the cases and quotations that they count', async () => {
  const { house } = await openTestHouse()
  await fc.assert(
    fc.asyncProperty(asked, async ({ study, filter, by, against, codes, of }) => {
      const { projectId } = await keepStudy(house, study)
      const { groups, themes, against: held } = await readComparison(house.read, { projectId, filter, by, against, codes, of })
      const frequencies = await readFrequencies(house.read, { projectId, filter, split: by, codes })
      for (const [at, { of: compared, groups: shares }] of themes.entries())
        for (const [group, { said, base, saidIds, baseIds, unjudged, unknown, opens: link, interval, difference }] of shares.entries()) {
          const part = frequencies.themes[at]!.split[group]!
          const { judged } = frequencies.themes[at]!.whole
          expect(compared).toBe(of === 'yes' && judged ? 'yes' : 'quoted')
          expect([said, base]).toEqual([compared === 'yes' ? part.parts.yes : part.casesInBase, part.base])
          expect(baseIds).toEqual(part.units.filter(({ standing }) => isInBase(standing)).map(({ caseId }) => caseId))
          expect(base).toBeLessThanOrEqual(groups[group]!.cases)
          const { yes, no, partly } = part.parts
          expect(unjudged).toBe(compared === 'yes' ? part.parts.quoted + part.parts.silent : 0)
          expect(unknown).toBe(unjudged > 0 && yes + no + partly === 0)
          expect(interval === null).toBe(base === 0 || unknown)
          if (interval) expect(interval.low <= interval.share && interval.share <= interval.high).toBe(true)
          const other = shares[held - 1]!
          if (group + 1 === held || unknown || other.unknown) expect(difference).toBeNull()
          else expect(difference).toEqual(differenceOfShares({ k: said, n: base }, { k: other.said, n: other.base }))
          await opens({ projectId, link, saidIds, baseIds })
        }
    }),
    { numRuns: 12 },
  )

  async function opens({ projectId, link, saidIds, baseIds }: { projectId: number; link: ChartLink | undefined; saidIds: number[]; baseIds: number[] }) {
    const any = (ids: readonly number[]) => `(${ids.map((id) => `case:#${id}`).join(' OR ')})`
    if (baseIds.length > 0) expect(await listCasesBehind(house.read, { projectId, filter: any(baseIds), kind: '' })).toHaveLength(baseIds.length)
    expect(link === undefined).toBe(saidIds.length === 0)
    if (link?.page === 'cases-behind') expect(await listCasesBehind(house.read, { projectId, filter: link.filter, kind: '' })).toHaveLength(saidIds.length)
    if (link?.page !== 'quotations') return
    const list = await readQuotations(house.read, { projectId, filter: link.filter, size: 1000 })
    const names = new Set((await listCasesBehind(house.read, { projectId, filter: any(saidIds), kind: '' })).map(({ name }) => name))
    const quoted = new Set(list.quotations.flatMap(({ cases }) => cases).filter((name) => names.has(name)))
    expect(quoted.size).toBe(saidIds.length)
  }
})

test('groups of numbers begin where they are cut', async () => {
  const { house } = await openTestHouse()
  const study = { ...fc.sample(anyStudy, { numRuns: 1, seed: 3 })[0]!, sizes: [1, 5, 9, 30] }
  const { projectId } = await keepStudy(house, study)
  const { groups } = await readComparison(house.read, { projectId, filter: '', by: 'attribute:size', against: 1, cuts: [5, 20] })
  expect(groups.map(({ cases }) => cases)).toEqual([1, 2, 1])
})

test('what is no attribute is refused', async () => {
  const { house } = await openTestHouse()
  const { projectId } = await keepStudy(house, fc.sample(anyStudy, { numRuns: 1, seed: 3 })[0]!)
  await expect(readComparison(house.read, { projectId, filter: '', by: 'cases', against: 1 })).rejects.toMatchObject({ key: 'refusal.compare-by' })
  await expect(readComparison(house.read, { projectId, filter: '', by: 'attribute:height', against: 1 })).rejects.toMatchObject({
    key: 'refusal.filter-no-attribute',
  })
})

test('sub-codes are compared as themes are: all of them, or those of one theme, each on the base of what asks for it', async () => {
  const { house } = await openTestHouse()
  await createDemo(house)
  const [theme] = await house.read.selectFrom('code').select(['id', 'label']).where('parent_id', 'is', null).orderBy('position').execute()
  const pathsOf = async (codes: CodeChoice) =>
    (await readComparison(house.read, { projectId: 1, filter: '', by: 'attribute:region', against: 1, codes })).themes
  expect(await pathsOf('themes')).toHaveLength(5)
  const below = await pathsOf(theme!.id)
  expect(below.map(({ code }) => code.path.split(' > ')[0])).toEqual(Array(5).fill(theme!.label))
  expect((await pathsOf('all')).length).toBeGreaterThan(20)
  const all = await readFrequencies(house.read, { projectId: 1, filter: '', split: '', codes: 'all' })
  for (const { code, whole } of all.themes) {
    const list = await readQuotations(house.read, { projectId: 1, filter: `code:#${code.id}`, size: 1 })
    expect(whole.quotations, code.path).toBe(list.total.quotations)
  }
})
