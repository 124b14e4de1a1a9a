import type { GivenStatus } from './answer.ts'
import { Refusal } from './refusal.ts'
import { type Span, unionOf } from './span.ts'

/** A passage in which a question is answered. Parts are counted from 1, in the order of the sources and their texts. */
export type AnswerPart = Span & { readonly sourceId: number }
export type AnswerState = { readonly status: GivenStatus; readonly parts: readonly AnswerPart[] }
export type AnswerChange =
  | { readonly do: 'status'; readonly status: GivenStatus }
  | { readonly do: 'move'; readonly part: number; readonly span: Span }
  | { readonly do: 'add'; readonly part: AnswerPart }
  | { readonly do: 'remove'; readonly part: number }
  | { readonly do: 'right' }

/**
 * An answer as a person corrects it. Words make an unanswered question answered; the last of them taken away makes it
 * unanswered. Refuses a part that is not there, and "answered" where no words say so: a count must be traced to the words.
 */
export function changeAnswer({ status, parts }: AnswerState, change: AnswerChange): AnswerState {
  if (change.do === 'right') return { status, parts }
  if (change.do === 'status') return withStatus(parts, change.status)
  if (change.do === 'add') return { status: status === 'dont_know' ? status : 'answered', parts: inOrder([...parts, change.part]) }
  const changed = parts[change.part - 1]
  if (!changed) throw new Refusal('not-found', 'refusal.no-answer-part')
  const others = parts.filter((part) => part !== changed)
  if (change.do === 'move') return { status, parts: inOrder([...others, { ...change.span, sourceId: changed.sourceId }]) }
  return others.length > 0 ? { status, parts: others } : { status: 'unanswered', parts: [] }
}

function withStatus(parts: readonly AnswerPart[], status: GivenStatus): AnswerState {
  if (status === 'answered' && parts.length === 0) throw new Refusal('invalid', 'refusal.answer-no-words')
  return { status, parts: status === 'answered' || status === 'dont_know' ? parts : [] }
}

/** Parts in order; those of one source that overlap or touch are one. */
export function inOrder(parts: readonly AnswerPart[]): AnswerPart[] {
  const sourceIds = [...new Set(parts.map((part) => part.sourceId))].sort((a, b) => a - b)
  return sourceIds.flatMap((sourceId) => unionOf(parts.filter((part) => part.sourceId === sourceId)).map((span) => ({ ...span, sourceId })))
}
