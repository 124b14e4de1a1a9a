import { expect, test } from 'vitest'
import { parseQuery } from '../../src/domain/parse-query.ts'
import type { QueryNode } from '../../src/domain/query.ts'
import { openTestHouse, seedSmallStudy } from '../support/house.ts'

test.each([
  ['tired', 'en', 'Paragraphs with tired.'],
  ['tired~ morning ', 'en', 'Paragraphs with words like tired and morning.'],
  ['"so tired"~3 ', 'en', 'Paragraphs with so and tired at most 3 words apart.'],
  ['tired -morning code:Fatigue -code:Team', 'en', 'Paragraphs with tired, but not morning, only: code Fatigue, not code Team.'],
  ['"so tired" OR role:informant', 'sv', 'Stycken med frasen ”so tired” eller informanten talar.'],
  ['role:informant -code:Fatigue', 'sv', 'Stycken där: informanten talar, inte kod Fatigue.'],
  ['mor*', 'sv', 'Stycken med ord som börjar på mor.'],
  ['tired code:Nothing', 'en', 'Character 7: There is no code called “Nothing”.'],
  ['tired role:xyz', 'sv', '”xyz” vid tecken 12 går inte att välja för role:.'],
  ['(tired', 'en', 'The parenthesis at character 1 is never closed'],
  ['tired) ', 'en', 'The parenthesis at character 6 has no beginning'],
  ['OR tired', 'en', 'At OR (character 1) a word is missing'],
  ['mornig ', 'en', 'No word is written “mornig”. Showing words spelt nearly so: morning.'],
])('%s is told back in %s', async (typed, language, sentence) => {
  const { house, get } = await openTestHouse()
  await seedSmallStudy(house)
  const html = await (
    await get(`/projects/night-shift/search?${new URLSearchParams({ q: typed })}`, { 'HX-Request': 'true', 'Accept-Language': language })
  ).text()
  const said = html
    .replace(/<[^>]*>/g, '')
    .replaceAll('\u00a0', ' ')
    .replaceAll('&quot;', '"')
    .replace(/\s+/g, ' ')
  expect(said).toContain(sentence)
})

test('every kind of node can be told', () => {
  const kinds = new Set<string>()
  const visit = (node: QueryNode): void => {
    kinds.add(node.kind)
    if (node.kind === 'not') visit(node.node)
    if (node.kind === 'and' || node.kind === 'or') node.nodes.forEach(visit)
  }
  visit(parseQuery('a (b OR -c) "d e" "f g"~2 code:h').tree!)
  expect([...kinds].sort()).toEqual(['and', 'filter', 'near', 'not', 'or', 'phrase', 'word'])
})
