import type { ExchangeReport } from '../domain/exchange-draft.ts'
import { type Held, holdCodings, listReviews, openReview, type Review } from '../storage/carry-reviews.ts'
import { findTextOf } from '../storage/exchange-places.ts'
import type { Ledger } from '../storage/ledger.ts'
import type { Row } from '../storage/schema.ts'
import { freeGuids } from './free-guids.ts'
import type { TakenSelection, TakenSource, Waits } from './take-exchange-sources.ts'

/** What the waiting selections of a source are called here. */
export type HeldSelections = ReadonlyMap<TakenSelection, { quotation: number; codings: number[] }>
type Ids = { codes: readonly number[]; coders: readonly number[]; coderId: number }
type HeldQuotation = Extract<Held, { quotation: unknown }>
type Waiting = TakenSelection & { readonly waits: Waits }
type NewCoding = Omit<Row<'coding'>, 'id' | 'quotation_id' | 'example'>

/** Far beyond any text, where a quotation lies for as long as it takes to have an id. */
const ASIDE = 1_900_000_000

/** Let the selections of a source that have no place wait in its review, with their codings. One that waits there already waits once. */
export async function holdSelections(ledger: Ledger, { sourceId, selections }: TakenSource, ids: Ids, report: ExchangeReport): Promise<HeldSelections> {
  const named = new Map<TakenSelection, { quotation: number; codings: number[] }>()
  const waiting = selections.filter((one): one is Waiting => one.waits !== undefined)
  if (waiting.length === 0) return named
  const known = await listReviews(ledger.trx, sourceId)
  for (const one of waiting) {
    const at = known.findIndex((review) => isOf(review, one))
    const review = at < 0 ? undefined : known.splice(at, 1)[0]!
    const standing = review ? (review.held as HeldQuotation) : undefined
    const isSame = (a: NewCoding, b: NewCoding) => a.code_id === b.code_id && a.coder_id === b.coder_id
    const wanted = await codingsOf(ledger, one, ids)
    const fresh = wanted.filter((row, nth) => !standing?.codings.some((b) => isSame(row, b)) && wanted.findIndex((b) => isSame(row, b)) === nth)
    report.knownCodings += wanted.length - fresh.length
    report.waiting += fresh.length
    const held = standing && fresh.length === 0 ? standing : await passing(ledger, { sourceId, guid: one.guid, standing, fresh })
    if (!review) await letWait(ledger, sourceId, one, held)
    else if (held !== standing) await holdCodings(ledger, review, held.codings)
    named.set(one, { quotation: held.quotation.id, codings: wanted.map((row) => held.codings.find((b) => isSame(row, b))!.id) })
  }
  return named
}

function isOf({ held, versionId, span }: Review, { guid, waits }: Waiting): boolean {
  if (!('quotation' in held)) return false
  if (guid !== '' && held.quotation.guid === guid) return true
  if ('words' in waits) return held.words === waits.words
  return held.words === undefined && versionId === waits.versionId && span.start === waits.span.start && span.end === waits.span.end
}

async function codingsOf(ledger: Ledger, { codings }: TakenSelection, { codes, coders, coderId }: Ids): Promise<NewCoding[]> {
  const guids = await freeGuids(ledger.trx, 'coding', codings)
  const now = new Date().toISOString()
  return codings.map(({ code, user, at }, nth) => {
    const made = { made_by: 'import' as const, made_at: at || now }
    return { guid: guids[nth]!, code_id: codes[code]!, coder_id: user === null ? coderId : coders[user]!, ...made }
  })
}

type Passing = { sourceId: number; guid: string; standing: HeldQuotation | undefined; fresh: readonly NewCoding[] }

/** Rows that are made and go again at once, as those of a passage do whose text changes: so what waits has ids that memos can name. */
async function passing(ledger: Ledger, { sourceId, guid, standing, fresh }: Passing): Promise<HeldQuotation> {
  const free = standing?.quotation.guid ?? (await freeGuids(ledger.trx, 'quotation', [{ guid }]))[0]!
  const place = { guid: free, source_id: sourceId, start_offset: ASIDE, end_offset: ASIDE + 1 }
  const id = await ledger.insert('quotation', standing ? { id: standing.quotation.id, ...place } : place)
  const rows = fresh.map((row) => ({ ...row, quotation_id: id }))
  const made = await ledger.insertMany('coding', rows)
  await ledger.removeMany('coding', made)
  await ledger.remove('quotation', id)
  const codings = rows.map((row, at) => ({ ...row, id: made[at]!, example: 0 as const }))
  return { ...standing, quotation: standing?.quotation ?? { id, ...place }, codings: [...(standing?.codings ?? []), ...codings] }
}

async function letWait(ledger: Ledger, sourceId: number, { waits }: Waiting, held: HeldQuotation): Promise<void> {
  const { versionId, text } = await findTextOf(ledger.trx, sourceId)
  if ('versionId' in waits) await openReview(ledger, { sourceId, versionId: waits.versionId, span: waits.span, guess: waits.guess, held }, text)
  // It lay in no text of ours: near where it may lie now, else at the end.
  else await openReview(ledger, { sourceId, versionId, span: waits.guess ?? endOf(text), guess: waits.guess, held: { ...held, words: waits.words } }, text)
}

function endOf(text: string) {
  return { start: Math.max(0, text.length - 1), end: Math.max(1, text.length) }
}
