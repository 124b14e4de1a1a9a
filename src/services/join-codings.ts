import { adjoins, type Coding } from '../domain/coding.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Span } from '../domain/span.ts'
import { listCodingsInSource, removeIfUnused } from '../storage/codings.ts'
import { moveEvidence } from '../storage/evidence.ts'
import { moveMemos } from '../storage/memos.ts'
import type { House } from '../storage/open.ts'
import { textOfVersion } from '../storage/source-versions.ts'
import { findSource } from '../storage/sources.ts'
import { type CodingWish, changeCoding, placeCoding } from './place-coding.ts'

/**
 * Make one of a coding and the coder's others with the same code that overlap it or adjoin it, with nothing but space
 * between. The memos of all go to the one that stays. Refused where there is none to join.
 */
export async function joinCodings(house: House, wish: CodingWish): Promise<{ joined: Coding; gone: Coding[] }> {
  return changeCoding(house, wish, 'join-codings', async (ledger, coding) => {
    const source = (await findSource(ledger.trx, wish.projectId, coding.sourceId))!
    const text = await textOfVersion(ledger.trx, source)
    const all = await listCodingsInSource(ledger.trx, coding.sourceId)
    const same = all.filter((one) => one.codeId === coding.codeId && one.coderId === coding.coderId && one.id !== coding.id)
    const { gone, span } = neighboursOf(text, coding.span, same)
    if (gone.length === 0) throw new Refusal('conflict', 'refusal.nothing-to-join')
    for (const one of gone) {
      await moveMemos(ledger, { kind: 'coding', id: one.id }, { kind: 'coding', id: coding.id })
      await moveEvidence(ledger, one.id, coding.id)
      await ledger.remove('coding', one.id)
      await removeIfUnused(ledger, one.quotationId)
    }
    if (gone.some((one) => one.example)) await ledger.update('coding', coding.id, { example: 1 })
    return { joined: await placeCoding(ledger, wish.projectId, coding, span), gone }
  })
}

/** Those that the span reaches step by step, and the span over all of them. */
function neighboursOf(text: string, from: Span, candidates: readonly Coding[]): { gone: Coding[]; span: Span } {
  const gone: Coding[] = []
  let span = from
  for (let grown = true; grown; ) {
    grown = false
    for (const one of candidates) {
      if (gone.includes(one) || !adjoins(text, span, one.span)) continue
      gone.push(one)
      span = { start: Math.min(span.start, one.span.start), end: Math.max(span.end, one.span.end) }
      grown = true
    }
  }
  return { gone, span }
}
