import { countParagraphs } from './paragraph.ts'
import type { SourceKind, SourceLanguage, SpanKind, SpeakerRole } from './source.ts'
import type { Span } from './span.ts'
import { countWords } from './word.ts'

/** What was set right in a text while it was read. */
export const repairKinds = ['encoding', 'bom', 'line-ends', 'nuls', 'nfc', 'lone-surrogates', 'lists', 'tables', 'notes'] as const
/** What a file held that a text can't keep. */
export const lossKinds = ['pictures', 'comments', 'deleted-text', 'headers', 'unknown-parts'] as const
/** What somebody should look at. */
export const warningKinds = ['same-file', 'unsure-encoding', 'unsure-language', 'unsure-roles', 'once-label', 'odd-characters'] as const

/** One kind of thing, how many there were, and for some a word that shows it (an encoding, a label, a source's title). */
export type Note<K extends string = string> = { readonly kind: K; readonly count: number; readonly example?: string }
export type Repair = Note<(typeof repairKinds)[number]>
export type Loss = Note<(typeof lossKinds)[number]>
export type Warning = Note<(typeof warningKinds)[number]>

export type ReadSpeaker = { readonly label: string; readonly role: SpeakerRole }
/** A span over the text; `speaker` is the label of one of the source's speakers, which a turn always has. */
export type ReadSpan = Span & { readonly kind: SpanKind; readonly speaker: string | null }

/** A source as a file gave it, before it is in any project. `text` is normalised; spans are offsets into it. `caseName` null: no case. */
export type ReadSource = {
  readonly title: string
  readonly originalName: string | null
  readonly bytes: Uint8Array | null
  readonly text: string
  readonly language: SourceLanguage
  readonly kind: SourceKind
  readonly caseName: string | null
  readonly speakers: readonly ReadSpeaker[]
  readonly spans: readonly ReadSpan[]
  readonly repairs: readonly Repair[]
  readonly losses: readonly Loss[]
  readonly warnings: readonly Warning[]
}

/** How many turns each speaker has, in the order of the speakers. */
export function countTurns({ speakers, spans }: Pick<ReadSource, 'speakers' | 'spans'>): (ReadSpeaker & { readonly turns: number })[] {
  const turns = new Map<string | null, number>()
  for (const span of spans) if (span.kind === 'turn') turns.set(span.speaker, (turns.get(span.speaker) ?? 0) + 1)
  return speakers.map((speaker) => ({ ...speaker, turns: turns.get(speaker.label) ?? 0 }))
}

/** What a preview tells of a source: everything but its text and spans. */
export type ReadSummary = Omit<ReadSource, 'bytes' | 'text' | 'spans' | 'speakers'> & {
  readonly speakers: readonly (ReadSpeaker & { readonly turns: number })[]
  readonly characters: number
  readonly words: number
  readonly paragraphs: number
}

export function summaryOf(source: ReadSource): ReadSummary {
  const { bytes: _, text, spans: __, ...rest } = source
  return { ...rest, speakers: countTurns(source), characters: text.length, words: countWords(text), paragraphs: countParagraphs(text) }
}
