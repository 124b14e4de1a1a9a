import { expect, test } from 'vitest'
import { codePassage } from '../../src/services/code-passage.ts'
import { recode } from '../../src/services/recode.ts'
import { redo, undo } from '../../src/services/undo.ts'
import { openTestHouse, seedSmallStudy } from '../support/house.ts'
import { keepSecondCoder } from '../support/second-coder.ts'

test('what somebody else stands in the way of is stepped past: what was done before it is undone, but for what a later act of one’s own rests on', async () => {
  const { house } = await openTestHouse()
  const study = await seedSmallStudy(house)
  const { projectId, sourceId } = study
  await keepSecondCoder(house, 'B')
  const at = (start: number) => codePassage(house, { projectId, sourceId, codeIds: [study.fatigueId], coderId: 1, selection: { start, end: start + 5 } })
  await at(0)
  const [first] = await at(10)
  await recode(house, { projectId, codingId: first!.id, codeId: study.teamId, coderId: 1 })
  await recode(house, { projectId, codingId: first!.id, codeId: study.fatigueId, coderId: 2 })
  const refused = await undo(house, { projectId, actorId: 1 }).catch((error) => error)
  expect(refused.values).toMatchObject({ actor: 'B', undone: expect.any(Number) })
  const again = await undo(house, { projectId, actorId: 1, past: refused.values.undone }).catch((error) => error)
  expect(again.values, 'that coding was changed since').toMatchObject({ undone: refused.values.undone - 1 })
  await undo(house, { projectId, actorId: 1, past: again.values.undone })
  expect((await house.read.selectFrom('coding').selectAll().execute()).map((coding) => coding.id)).toEqual([first!.id])
  await redo(house, { projectId, actorId: 1 })
  expect(await house.read.selectFrom('coding').selectAll().execute()).toHaveLength(2)
})
