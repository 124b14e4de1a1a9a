import type { CodeNode } from '../../src/domain/code.ts'
import type { Coding } from '../../src/domain/coding.ts'
import type { Memo } from '../../src/domain/memo.ts'
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
  answers: readonly { number: number; text: string; status: string; start: number; end: number }[]
  cases: readonly { id: number; name: string; attributes: readonly { name: string; type: string; value: string }[] }[]
  tree: readonly CodeNode[]
  codeOf: ReadonlyMap<number, CodeNode>
  coderOf: ReadonlyMap<number, { id: number; name: string }>
  codings: readonly Coding[]
  here: ReadonlyMap<number, number>
  memos: readonly Memo[]
  waiting: number
  /** The newest act at the moment that this is of. */
  actId: number
  showing: 'all' | 'mine' | 'none' | { codeId: number }
}
