import type { FileSummary } from './file-summary.ts'
import type { Paragraph } from './paragraph.ts'
import type { ReadOptions } from './read-options.ts'
import type { ReadSpan, ReadSpeaker, ReadSummary } from './read-source.ts'
import type { RefusalValues } from './refusal.ts'
import type { SourceLanguage } from './source.ts'
import type { Run, Span } from './span.ts'
import type { SpeakerRow } from './speaker-rows.ts'

/** A file of a draft as it came: its name with the folders it lay in, its bytes' SHA-256, and a refusal where not even its bytes were kept. */
export type DraftFile = { name: string; size: number; sha256: string; refusal: Said | null }
/** Files that were dropped on a project and read, and are not in it yet. */
export type ImportDraft = { id: string; projectId: number; language: SourceLanguage; madeAt: string; files: DraftFile[] }
/** A sentence of the catalogues by its key. */
export type Said = { key: string; values: RefusalValues }
/** What came of reading one file. */
export type Verdict = { summary: FileSummary; refusal: null } | { summary: null; refusal: Said }

const fileStages = ['waits', 'reads', 'read', 'understands', 'done', 'refused'] as const
/** How far one file has come. */
export type FileStage = (typeof fileStages)[number]
/** How far a draft has come: each file's stage, in their order; `done` counts files that nothing more is to be done with. */
export type Progress = { done: number; of: number; files: { name: string; stage: FileStage }[] }

/** How a file is to be read, and the labels that were fixed as they stand in it, by their keys. */
export type FileReading = { options: ReadOptions; labels: Readonly<Record<string, string>> }

/** A source as the preview shows it: as it was read, with what the person wants otherwise. `nth` is its place in the file. */
export type PreviewSource = ReadSummary & { readonly nth: number; readonly keep: boolean }
/** How many sources of a file are wanted, and how many cases beside them that have no text. */
export type Kept = { readonly sources: number; readonly cases: number }
/** A file as the preview shows it. `twin` names what holds the same bytes already: a source of the project or an earlier file. */
export type PreviewFile = { n: number; name: string; reading: FileReading } & (
  | { summary: FileSummary; sources: PreviewSource[]; rows: SpeakerRow[]; keep: boolean; kept: Kept; twin: string | null; refusal: null }
  | { summary: null; twin: null; refusal: Said }
)
export type ReadableFile = Extract<PreviewFile, { refusal: null }>
export type Preview = { id: string; files: PreviewFile[]; shared: SharedSpeaker[] }

/** A stretch of a draft's text that was mended, with how it stood in the file. */
export type MendedSpan = Span & { readonly kind: 'mended'; readonly before: string; readonly after: string }
/** A paragraph of a draft's text; `begins` where its speaker's turn does. */
export type DraftParagraph = Paragraph & { speaker: ReadSpeaker | null; begins: boolean; runs: Run<ReadSpan | MendedSpan>[] }
/** `of` counts all paragraphs, shown or not; `nth` is which of the file's `sources` it is. */
export type DraftText = { title: string; text: string; paragraphs: DraftParagraph[]; of: number; nth: number; sources: number }

/** A label that stands in several files of a draft, so that it can be set right once. */
export type SharedSpeaker = { label: string; files: number; turns: number }

/** Most turns first. Labels that differ in capitals alone are the same. */
export function sharedSpeakers(verdicts: readonly Verdict[]): SharedSpeaker[] {
  const shared = new Map<string, SharedSpeaker>()
  for (const { summary } of verdicts)
    for (const { label, turns } of summary?.speakers ?? []) {
      const one = shared.get(label.toLowerCase()) ?? { label, files: 0, turns: 0 }
      shared.set(label.toLowerCase(), { ...one, files: one.files + 1, turns: one.turns + turns })
    }
  return [...shared.values()].filter((one) => one.files > 1).sort((a, b) => b.turns - a.turns || (a.label < b.label ? -1 : 1))
}
