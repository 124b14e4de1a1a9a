import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toggleFacet } from '../../src/domain/facet.ts'
import { parseQuery } from '../../src/domain/parse-query.ts'
import { searchProject } from '../../src/services/search-project.ts'
import { narrowSearch } from '../../src/services/show-facets.ts'
import { openTestHouse } from '../support/house.ts'
import { anyStudy, keepStudy } from '../support/random-study.ts'

const typed = ['said', 'so wa', 'said OR was ', '-code:* said', 'coder:Anna so', '(role:informant OR role:other) said', 'case:"Case 1" match:exact so ']
const text = 'so we said it.\nand so it was.\nsaid twice, we were.\nso it was, they say.'

test('each value of a facet counts what the search finds with that value alone in its group', async () => {
  const { house, searcher } = await openTestHouse()
  await fc.assert(
    fc.asyncProperty(anyStudy, fc.constantFrom(...typed), async (study, query) => {
      const { projectId } = await keepStudy(house, study, text)
      const wish = { projectId, limit: 1, order: 'text' as const }
      const facets = await narrowSearch({ house, searcher }, { projectId, query })
      for (const { group, values } of facets) {
        const chosen = values.filter((one) => one.chosen)
        // What is chosen alone is the search itself; others are looked at where nothing is chosen, so that each stands alone.
        for (const value of chosen.length === 0 ? values : chosen.length === 1 ? chosen : []) {
          const found = await searchProject({ house, searcher }, { ...wish, query: value.chosen ? query : value.query })
          expect(found.total, `${group}: ${value.query}`).toBe(value.hits)
        }
      }
    }),
    { numRuns: 8 },
  )
}, 120_000)

test('in a group that a search is narrowed by, each other value counts what choosing it adds', async () => {
  const { house, searcher } = await openTestHouse()
  const narrowed = ['(role:informant OR role:other) said', 'case:"Case 1" so ', 'match:exact so ', 'code:* so', '-code:* so', 'code:1 coder:Anna so']
  let looked = 0
  await fc.assert(
    fc.asyncProperty(anyStudy, fc.constantFrom(...narrowed), async (study, query) => {
      const { projectId } = await keepStudy(house, study, text)
      const totalOf = async (asked: string) => (await searchProject({ house, searcher }, { projectId, limit: 1, order: 'text', query: asked })).total
      const total = await totalOf(query)
      for (const { group, values } of await narrowSearch({ house, searcher }, { projectId, query }))
        for (const value of values.filter(({ added }) => added)) {
          expect(total + value.hits, `${group}: ${value.query}`).toBe(await totalOf(value.query))
          looked++
        }
    }),
    { numRuns: 12, seed: 20 },
  )
  expect(looked).toBeGreaterThan(0)
}, 120_000)

test.each([
  ['hyra', 'case:A', 'case:A hyra'],
  ['case:A hyra', 'case:B', '(case:A OR case:B) hyra'],
  ['(case:A OR case:B) hyra', 'case:A', 'case:B hyra'],
  ['case:A hyra', 'case:a', 'hyra'],
  ['hyra OR kontor', 'case:A', 'case:A (hyra OR kontor)'],
  ['hyra case:A', 'case:A', 'hyra '],
])('%s with %s is %s', (query, value, becomes) => expect(toggleFacet(parseQuery(query), 'case', value)).toBe(becomes))
