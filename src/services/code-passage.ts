import { type Coding, draftSpan, type MadeBy } from '../domain/coding.ts'
import { Refusal } from '../domain/refusal.ts'
import { isShownApart } from '../domain/source.ts'
import type { Span } from '../domain/span.ts'
import { findCode } from '../storage/codes.ts'
import { ensureQuotation, findCoding, findSameCoding } from '../storage/codings.ts'
import { type Ledger, perform } from '../storage/ledger.ts'
import type { House } from '../storage/open.ts'
import { listSourceSpans } from '../storage/source-spans.ts'
import { textsOf } from '../storage/source-versions.ts'
import { findSource } from '../storage/sources.ts'

export type CodePassage = { projectId: number; sourceId: number; codeIds: readonly number[]; coderId: number; selection: Span }

/** Apply one code or several to a passage of a source, on behalf of one coder, as one act. Refused where all of them stand already. */
export async function codePassage(house: House, wish: CodePassage): Promise<Coding[]> {
  const about = { sourceId: wish.sourceId, codeId: wish.codeIds[0]!, count: wish.codeIds.length }
  const { result } = await perform(house.write, { projectId: wish.projectId, actorId: wish.coderId, kind: 'code-passage', about }, async (ledger) => {
    const source = await findSource(ledger.trx, wish.projectId, wish.sourceId)
    if (!source) throw new Refusal('not-found', 'refusal.no-source')
    const text = (await textsOf(ledger.trx, [source.id])).get(source.id)!
    const labels = (await listSourceSpans(ledger.trx, [source.id])).filter(isShownApart)
    const quotationId = await ensureQuotation(ledger, source.id, draftSpan(text, wish.selection, labels))
    const ids = await applyCodes(ledger, wish, quotationId)
    if (source.status === 'not started') await ledger.update('source', source.id, { status: 'in work' })
    return Promise.all(ids.map(async (id) => (await findCoding(ledger.trx, wish.projectId, id))!))
  })
  return result
}

async function applyCodes(ledger: Ledger, { projectId, codeIds, coderId }: CodePassage, quotationId: number): Promise<number[]> {
  const ids: number[] = []
  let label = ''
  for (const codeId of new Set(codeIds)) {
    const code = await findUsableCode(ledger, projectId, codeId)
    label = code.label
    if (await findSameCoding(ledger.trx, quotationId, codeId, coderId)) continue
    ids.push(await insertCoding(ledger, { quotationId, codeId, coderId, madeBy: 'person' }))
  }
  if (ids.length === 0) throw new Refusal('conflict', 'refusal.already-coded', { label })
  return ids
}

/** A code of this project that may be used. */
export async function findUsableCode(ledger: Ledger, projectId: number, codeId: number) {
  const code = await findCode(ledger.trx, projectId, codeId)
  if (!code) throw new Refusal('not-found', 'refusal.no-code')
  if (code.retiredAt) throw new Refusal('conflict', 'refusal.retired-code', { label: code.label })
  return code
}

/** Put one code on one quotation, by one coder. @returns the coding's id */
export async function insertCoding(ledger: Ledger, coding: { quotationId: number; codeId: number; coderId: number; madeBy: MadeBy }): Promise<number> {
  const values = { guid: crypto.randomUUID(), quotation_id: coding.quotationId, code_id: coding.codeId, coder_id: coding.coderId }
  return ledger.insert('coding', { ...values, made_by: coding.madeBy, made_at: new Date().toISOString() })
}
