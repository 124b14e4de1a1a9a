import { type DifferencePart, differenceOf, publishedWords, readPublicationEdits } from '../domain/publication-edit.ts'
import { Refusal } from '../domain/refusal.ts'
import { perform } from '../storage/ledger.ts'
import type { House } from '../storage/open.ts'
import { findPublicationEdits, keepPublicationEdits } from '../storage/publication-edits.ts'
import { listQuotationsBy } from '../storage/quotation-addresses.ts'
import type { Db } from '../storage/schema.ts'
import { textsOf } from '../storage/source-versions.ts'
import { wordsHash } from './words-hash.ts'

/** How a quotation is published. `stale`: it was written for words that have been changed since, and is not used. */
export type Publication = { words: string; published: string; difference: DifferencePart[]; stale: boolean }

/** Refused where the quotation is not the project's. */
export async function readPublication(db: Db, wish: { projectId: number; quotationId: number }): Promise<Publication> {
  const { guid, words } = await findWords(db, wish)
  const kept = await findPublicationEdits(db, guid)
  const stale = kept !== undefined && kept.wordsSha256 !== wordsHash(words)
  const edits = kept && !stale ? kept.edits : []
  return { words, published: publishedWords(words, edits), difference: differenceOf(words, edits), stale }
}

/** Publish a quotation as it is written: shortened by …, clarified in [ ]. The span stays as it is. Null: whole again. Refuses words that were not said. */
export async function editPublication(
  house: House,
  wish: { projectId: number; coderId: number; quotationId: number; written: string | null },
): Promise<{ changed: boolean; sourceId: number }> {
  const { projectId, coderId } = wish
  const { guid, words, sourceId } = await findWords(house.read, wish)
  const edits = wish.written === null ? [] : readPublicationEdits(words, wish.written)
  const { result } = await perform(house.write, { projectId, actorId: coderId, kind: 'edit-publication', about: { sourceId } }, async (ledger) => {
    const before = await findPublicationEdits(ledger.trx, guid)
    await keepPublicationEdits(ledger, { projectId, guid, wordsSha256: wordsHash(words), edits })
    return JSON.stringify(before?.edits ?? []) !== JSON.stringify(edits)
  })
  return { changed: result, sourceId }
}

async function findWords(db: Db, { projectId, quotationId }: { projectId: number; quotationId: number }) {
  const [quotation] = await listQuotationsBy(db, projectId, { id: quotationId })
  if (!quotation) throw new Refusal('not-found', 'refusal.no-quotation')
  const { guid, sourceId, start, end } = quotation
  return { guid, sourceId, words: (await textsOf(db, [sourceId])).get(sourceId)!.slice(start, end) }
}
