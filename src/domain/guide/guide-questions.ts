import type { Guide } from '../guide.ts'
import type { SourceLanguage } from '../source.ts'
import { wordsOf } from '../word.ts'
import { likeness, type QuestionWord, questionWords } from './question-words.ts'
import { utterancesOf } from './utterance.ts'

/** A way in which a question may be put: all of its sentences, or those that ask. `stems` are weighed; `share` is of the whole. */
type Variant = { readonly stems: readonly number[]; readonly total: number; readonly whole: boolean }
/** A question made ready to be looked for. `weights` by the place of a stem in the question. */
export type SoughtQuestion = {
  readonly at: number
  readonly number: number
  readonly section: number
  readonly stems: readonly string[]
  readonly weights: readonly number[]
  readonly variants: readonly Variant[]
  readonly sentences: number
  readonly text: string
}

/** A word that many of the guide's questions have tells less which of them it is. */
const RARITY = 0.3
/** The least share of a question that may stand for all of it. */
const LEAST_SHARE = 0.35
/** Or so much weight, as a question of its own after a long statement has. */
const ENOUGH = 1.4

/** The questions of a guide made ready to be looked for in texts of a language. */
export function soughtQuestions(guide: Guide, language: SourceLanguage): SoughtQuestion[] {
  const all = guide.sections.flatMap((section, at) => section.questions.map((question) => ({ ...question, section: at })))
  const sentences = all.map(({ text }) =>
    utterancesOf(text).map(({ start, end }) => ({ text: text.slice(start, end), words: questionWords(text.slice(start, end), language) })),
  )
  const spread = new Map<string, number>()
  for (const parts of sentences)
    for (const stem of new Set(parts.flatMap(({ words }) => words.map((word) => word.stem)))) spread.set(stem, (spread.get(stem) ?? 0) + 1)
  const rarity = (stem: string) => 1 / (1 + RARITY * Math.log2(spread.get(stem) ?? 1))
  return all.map(({ number, section, text }, at) => ({ at, number, section, text, ...weighed(sentences[at]!, rarity) }))
}

/** Where a question of the guide may have lost its mark in a text: after the two words that it ends in, before a capital. */
export function endingsOf(questions: readonly SoughtQuestion[]): RegExp | undefined {
  const endings = new Set<string>()
  for (const { text } of questions)
    for (const { start, end } of utterancesOf(text)) {
      const words = wordsOf(text.slice(start, end))
      const last = words.slice(-2).map(({ word }) => word)
      if (words.length > 3 && text.slice(start + words.at(-1)!.end, end) === '?' && !last.some((word) => /\p{Lu}/u.test(word))) endings.add(last.join(' '))
    }
  return endings.size === 0 ? undefined : new RegExp(`(?<=(?<![\\p{L}])(?:${[...endings].join('|')})) +(?=\\p{Lu})`, 'gu')
}

function weighed(
  sentences: readonly { text: string; words: readonly QuestionWord[] }[],
  rarity: (stem: string) => number,
): Omit<SoughtQuestion, 'at' | 'number' | 'section' | 'text'> {
  const places = new Map<string, number>()
  const weights: number[] = []
  const parts = sentences.map(({ words }) => {
    for (const { stem, weight } of words) {
      if (!places.has(stem)) places.set(stem, weights.push(0) - 1)
      weights[places.get(stem)!] = Math.max(weights[places.get(stem)!]!, weight * rarity(stem))
    }
    return words.map(({ stem }) => places.get(stem)!)
  })
  const total = sum([...new Set(parts.flat())], weights)
  const variants: Variant[] = []
  for (let from = 0; from < parts.length; from++)
    for (let to = from; to < parts.length; to++) {
      const stems = [...new Set(parts.slice(from, to + 1).flat())]
      const weight = sum(stems, weights)
      const whole = from === 0 && to === parts.length - 1
      const asks = sentences.slice(from, to + 1).some(({ text }) => /\?\W*$/.test(text)) || !sentences.some(({ text }) => /\?/.test(text))
      if (whole || (asks && (weight >= total * LEAST_SHARE || weight >= ENOUGH) && stems.length > 2)) variants.push({ stems, total: weight, whole })
    }
  return { stems: [...places.keys()], weights, variants, sentences: sentences.length }
}

function sum(stems: readonly number[], weights: readonly number[]): number {
  return stems.reduce((all, stem) => all + weights[stem]!, 0)
}

/**
 * Which stems of each question a stem of a text can stand for: pairs of a place in the question and how well, by the question's
 * place in the guide. `telling`: the questions of which it is one of the words that tell most.
 */
type Likeness = { readonly places: readonly (readonly (readonly [number, number])[])[]; readonly telling: readonly number[] }
export type LikenessOf = (stem: string) => Likeness

type Entry = { readonly stem: string; readonly at: number; readonly place: number }
const NONE: readonly (readonly [number, number])[] = []

/** How like the words of some questions a stem is; found out once for each different stem of a text. */
export function likenessTo(questions: readonly SoughtQuestion[]): LikenessOf {
  const buckets = new Map<string, Entry[]>()
  for (const { at, stems } of questions)
    for (const [place, stem] of stems.entries()) {
      const entry = { stem, at, place }
      for (const key of keysOf(stem)) void (buckets.get(key)?.push(entry) ?? buckets.set(key, [entry]))
    }
  const tells = questions.map(({ weights }) => Math.max(...weights, 0) / 2)
  const known = new Map<string, Likeness>()
  return (stem) => {
    const before = known.get(stem)
    if (before) return before
    const places: (readonly [number, number])[][] = []
    const telling = new Set<number>()
    for (const { stem: other, at, place } of new Set(keysOf(stem).flatMap((key) => buckets.get(key) ?? []))) {
      const alike = likeness(stem, other)
      if (alike === 0) continue
      places[at] = [...(places[at] ?? []), [place, alike]]
      if (questions[at]!.weights[place]! >= tells[at]!) telling.add(at)
    }
    const found = { places: questions.map(({ at }) => places[at] ?? NONE), telling: [...telling] }
    known.set(stem, found)
    return found
  }
}

/** Two stems that are at all alike share one of these. */
function keysOf(stem: string): string[] {
  const keys = [`=${stem}`]
  if (stem.length >= 4) keys.push(`^${stem[0]}${stem[2]}`, `^${stem.slice(0, 2)}`)
  for (let at = 0; at + 5 <= stem.length; at++) keys.push(`~${stem.slice(at, at + 5)}`)
  return keys
}
