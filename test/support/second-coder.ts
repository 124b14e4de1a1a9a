import { perform } from '../../src/storage/ledger.ts'
import type { House } from '../../src/storage/open.ts'

/** Another coder beside the one of the machine. @returns the guid that a browser's cookie knows them by */
export async function keepSecondCoder(house: House, name: string): Promise<string> {
  const guid = crypto.randomUUID()
  await perform(house.write, { projectId: null, actorId: 1, kind: 'create-coder' }, (ledger) =>
    ledger.insert('coder', { guid, name, made_at: '2026-01-05T09:00:00.000Z' }),
  )
  return guid
}
