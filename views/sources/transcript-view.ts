import type { AnswerStatus } from '../../src/domain/answer.ts'
import type { Attribution } from '../../src/domain/attribution.ts'
import type { CodeNode } from '../../src/domain/code.ts'
import type { Coding } from '../../src/domain/coding.ts'
import type { Memo } from '../../src/domain/memo.ts'
import type { QuotationLink } from '../../src/domain/memo-text.ts'
import type { Showing } from '../../src/domain/showing.ts'
import type { SourceLanguage, SourceStatus } from '../../src/domain/source.ts'
import type { TranscriptParagraph } from '../../src/domain/transcript.ts'

/** What the views of a source's page are drawn from. `project` and `path` are the addresses of the project and of the source. */
export type TranscriptView = {
  project: string
  path: string
  source: { id: number; title: string; language: SourceLanguage; status: SourceStatus; versionId: number; length: number; paragraphs: number }
  neighbours: { nth: number; of: number; previous: number | null; next: number | null }
  text: string
  paragraphs: readonly TranscriptParagraph[]
  answers: readonly { caseId: number; questionId: number; number: number; text: string; status: AnswerStatus; start: number; end: number }[]
  attribution: Attribution
  cases: readonly { id: number; name: string; attributes: readonly { name: string; type: string; value: string }[] }[]
  tree: readonly CodeNode[]
  codeOf: ReadonlyMap<number, CodeNode>
  coderOf: ReadonlyMap<number, { id: number; name: string }>
  codings: readonly Coding[]
  here: ReadonlyMap<number, number>
  memos: readonly (Memo & { links: readonly QuotationLink[] })[]
  waiting: number
  standing: { independent: boolean; done: boolean }
  /** The newest act at the moment that this is of. */
  actId: number
  pinned: readonly number[]
  showing: Showing
  /** Codings that are there and not shown. */
  hidden: ReadonlySet<number>
  /** Of those, the ones shown after all, until the coder moves on: an act just made or changed them. */
  fresh?: ReadonlySet<number>
}
