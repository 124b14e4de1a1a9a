import type { ReadSpan, ReadSpeaker } from './read-source.ts'
import type { SourceLanguage } from './source.ts'

/** A text as a guide is looked for in it. `spans` as import found them (turns, labels, timestamps, preambles, questions by type). */
export type Interview = {
  readonly text: string
  readonly language: SourceLanguage
  readonly speakers: readonly ReadSpeaker[]
  readonly spans: readonly ReadSpan[]
}
