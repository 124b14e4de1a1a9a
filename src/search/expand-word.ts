import type { QueryWord } from '../domain/query.ts'
import { isStopWord } from '../domain/stop-words/stop-words.ts'
import { compoundsOf } from './compound.ts'
import { editsFor, kinOf } from './edit-distance.ts'
import { COMPOUND, EXACT, FUZZY, PREFIX, STEM, SYNONYM } from './match-kind.ts'
import { otherEndingsOf, POSSESSIVE, stem, unevenFormsOf, unevenWordsOf } from './stem.ts'
import type { Stemming } from './stemming.ts'
import { apartOf } from './uneven/apart.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Added to a form's byte: the word may go on in the next one (co working for coworking). */
export const GOES_ON = 16
const PREFIX_FROM = 4
/** From so many letters on, a word that nothing answers is taken for misspelt. */
export const MISSPELT_FROM = 4

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
  /** Nothing answers, and what is spelt nearly so was not looked for: too many words were before it. */
  readonly unguessed: boolean
}

/** A word as the index asks for it. `also`: words that mean the same. `denied`: what is kept away should be sure, so nothing is guessed; nor is it where not `mayGuess`. */
export type Wanted = Pick<QueryWord, 'letters' | 'prefix' | 'fuzzy'> & {
  readonly also?: readonly string[]
  readonly denied?: boolean
  readonly mayGuess?: boolean
}

/** Whether a form stands in some text of a language; asked where a study has several. */
export type Stands = (form: number, stemming: Stemming) => boolean

/** Find every form that a word of the search means: itself, its inflections in each language, compounds of it, words that begin with it, its synonyms, and its likes. */
export function expandWord(vocabulary: Vocabulary, stemmings: readonly Stemming[], wanted: Wanted, stands?: Stands): Expansion {
  const { letters, prefix, also = [], denied = false, mayGuess = true } = wanted
  const whole = prefix !== 'star'
  const marking = new Marking(vocabulary, stemmings)
  if (prefix !== null) marking.all(vocabulary.listBeginning(letters), PREFIX)
  else if (letters.length >= PREFIX_FROM) {
    for (const id of vocabulary.listBeginning(letters))
      for (const one of stemmings) {
        const kinds = vocabulary.forms[id]!.variants.map((variant) => (variant.startsWith(letters) ? goingOn(letters, variant, one) : 0))
        const kind = Math.max(...kinds)
        if (kind > (denied ? PREFIX : 0)) marking.all([id], kind, one)
      }
  }
  if (whole && !THRICE.test(letters)) marking.compounds(letters, COMPOUND)
  for (const other of also) {
    marking.compounds(other, SYNONYM)
    marking.word(other, SYNONYM, SYNONYM)
  }
  if (whole) marking.word(letters, EXACT, STEM)
  else marking.all(vocabulary.listWritten(letters), EXACT)
  const pairs = whole ? pairsOf(letters, vocabulary) : new Map<number, number>()
  const isUnknown = !denied && whole && wanted.fuzzy === null && letters.length >= MISSPELT_FROM && !marking.isMet(stands) && pairs.size === 0
  if (wanted.fuzzy !== null) markAlike(marking, vocabulary, stemmings, listAlike(vocabulary, stemmings, letters, wanted.fuzzy || editsFor(letters)))
  const guessed = isUnknown && mayGuess
  const undotted = !denied && mayGuess && !isUnknown && whole && wanted.fuzzy === null ? listUndotted(vocabulary, letters) : []
  markAlike(marking, vocabulary, stemmings, undotted)
  if (guessed) markAlike(marking, vocabulary, stemmings, listMisspelt(vocabulary, stemmings, letters))
  return { ...marking.close(pairs), pairs, guessed: (guessed && marking.size > 0) || undotted.length > 0, unguessed: isUnknown && !mayGuess }
}

/** How a form that begins with a word of the search answers it: as a compound with a part that nobody knows, where it goes on as words begin, or as no more than a beginning. */
function goingOn(letters: string, form: string, stemming: Stemming): number {
  const rest = form.slice(letters.length)
  if (!mayGoOn(letters, form, stemming)) return 0
  return rest.length > 3 && begins(rest, stemming) && !ANOTHER.test(rest) ? COMPOUND : PREFIX
}

function begins(rest: string, stemming: Stemming): boolean {
  return (ONSET.test(rest) && (stemming === 'en' || !/^[tswp]h/.test(rest))) || BEGUN.test(rest)
}

/** Something long must follow, and nothing that makes another word. */
function mayGoOn(letters: string, form: string, stemming: Stemming): boolean {
  const rest = form.slice(letters.length)
  if (rest === '') return true
  if (stemming === 'en' && letters.endsWith('e') && /^rs?$/.test(rest)) return true
  if (letters.length <= TELLING && !begins(rest, stemming)) return false
  if (stemming === 'en') return rest.length > 3 && !ANOTHER_IN_ENGLISH.test(rest)
  if (letters.length > TELLING) return !rest.startsWith('lig')
  return rest.length > 3 && !ANOTHER.test(rest) && !(ONE_CONSONANT.test(letters) && rest[0] === letters.at(-1))
}
/** A Nordic word of more letters says what begins with it: kommun, kommunal. */
const TELLING = 5
/** Planterad is nothing of a plan, hundratals nothing of a hund. */
const ANOTHER = /^(?:t?er(?:a|ing|ad)|rat?als|men(?:s|ts)|nad|het|skap|l(?:a[rt]?|ade|ing.*|ande)$|ling|[^aeiouyåäöæø]*ing(?:en|a|ar|er|s)?$)/
const ANOTHER_IN_ENGLISH = /^(?:[aeiou][nr]?t?(?:ion|ious|ity|ary|ery|ory|esy|ance|ence|als?|ant|ent|ive)|ments?|ations?)/
/** What the next part of a compound may begin with: a linking s, and consonants that words begin with. A vowel makes another word of a short one (form, formulär). */
const ONSET = /^(?:s(?=[^aeiouyåäöæø])|)(?:[^aeiouyåäöæø][aeiouyåäöæø]|[bcfgkpv][lr]|[dt][rvw]|[ckgs][nvw]|fn|s[cjklmpt][rljv]?|[ctsw]h|[bdfghklmnpv]j|skj|tj)/
/** Vowels that many second parts begin with: stödutfodra, fiskeoppdrett, fisherman. */
const BEGUN = /^(?:e?(?:ut|upp|opp|av|över|over|under|om)(?=.{3})|in(?=[^aeiouyåäögdn].{2})|erm[ae]n)/
/** Gran is no part of granne. */
const ONE_CONSONANT = /[aeiouyåäöæø][^aeiouyåäöæø]$/

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

  /** Whether any form stands where it would answer: what is one in Swedish alone is nothing where only Norwegian has it. */
  isMet(stands?: Stands): boolean {
    if (!stands) return this.#forms.size > 0
    return [...this.#forms].some((id) => [...this.#kinds].some(([stemming, bytes]) => bytes[id]! > 0 && stands(id, stemming)))
  }

  all(ids: Iterable<number>, kind: number, only?: Stemming): void {
    for (const id of ids) {
      this.#forms.add(id)
      for (const [stemming, bytes] of this.#kinds) if ((only === undefined || only === stemming) && bytes[id]! < kind) bytes[id] = kind
    }
  }

  /** Words are parted as each language does: husbands is nothing of a Swedish hus. */
  compounds(letters: string, kind: number): void {
    for (const one of this.#kinds.keys()) this.all(compoundsOf(this.#vocabulary, [one], letters), kind, one)
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

/** Snowball gives plats -> plat but platsen -> plats, so a word that is the other's stem counts too. What is kept apart is no form but of its own family. */
function listInflections(vocabulary: Vocabulary, stemming: Stemming, letters: string): number[] {
  const family = apartOf(letters, stemming)
  const uneven = new Set(unevenFormsOf(letters, stemming))
  return listPossible(vocabulary, stemming, letters).filter((id) => {
    const form = vocabulary.forms[id]!.letters
    return apartOf(form, stemming) === family || uneven.has(form)
  })
}

function listPossible(vocabulary: Vocabulary, stemming: Stemming, letters: string): number[] {
  const stemmed = stem(letters, stemming)
  const uneven = [
    ...[
      ...unevenFormsOf(letters, stemming).flatMap((one) => (stemming === 'en' && !POSSESSIVE.test(one) ? [one] : [one, `${one}s`])),
      ...otherEndingsOf(letters, stemming),
    ].flatMap((one) => vocabulary.listWritten(one)),
    ...unevenWordsOf(letters, stemming).flatMap((one) => [...vocabulary.listStemmed(stemming, stem(one, stemming)), ...vocabulary.listStemmed(stemming, one)]),
  ]
  return [...vocabulary.listStemmed(stemming, stemmed), ...vocabulary.listStemmed(stemming, letters), ...vocabulary.listWritten(stemmed), ...uneven]
}

/** Of so many words that are nearest to a misspelt one the compounds are found too. */
const MOST_WITH_COMPOUNDS = 3
type Near = { readonly id: number; readonly distance: number }

/** What is spelt nearly so; of the nearest also their inflections. */
function markAlike(marking: Marking, vocabulary: Vocabulary, stemmings: readonly Stemming[], near: readonly Near[]): void {
  const least = Math.min(...near.map(({ distance }) => distance))
  let nearest = 0
  for (const { id, distance } of near) {
    marking.all([id], FUZZY)
    if (distance > least) continue
    if (nearest++ < MOST_WITH_COMPOUNDS) marking.all(compoundsOf(vocabulary, stemmings, vocabulary.forms[id]!.letters), FUZZY)
    for (const stemming of stemmings) for (const one of vocabulary.stemsOf(stemming, id)) marking.all(vocabulary.listStemmed(stemming, one), FUZZY, stemming)
  }
}

/** What a word that is in no text would be with dots and rings above it: larare is lärare, though it may be taken for an inflection of something else. */
function listUndotted(vocabulary: Vocabulary, letters: string): Near[] {
  if (letters.length < MISSPELT_FROM || /[åäöæø]/.test(letters) || vocabulary.knows(letters, [])) return []
  return vocabulary.listNear(letters, 1).filter(({ id }) => plain(vocabulary.forms[id]!.letters) === letters)
}

function plain(letters: string): string {
  return letters.replace(/[åäöæø]/g, (letter) => kinOf(letter)!)
}

/** What is spelt nearly as somebody asked, or would be but for its ending. */
function listAlike(vocabulary: Vocabulary, stemmings: readonly Stemming[], letters: string, most: number): Near[] {
  const stems = stemmings.map((one) => [one, stem(letters, one)] as const).filter(([, one]) => one.length >= MISSPELT_FROM + 1)
  return [...vocabulary.listNear(letters, most), ...stems.flatMap(([one, stemmed]) => vocabulary.listStemNear(one, stemmed, most))]
}

/** The words that a misspelt one may stand for: the nearest, which begin as it does, for people seldom miss the first letter; where none is near, those that are near but for their endings. */
function listMisspelt(vocabulary: Vocabulary, stemmings: readonly Stemming[], letters: string): Near[] {
  // Nobody searches for a small word that talk is full of: hage is not hade.
  const isMeant = ({ id }: Near) => !stemmings.some((one) => isStopWord(vocabulary.forms[id]!.letters, one))
  const alike = vocabulary.listNear(letters, editsFor(letters)).filter(({ id }) => kinOf(vocabulary.forms[id]!.letters[0]) === kinOf(letters[0]))
  const near = (alike.length > 0 || letters.length === MISSPELT_FROM ? alike : listInflectedNear(vocabulary, stemmings, letters)).filter(isMeant)
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
