import { draftSpan } from '../domain/coding.ts'
import { toNote } from '../domain/name.ts'
import { Refusal } from '../domain/refusal.ts'
import { isShownApart } from '../domain/source.ts'
import { fitsWithin, type Span, trimSpan, wholeCharacters } from '../domain/span.ts'
import { countPartsOf, findReview, holdCodings, listReviews, partHeld, type Review } from '../storage/carry-reviews.ts'
import { removeEvidenceOn } from '../storage/evidence.ts'
import { removeFindingIfUnused } from '../storage/findings.ts'
import { type Ledger, perform } from '../storage/ledger.ts'
import { listMemoIdsOnAll } from '../storage/memos.ts'
import type { House } from '../storage/open.ts'
import { putBack, putBackPart } from '../storage/put-back.ts'
import { listSpansAround } from '../storage/source-spans.ts'
import { textOfVersion } from '../storage/source-versions.ts'
import { findSource, type Source } from '../storage/sources.ts'
import { theSource } from './the-source.ts'

type ReviewWish = { projectId: number; coderId: number; reviewId: number }
/** Where a passage lies now: where it was guessed, from and to a place of a version, or from some words to some others. */
export type Placing = { at: 'guess' } | { at: 'span'; span: Span; versionId: number } | { at: 'words'; from: string; to: string }
export type Settled = { sourceId: number; kind: Review['kind'] }

/** Say where a passage that waits lies now: it is coded there again, as it was. Refused where the text has changed since it was looked at. */
export async function settleReview(house: House, wish: ReviewWish & { placing: Placing }): Promise<Settled> {
  const { review, source } = await reviewOf(house, wish)
  const about = { sourceId: source.id, count: 1 }
  await perform(house.write, { projectId: wish.projectId, actorId: wish.coderId, kind: 'settle-review', about }, async (ledger) => {
    const standing = await stillWaits(ledger, wish)
    const holds = (await findSource(ledger.trx, wish.projectId, source.id))!
    const text = await textOfVersion(ledger.trx, holds)
    await lay(ledger, standing, wish.coderId, await placed(ledger, standing, holds, text, spanOf(wish.placing, standing, holds, text)))
  })
  return { sourceId: source.id, kind: review.kind }
}

/** What others coded there, and whoever lays it may not see, waits on: each says for themselves where their words are. */
async function lay(ledger: Ledger, review: Review, coderId: number, span: Span): Promise<void> {
  const { seen, others } = await partHeld(ledger.trx, review)
  if (others.length === 0) return putBack(ledger, review, span)
  await holdCodings(ledger, review, others)
  await putBackPart(ledger, review, { codings: seen, coderId }, span)
}

/** Accept every guess of a source, as one act. @returns how many */
export async function settleAll(house: House, wish: { projectId: number; coderId: number; sourceId: number }): Promise<number> {
  const guessed = (await listReviews(house.read, wish.sourceId)).filter(({ guess }) => guess)
  const about = { sourceId: wish.sourceId, count: guessed.length }
  if (guessed.length === 0) throw new Refusal('conflict', 'refusal.review-no-guess')
  await perform(house.write, { projectId: wish.projectId, actorId: wish.coderId, kind: 'settle-review', about }, async (ledger) => {
    const source = await theSource(ledger.trx, wish.projectId, wish.sourceId)
    const text = await textOfVersion(ledger.trx, source)
    for (const review of await listReviews(ledger.trx, source.id))
      if (review.guess) await lay(ledger, review, wish.coderId, await placed(ledger, review, source, text, review.guess))
  })
  return guessed.length
}

/** Let a passage that waits go, with a word on why: its codings go with it. The history keeps them, and undo brings them back to wait. */
export async function dropReview(house: House, wish: ReviewWish & { why: string }): Promise<Settled> {
  const { review, source } = await reviewOf(house, wish)
  const why = toNote(wish.why).slice(0, 200)
  if (why === '') throw new Refusal('invalid', 'refusal.review-why')
  const about = { sourceId: source.id, label: why }
  await perform(house.write, { projectId: wish.projectId, actorId: wish.coderId, kind: 'drop-review', about }, async (ledger) => {
    const standing = await stillWaits(ledger, wish)
    const { id, held } = standing
    const { seen, others } = await partHeld(ledger.trx, standing)
    if ('quotation' in held) {
      const codings = seen.map((coding) => coding.id)
      await ledger.removeMany('memo', [
        ...(others.length > 0 ? [] : await listMemoIdsOnAll(ledger.trx, 'quotation', [held.quotation.id])),
        ...(await listMemoIdsOnAll(ledger.trx, 'coding', codings)),
      ])
      for (const findingId of await removeEvidenceOn(ledger, codings)) await removeFindingIfUnused(ledger, findingId)
    }
    // What others coded there, and whoever lets it go may not see, waits on.
    if (others.length > 0) await holdCodings(ledger, standing, others)
    else await ledger.remove('carry_review', id)
    if ('answer' in held) await loseLastWords(ledger, held.answer.answer_id)
  })
  return { sourceId: source.id, kind: review.kind }
}

/** An answer of which no word is left, on the text or waiting, is unanswered: the question was put. */
async function loseLastWords(ledger: Ledger, answerId: number): Promise<void> {
  const answered = await ledger.standsAs('answer', answerId, { status: 'answered' })
  if (answered && (await countPartsOf(ledger.trx, answerId)) === 0)
    await ledger.update('answer', answerId, { status: 'unanswered', made_by: 'person', confidence: null })
}

async function reviewOf(house: House, { projectId, reviewId }: ReviewWish): Promise<{ review: Review; source: Source }> {
  const review = await findReview(house.write, projectId, reviewId)
  if (!review) throw new Refusal('not-found', 'refusal.no-review')
  return { review, source: (await findSource(house.write, projectId, review.sourceId))! }
}

async function stillWaits(ledger: Ledger, { projectId, reviewId }: ReviewWish): Promise<Review> {
  const review = await findReview(ledger.trx, projectId, reviewId)
  if (!review) throw new Refusal('not-found', 'refusal.no-review')
  return review
}

/** A quotation is drafted as when it is coded; what else lies on the text begins and ends with words. */
async function placed(ledger: Ledger, review: Review, source: Source, text: string, span: Span): Promise<Span> {
  if (review.kind === 'quotation') return draftSpan(text, span, (await listSpansAround(ledger.trx, source.id, span)).filter(isShownApart))
  if (!fitsWithin(text, span)) throw new Refusal('invalid', 'refusal.outside-text')
  const trimmed = trimSpan(text, wholeCharacters(text, span))
  if (trimmed.start >= trimmed.end) throw new Refusal('invalid', 'refusal.no-words')
  return trimmed
}

function spanOf(placing: Placing, review: Review, source: Source, text: string): Span {
  if (placing.at === 'words') return spanOfWords(text, placing, review.guess?.start ?? review.span.start)
  if (placing.at === 'guess') {
    if (!review.guess) throw new Refusal('conflict', 'refusal.review-no-guess')
    return review.guess
  }
  if (placing.versionId !== source.versionId) throw new Refusal('conflict', 'refusal.text-moved')
  return placing.span
}

/** From the first words to the last: those first words that stand nearest to where the passage was looked for, and the last words next after them. */
function spanOfWords(text: string, { from, to }: { from: string; to: string }, near: number): Span {
  const starts = [...text.matchAll(patternOf(from))].map(({ index }) => index)
  const start = starts.sort((a, b) => Math.abs(a - near) - Math.abs(b - near))[0]
  if (start === undefined) throw new Refusal('invalid', 'refusal.review-words')
  const last = patternOf(to.trim() === '' ? from : to)
  last.lastIndex = start
  const found = last.exec(text)
  if (!found) throw new Refusal('invalid', 'refusal.review-words')
  return { start, end: found.index + found[0].length }
}

function patternOf(words: string): RegExp {
  const trimmed = words.normalize('NFC').trim()
  if (trimmed === '') throw new Refusal('invalid', 'refusal.review-words')
  return new RegExp(trimmed.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&').replace(/\s+/g, '\\s+'), 'gu')
}
