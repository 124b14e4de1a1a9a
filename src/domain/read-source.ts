import type { AttributeType } from './attribute.ts'
import { countParagraphs } from './paragraph.ts'
import type { Loss, Repair, Warning } from './read-notes.ts'
import type { Recognised } from './recognised.ts'
import type { SourceKind, SourceLanguage, SourceStatus, SpanKind, SpeakerRole } from './source.ts'
import type { Span } from './span.ts'
import { countWords } from './word.ts'

/** `caseName`: the case that this speaker is, where it is not the source's. */
export type ReadSpeaker = { readonly label: string; readonly role: SpeakerRole; readonly caseName?: string | null }
/** `guide`: the questions as they were looked for, for a guide may be changed before the source is kept. */
export type Followed = { readonly guideId: number; readonly guide: string; readonly recognised: Recognised }
/** What a file says of its case. */
export type ReadAttribute = { readonly name: string; readonly type: AttributeType; readonly value: string }
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
  /** What the case is (informant, municipality), where the file says. */
  readonly caseKind?: string
  readonly attributes?: readonly ReadAttribute[]
  /** The guide of the project that it follows, and what became of its questions. */
  readonly follows?: Followed | null
  readonly speakers: readonly ReadSpeaker[]
  readonly spans: readonly ReadSpan[]
  readonly repairs: readonly Repair[]
  readonly losses: readonly Loss[]
  readonly warnings: readonly Warning[]
  /** What a source that comes from another project was there; else it is new. */
  readonly stood?: { readonly guid: string; readonly madeAt: string; readonly status: SourceStatus }
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
  readonly questions: number
  readonly timestamps: number
}

export function summaryOf(source: Omit<ReadSource, 'bytes'>): ReadSummary {
  const { text, spans, ...rest } = source
  const count = (kind: SpanKind) => spans.filter((span) => span.kind === kind).length
  const size = { characters: text.length, words: countWords(text), paragraphs: countParagraphs(text) }
  return { ...rest, ...size, speakers: countTurns(source), questions: count('question'), timestamps: count('timestamp') }
}
