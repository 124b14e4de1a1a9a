import type { QueryWord } from '../domain/query.ts'
import { compoundsOf } from './compound.ts'
import { editsFor, kinOf } from './edit-distance.ts'
import { COMPOUND, EXACT, FUZZY, PREFIX, STEM, SYNONYM } from './match-kind.ts'
import { otherEndingsOf, stem, unevenFormsOf, unevenWordsOf } from './stem.ts'
import type { Stemming } from './stemming.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Added to a form's byte: the word may go on in the next one (co working for coworking). */
export const GOES_ON = 16
const PREFIX_FROM = 4
/** From so many letters on, a word that nothing answers is taken for misspelt. */
const MISSPELT_FROM = 4

/** No word of these languages has one letter thrice on end: what is written so is misspelt, whatever its stem would be. */
const THRICE = /(\p{L})\1\1/u

/** The forms of the corpus that answer a word of the search. */
export type Expansion = {
  /** For each stemming in use: a byte for each form, its kind of match or 0. */
  readonly kinds: ReadonlyMap<Stemming, Uint8Array>
  /** The forms that have a byte, in any stemming. */
  readonly forms: Uint32Array
  /** Forms that begin the word, with the form that must follow. */
  readonly pairs: ReadonlyMap<number, number>
  /** Nothing answers as it is written: words that are spelt nearly so do. */
  readonly guessed: boolean
}

/** A word as the index asks for it. `also`: words that mean the same. `denied`: what is kept away should be sure, so nothing is guessed; nor is it where not `mayGuess`. */
export type Wanted = Pick<QueryWord, 'letters' | 'prefix' | 'fuzzy'> & {
  readonly also?: readonly string[]
  readonly denied?: boolean
  readonly mayGuess?: boolean
}

/** Find every form that a word of the search means: itself, its inflections in each language, compounds of it, words that begin with it, its synonyms, and its likes. */
export function expandWord(vocabulary: Vocabulary, stemmings: readonly Stemming[], wanted: Wanted): Expansion {
  const { letters, prefix, also = [], denied = false, mayGuess = true } = wanted
  const whole = prefix !== 'star'
  const marking = new Marking(vocabulary, stemmings)
  if (prefix !== null || (letters.length >= PREFIX_FROM && !denied)) marking.all(vocabulary.listBeginning(letters), PREFIX)
  if (whole && !THRICE.test(letters)) marking.all(compoundsOf(vocabulary, stemmings, letters), COMPOUND)
  for (const other of also) {
    marking.all(compoundsOf(vocabulary, stemmings, other), SYNONYM)
    marking.word(other, SYNONYM, SYNONYM)
  }
  if (whole) marking.word(letters, EXACT, STEM)
  else marking.all(vocabulary.listWritten(letters), EXACT)
  const pairs = whole ? pairsOf(letters, vocabulary) : new Map<number, number>()
  const guessed = mayGuess && !denied && whole && wanted.fuzzy === null && letters.length >= MISSPELT_FROM && marking.size === 0 && pairs.size === 0
  if (wanted.fuzzy !== null) markAlike(marking, vocabulary, stemmings, vocabulary.listNear(letters, wanted.fuzzy || editsFor(letters)))
  if (guessed) markAlike(marking, vocabulary, stemmings, listMisspelt(vocabulary, stemmings, letters))
  return { ...marking.close(pairs), pairs, guessed: guessed && marking.size > 0 }
}

/** The bytes while they are being set; a better kind is never lost to a worse one. */
class Marking {
  readonly #kinds: Map<Stemming, Uint8Array>
  readonly #vocabulary: Vocabulary
  readonly #forms = new Set<number>()

  constructor(vocabulary: Vocabulary, stemmings: readonly Stemming[]) {
    this.#vocabulary = vocabulary
    this.#kinds = new Map(stemmings.map((stemming) => [stemming, new Uint8Array(vocabulary.forms.length)]))
  }

  get size(): number {
    return this.#forms.size
  }

  all(ids: Iterable<number>, kind: number, only?: Stemming): void {
    for (const id of ids) {
      this.#forms.add(id)
      for (const [stemming, bytes] of this.#kinds) if ((only === undefined || only === stemming) && bytes[id]! < kind) bytes[id] = kind
    }
  }

  /** A word as it is written, and its inflections in each language. */
  word(letters: string, written: number, inflected: number): void {
    if (!THRICE.test(letters)) for (const stemming of this.#kinds.keys()) this.all(listInflections(this.#vocabulary, stemming, letters), inflected, stemming)
    this.all(this.#vocabulary.listWritten(letters), written)
  }

  close(pairs: ReadonlyMap<number, number>): Pick<Expansion, 'kinds' | 'forms'> {
    for (const first of pairs.keys()) {
      this.#forms.add(first)
      for (const bytes of this.#kinds.values()) bytes[first]! |= GOES_ON
    }
    return { kinds: this.#kinds, forms: Uint32Array.from(this.#forms).sort() }
  }
}

/** Snowball gives plats -> plat but platsen -> plats, so a word that is the other's stem counts too. */
function listInflections(vocabulary: Vocabulary, stemming: Stemming, letters: string): number[] {
  const stemmed = stem(letters, stemming)
  const uneven = [
    ...[...unevenFormsOf(letters, stemming).flatMap((one) => [one, `${one}s`]), ...otherEndingsOf(letters, stemming)].flatMap((one) =>
      vocabulary.listWritten(one),
    ),
    ...unevenWordsOf(letters, stemming).flatMap((one) => [...vocabulary.listStemmed(stemming, stem(one, stemming)), ...vocabulary.listStemmed(stemming, one)]),
  ]
  return [...vocabulary.listStemmed(stemming, stemmed), ...vocabulary.listStemmed(stemming, letters), ...vocabulary.listWritten(stemmed), ...uneven]
}

type Near = { readonly id: number; readonly distance: number }

/** What is spelt nearly so; of the nearest also their inflections. */
function markAlike(marking: Marking, vocabulary: Vocabulary, stemmings: readonly Stemming[], near: readonly Near[]): void {
  const least = Math.min(...near.map(({ distance }) => distance))
  for (const { id, distance } of near) {
    marking.all([id], FUZZY)
    if (distance > least) continue
    for (const stemming of stemmings) for (const one of vocabulary.stemsOf(stemming, id)) marking.all(vocabulary.listStemmed(stemming, one), FUZZY, stemming)
  }
}

/** The words that a misspelt one may stand for: the nearest, which begin as it does, for people seldom miss the first letter; where none is near, those that are near but for their endings. */
function listMisspelt(vocabulary: Vocabulary, stemmings: readonly Stemming[], letters: string): Near[] {
  const alike = vocabulary.listNear(letters, editsFor(letters)).filter(({ id }) => kinOf(vocabulary.forms[id]!.letters[0]) === kinOf(letters[0]))
  const near = alike.length > 0 ? alike : listInflectedNear(vocabulary, stemmings, letters)
  const least = Math.floor(Math.min(...near.map(({ distance }) => distance)) + 0.5)
  return near.filter(({ distance }) => distance <= least)
}

function listInflectedNear(vocabulary: Vocabulary, stemmings: readonly Stemming[], letters: string): Near[] {
  const stems = stemmings.flatMap((one) => vocabulary.listStemNear(one, stem(letters, one), editsFor(letters)))
  return [...stems, ...vocabulary.listEndedNear(letters, editsFor(letters))]
}

function pairsOf(letters: string, vocabulary: Vocabulary): Map<number, number> {
  const pairs = new Map<number, number>()
  if (letters.length < 6) return pairs
  for (let cut = 2; cut <= letters.length - 3; cut++) {
    const [first] = vocabulary.listOfLetters(letters.slice(0, cut))
    const [next] = first === undefined ? [] : vocabulary.listOfLetters(letters.slice(cut))
    if (first !== undefined && next !== undefined) pairs.set(first, next)
  }
  return pairs
}
