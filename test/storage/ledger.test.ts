import fc from 'fast-check'
import { expect, test } from 'vitest'
import { perform } from '../../src/storage/ledger.ts'
import { openTestHouse, seedSmallStudy } from '../support/house.ts'

test('quotations that may not lie on one another change places, rings and all, and each has one change', async () => {
  const { house } = await openTestHouse()
  const { projectId, sourceId } = await seedSmallStudy(house, 'x'.repeat(2000))
  const draft = { projectId, actorId: 1, kind: 'code-passage' } as const
  const places = async () => (await house.read.selectFrom('quotation').select(['id', 'start_offset']).orderBy('id').execute()).map((row) => row.start_offset)
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(fc.nat(400), { minLength: 1, maxLength: 12 }), fc.nat(1000), fc.nat(3), async (starts, seed, shift) => {
      const row = (start: number) => ({ guid: crypto.randomUUID(), source_id: sourceId, start_offset: start, end_offset: start + 1 })
      const { result: ids } = await perform(house.write, draft, (ledger) => ledger.insertMany('quotation', starts.map(row)))
      const targets = [...starts].sort((a, b) => ((a * 7919 + seed) % 31) - ((b * 7919 + seed) % 31)).map((start) => start + shift)
      const patches = ids.map((id, at) => ({ id, patch: { start_offset: targets[at]!, end_offset: targets[at]! + 1 } }))
      const { actId } = await perform(house.write, draft, (ledger) => ledger.updateMany('quotation', patches))
      expect(await places()).toEqual(targets)
      const changes = await house.read.selectFrom('change').select(['before', 'after']).where('act_id', '=', actId).execute()
      expect(changes.length).toBe(starts.filter((start, at) => start !== targets[at]).length)
      for (const { before, after } of changes) expect(JSON.parse(after!)).toMatchObject({ id: JSON.parse(before!).id, source_id: sourceId })
      await perform(house.write, draft, (ledger) => ledger.removeMany('quotation', ids))
    }),
    { numRuns: 30 },
  )
})
