import { expect, test } from 'vitest'
import { mergeCodes } from '../../src/services/merge-codes.ts'
import { movePin, pinCode, unpinCode } from '../../src/services/pin-code.ts'
import { removeCode } from '../../src/services/remove-code.ts'
import { retireCode } from '../../src/services/retire-code.ts'
import { createCoder } from '../../src/services/settle-coder.ts'
import { undo } from '../../src/services/undo.ts'
import { listPins } from '../../src/storage/pinned-codes.ts'
import { openTestHouse, seedSmallStudy } from '../support/house.ts'

async function open() {
  const { house } = await openTestHouse()
  const study = await seedSmallStudy(house)
  const who = { projectId: study.projectId, coderId: 1 }
  const pinned = async (coderId = 1) => (await listPins(house.read, study.projectId, coderId)).map((pin) => pin.codeId)
  const rows = () => house.read.selectFrom('pinned_code').selectAll().orderBy('id').execute()
  const back = () => undo(house, { projectId: study.projectId, actorId: 1 })
  return { house, ...study, who, pinned, rows, back }
}

test('codes are pinned in order, moved and taken out, and every step is undone', async () => {
  const { house, who, fatigueId, sleepId, teamId, pinned, rows, back } = await open()
  for (const codeId of [fatigueId, sleepId, teamId, sleepId]) await pinCode(house, { ...who, codeId })
  expect(await pinned()).toEqual([fatigueId, sleepId, teamId])
  const before = await rows()
  await movePin(house, { ...who, codeId: teamId, to: 'back' })
  expect(await pinned()).toEqual([fatigueId, teamId, sleepId])
  await movePin(house, { ...who, codeId: sleepId, to: 'first' })
  expect(await pinned()).toEqual([sleepId, fatigueId, teamId])
  await unpinCode(house, { ...who, codeId: fatigueId })
  expect(await pinned()).toEqual([sleepId, teamId])
  for (const _ of 'abc') await back()
  expect(await rows()).toEqual(before)
  for (const _ of 'abc') await back()
  expect(await rows()).toEqual([])
})

test('a merge moves the pin, and who had both keeps one; undo gives both back', async () => {
  const { house, who, fatigueId, sleepId, teamId, pinned, rows, back, projectId } = await open()
  await createCoder(house, { coderId: 1, name: 'Bo' })
  await pinCode(house, { ...who, codeId: sleepId })
  await pinCode(house, { ...who, codeId: teamId })
  await pinCode(house, { projectId, coderId: 2, codeId: teamId })
  const before = await rows()
  await mergeCodes(house, { ...who, codeId: teamId, intoId: sleepId })
  expect(await pinned()).toEqual([sleepId])
  expect(await pinned(2)).toEqual([sleepId])
  await back()
  expect(await rows()).toEqual(before)
  expect(await pinned()).toEqual([sleepId, teamId])
  expect(fatigueId).not.toBe(sleepId)
})

test('a code out of use is not shown and comes back; one that is removed takes its pins along, and undo brings them', async () => {
  const { house, who, sleepId, teamId, pinned, rows, back } = await open()
  await pinCode(house, { ...who, codeId: sleepId })
  await pinCode(house, { ...who, codeId: teamId })
  const before = await rows()
  await retireCode(house, { ...who, codeId: sleepId })
  expect(await pinned()).toEqual([teamId])
  await back()
  await removeCode(house, { ...who, codeId: teamId })
  expect(await pinned()).toEqual([sleepId])
  await back()
  expect(await rows()).toEqual(before)
})

test('a code of another project, or one that is not pinned, is refused', async () => {
  const { house, who, foreignId, teamId } = await open()
  await expect(pinCode(house, { ...who, codeId: foreignId })).rejects.toMatchObject({ key: 'refusal.no-code' })
  await expect(unpinCode(house, { ...who, codeId: teamId })).rejects.toMatchObject({ key: 'refusal.no-pin' })
})
