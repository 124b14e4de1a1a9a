import { expect, test } from 'vitest'
import { readSynonyms, writeSynonyms } from '../../src/domain/synonyms.ts'
import { setSynonyms } from '../../src/services/set-synonyms.ts'
import { undo } from '../../src/services/undo.ts'
import { openTestHouse, seedSmallStudy } from '../support/house.ts'

test('what means the same is found, says so, and is taken back by undo', async () => {
  const { house, searcher } = await openTestHouse()
  const { projectId } = await seedSmallStudy(house, 'I was tired.\nThey were sleepy, all of them.\nOut like a light, she said.\nAwake.')
  const kinds = async (query: string) => (await searcher.search(projectId, query)).hits.map(({ paragraph, best }) => `${paragraph} ${best.kind}`)
  expect(await kinds('tired ')).toEqual(['1 exact'])
  expect(await setSynonyms(house, { projectId, coderId: 1, text: 'tired = sleepy, out like a light' })).toBe(true)
  expect(await kinds('tired ')).toEqual(['1 exact', '2 synonym', '3 synonym'])
  expect(await kinds('"out like a light"')).toEqual(['3 exact', '1 synonym', '2 synonym'])
  expect((await searcher.search(projectId, 'tired ')).query.tree).toMatchObject({ also: ['sleepy', 'out like a light'] })
  expect(await setSynonyms(house, { projectId, coderId: 1, text: 'tired, sleepy, out like a light' })).toBe(false)
  await undo(house, { projectId, actorId: 1 })
  expect(await kinds('tired ')).toEqual(['1 exact'])
})

test('groups are lines; one word alone says nothing; capitals and spaces do not count', () => {
  expect(readSynonyms('korona = covid, Pandemi\n\ngründer\nA,  a b , a')).toEqual([
    ['korona', 'covid', 'Pandemi'],
    ['a', 'a b'],
  ])
  expect(readSynonyms(writeSynonyms([['a', 'b c']]))).toEqual([['a', 'b c']])
  expect(() => readSynonyms(`a, ${'b'.repeat(61)}`)).toThrow('refusal.synonym-long')
  expect(() => readSynonyms(Array.from({ length: 21 }, (_, nth) => `w${nth}`).join(','))).toThrow('refusal.synonyms-in-group')
  expect(() => readSynonyms('a,b\n'.repeat(201))).toThrow('refusal.synonyms-many')
})
