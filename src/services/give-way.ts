import type { AnswerPart } from '../domain/change-answer.ts'
import { type Span, subtract, trimSpan } from '../domain/span.ts'
import { type AskedSpan, listAskedSpans, listStoredAnswers } from '../storage/found-answers.ts'
import { casesInSource } from '../storage/interviews.ts'
import type { Ledger } from '../storage/ledger.ts'
import { textsOf } from '../storage/source-versions.ts'
import { sourcesOfCases } from '../storage/sources-of-cases.ts'

/**
 * What a person says is an answer is no question: the words that a rule took for a question or a preamble give way. And where
 * an answer began right after its question, the question's words reach on to where the answer begins now.
 */
export async function giveWay(ledger: Ledger, questionId: number, before: readonly AnswerPart[], after: readonly AnswerPart[]): Promise<void> {
  const sourceIds = [...new Set(after.map((part) => part.sourceId))]
  const texts = await textsOf(ledger.trx, sourceIds)
  for (const span of (await listAskedSpans(ledger.trx, sourceIds)).filter((one) => one.madeBy === 'rule')) {
    const text = texts.get(span.sourceId)!
    const here = after.filter((part) => part.sourceId === span.sourceId)
    const reached = span.questionId === questionId ? reachedOn(text, span, before, here) : span
    const [first, ...more] = trimmedAll(text, subtract([reached], here))
    if (!first) await ledger.remove('source_span', span.id)
    else await ledger.update('source_span', span.id, { start_offset: first.start, end_offset: first.end })
    await ledger.insertMany(
      'source_span',
      more.map((one) => rowOf(span, one)),
    )
  }
}

/** A question's words, on to where its answer begins now, if the answer began right after them before. */
function reachedOn(text: string, span: AskedSpan, before: readonly AnswerPart[], after: readonly AnswerPart[]): Span {
  const was = before.find((part) => part.sourceId === span.sourceId && part.start >= span.end && text.slice(span.end, part.start).trim() === '')
  const is = was && after.find((part) => part.end === was.end && part.start > was.start)
  return is ? { start: span.start, end: is.start } : span
}

function trimmedAll(text: string, spans: readonly Span[]): Span[] {
  return spans.map((span) => trimSpan(text, span)).filter((span) => span.start < span.end)
}

function rowOf({ sourceId, kind, questionId }: AskedSpan, { start, end }: Span) {
  return { source_id: sourceId, kind, start_offset: start, end_offset: end, speaker_id: null, question_id: questionId, made_by: 'rule' } as const
}

/** Where a question was not put after all, a rule's words of it are words again; unless another case was asked it in the same source. */
export async function clearAsked(ledger: Ledger, { caseId, questionId }: { caseId: number; questionId: number }): Promise<void> {
  for (const { sourceId } of await sourcesOfCases(ledger.trx, [caseId])) {
    const spans = (await listAskedSpans(ledger.trx, [sourceId])).filter((one) => one.madeBy === 'rule' && one.questionId === questionId)
    if (spans.length === 0) continue
    const { cases, speaking } = await casesInSource(ledger.trx, sourceId)
    const others = [...cases, ...speaking.map((one) => one.caseId)].filter((id) => id !== caseId)
    const answers = await listStoredAnswers(ledger.trx, { caseIds: others })
    if (answers.some((one) => one.questionId === questionId && one.status !== 'not_asked')) continue
    await ledger.removeMany(
      'source_span',
      spans.map((span) => span.id),
    )
  }
}
