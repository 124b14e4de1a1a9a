import type { QueryWord } from '../domain/query.ts'
import { isPartOfCompound } from './compound.ts'
import { COMPOUND, EXACT, PREFIX, STEM } from './match-kind.ts'
import { stem } from './stem.ts'
import type { Stemming } from './stemming.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Added to a form's byte: the word may go on in the next one (co working for coworking). */
export const GOES_ON = 16
const PREFIX_FROM = 4
const PART_FROM = 3

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
  const whole = prefix !== 'star'
  const common = new Uint8Array(vocabulary.forms.length)
  const compounds = whole && letters.length >= PART_FROM ? listCompounds(vocabulary, stemmings, letters) : []
  for (const id of compounds) common[id] = COMPOUND
  if (begins) for (const id of vocabulary.listBeginning(letters)) common[id] = PREFIX
  const exact = vocabulary.listWritten(letters)
  const kinds = new Map(stemmings.map((stemming) => [stemming, common.slice()]))
  const answering = new Set([...compounds, ...(begins ? vocabulary.listBeginning(letters) : []), ...exact])
  for (const [stemming, of] of kinds) {
    for (const id of whole ? listInflections(vocabulary, stemming, letters) : []) {
      of[id] = STEM
      answering.add(id)
    }
    for (const id of exact) of[id] = EXACT
  }
  const pairs = pairsOf(letters, vocabulary)
  for (const first of pairs.keys()) for (const of of kinds.values()) of[first]! |= GOES_ON
  let occurrences = 0
  for (const id of answering) occurrences += vocabulary.counts[id]!
  return { kinds, pairs, occurrences, begins, compounds: compounds.map((id) => vocabulary.forms[id]!.letters) }
}

/** Snowball gives plats -> plat but platsen -> plats, so a word that is the other's stem counts too. */
function listInflections(vocabulary: Vocabulary, stemming: Stemming, letters: string): number[] {
  const stemmed = stem(letters, stemming)
  return [...vocabulary.listStemmed(stemming, stemmed), ...vocabulary.listStemmed(stemming, letters), ...vocabulary.listWritten(stemmed)]
}

function listCompounds(vocabulary: Vocabulary, stemmings: readonly Stemming[], letters: string): number[] {
  const stems = new Map(stemmings.map((stemming) => [stemming, stem(letters, stemming)]))
  const parts = new Set([letters, ...[...stems.values()].filter((one) => one.length >= PART_FROM)])
  const inflects = (word: string) => stemmings.some((one) => parts.has(stem(word, one)))
  const known = new Map<string, boolean>()
  const knows = (word: string) => {
    const answer = known.get(word) ?? vocabulary.knows(word, stemmings)
    known.set(word, answer)
    return answer
  }
  const found = new Set<number>()
  for (const part of parts)
    for (const id of vocabulary.listHolding(part)) if (!found.has(id) && isPartOfCompound(part, vocabulary.forms[id]!.letters, knows, inflects)) found.add(id)
  return [...found]
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
