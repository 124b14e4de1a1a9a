import type { GivenStatus } from '../../src/domain/answer.ts'
import type { Span } from '../../src/domain/span.ts'

export type ShownPart = Span & { sourceId: number; nth: number; first: string; last: string; from: WordPlace; to: WordPlace }
type WordPlace = { paragraph: number; word: number }
export type AnswerLine = {
  question: { id: number; number: number; text: string }
  section: string
  status: GivenStatus
  madeBy: 'person' | 'rule' | 'import' | null
  confidence: number | null
  unsure: boolean
  parts: readonly ShownPart[]
}
type Layer = { kind: 'label' | 'question' | 'preamble' | 'answer'; questionId: number | null; part: number | null }
type TextRun = Span & { under: readonly (Span & Layer)[] }

/** What the page of a case's answers is drawn from. `base` is the project's address, `path` the case's answers'. */
export type AnswerView = {
  base: string
  path: string
  case: { id: number; name: string }
  source: { id: number; title: string; language: string; versionId: number }
  sources: readonly { id: number; title: string }[]
  lines: readonly AnswerLine[]
  chosen: AnswerLine | undefined
  text: string
  paragraphs: readonly (Span & { number: number | null; speaker: string | null; asks: boolean; runs: readonly TextRun[] })[]
  toCheck: readonly { caseId: number; questionId: number }[]
}

/** The address of a question on the page, with the source that is open. */
export function addressOf(of: AnswerView, questionId: number | undefined): string {
  return `${of.path}?${new URLSearchParams({ source: `${of.source.id}`, ...(questionId !== undefined && { question: `${questionId}` }) })}`
}
