import { toName } from '../domain/name.ts'
import { perform } from '../storage/ledger.ts'
import type { House } from '../storage/open.ts'
import { theSource } from './the-source.ts'

/** Give a source another name. */
export async function renameSource(house: House, wish: { projectId: number; sourceId: number; coderId: number; title: string }): Promise<void> {
  const title = toName(wish.title)
  const about = { sourceId: wish.sourceId, label: title }
  await perform(house.write, { projectId: wish.projectId, actorId: wish.coderId, kind: 'rename-source', about }, async (ledger) => {
    const source = await theSource(ledger.trx, wish.projectId, wish.sourceId)
    await ledger.update('source', source.id, { title })
  })
}
