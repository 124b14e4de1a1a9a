import { sql } from 'kysely'
import { type Span, trimSpan } from '../domain/span.ts'
import { moveEvidence } from './evidence.ts'
import type { Ledger } from './ledger.ts'
import { listMemoIdsOnAll, moveMemos } from './memos.ts'
import type { Db, Row } from './schema.ts'
import { whileUnchanged } from './seen-version.ts'
import { heldInSight, isSeen, onlySeen } from './writer-sight.ts'

/** The rows that wait with a passage, as they were. Their ids are kept, so that what points at them finds them again. `words`: as a file tells them that did not say where they are; the passage then lay nowhere. */
export type Held =
  | { readonly quotation: Row<'quotation'>; readonly codings: readonly Row<'coding'>[]; readonly words?: string }
  | { readonly answer: Row<'answer_span'> }
  | { readonly span: Row<'source_span'> }

/** A passage that waits for somebody to say where it lies now. `span` is in the text of `versionId`, `guess` in the text that holds. */
export type Review = { id: number; sourceId: number; kind: Row<'carry_review'>['kind']; versionId: number; span: Span; guess: Span | null; held: Held }

/** Let a passage wait. The rows in `held` are no longer in their tables. @returns the id of the review */
export async function openReview(ledger: Ledger, review: Omit<Review, 'id' | 'kind'>, text: string): Promise<number> {
  const guess = review.guess && trimSpan(text, review.guess)
  const real = guess !== null && guess.start < guess.end
  return ledger.insert('carry_review', {
    source_id: review.sourceId,
    kind: 'quotation' in review.held ? 'quotation' : 'answer' in review.held ? 'answer' : 'span',
    version_id: review.versionId,
    start_offset: review.span.start,
    end_offset: review.span.end,
    guess_start: real ? guess.start : null,
    guess_end: real ? guess.end : null,
    held: JSON.stringify(review.held),
  })
}

/** What waits in one source, in the order in which it lay in the text. */
export async function listReviews(db: Db, sourceId: number): Promise<Review[]> {
  const rows = await db.selectFrom('carry_review').selectAll().where('source_id', '=', sourceId).orderBy('start_offset').orderBy('id').execute()
  return onlySeen(db, 'carry_review', rows.map(toReview), ({ id }) => id)
}

/** How much waits in one source. */
export async function countReviewsIn(db: Db, sourceId: number): Promise<number> {
  const query = db.selectFrom('carry_review').select((eb) => eb.fn.countAll<number>().as('n'))
  return Number((await query.where('source_id', '=', sourceId).executeTakeFirstOrThrow()).n)
}

/** A passage of this project that waits. */
export async function findReview(db: Db, projectId: number, id: number): Promise<Review | undefined> {
  const row = await db
    .selectFrom('carry_review')
    .innerJoin('source', 'source.id', 'carry_review.source_id')
    .selectAll('carry_review')
    .where('source.project_id', '=', projectId)
    .where('carry_review.id', '=', id)
    .executeTakeFirst()
  return row && (await isSeen(db, 'carry_review', id)) ? toReview(row) : undefined
}

/** Of the codings that wait with a passage those that whoever acts may see, and the others. */
export async function partHeld(db: Db, { id, held }: Review): Promise<{ seen: readonly Row<'coding'>[]; others: readonly Row<'coding'>[] }> {
  if (!('codings' in held)) return { seen: [], others: [] }
  const inSight = await heldInSight(db, id)
  const ids = new Set((inSight === undefined ? held : (JSON.parse(inSight) as typeof held)).codings.map((coding) => coding.id))
  return { seen: held.codings.filter((coding) => ids.has(coding.id)), others: held.codings.filter((coding) => !ids.has(coding.id)) }
}

/** The review that holds a quotation, where one does. */
export async function findReviewOfQuotation(db: Db, quotationId: number): Promise<Review | undefined> {
  const rows = await db.selectFrom('carry_review').selectAll().where('kind', '=', 'quotation').execute()
  return rows.map(toReview).find(({ held }) => 'quotation' in held && held.quotation.id === quotationId)
}

/** The review that holds a row of a table that has none of it now. */
export async function findReviewHolding(
  db: Db,
  table: 'coding' | 'answer_span' | 'source_span',
  rowId: number,
): Promise<{ review: Review; row: Record<string, unknown> } | undefined> {
  for (const review of (await db.selectFrom('carry_review').selectAll().execute()).map(toReview)) {
    const { held } = review
    if ('answer' in held && table === 'answer_span' && held.answer.id === rowId) return { review, row: held.answer }
    if ('span' in held && table === 'source_span' && held.span.id === rowId) return { review, row: held.span }
    const coding = 'codings' in held && table === 'coding' ? held.codings.find(({ id }) => id === rowId) : undefined
    if (coding) return { review, row: coding }
  }
  return undefined
}

/** Other codings with a quotation that waits. Without any, and without a memo on it, it waits no longer. */
export async function holdCodings(ledger: Ledger, { id, held }: Review, codings: readonly Row<'coding'>[]): Promise<void> {
  if (!('quotation' in held)) return
  const noted = await listMemoIdsOnAll(ledger.trx, 'quotation', [held.quotation.id])
  if (codings.length === 0 && noted.length === 0) await ledger.remove('carry_review', id)
  else await ledger.update('carry_review', id, { held: JSON.stringify({ ...held, codings: [...codings].sort((a, b) => a.id - b.id) }) })
}

/** How many quotations, answers and other spans wait, for each source of a project where something does. */
export type Waiting = { quotations: number; answers: number; spans: number }
export async function countReviews(db: Db, projectId: number): Promise<(Waiting & { sourceId: number; title: string })[]> {
  const query = db
    .selectFrom('carry_review')
    .innerJoin('source', 'source.id', 'carry_review.source_id')
    .select((eb) => ['source.id as sourceId', 'source.title', 'carry_review.kind', eb.fn.countAll<number>().as('n')])
    .where('source.project_id', '=', projectId)
    .groupBy(['source.id', 'carry_review.kind'])
    .orderBy('source.position')
    .orderBy('source.id')
  const rows = await whileUnchanged(db, `waiting ${projectId}`, () => query.execute())
  const sources = new Map<number, Waiting & { sourceId: number; title: string }>()
  for (const { sourceId, title, kind, n } of rows) {
    const counts = sources.get(sourceId) ?? { sourceId, title, quotations: 0, answers: 0, spans: 0 }
    sources.set(sourceId, { ...counts, [`${kind}s`]: Number(n) })
  }
  return [...sources.values()]
}

/** Answers of a project all of whose words wait: their status stands, and counts for nothing until somebody has said where the words are. */
export async function listWaitingAnswers(db: Db, projectId: number): Promise<Set<number>> {
  const rows = await db
    .selectFrom('carry_review')
    .innerJoin('source', 'source.id', 'carry_review.source_id')
    .innerJoin('answer', (join) => join.on('answer.id', '=', sql<number>`carry_review.held ->> '$.answer.answer_id'`))
    .select('answer.id')
    .where('source.project_id', '=', projectId)
    .where('carry_review.kind', '=', 'answer')
    .where('answer.status', 'in', ['answered', 'dont_know'])
    .where(({ not, exists, selectFrom }) => not(exists(selectFrom('answer_span').select('answer_span.id').whereRef('answer_id', '=', 'answer.id'))))
    .execute()
  return new Set(rows.map((row) => row.id))
}

/** How many parts an answer has, on the text or waiting. */
export async function countPartsOf(db: Db, answerId: number): Promise<number> {
  const standing = await db.selectFrom('answer_span').select('id').where('answer_id', '=', answerId).execute()
  const held = await db
    .selectFrom('carry_review')
    .select('id')
    .where('kind', '=', 'answer')
    .where(sql<boolean>`held ->> '$.answer.answer_id' = ${answerId}`)
    .execute()
  return standing.length + held.length
}

/** The codes of each quotation of a project that waits. */
export async function listHeldCodes(db: Db, projectId: number): Promise<number[][]> {
  const query = db.selectFrom('carry_review').innerJoin('source', 'source.id', 'carry_review.source_id').select('held')
  const rows = await query.where('source.project_id', '=', projectId).where('carry_review.kind', '=', 'quotation').execute()
  return rows.map(({ held }) => (JSON.parse(held) as Extract<Held, { codings: unknown }>).codings.map((coding) => coding.code_id))
}

/** How many codings with a code wait, in passages that no count holds. */
export async function countHeldCodings(db: Db, codeId: number): Promise<number> {
  const rows = await db.selectFrom('carry_review').selectAll().where('kind', '=', 'quotation').execute()
  const codings = rows.map(toReview).flatMap(({ held }) => ('codings' in held ? held.codings : []))
  return codings.filter((coding) => coding.code_id === codeId).length
}

/** Codings that wait have the other code from now on. Where a coder's with both wait in one passage, they become one with the memos of both. @returns how many had the code */
export async function moveHeldCodings(ledger: Ledger, codeId: number, intoId: number): Promise<number> {
  const rows = await ledger.trx.selectFrom('carry_review').selectAll().where('kind', '=', 'quotation').orderBy('id').execute()
  let moved = 0
  for (const review of rows.map(toReview)) {
    if (!('quotation' in review.held) || !review.held.codings.some((coding) => coding.code_id === codeId)) continue
    let codings = [...review.held.codings]
    for (const coding of review.held.codings.filter((one) => one.code_id === codeId)) {
      codings = await moveHeld(ledger, codings, coding, intoId)
      moved++
    }
    await holdCodings(ledger, review, codings)
  }
  return moved
}

async function moveHeld(ledger: Ledger, codings: readonly Row<'coding'>[], coding: Row<'coding'>, intoId: number): Promise<Row<'coding'>[]> {
  const same = codings.find((one) => one.code_id === intoId && one.coder_id === coding.coder_id)
  if (!same) return codings.map((one) => (one === coding ? { ...one, code_id: intoId } : one))
  await moveMemos(ledger, { kind: 'coding', id: coding.id }, { kind: 'coding', id: same.id })
  await moveEvidence(ledger, coding.id, same.id)
  return codings.filter((one) => one !== coding).map((one) => (one === same && coding.example ? { ...one, example: 1 as const } : one))
}

function toReview(row: Row<'carry_review'>): Review {
  const guess = row.guess_start === null || row.guess_end === null ? null : { start: row.guess_start, end: row.guess_end }
  const span = { start: row.start_offset, end: row.end_offset }
  return { id: row.id, sourceId: row.source_id, kind: row.kind, versionId: row.version_id, span, guess, held: JSON.parse(row.held) as Held }
}
