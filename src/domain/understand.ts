import { baseName, titleOfFile } from './case-name.ts'
import { caseOfSource } from './case-of-heading.ts'
import { kindOf } from './kind-of.ts'
import { languageOf } from './language-of.ts'
import type { Mark } from './mark.ts'
import { observationPoints } from './observation-points.ts'
import { proposeEdits } from './propose-edits.ts'
import { questionSpans } from './question-marks.ts'
import type { RawText } from './raw-text.ts'
import type { Warning } from './read-notes.ts'
import type { ReadOptions } from './read-options.ts'
import type { ReadSource } from './read-source.ts'
import { recogniseTurns } from './recognise-turns.ts'
import type { Evidence } from './repair/evidence.ts'
import { repairsOf } from './shown-edits.ts'
import type { SourceLanguage } from './source.ts'
import { type Part, splitSource } from './split-source.ts'
import { applyEdits, keyOfEdit } from './text-edit.ts'

export type Understanding = { readonly name: string; readonly otherwise: SourceLanguage; readonly options: ReadOptions; readonly evidence: Evidence }
/** A source whose file's bytes are elsewhere. `from`: where its text begins in the file's text once that is mended. */
export type Unsaved = Omit<ReadSource, 'bytes'> & { readonly from?: number }

/**
 * The sources in a raw text: damage mended (what a person did not refuse), parted where it holds several, and of each its
 * language, speakers, case and kind. The same for every format, and the same every time.
 */
export function understand(raw: RawText, { name, otherwise, options, evidence }: Understanding): Unsaved[] {
  const edits = proposeEdits(raw, evidence)
  const refused = new Set(options.refused)
  const wanted = edits.filter((edit) => !refused.has(edit.kind) && !refused.has(keyOfEdit(edit)))
  const mended = applyEdits(raw.text, raw.marks, wanted)
  const repairs = [...raw.repairs, ...repairsOf(raw.text, edits, refused)]
  const parts = splitSource(mended.text, options.split)
  return parts.map((part, at) => ({
    ...understandPart(cut(mended, part), part.heading ?? titleOfFile(name), otherwise, { ...voicesOf(raw), ...options.speakers }, raw.warnings),
    originalName: baseName(name),
    from: part.start,
    repairs: at === 0 ? repairs : [],
    losses: at === 0 ? raw.losses : [],
  }))
}

/** Those whom the format names are speakers however seldom they speak; what a person fixed of them goes before. */
function voicesOf({ voices = [] }: RawText): ReadOptions['speakers'] {
  return Object.fromEntries(voices.map((name) => [name.toLowerCase(), { name }]))
}

function cut({ text, marks }: { text: string; marks: readonly Mark[] }, { start, end }: Part): { text: string; marks: Mark[] } {
  const inside = marks.filter((mark) => mark.start < end && mark.end > start)
  const moved = inside.map((mark) => ({ ...mark, start: Math.max(mark.start, start) - start, end: Math.min(mark.end, end) - start }))
  return { text: text.slice(start, end), marks: moved }
}

function understandPart(
  { text, marks }: { text: string; marks: readonly Mark[] },
  title: string,
  otherwise: SourceLanguage,
  fixes: ReadOptions['speakers'],
  warned: readonly Warning[],
): Omit<Unsaved, 'originalName' | 'repairs' | 'losses'> {
  const { language, sure } = languageOf(text, otherwise)
  const turns = recogniseTurns(text, fixes)
  const { speakers, onceLabels, unsureRoles } = turns
  const warnings: Warning[] = [...warned]
  const lost = text.split('\uFFFD').length - 1
  if (lost > 0) warnings.push({ kind: 'odd-characters', count: lost })
  if (!sure) warnings.push({ kind: 'unsure-language', count: 1 })
  if (unsureRoles) warnings.push({ kind: 'unsure-roles', count: speakers.length })
  if (onceLabels.length > 0)
    warnings.push({ kind: 'once-label', count: onceLabels.length, example: onceLabels.slice(0, 3).join(', '), labels: onceLabels.slice(0, 50) })
  const { kind, spans } = kindAndSpans(title, { text, marks, speakers, spans: [...turns.spans, ...questionSpans(text, marks, turns)] })
  return { title, text, language, kind, ...caseOfSource(title, text, language), speakers, spans, warnings }
}

/** What a source is, and its spans in order; the points of an observation that nobody speaks in are its questions. */
function kindAndSpans(
  title: string,
  read: { text: string; marks: readonly Mark[] } & Pick<ReadSource, 'speakers' | 'spans'>,
): Pick<ReadSource, 'kind' | 'spans'> {
  const kind = kindOf(title, read)
  const asked = read.speakers.length > 0 || read.spans.some((span) => span.kind === 'question')
  const points = asked ? [] : observationPoints(read.text, kind === 'observation')
  const spans = [...read.spans, ...points].sort((a, b) => a.start - b.start || b.end - a.end || (a.kind === 'turn' ? -1 : 1))
  return { kind: points.length > 0 ? 'observation' : kind, spans }
}
