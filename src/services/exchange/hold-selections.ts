import type { ExchangeReport } from '../../domain/exchange-draft.ts'
import { groupBy } from '../../domain/group-by.ts'
import type { Span } from '../../domain/span.ts'
import { type Held, holdCodings, listReviews, openReview, type Review } from '../../storage/carry-reviews.ts'
import { findTextOf } from '../../storage/exchange-places.ts'
import type { Ledger } from '../../storage/ledger.ts'
import type { Row } from '../../storage/schema.ts'
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
  const waiting = selections.filter((one): one is Waiting => one.waits !== undefined)
  if (waiting.length === 0) return new Map()
  const known = await listReviews(ledger.trx, sourceId)
  const wishes = await wishesOf(ledger, waiting, known, ids)
  for (const { wanted, fresh } of wishes) {
    report.knownCodings += wanted.length - fresh.length
    report.waiting += fresh.length
  }
  const { versionId, text } = await findTextOf(ledger.trx, sourceId)
  const passed = await pass(
    ledger,
    sourceId,
    wishes.filter(({ review, fresh }) => !review || fresh.length > 0),
  )
  for (const { one, review, held } of passed) {
    if (review) await holdCodings(ledger, review, held.codings)
    else await letWait(ledger, { sourceId, versionId, text }, one, held)
  }
  const now = new Map(passed.map(({ one, held }) => [one, held]))
  return new Map(wishes.map(({ one, review, wanted }) => [one, named(now.get(one) ?? (review!.held as HeldQuotation), wanted)]))
}

function named({ quotation, codings }: HeldQuotation, wanted: readonly NewCoding[]): { quotation: number; codings: number[] } {
  return { quotation: quotation.id, codings: wanted.map((row) => codings.find((one) => isSame(row, one))!.id) }
}

function isSame(a: NewCoding, b: NewCoding): boolean {
  return a.code_id === b.code_id && a.coder_id === b.coder_id
}

/** `wanted`: all codings of a selection; `fresh`: those of them that do not wait yet. */
type Wish = { one: Waiting; guid: string; review: Review | undefined; wanted: readonly NewCoding[]; fresh: readonly NewCoding[] }

async function wishesOf(ledger: Ledger, waiting: readonly Waiting[], known: readonly Review[], ids: Ids): Promise<Wish[]> {
  const reviewOf = finderOf(known)
  const guids = await freeGuids(ledger.trx, 'quotation', waiting)
  const codings = await codingsOf(ledger, waiting, ids)
  return waiting.map((one, at) => {
    const review = reviewOf(one)
    const standing = review ? (review.held as HeldQuotation).codings : []
    const wanted = codings[at]!
    const fresh = wanted.filter((row, nth) => !standing.some((other) => isSame(row, other)) && wanted.findIndex((other) => isSame(row, other)) === nth)
    return { one, guid: guids[at]!, review, wanted, fresh }
  })
}

/** Finds the review in which a selection waits already, by its identifier, else by its words or place; each is found once. */
function finderOf(reviews: readonly Review[]): (one: Waiting) => Review | undefined {
  const by = new Map<string, Review[]>()
  const put = (key: string, review: Review) => (by.get(key) ?? by.set(key, []).get(key)!).push(review)
  for (const review of reviews) {
    if (!('quotation' in review.held)) continue
    const { quotation, words } = review.held
    put(quotation.guid, review)
    put(words === undefined ? placeOf(review.versionId, review.span) : `words ${words}`, review)
  }
  const found = new Set<Review>()
  return ({ guid, waits }) => {
    const key = 'words' in waits ? `words ${waits.words}` : placeOf(waits.versionId, waits.span)
    const review = [...(by.get(guid) ?? []), ...(by.get(key) ?? [])].find((one) => !found.has(one))
    if (review) found.add(review)
    return review
  }
}

function placeOf(versionId: number, { start, end }: Span): string {
  return `at ${versionId} ${start} ${end}`
}

async function codingsOf(ledger: Ledger, waiting: readonly Waiting[], { codes, coders, coderId }: Ids): Promise<NewCoding[][]> {
  const all = waiting.flatMap(({ codings }) => codings)
  const guids = await freeGuids(ledger.trx, 'coding', all)
  const now = new Date().toISOString()
  let nth = 0
  return waiting.map(({ codings }) =>
    codings.map(({ code, user, at }) => {
      const made = { made_by: 'import' as const, made_at: at || now }
      return { guid: guids[nth++]!, code_id: codes[code]!, coder_id: user === null ? coderId : coders[user]!, ...made }
    }),
  )
}

/** Rows that are made and go again at once, as those of a passage do whose text changes: so what waits has ids that memos can name. */
async function pass(ledger: Ledger, sourceId: number, wishes: readonly Wish[]): Promise<(Wish & { held: HeldQuotation })[]> {
  const places = wishes.map(({ guid, review }, nth) => {
    const standing = review ? (review.held as HeldQuotation).quotation : null
    return { ...(standing && { id: standing.id }), guid: standing?.guid ?? guid, source_id: sourceId, start_offset: ASIDE + nth, end_offset: ASIDE + nth + 1 }
  })
  const ids: number[] = []
  for (const place of places) ids.push(await ledger.insert('quotation', place))
  const rows = wishes.flatMap(({ fresh }, nth) => fresh.map((row) => ({ ...row, quotation_id: ids[nth]! })))
  const codings = await ledger.insertMany('coding', rows)
  await ledger.removeMany('coding', codings)
  await ledger.removeMany('quotation', ids)
  const made = rows.map((row, nth) => ({ ...row, id: codings[nth]!, example: 0 as const }))
  const byQuotation = groupBy(made, ({ quotation_id }) => quotation_id)
  return wishes.map((wish, nth) => {
    const standing = wish.review ? (wish.review.held as HeldQuotation) : undefined
    const quotation = standing?.quotation ?? { ...places[nth]!, id: ids[nth]! }
    return { ...wish, held: { ...standing, quotation, codings: [...(standing?.codings ?? []), ...(byQuotation.get(ids[nth]!) ?? [])] } }
  })
}

type Place = { sourceId: number; versionId: number; text: string }

async function letWait(ledger: Ledger, { sourceId, versionId, text }: Place, { waits }: Waiting, held: HeldQuotation): Promise<void> {
  if ('versionId' in waits) await openReview(ledger, { sourceId, versionId: waits.versionId, span: waits.span, guess: waits.guess, held }, text)
  // It lay in no text of ours: near where it may lie now, else at the end.
  else await openReview(ledger, { sourceId, versionId, span: waits.guess ?? endOf(text), guess: waits.guess, held: { ...held, words: waits.words } }, text)
}

function endOf(text: string): Span {
  return { start: Math.max(0, text.length - 1), end: Math.max(1, text.length) }
}
