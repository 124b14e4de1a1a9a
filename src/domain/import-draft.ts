import type { Paragraph } from './paragraph.ts'
import { findPreamble } from './preamble.ts'
import type { ReadSource, ReadSpan, ReadSpeaker, ReadSummary } from './read-source.ts'
import type { RefusalValues } from './refusal.ts'
import type { SourceKind, SourceLanguage, SpeakerRole } from './source.ts'
import type { Run } from './span.ts'

/** A file of a draft as it came: its name without folder, its bytes' SHA-256, and a refusal where not even its bytes were kept. */
export type DraftFile = { name: string; size: number; sha256: string; refusal: Said | null }
/** Files that were dropped on a project and read, and are not in it yet. */
export type ImportDraft = { id: string; projectId: number; language: SourceLanguage; madeAt: string; files: DraftFile[] }
/** A sentence of the catalogues by its key. */
export type Said = { key: string; values: RefusalValues }
/** What came of reading one file. */
export type Verdict = { summary: ReadSummary; refusal: null } | { summary: null; refusal: Said }

/** A file as the preview shows it. `twin` names what holds the same bytes already: a source of the project or an earlier file. */
export type PreviewFile = { n: number; name: string } & (
  | { summary: ReadSummary; twin: string | null; refusal: null }
  | { summary: null; twin: null; refusal: Said }
)
export type Preview = { id: string; files: PreviewFile[]; shared: SharedSpeaker[] }

/** A paragraph of a draft's text; `begins` where its speaker's turn does. */
export type DraftParagraph = Paragraph & { speaker: ReadSpeaker | null; begins: boolean; runs: Run<ReadSpan>[] }
/** `of` counts all paragraphs, shown or not. */
export type DraftText = { title: string; text: string; paragraphs: DraftParagraph[]; of: number }

/** What a person wants of one file of a draft; roles by the order of its speakers. */
export type FileWish = { keep: boolean; caseName: string | null; language: SourceLanguage; kind: SourceKind; roles: (SpeakerRole | undefined)[] }

/** A label that stands in several files of a draft, so that its role can be chosen once. */
export type SharedSpeaker = { key: string; label: string; files: number; turns: number }

/** Most turns first. Labels that differ in capitals alone are the same. */
export function sharedSpeakers(verdicts: readonly Verdict[]): SharedSpeaker[] {
  const shared = new Map<string, SharedSpeaker>()
  for (const { summary } of verdicts)
    for (const { label, turns } of summary?.speakers ?? []) {
      const key = labelKey(label)
      const one = shared.get(key) ?? { key, label, files: 0, turns: 0 }
      shared.set(key, { ...one, files: one.files + 1, turns: one.turns + turns })
    }
  return [...shared.values()].filter((one) => one.files > 1).sort((a, b) => b.turns - a.turns || a.key.localeCompare(b.key))
}

export function labelKey(label: string): string {
  return label.toLowerCase()
}

/** A source as the person wants it. Where an interviewer became another, the preamble is looked for anew. */
export function applyWish(source: Omit<ReadSource, 'bytes'>, wish: FileWish, shared: ReadonlyMap<string, SpeakerRole>): Omit<ReadSource, 'bytes'> {
  const speakers = source.speakers.map(({ label, role }, at) => ({ label, role: shared.get(labelKey(label)) ?? wish.roles[at] ?? role }))
  const same = speakers.every((speaker, at) => speaker.role === source.speakers[at]!.role)
  const { caseName, language, kind } = wish
  if (same) return { ...source, caseName, language, kind }
  const others = source.spans.filter((span) => span.kind !== 'preamble')
  const preamble = findPreamble(source.text, others, speakers)
  return { ...source, caseName, language, kind, speakers, spans: preamble ? [...others, preamble] : others }
}
