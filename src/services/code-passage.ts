import { type Coding, draftSpan } from '../domain/coding.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Span } from '../domain/span.ts'
import { findCode } from '../storage/codes.ts'
import { ensureQuotation, findCoding, findSameCoding } from '../storage/codings.ts'
import { perform } from '../storage/ledger.ts'
import type { House } from '../storage/open.ts'
import { textsOf } from '../storage/source-versions.ts'
import { findSource } from '../storage/sources.ts'

export type CodePassage = { projectId: number; sourceId: number; codeId: number; coderId: number; selection: Span }

/** Apply a code to a passage of a source, on behalf of one coder. */
export async function codePassage(house: House, wish: CodePassage): Promise<Coding> {
  const about = { sourceId: wish.sourceId, codeId: wish.codeId }
  const { result } = await perform(house.write, { projectId: wish.projectId, actorId: wish.coderId, kind: 'code-passage', about }, async (ledger) => {
    const source = await findSource(ledger.trx, wish.projectId, wish.sourceId)
    if (!source) throw new Refusal('not-found', 'refusal.no-source')
    const code = await findCode(ledger.trx, wish.projectId, wish.codeId)
    if (!code) throw new Refusal('not-found', 'refusal.no-code')
    if (code.retiredAt) throw new Refusal('conflict', 'refusal.retired-code', { label: code.label })

    const text = (await textsOf(ledger.trx, [source.id])).get(source.id)!
    const quotationId = await ensureQuotation(ledger, source.id, draftSpan(text, wish.selection))
    if (await findSameCoding(ledger.trx, quotationId, code.id, wish.coderId)) throw new Refusal('conflict', 'refusal.already-coded', { label: code.label })

    const madeAt = new Date().toISOString()
    const values = {
      guid: crypto.randomUUID(),
      quotation_id: quotationId,
      code_id: code.id,
      coder_id: wish.coderId,
      made_by: 'person' as const,
      made_at: madeAt,
    }
    const id = await ledger.insert('coding', values)
    if (source.status === 'not started') await ledger.update('source', source.id, { status: 'in work' })
    return (await findCoding(ledger.trx, wish.projectId, id))!
  })
  return result
}
