import type { SourceStatus } from '../domain/source.ts'
import { perform } from '../storage/ledger.ts'
import type { House } from '../storage/open.ts'
import { theSource } from './the-source.ts'

/** Say how far a source has come. */
export async function setStatus(house: House, wish: { projectId: number; sourceId: number; coderId: number; status: SourceStatus }): Promise<void> {
  const about = { sourceId: wish.sourceId, label: wish.status }
  await perform(house.write, { projectId: wish.projectId, actorId: wish.coderId, kind: 'set-status', about }, async (ledger) => {
    const source = await theSource(ledger.trx, wish.projectId, wish.sourceId)
    await ledger.update('source', source.id, { status: wish.status })
  })
}
