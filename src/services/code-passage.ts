import { type Coding, draftSpan, type MadeBy } from '../domain/coding.ts'
import { Refusal } from '../domain/refusal.ts'
import { isShownApart } from '../domain/source.ts'
import type { Span } from '../domain/span.ts'
import { findCode } from '../storage/codes.ts'
import { ensureQuotation, findSameCoding } from '../storage/codings.ts'
import { type Ledger, perform } from '../storage/ledger.ts'
import type { House } from '../storage/open.ts'
import { listSpansAround } from '../storage/source-spans.ts'
import { textOfVersion } from '../storage/source-versions.ts'
import { findSource } from '../storage/sources.ts'
import { carryBetween } from '../storage/text-places.ts'

/** `versionId`: the text in which the passage was selected, where it may be another than the one that holds. */
export type CodePassage = { projectId: number; sourceId: number; codeIds: readonly number[]; coderId: number; selection: Span; versionId?: number | undefined }

/** Apply one code or several to a passage of a source, on behalf of one coder, as one act. Refused where all of them stand already. */
export async function codePassage(house: House, wish: CodePassage): Promise<Coding[]> {
  const about = { sourceId: wish.sourceId, codeId: wish.codeIds[0]!, count: wish.codeIds.length }
  const { result } = await perform(house.write, { projectId: wish.projectId, actorId: wish.coderId, kind: 'code-passage', about }, async (ledger) => {
    const source = await findSource(ledger.trx, wish.projectId, wish.sourceId)
    if (!source) throw new Refusal('not-found', 'refusal.no-source')
    const text = await textOfVersion(ledger.trx, source)
    const selection = await selectionNow(ledger, wish, source.versionId)
    const labels = (await listSpansAround(ledger.trx, source.id, selection)).filter(isShownApart)
    const span = draftSpan(text, selection, labels)
    const codings = await applyCodes(ledger, wish, { id: await ensureQuotation(ledger, source.id, span), span })
    if (source.status === 'not started') await ledger.update('source', source.id, { status: 'in work' })
    return codings
  })
  return result
}

/** The selected words as they lie in the text that holds. Refused where they were changed since they were selected. */
async function selectionNow(ledger: Ledger, { selection, versionId }: CodePassage, holds: number): Promise<Span> {
  if (versionId === undefined || versionId === holds || selection.start >= selection.end) return selection
  const carried = (await carryBetween(ledger, versionId, holds))(selection)
  if (carried.kind === 'unsure') throw new Refusal('conflict', 'refusal.text-moved')
  return carried.span
}

async function applyCodes(ledger: Ledger, { projectId, sourceId, codeIds, coderId }: CodePassage, quotation: { id: number; span: Span }): Promise<Coding[]> {
  const codings: Coding[] = []
  let label = ''
  for (const codeId of new Set(codeIds)) {
    const code = await findUsableCode(ledger, projectId, codeId)
    label = code.label
    if (await findSameCoding(ledger.trx, quotation.id, codeId, coderId)) continue
    const coding = { quotationId: quotation.id, codeId, coderId, madeBy: 'person', madeAt: new Date().toISOString() } as const
    codings.push({ ...coding, sourceId, span: quotation.span, id: await insertCoding(ledger, coding) })
  }
  if (codings.length === 0) throw new Refusal('conflict', 'refusal.already-coded', { label })
  return codings
}

/** A code of this project that may be used. */
export async function findUsableCode(ledger: Ledger, projectId: number, codeId: number) {
  const code = await findCode(ledger.trx, projectId, codeId)
  if (!code) throw new Refusal('not-found', 'refusal.no-code')
  if (code.retiredAt) throw new Refusal('conflict', 'refusal.retired-code', { label: code.label })
  return code
}

type NewCoding = { quotationId: number; codeId: number; coderId: number; madeBy: MadeBy; madeAt: string }

/** Put one code on one quotation, by one coder. @returns the coding's id */
async function insertCoding(ledger: Ledger, { quotationId, codeId, coderId, madeBy, madeAt }: NewCoding): Promise<number> {
  return ledger.insert('coding', { guid: crypto.randomUUID(), quotation_id: quotationId, code_id: codeId, coder_id: coderId, made_by: madeBy, made_at: madeAt })
}
