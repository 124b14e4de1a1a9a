import type { QueryWord } from '../domain/query.ts'
import { isPartOfCompound } from './compound.ts'
import { COMPOUND, EXACT, PREFIX, STEM } from './match-kind.ts'
import { stem } from './stem.ts'
import type { Stemming } from './stemming.ts'
import type { Vocabulary, WordForm } from './vocabulary.ts'

/** Added to a form's byte: the word may go on in the next one (co working for coworking). */
export const GOES_ON = 16
const PREFIX_FROM = 4

/** The forms of the corpus that answer a word of the search. */
export type Expansion = {
  /** For each stemming in use: a byte for each form, its kind of match or 0. */
  readonly kinds: ReadonlyMap<Stemming, Uint8Array>
  /** Forms that begin the word, with the form that must follow. */
  readonly pairs: ReadonlyMap<number, number>
  /** How many words of all sources answer, at most. */
  readonly occurrences: number
  readonly compounds: readonly string[]
  readonly begins: boolean
}

/** Find every form that a word of the search means: itself, its inflections in each language, compounds of it, and words that begin with it. */
export function expandWord(vocabulary: Vocabulary, stemmings: readonly Stemming[], { letters, prefix }: QueryWord): Expansion {
  const begins = prefix !== null || letters.length >= PREFIX_FROM
  const kinds = new Map(stemmings.map((stemming) => [stemming, new Uint8Array(vocabulary.forms.length)]))
  const stems = new Map([...kinds.keys()].map((stemming) => [stemming, stem(letters, stemming)]))
  const isPart = letters.length >= 3 && prefix !== 'star' ? partOf(letters, stems, vocabulary) : () => false
  const compounds: string[] = []
  let occurrences = 0
  for (const [id, form] of vocabulary.forms.entries()) {
    if (vocabulary.counts[id] === 0) continue
    const plain = plainKind(form, letters, begins)
    const part = plain === 0 && isPart(form.letters)
    if (part) compounds.push(form.letters)
    let best = 0
    for (const [stemming, of] of kinds) {
      const kind =
        plain < STEM && prefix !== 'star' && sharesStem(form, vocabulary.stemsOf(stemming, id), letters, stems.get(stemming)!)
          ? STEM
          : plain || (part ? COMPOUND : 0)
      of[id] = kind
      if (kind > best) best = kind
    }
    if (best > 0) occurrences += vocabulary.counts[id]!
  }
  const pairs = pairsOf(letters, vocabulary)
  for (const first of pairs.keys()) for (const of of kinds.values()) of[first]! |= GOES_ON
  return { kinds, pairs, occurrences, compounds, begins }
}

function plainKind({ variants }: WordForm, letters: string, begins: boolean): number {
  let kind = 0
  for (const variant of variants) {
    if (variant === letters) return EXACT
    if (begins && variant.startsWith(letters)) kind = PREFIX
  }
  return kind
}

/** Snowball gives plats -> plat but platsen -> plats, so a word that is the other's stem counts too. */
function sharesStem({ variants }: WordForm, stems: readonly string[], letters: string, stemmed: string): boolean {
  for (const [index, one] of stems.entries()) if (one === stemmed || one === letters || variants[index] === stemmed) return true
  return false
}

function partOf(letters: string, stems: ReadonlyMap<Stemming, string>, vocabulary: Vocabulary): (whole: string) => boolean {
  const parts = new Set([letters, ...[...stems.values()].filter((one) => one.length >= 3)])
  const inflects = (word: string) => [...stems].some(([stemming, stemmed]) => parts.has(stem(word, stemming)) || stem(word, stemming) === stemmed)
  const known = vocabulary.pieces([...stems.keys()])
  return (whole) => {
    for (const part of parts) if (whole.includes(part) && isPartOfCompound(part, whole, known, inflects)) return true
    return false
  }
}

function pairsOf(letters: string, vocabulary: Vocabulary): Map<number, number> {
  const pairs = new Map<number, number>()
  if (letters.length < 6) return pairs
  for (let cut = 2; cut <= letters.length - 3; cut++) {
    const first = vocabulary.find(letters.slice(0, cut))
    const next = first === undefined ? undefined : vocabulary.find(letters.slice(cut))
    if (first !== undefined && next !== undefined) pairs.set(first, next)
  }
  return pairs
}
