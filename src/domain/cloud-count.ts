import type { CaseGroup } from './cloud-request.ts'
import { labelsOf } from './code.ts'
import type { PlacedCloud } from './word-cloud.ts'

/** A word or a code's label with its numbers: said `count` times (a label: quotations), in `units` of `of` cases. `asked`: they are those asked. */
export type CloudWord = {
  text: string
  count: number
  units: number
  of: number
  asked: boolean
  forms: readonly string[]
  code: { id: number; key: string; tone: number; path: string } | null
  /** Of a word: the theme that it is most over-represented in, if in any. */
  theme: WordTheme | null
}
export type WordTheme = { id: number; key: string; tone: number; label: string }

/** The theme that a word's line and a label's belong to; 0 where none does. */
export function toneOf({ code, theme }: Pick<CloudWord, 'code' | 'theme'>): number {
  return code?.tone ?? theme?.tone ?? 0
}

/** The themes that words and labels are in, in their order: what the lines under them mean. */
export function themesIn(clouds: readonly { words: readonly CloudWord[] }[]): Omit<WordTheme, 'id'>[] {
  const themes = new Map(clouds.flatMap(({ words }) => words.flatMap((word) => themeOf(word).map((theme) => [theme.key, theme] as const))))
  return [...themes.values()].sort((a, b) => Number(a.key) - Number(b.key))
}

function themeOf({ theme, code }: CloudWord): Omit<WordTheme, 'id'>[] {
  if (theme) return [theme]
  return code ? [{ key: code.key.split('.')[0]!, tone: code.tone, label: labelsOf(code.path)[0]! }] : []
}

/** What a cloud counts. `rest`: how many counted words are not among `words`; `total`: all words there were, stop words too. Units are cases, else sources. */
export type CloudCount = {
  group: CaseGroup | null
  words: CloudWord[]
  rest: number
  total: number
  quotations: number | null
  of: number
  unit: 'case' | 'source'
  /** `of` are those to whom the question was put. */
  asked: boolean
}

/** A counted cloud and its picture: `wide` for a page of its own, `narrow` for half of one or a phone. */
export type DrawnCloud = CloudCount & { wide: PlacedCloud; narrow: PlacedCloud }
/** With what it is of, in words. */
export type NamedCloud = DrawnCloud & { name: string }

export type GroupChoice = { group: CaseGroup; attribute: string }
/** What a cloud of this project can be made of, with names as they stand. */
export type CloudChoices = {
  codes: { id: number; key: string; label: string; path: string; depth: number }[]
  cases: { id: number; name: string }[]
  coders: { id: number; name: string }[]
  questions: { id: number; number: number; text: string }[]
  /** Words that the project never counts. */
  stopWords: string[]
  attributes: { id: number; name: string; type: string }[]
  groups: GroupChoice[]
  sources: number
}
