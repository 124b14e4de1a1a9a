import { expect, test } from 'vitest'
import { listSavedSearches, removeSearch, renameSearch, saveSearch } from '../../src/services/save-search.ts'
import { undo } from '../../src/services/undo.ts'
import { openTestHouse, seedSmallStudy } from '../support/house.ts'

test('a search is kept, renamed and removed, and each is undone; another project can do none of it', async () => {
  const { house } = await openTestHouse()
  const { projectId, elsewhereId } = await seedSmallStudy(house)
  const who = { projectId, coderId: 1 }
  const names = async () => (await listSavedSearches(house, projectId)).map(({ name }) => name)
  await saveSearch(house, { ...who, query: ' tired OR sleepy ' })
  await saveSearch(house, { ...who, query: 'tired OR sleepy' })
  const [saved] = await listSavedSearches(house, projectId)
  expect(await names()).toEqual(['tired OR sleepy'])
  await renameSearch(house, { ...who, id: saved!.id, name: ' Tiredness ' })
  expect(await names()).toEqual(['Tiredness'])
  await expect(removeSearch(house, { projectId: elsewhereId, coderId: 1, id: saved!.id })).rejects.toThrow('refusal.no-saved-search')
  await removeSearch(house, { ...who, id: saved!.id })
  expect(await names()).toEqual([])
  for (const left of [['Tiredness'], ['tired OR sleepy'], []]) {
    await undo(house, { projectId, actorId: 1 })
    expect(await names()).toEqual(left)
  }
  await expect(saveSearch(house, { ...who, query: 'x'.repeat(1_000_000) })).rejects.toThrow('refusal.search-long')
  await expect(saveSearch(house, { ...who, query: ' ' })).rejects.toThrow('refusal.nothing-to-save')
})
