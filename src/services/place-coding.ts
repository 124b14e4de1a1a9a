import type { ActKind } from '../domain/act.ts'
import { type Coding, draftSpan, type MadeBy } from '../domain/coding.ts'
import { Refusal } from '../domain/refusal.ts'
import { isShownApart } from '../domain/source.ts'
import type { Span } from '../domain/span.ts'
import { findCode } from '../storage/codes.ts'
import { ensureQuotation, findSameCoding, removeIfUnused } from '../storage/codings.ts'
import { type Ledger, perform } from '../storage/ledger.ts'
import type { House } from '../storage/open.ts'
import { listSpansAround } from '../storage/source-spans.ts'
import { textOfVersion } from '../storage/source-versions.ts'
import { carryBetween } from '../storage/text-places.ts'
import { theCoding } from './the-coding.ts'
import { theSource } from './the-source.ts'

export type CodingWish = { projectId: number; codingId: number; coderId: number }

/** Do an act on one coding, which the history names by its source and code. */
export async function changeCoding<T>(house: House, wish: CodingWish, kind: ActKind, work: (ledger: Ledger, coding: Coding) => Promise<T>): Promise<T> {
  const { sourceId, codeId } = await theCoding(house.write, wish.projectId, wish.codingId)
  const draft = { projectId: wish.projectId, actorId: wish.coderId, kind, about: { sourceId, codeId } }
  const { result } = await perform(house.write, draft, async (ledger) => work(ledger, await theCoding(ledger.trx, wish.projectId, wish.codingId)))
  return result
}

/**
 * A selection in a source of this project as a span that can be kept, with the source and its text. `versionId`: the text in
 * which it was selected, where that may be another than the one that holds. Refused where the words were changed since.
 */
export async function draftIn(ledger: Ledger, projectId: number, sourceId: number, selected: Span, versionId?: number) {
  const source = await theSource(ledger.trx, projectId, sourceId)
  const text = await textOfVersion(ledger.trx, source)
  const selection = await selectionNow(ledger, selected, versionId ?? source.versionId, source.versionId)
  const labels = (await listSpansAround(ledger.trx, source.id, selection)).filter(isShownApart)
  return { source, text, span: draftSpan(text, selection, labels) }
}

/** What was selected in version `from` of a text, in the version that holds. Refused where its words were changed since. */
export async function selectionNow(ledger: Ledger, selection: Span, from: number, holds: number): Promise<Span> {
  if (from === holds || selection.start >= selection.end) return selection
  const carried = (await carryBetween(ledger, from, holds))(selection)
  if (carried.kind === 'unsure') throw new Refusal('conflict', 'refusal.text-moved')
  return carried.span
}

/** Put a coding, which keeps its id and memos, on other words of its source. Refused where the coder has the code on just these already. */
export async function placeCoding(ledger: Ledger, projectId: number, coding: Coding, span: Span): Promise<Coding> {
  const quotationId = await ensureQuotation(ledger, coding.sourceId, span)
  if (quotationId === coding.quotationId) return coding
  if (await findSameCoding(ledger.trx, quotationId, coding.codeId, coding.coderId)) {
    const code = await findCode(ledger.trx, projectId, coding.codeId)
    throw new Refusal('conflict', 'refusal.already-coded', { label: code?.label ?? '' })
  }
  await ledger.update('coding', coding.id, { quotation_id: quotationId })
  await removeIfUnused(ledger, coding.quotationId)
  return { ...coding, quotationId, span }
}

/** A second coding like one that stands, on other words or with another code. @returns undefined where it stands already */
export async function copyOf(
  ledger: Ledger,
  coding: Coding,
  { span = coding.span, codeId = coding.codeId, coderId = coding.coderId }: { span?: Span; codeId?: number; coderId?: number },
) {
  const quotationId = await ensureQuotation(ledger, coding.sourceId, span)
  if (await findSameCoding(ledger.trx, quotationId, codeId, coderId)) return undefined
  const made = { quotationId, codeId, coderId, madeBy: coding.madeBy, madeAt: coding.madeAt }
  const id = await insertCoding(ledger, made)
  return { ...coding, ...made, id, span }
}

type NewCoding = { quotationId: number; codeId: number; coderId: number; madeBy: MadeBy; madeAt: string }

/** Put one code on one quotation, by one coder. @returns the coding's id */
export async function insertCoding(ledger: Ledger, { quotationId, codeId, coderId, madeBy, madeAt }: NewCoding): Promise<number> {
  return ledger.insert('coding', { guid: crypto.randomUUID(), quotation_id: quotationId, code_id: codeId, coder_id: coderId, made_by: madeBy, made_at: madeAt })
}
