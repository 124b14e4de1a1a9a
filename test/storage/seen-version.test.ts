import { expect, test } from 'vitest'
import { createCode } from '../../src/services/create-code.ts'
import { listCodes } from '../../src/storage/codes.ts'
import { openReader } from '../../src/storage/open.ts'
import { whileUnchanged } from '../../src/storage/seen-version.ts'
import { openTestHouse, seedSmallStudy } from '../support/house.ts'

test('what is read is read once, until another connection has changed something', async () => {
  const { house } = await openTestHouse()
  const { projectId } = await seedSmallStudy(house)
  let times = 0
  const read = () => whileUnchanged(house.read, 'times', async () => ++times)
  expect([await read(), await read(), await read()]).toEqual([1, 1, 1])
  await createCode(house, { projectId, parentId: null, label: 'Light', coderId: 1 })
  expect([await read(), await read()]).toEqual([2, 2])
})

test('a code that was just made is there for every reader, also while another reads in a transaction begun before', async () => {
  const { house } = await openTestHouse()
  const { projectId } = await seedSmallStudy(house)
  const elsewhere = openReader(house.file)
  const labels = async () => (await listCodes(house.read, projectId)).map(({ label }) => label)
  const before = await labels()
  await listCodes(elsewhere, projectId)
  const during = house.read.transaction().execute(async (trx) => {
    const codes = await listCodes(trx, projectId)
    await createCode(house, { projectId, parentId: null, label: 'Light', coderId: 1 })
    return [codes.length, (await listCodes(trx, projectId)).length]
  })
  expect(await during).toEqual([before.length, before.length])
  expect(await labels()).toEqual([...before, 'Light'])
  expect(await listCodes(elsewhere, projectId)).toHaveLength(before.length + 1)
  await elsewhere.destroy()
})

test('who asks while another still reads in a transaction begun before is answered as of now', async () => {
  const { house } = await openTestHouse()
  const { projectId } = await seedSmallStudy(house)
  const labels = async () => (await listCodes(house.read, projectId)).map(({ label }) => label)
  await labels()
  let end = () => {}
  const ended = new Promise<void>((resolve) => {
    end = resolve
  })
  let begun = () => {}
  const hasBegun = new Promise<void>((resolve) => {
    begun = resolve
  })
  const reading = house.read.transaction().execute(async (trx) => {
    await listCodes(trx, projectId)
    begun()
    await ended
  })
  await hasBegun
  await createCode(house, { projectId, parentId: null, label: 'Light', coderId: 1 })
  const asked = labels()
  end()
  await reading
  expect(await asked).toContain('Light')
})

test('what one does to the list of codes is nothing to the next', async () => {
  const { house } = await openTestHouse()
  const { projectId } = await seedSmallStudy(house)
  const codes = await listCodes(house.read, projectId)
  codes.length = 0
  expect((await listCodes(house.read, projectId)).length).toBeGreaterThan(0)
})
