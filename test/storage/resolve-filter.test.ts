import { expect, test } from 'vitest'
import { parseFilter } from '../../src/domain/parse-filter.ts'
import { resolveFilter } from '../../src/storage/resolve-filter.ts'
import { openTestHouse, seedSmallStudy } from '../support/house.ts'

test('a condition that is said many times on one level is looked up once', async () => {
  const { house } = await openTestHouse()
  const { projectId } = await seedSmallStudy(house)
  const of = async (text: string) => (await resolveFilter(house.read, projectId, parseFilter(text))).condition
  expect(await of('-code:Team '.repeat(500))).toEqual({ all: [await of('-code:Team')] })
  expect(await of('code:Team code:Team OR code:Fatigue OR code:Fatigue')).toEqual({ any: [{ all: [await of('code:Team')] }, await of('code:Fatigue')] })
})
