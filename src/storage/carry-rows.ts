import type { Carried } from '../domain/carry.ts'
import { type Span, trimSpan } from '../domain/span.ts'
import { listReviews, openReview } from './carry-reviews.ts'
import type { ActTable, Ledger } from './ledger.ts'
import { among } from './packed.ts'
import { type Offsets, offsetsOf, spanOf } from './row-span.ts'
import type { Row } from './schema.ts'

type Carry = (span: Span) => Carried
/** Where a quotation goes. */
export type Move = { readonly id: number; readonly to: Span }
export type Carrying = {
  readonly sourceId: number
  /** The version from which the rows are carried, and the text to which. */
  readonly versionId: number
  readonly text: string
  readonly carry: Carry
  /** For turns, answers and the like, which people lay by paragraphs; else as `carry`. */
  readonly carryByParagraph?: Carry
  /** Spans over the text of which nothing is left go with their words, instead of waiting. */
  readonly dropGoneSpans?: boolean
  /** Rows that go another way, by table. */
  readonly except?: ReadonlyMap<ActTable, ReadonlySet<number>>
  /** Where some quotations of `except` go. */
  readonly moves?: readonly Move[]
}
export type CarriedRows = { carried: number; waiting: number }

/** Carry everything that lies on a source's text to another text. What is not carried with certainty waits in a review; nothing is dropped. */
export async function carryRows(ledger: Ledger, carrying: Carrying): Promise<CarriedRows> {
  // First: a guess that is made below is in the new text already.
  await carryGuesses(ledger, carrying)
  const quotations = await carryQuotations(ledger, carrying)
  const answers = await carryAnswers(ledger, carrying)
  const spans = await carrySpans(ledger, carrying)
  return { carried: quotations.carried + answers.carried, waiting: quotations.waiting + answers.waiting + spans }
}

async function carryQuotations(ledger: Ledger, carrying: Carrying): Promise<CarriedRows> {
  const rows = await rowsOf(ledger, 'quotation', carrying)
  const moves: Move[] = [...(carrying.moves ?? [])]
  const unsure: { row: Row<'quotation'>; guess: Span | null }[] = []
  for (const row of rows) {
    const carried = carrying.carry(spanOf(row))
    if (carried.kind === 'carried') moves.push({ id: row.id, to: carried.span })
    else unsure.push({ row, guess: carried.guess })
  }
  await holdQuotations(ledger, carrying, unsure)
  await ledger.updateMany(
    'quotation',
    moves.map(({ id, to }) => ({ id, patch: offsetsOf(to) })),
  )
  return { carried: rows.length - unsure.length, waiting: unsure.length }
}

async function holdQuotations(ledger: Ledger, { sourceId, versionId, text }: Carrying, unsure: readonly { row: Row<'quotation'>; guess: Span | null }[]) {
  if (unsure.length === 0) return
  const ids = unsure.map(({ row }) => row.id)
  const codings = await ledger.trx.selectFrom('coding').selectAll().where(among('coding.quotation_id', ids)).orderBy('id').execute()
  await ledger.removeMany(
    'coding',
    codings.map((coding) => coding.id),
  )
  await ledger.removeMany('quotation', ids)
  for (const { row, guess } of unsure) {
    const held = { quotation: row, codings: codings.filter((coding) => coding.quotation_id === row.id) }
    await openReview(ledger, { sourceId, versionId, span: spanOf(row), guess, held }, text)
  }
}

async function carryAnswers(ledger: Ledger, carrying: Carrying): Promise<CarriedRows> {
  const { sourceId, versionId, text, carry, carryByParagraph = carry } = carrying
  const rows = await rowsOf(ledger, 'answer_span', carrying)
  const kept: { id: number; patch: Offsets }[] = []
  for (const row of rows) {
    const carried = carryByParagraph(spanOf(row))
    if (carried.kind === 'carried') kept.push({ id: row.id, patch: offsetsOf(carried.span) })
    else {
      await ledger.remove('answer_span', row.id)
      await openReview(ledger, { sourceId, versionId, span: spanOf(row), guess: carried.guess, held: { answer: row } }, text)
    }
  }
  await ledger.updateMany('answer_span', kept)
  return { carried: kept.length, waiting: rows.length - kept.length }
}

/** Turns, labels, times, questions: they follow the guess too, since a page shows them and lets them be corrected. @returns how many wait */
async function carrySpans(ledger: Ledger, carrying: Carrying): Promise<number> {
  const { sourceId, versionId, text, carry, carryByParagraph = carry } = carrying
  const kept: { id: number; patch: Offsets }[] = []
  const gone: Row<'source_span'>[] = []
  for (const row of await rowsOf(ledger, 'source_span', carrying)) {
    const carried = carryByParagraph(spanOf(row))
    const there = carried.kind === 'carried' ? carried.span : carried.guess
    if (there) kept.push({ id: row.id, patch: offsetsOf(there) })
    else gone.push(row)
  }
  await ledger.updateMany('source_span', kept)
  for (const row of gone) {
    await ledger.remove('source_span', row.id)
    if (!carrying.dropGoneSpans) await openReview(ledger, { sourceId, versionId, span: spanOf(row), guess: null, held: { span: row } }, text)
  }
  return carrying.dropGoneSpans ? 0 : gone.length
}

/** What waits already waits on, its guess carried along. */
async function carryGuesses(ledger: Ledger, { sourceId, carry, except, text }: Carrying): Promise<void> {
  for (const { id, guess } of await listReviews(ledger.trx, sourceId)) {
    if (!guess || except?.get('carry_review')?.has(id)) continue
    const carried = carry(guess)
    const there = carried.kind === 'carried' ? carried.span : carried.guess && trimSpan(text, carried.guess)
    const real = there && there.start < there.end ? there : null
    await ledger.update('carry_review', id, { guess_start: real?.start ?? null, guess_end: real?.end ?? null })
  }
}

type Placed = { quotation: Row<'quotation'>; answer_span: Row<'answer_span'>; source_span: Row<'source_span'> }

async function rowsOf<T extends keyof Placed>(ledger: Ledger, table: T, { sourceId, except }: Carrying): Promise<Placed[T][]> {
  const all = ledger.trx.selectFrom(table as 'quotation').selectAll()
  const rows = await all.where('source_id', '=', sourceId).orderBy('start_offset').orderBy('id').execute()
  const left = except?.get(table)
  return (left ? rows.filter(({ id }) => !left.has(id)) : rows) as unknown as Placed[T][]
}
