import type { GivenStatus } from '../domain/answer.ts'
import type { Recognised } from '../domain/recognised.ts'
import { type FoundAnswer, restOf, settleAnswer } from '../domain/settle-answer.ts'
import { shareAnswers } from '../domain/share-answers.ts'
import { type Span, subtract, trimSpan } from '../domain/span.ts'
import { type AskedSpan, listAskedSpans, listStoredAnswers, type StoredAnswer, writeParts } from '../storage/found-answers.ts'
import type { StoredGuide } from '../storage/guides.ts'
import { casesInSource } from '../storage/interviews.ts'
import type { Ledger } from '../storage/ledger.ts'
import { sourcesOfCases } from '../storage/sources-of-cases.ts'

/** What was found in a source: the guide it follows and what became of its questions; `guide` null where it follows none. */
export type Finding = { sourceId: number; text: string } & ({ guide: StoredGuide; recognised: Recognised } | { guide: null; recognised: null })

/**
 * Keep inside an act what was found in a source that is in the project: the guide it follows, where its questions stand,
 * and the answers of its cases. What a rule found in it before goes; what a person said of an answer stays. `pending`: other
 * sources that are kept after it in the same act, whose answers of before do not count any more.
 */
export async function keepRecognised(ledger: Ledger, finding: Finding, pending: ReadonlySet<number> = new Set()): Promise<void> {
  const { sourceId, guide } = finding
  await ledger.update('source', sourceId, { guide_id: guide?.id ?? null })
  const { cases, speaking } = await casesInSource(ledger.trx, sourceId)
  const caseIds = speaking.length > 0 ? speaking.map((one) => one.caseId) : cases
  const stored = unique([...(await listStoredAnswers(ledger.trx, { caseIds })), ...(await listStoredAnswers(ledger.trx, { sourceId }))])
  const without = new Set([...pending, sourceId])
  const others = (await sourcesOfCases(ledger.trx, caseIds)).filter((one) => !without.has(one.sourceId))
  const asked = await askedIn(ledger, others)
  const rest = (answer: StoredAnswer | undefined, of: { caseId: number; questionId: number }) => restOf(answer, without, asked(of.caseId, of.questionId))
  await keepQuestions(ledger, finding, stored, caseIds)
  const wanted = guide ? wantedAnswers(finding, shareAnswers(finding.text, finding.recognised, cases, speaking)) : new Map<string, Wanted>()
  const follows = (answer: StoredAnswer) => others.some((one) => one.caseId === answer.caseId && one.guideId === answer.guideId)
  await clearStale(ledger, stored, wanted, follows, rest)
  await keepAnswers(ledger, stored, wanted, rest)
}

type Wanted = { caseId: number; questionId: number; found: FoundAnswer }
type Rest = (answer: StoredAnswer | undefined, of: { caseId: number; questionId: number }) => FoundAnswer
const keyOf = ({ caseId, questionId }: { caseId: number; questionId: number }) => `${caseId} ${questionId}`

function unique(answers: readonly StoredAnswer[]): StoredAnswer[] {
  return [...new Map(answers.map((answer) => [answer.id, answer])).values()]
}

type SourceOfCase = { caseId: number; sourceId: number }

/** Is a question put to a case in one of its sources? */
async function askedIn(ledger: Ledger, sources: readonly SourceOfCase[]): Promise<(caseId: number, questionId: number) => boolean> {
  const spans = await listAskedSpans(ledger.trx, [...new Set(sources.map((one) => one.sourceId))])
  const asked = new Set(spans.map((span) => `${span.sourceId} ${span.questionId}`))
  return (caseId, questionId) => sources.some((one) => one.caseId === caseId && asked.has(`${one.sourceId} ${questionId}`))
}

function wantedAnswers({ sourceId, guide }: Finding, shared: ReturnType<typeof shareAnswers>): Map<string, Wanted> {
  const idOf = new Map(guide!.sections.flatMap((section) => section.questions.map(({ number, id }) => [number, id])))
  const wanted = new Map<string, Wanted>()
  for (const { caseId, number, status, spans, confidence } of shared) {
    const questionId = idOf.get(number)
    if (questionId === undefined) continue
    const one = { caseId, questionId, found: { status, parts: spans.map(({ start, end }) => ({ sourceId, start, end })), confidence } }
    wanted.set(keyOf(one), one)
  }
  return wanted
}

/** The words of questions and preambles, except those that a person said are an answer, and questions that were put to no case. */
async function keepQuestions(ledger: Ledger, finding: Finding, stored: readonly StoredAnswer[], caseIds: readonly number[]): Promise<void> {
  const known = await listAskedSpans(ledger.trx, [finding.sourceId])
  const wanted = new Map(
    askedRows(finding, known, stored, caseIds).map((row) => [keyOfAsked(row.kind, row.start_offset, row.end_offset, row.question_id), row]),
  )
  for (const span of known.filter((one) => one.madeBy === 'rule')) {
    const same = wanted.delete(keyOfAsked(span.kind, span.start, span.end, span.questionId))
    if (!same) await ledger.remove('source_span', span.id)
  }
  await ledger.insertMany('source_span', [...wanted.values()])
}

function keyOfAsked(...of: (string | number | null)[]): string {
  return of.join(' ')
}

function askedRows({ sourceId, text, guide, recognised }: Finding, known: readonly AskedSpan[], stored: readonly StoredAnswer[], caseIds: readonly number[]) {
  if (!guide) return []
  const said = stored.filter((answer) => answer.madeBy !== 'rule')
  const held = said.flatMap((answer) => answer.parts.filter((part) => part.sourceId === sourceId))
  const preambles = known.filter((span) => span.madeBy !== 'rule' && span.kind === 'preamble')
  const denied = (id: number) =>
    caseIds.length > 0 && caseIds.every((caseId) => said.some((one) => one.caseId === caseId && one.questionId === id && one.status === 'not_asked'))
  const idOf = new Map(guide.sections.flatMap((section) => section.questions.map(({ number, id }) => [number, id])))
  const row = (kind: 'question' | 'preamble', span: Span, questionId: number | null) =>
    ({ source_id: sourceId, kind, start_offset: span.start, end_offset: span.end, speaker_id: null, question_id: questionId, made_by: 'rule' }) as const
  const questions = recognised.answers.flatMap(({ number, asked }) => {
    const id = idOf.get(number)
    return id === undefined || denied(id) ? [] : left(text, asked, held).map((span) => row('question', span, id))
  })
  const beside = left(text, recognised.beside, held).map((span) => row('question', span, null))
  return [...questions, ...beside, ...left(text, recognised.preamble, [...held, ...preambles]).map((span) => row('preamble', span, null))]
}

function left(text: string, spans: readonly Span[], holes: readonly Span[]): Span[] {
  return subtract(spans, holes)
    .map((span) => trimSpan(text, span))
    .filter((span) => span.start < span.end)
}

/** Answers that a rule found before and that are not looked for in this source any more. */
async function clearStale(
  ledger: Ledger,
  stored: StoredAnswer[],
  wanted: ReadonlyMap<string, Wanted>,
  follows: (answer: StoredAnswer) => boolean,
  restFor: Rest,
): Promise<void> {
  for (const answer of stored.filter((one) => one.madeBy === 'rule' && !wanted.has(keyOf(one)))) {
    const rest = restFor(answer, answer)
    await writeParts(ledger, answer.id, answer.parts, rest.parts)
    if (rest.parts.length > 0 || follows(answer)) await ledger.update('answer', answer.id, { status: rest.status })
    else await ledger.remove('answer', answer.id)
  }
}

async function keepAnswers(ledger: Ledger, stored: StoredAnswer[], wanted: ReadonlyMap<string, Wanted>, restFor: Rest): Promise<void> {
  const known = new Map(stored.map((answer) => [keyOf(answer), answer]))
  const fresh: (Wanted & { settled: FoundAnswer })[] = []
  for (const one of wanted.values()) {
    const answer = known.get(keyOf(one))
    if (answer && answer.madeBy !== 'rule') continue
    const settled = settleAnswer(one.found, restFor(answer, one))
    if (!answer) fresh.push({ ...one, settled })
    else {
      if (answer.status !== settled.status || answer.confidence !== settled.confidence)
        await ledger.update('answer', answer.id, { status: settled.status, confidence: settled.confidence })
      await writeParts(ledger, answer.id, answer.parts, settled.parts)
    }
  }
  const rows = fresh.map(({ caseId, questionId, settled }) => rowOf(caseId, questionId, settled))
  const ids = await ledger.insertMany('answer', rows)
  const parts = fresh.flatMap(({ settled }, at) =>
    settled.parts.map((part, index) => ({ answer_id: ids[at]!, source_id: part.sourceId, part: index + 1, start_offset: part.start, end_offset: part.end })),
  )
  await ledger.insertMany('answer_span', parts)
}

function rowOf(caseId: number, questionId: number, { status, confidence }: { status: GivenStatus; confidence: number | null }) {
  return { case_id: caseId, question_id: questionId, status, made_by: 'rule', confidence } as const
}
