import { expect, test } from 'vitest'
import { textsOf } from '../../src/storage/source-versions.ts'
import { openTestHouse, seedSmallStudy } from '../support/house.ts'

test('a text that is kept is never taken for another of the same id', async () => {
  for (const text of ['the first house', 'the second house']) {
    const { house } = await openTestHouse()
    const { sourceId } = await seedSmallStudy(house, text)
    expect((await textsOf(house.read, [sourceId])).get(sourceId)).toBe(text)
  }
})
