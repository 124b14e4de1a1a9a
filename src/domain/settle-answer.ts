import { betterStatus, type GivenStatus } from './answer.ts'
import { type AnswerPart, inOrder } from './change-answer.ts'

export type FoundAnswer = { readonly status: GivenStatus; readonly parts: readonly AnswerPart[]; readonly confidence: number | null }

/**
 * One answer out of what was found in one source and what is known from the others: the better status, all parts, and
 * the confidence of what the status comes from (the lower where it comes from both).
 */
export function settleAnswer(found: FoundAnswer, rest: FoundAnswer): FoundAnswer {
  const status = betterStatus(found.status, rest.status)
  const sure = [found, rest].filter((one) => one.status === status).map((one) => one.confidence ?? 1)
  return { status, parts: inOrder([...found.parts, ...rest.parts]), confidence: Math.min(...sure) }
}

/** What is known of an answer from other sources than these: `asked` where the question is put in one of them. */
export function restOf(
  answer: { status: string; parts: readonly AnswerPart[]; confidence: number | null } | undefined,
  without: ReadonlySet<number>,
  asked: boolean,
): FoundAnswer {
  const parts = (answer?.parts ?? []).filter((part) => !without.has(part.sourceId))
  if (parts.length === 0) return { status: asked ? 'unanswered' : 'not_asked', parts, confidence: null }
  return { status: answer!.status === 'dont_know' ? 'dont_know' : 'answered', parts, confidence: answer!.confidence }
}
