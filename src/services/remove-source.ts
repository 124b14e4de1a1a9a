import { removeEvidenceOn } from '../storage/evidence.ts'
import { removeFindingIfUnused } from '../storage/findings.ts'
import { perform } from '../storage/ledger.ts'
import type { House } from '../storage/open.ts'
import { listHangingOnSource } from '../storage/source-dependents.ts'
import { theSource } from './the-source.ts'

/** Take a source out of the study with its codings, spans and links. Its text stays in its version, so that undo puts all of it back. @returns its title */
export async function removeSource(house: House, wish: { projectId: number; sourceId: number; coderId: number }): Promise<string> {
  const known = await theSource(house.write, wish.projectId, wish.sourceId)
  const about = { sourceId: known.id, label: known.title }
  await perform(house.write, { projectId: wish.projectId, actorId: wish.coderId, kind: 'remove-source', about }, async (ledger) => {
    await theSource(ledger.trx, wish.projectId, known.id)
    const hanging = await listHangingOnSource(ledger.trx, known.id)
    const unpicked = await removeEvidenceOn(ledger, hanging.codings)
    for (const findingId of unpicked) await removeFindingIfUnused(ledger, findingId)
    for (const [table, ids] of hanging.rows) await ledger.removeMany(table, ids)
    await ledger.remove('source', known.id)
  })
  return known.title
}
