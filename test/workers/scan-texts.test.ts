import { expect, test } from 'vitest'
import { parseQuery } from '../../src/domain/parse-query.ts'
import { createDemo } from '../../src/services/create-demo.ts'
import { ProjectIndexes } from '../../src/workers/project-indexes.ts'
import { scanTexts } from '../../src/workers/scan-texts.ts'
import { openTestHouse } from '../support/house.ts'

test('while an index is built, reading the texts through finds what the index will', async () => {
  const { house } = await openTestHouse()
  await createDemo(house)
  const { id } = await house.read.selectFrom('project').select('id').where('slug', '=', 'demo').executeTakeFirstOrThrow()
  const told: unknown[] = []
  const indexes = new ProjectIndexes(house.read, (projectId, building) => told.push([projectId, building]))
  const asked = [
    'kommun ',
    'flyttade ',
    '"på distans"',
    'co working ',
    'bostad -tomt ',
    'hyra OR lokaler ',
    'stad ',
    '"kommunen betalar"~4',
    'strateg* ',
    'sjuksköterskor ',
  ]
  for (const typed of asked) {
    const query = parseQuery(typed)
    const { found, sources } = await indexes.with(id, ({ index, sources: all }) => ({ found: index.search(query, { limit: 1000 }), sources: all }))
    const scanned = (await scanTexts(house.read, sources, query))!.search(query, { limit: 1000 })
    const sure = ({ hits }: typeof found) =>
      hits.filter(({ best }) => ['exact', 'stem'].includes(best.kind)).map(({ sourceId, paragraph }) => `${sourceId} ${paragraph}`)
    expect(sure(scanned).sort(), typed).toEqual(sure(found).sort())
    expect(scanned.total / found.total, typed).toBeGreaterThan(0.9)
  }
  // Conditions alone wait for no index.
  for (const typed of ['code:*', '-code:*', 'role:informant "population":>20000', 'question:7 OR (case:Hedåsa -role:interviewer)']) {
    const query = parseQuery(typed)
    const { found, placesOf, sources } = await indexes.with(id, async ({ index, conditions, sources: all }) => {
      const { placesOf } = await conditions.find(query)
      return { found: index.search(query, { limit: 1000, order: 'text', placesOf }), placesOf, sources: all }
    })
    expect(found.total, typed).toBeGreaterThan(0)
    expect((await scanTexts(house.read, sources, query))!.search(query, { limit: 1000, order: 'text', placesOf }), typed).toEqual(found)
  }
  // What no text has may be misspelt: only all words of the study say for what.
  const { sources } = await indexes.with(id, (kept) => kept)
  for (const typed of ['kommuen ', 'kommun xyzzyxyz ', 'set:Unga']) expect(await scanTexts(house.read, sources, parseQuery(typed)), typed).toBeNull()
  expect(told).toEqual([
    [id, { done: 8, of: 13 }],
    [id, { done: 13, of: 13 }],
    [id, null],
  ])
})
