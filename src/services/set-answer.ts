import { type AnswerChange, type AnswerPart, type AnswerState, changeAnswer } from '../domain/change-answer.ts'
import { draftSpan } from '../domain/coding.ts'
import { Refusal } from '../domain/refusal.ts'
import { isShownApart } from '../domain/source.ts'
import type { Span } from '../domain/span.ts'
import { type EdgeMove, edgeOfPlace, moveEdge, type WordPlace } from '../domain/word-place.ts'
import { findAct } from '../storage/acts.ts'
import { listStoredAnswers, type StoredAnswer, writeParts } from '../storage/found-answers.ts'
import { listGuides } from '../storage/guides.ts'
import { type Ledger, perform } from '../storage/ledger.ts'
import type { House } from '../storage/open.ts'
import { listSourceSpans } from '../storage/source-spans.ts'
import { textsOf } from '../storage/source-versions.ts'
import { findSource } from '../storage/sources.ts'
import { sourcesOfCases } from '../storage/sources-of-cases.ts'
import { clearAsked, giveWay } from './give-way.ts'
import { selectionNow } from './place-coding.ts'
import { theCase } from './the-case.ts'

/**
 * What a person says of an answer. `step`: an edge of a part goes on or back; `place`: a part stands between two places, a new
 * one where `part` is null; `assign`: a part answers another question.
 */
export type Correction =
  | Exclude<AnswerChange, { do: 'add' }>
  | { readonly do: 'add'; readonly sourceId: number; readonly span: Span }
  | ({ readonly do: 'step'; readonly part: number } & EdgeMove)
  | { readonly do: 'place'; readonly part: number | null; readonly sourceId: number; readonly from: WordPlace; readonly to: WordPlace }
  | { readonly do: 'assign'; readonly part: number; readonly questionId: number }
type PlaceWish = Extract<Correction, { do: 'place' }>
export type AnswerWish = { projectId: number; coderId: number; caseId: number; questionId: number; correction: Correction; shown?: Shown }
/** The source on the page that asks, and the version of its text there. */
type Shown = { readonly sourceId: number; readonly versionId: number | undefined }

/**
 * Correct what a case answered to a question, as one act. From then on the answer is that person's: no rule changes it.
 * Refuses words outside the text or changed since they were shown, parts that are not there, and sources that are not the case's. @returns whether anything changed
 */
export async function setAnswer(house: House, wish: AnswerWish): Promise<boolean> {
  const { projectId, coderId, caseId } = wish
  const { actId } = await perform(house.write, { projectId, actorId: coderId, kind: 'set-answer', about: { caseId } }, async (ledger) => {
    await checkThere(ledger, wish)
    const stored = await listStoredAnswers(ledger.trx, { caseIds: [caseId] })
    const answer = stored.find((one) => one.questionId === wish.questionId)
    if (wish.correction.do === 'assign') return assign(ledger, wish, wish.correction, stored)
    const state = stateOf(answer)
    const change = await changeOf(ledger, wish, state)
    await keep(ledger, wish, answer, changeAnswer(state, change))
  })
  return (await findAct(house.read, actId)) !== undefined
}

async function checkThere(ledger: Ledger, { projectId, caseId, questionId, correction, shown }: AnswerWish): Promise<void> {
  await theCase(ledger.trx, projectId, caseId)
  const guides = await listGuides(ledger.trx, projectId)
  const known = new Set(guides.flatMap((guide) => guide.sections.flatMap((section) => section.questions.map((question) => question.id))))
  const asked = correction.do === 'assign' ? [questionId, correction.questionId] : [questionId]
  if (asked.some((id) => !known.has(id))) throw new Refusal('not-found', 'refusal.no-question')
  if (shown) await checkOwn(ledger, caseId, shown.sourceId)
}

async function checkOwn(ledger: Ledger, caseId: number, sourceId: number): Promise<void> {
  const own = await sourcesOfCases(ledger.trx, [caseId])
  if (!own.some((one) => one.sourceId === sourceId)) throw new Refusal('not-found', own.length === 0 ? 'refusal.case-no-source' : 'refusal.no-source')
}

function stateOf(answer: StoredAnswer | undefined): AnswerState {
  if (!answer || answer.status === 'no_source') return { status: 'not_asked', parts: [] }
  return { status: answer.status, parts: answer.parts.map(({ sourceId, start, end }) => ({ sourceId, start, end })) }
}

/** A correction as it is kept: words trimmed to whole ones, without labels at their ends. */
async function changeOf(ledger: Ledger, wish: AnswerWish, { parts }: AnswerState): Promise<AnswerChange> {
  const correction = wish.correction as Exclude<Correction, { do: 'assign' }>
  if (correction.do === 'add' || (correction.do === 'place' && correction.part === null)) {
    const { sourceId } = correction
    await checkOwn(ledger, wish.caseId, sourceId)
    const selected = await selectedNow(ledger, wish, sourceId)
    const span = await wordsOf(ledger, sourceId, (text) => selected ?? between(text, correction as PlaceWish))
    return { do: 'add', part: { sourceId, ...span } }
  }
  if (correction.do !== 'move' && correction.do !== 'step' && correction.do !== 'place') return correction
  const number = correction.part!
  const part = partOf(parts, number)
  const selected = await selectedNow(ledger, wish, part.sourceId)
  const span = await wordsOf(ledger, part.sourceId, (text, apart) => {
    if (correction.do === 'place') return between(text, correction)
    return selected ?? stepped(text, part, correction as Extract<Correction, { do: 'step' }>, apart)
  })
  return { do: 'move', part: number, span }
}

/**
 * The words that were selected on the page, in the text that holds; undefined where none were. Refused where they were changed
 * since, and where places that are counted in words would be counted in another text.
 */
async function selectedNow(ledger: Ledger, { projectId, correction, shown }: AnswerWish, sourceId: number): Promise<Span | undefined> {
  const span = correction.do === 'add' || correction.do === 'move' ? correction.span : undefined
  const holds = (await findSource(ledger.trx, projectId, sourceId))?.versionId
  if (holds === undefined) throw new Refusal('not-found', 'refusal.no-source')
  const from = shown?.sourceId === sourceId ? (shown.versionId ?? holds) : holds
  if (correction.do === 'place' && from !== holds) throw new Refusal('conflict', 'refusal.text-moved')
  return span && selectionNow(ledger, span, from, holds)
}

function between(text: string, { from, to }: { from: WordPlace; to: WordPlace }): Span {
  return { start: edgeOfPlace(text, from, 'start'), end: edgeOfPlace(text, to, 'end') }
}

function stepped(text: string, { start, end }: Span, move: EdgeMove, apart: readonly Span[]): Span {
  const to = moveEdge(text, move.edge === 'start' ? start : end, move, apart)
  return move.edge === 'start' ? { start: to, end } : { start, end: to }
}

function partOf(parts: readonly AnswerPart[], number: number): AnswerPart {
  const part = parts[number - 1]
  if (!part) throw new Refusal('not-found', 'refusal.no-answer-part')
  return part
}

async function wordsOf(ledger: Ledger, sourceId: number, spanIn: (text: string, apart: readonly Span[]) => Span): Promise<Span> {
  const text = (await textsOf(ledger.trx, [sourceId])).get(sourceId)!
  const apart = (await listSourceSpans(ledger.trx, [sourceId])).filter(isShownApart)
  const span = spanIn(text, apart)
  if (span.start >= span.end) throw new Refusal('invalid', 'refusal.answer-empty')
  return draftSpan(text, span, apart)
}

async function keep(
  ledger: Ledger,
  of: { caseId: number; questionId: number },
  answer: StoredAnswer | undefined,
  { status, parts }: AnswerState,
): Promise<void> {
  const said = { status, made_by: 'person', confidence: null } as const
  const id = answer?.id ?? (await ledger.insert('answer', { case_id: of.caseId, question_id: of.questionId, ...said }))
  if (answer) await ledger.update('answer', id, said)
  await writeParts(ledger, id, answer?.parts ?? [], parts)
  if (status === 'not_asked') await clearAsked(ledger, of)
  else await giveWay(ledger, of.questionId, answer?.parts ?? [], parts)
}

async function assign(
  ledger: Ledger,
  wish: AnswerWish,
  { part: number, questionId }: { part: number; questionId: number },
  stored: readonly StoredAnswer[],
): Promise<void> {
  if (questionId === wish.questionId) return
  const from = stored.find((one) => one.questionId === wish.questionId)
  const part = partOf(stateOf(from).parts, number)
  const to = stored.find((one) => one.questionId === questionId)
  await keep(ledger, wish, from, changeAnswer(stateOf(from), { do: 'remove', part: number }))
  await keep(ledger, { caseId: wish.caseId, questionId }, to, changeAnswer(stateOf(to), { do: 'add', part }))
}
