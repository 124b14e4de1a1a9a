import { expect, test } from 'vitest'
import { ProjectIndexes } from '../../src/workers/project-indexes.ts'
import { openTestHouse, seedSmallStudy } from '../support/house.ts'

test('only so many projects are kept, those searched last; a kept index is not built again', async () => {
  const { house } = await openTestHouse()
  const { projectId, elsewhereId } = await seedSmallStudy(house)
  const indexes = new ProjectIndexes(house.read, () => {}, 1)
  const indexOf = (id: number) => indexes.with(id, ({ index }) => index)
  const first = await indexOf(projectId)
  expect(await indexOf(projectId)).toBe(first)
  await indexOf(elsewhereId)
  expect(indexes.size).toBe(1)
  const again = await indexOf(projectId)
  expect(again).not.toBe(first)
  expect(again.search('tired').total).toBe(1)
})

test('what nobody has asked for twenty minutes is let go', async () => {
  const { house } = await openTestHouse()
  const { projectId } = await seedSmallStudy(house)
  const indexes = new ProjectIndexes(house.read)
  await indexes.build(projectId)
  indexes.letGoUnused()
  expect(indexes.size).toBe(1)
  indexes.letGoUnused(Date.now() + 21 * 60_000)
  expect(indexes.size).toBe(0)
})
