import { expect, test } from 'vitest'
import { parseFilter } from '../../src/domain/parse-filter.ts'
import { codePassage } from '../../src/services/code-passage.ts'
import { resolveFilter } from '../../src/storage/resolve-filter.ts'
import { openTestHouse, seedSmallStudy } from '../support/house.ts'

test('a condition that is said many times on one level is looked up once', async () => {
  const { house } = await openTestHouse()
  const { projectId } = await seedSmallStudy(house)
  const of = async (text: string) => (await resolveFilter(house.read, projectId, parseFilter(text))).condition
  expect(await of('-code:Team '.repeat(500))).toEqual({ all: [await of('-code:Team')] })
  expect(await of('code:Team code:Team OR code:Fatigue OR code:Fatigue')).toEqual({ any: [{ all: [await of('code:Team')] }, await of('code:Fatigue')] })
})

test('codes that are each kept away are looked up together, and keep away what either does', async () => {
  const { house } = await openTestHouse()
  const { projectId, sourceId, sleepId, fatigueId } = await seedSmallStudy(house)
  const team = await house.read.selectFrom('code').select('id').where('label', '=', 'Team').executeTakeFirstOrThrow()
  for (const [codeId, start, end] of [
    [fatigueId, 0, 6],
    [team.id, 6, 11],
    [sleepId, 20, 26],
  ] as const)
    await codePassage(house, { projectId, sourceId, coderId: 1, codeIds: [codeId], selection: { start, end } })
  const of = async (text: string) => (await resolveFilter(house.read, projectId, parseFilter(text))).condition
  const keptAway = async (text: string) =>
    JSON.stringify(await of(text))
      .match(/"ids":\[([\d,]*)\]/)![1]!
      .split(',')
      .filter(Boolean)
      .sort()
  const both = await of('-code:Team kind:interview -code:Fatigue')
  expect(both).toMatchObject({ all: [{ denied: true }, {}] })
  expect('all' in both && both.all).toHaveLength(2)
  const each = [...(await keptAway('-code:Team')), ...(await keptAway('-code:Fatigue'))]
  expect(new Set(await keptAway('-code:Team -code:Fatigue'))).toEqual(new Set(each))
  expect(new Set(each).size).toBeGreaterThan(1)
})
