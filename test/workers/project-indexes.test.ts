import { expect, test } from 'vitest'
import { ProjectIndexes } from '../../src/workers/project-indexes.ts'
import { openTestHouse, seedSmallStudy } from '../support/house.ts'

test('only so many projects are kept, those searched last; a kept index is not built again', async () => {
  const { house } = await openTestHouse()
  const { projectId, elsewhereId } = await seedSmallStudy(house)
  const indexes = new ProjectIndexes(house.read, 1)
  const first = (await indexes.upToDate(projectId)).index
  expect((await indexes.upToDate(projectId)).index).toBe(first)
  await indexes.upToDate(elsewhereId)
  expect(indexes.size).toBe(1)
  const again = (await indexes.upToDate(projectId)).index
  expect(again).not.toBe(first)
  expect(again.search('tired').total).toBe(1)
})
