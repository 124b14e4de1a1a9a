import { foldWord, readOf } from '../domain/fold-word.ts'
import { editDistance, kinOf } from './edit-distance.ts'
import { stem } from './stem.ts'
import type { Stemming } from './stemming.ts'
import { WordList } from './word-list.ts'

/** What nouns and verbs are inflected by. */
const ENDING = /^(?:[aeo]?[nr]|[ae]?t|[aeo]|de|te|ade|[ae]?rna|ene|ane|ne|na)?s?$/

/** A word form of the corpus. `letters`: without its hyphens; `variants`: what it may be searched as (coworking, co, working for co-working). */
export type WordForm = { readonly letters: string; readonly variants: readonly string[] }

/**
 * Every word form of one project, numbered. Texts are kept as these numbers, so that to ask a paragraph for a word is to
 * look up a byte for each number. A form that no source uses any more keeps its number but answers nothing. What can be
 * looked up grows with the forms and is never built again.
 */
export class Vocabulary {
  readonly forms: WordForm[] = []
  /** How often each form stands in the project's sources. */
  readonly counts: number[] = []
  readonly #idOf = new Map<string, number>()
  readonly #idOfRaw = new Map<string, number>()
  readonly #list = new WordList()
  readonly #byVariant = new Map<string, number[]>()
  readonly #byLetters = new Map<string, number[]>()
  readonly #stems: Record<Stemming, (readonly string[])[]> = { sv: [], nb: [], en: [] }
  readonly #byStem: Record<Stemming, Map<string, number[]>> = { sv: new Map(), nb: new Map(), en: new Map() }
  /** A bit for each letter that a form has: what differs in too many letters need not be compared. */
  #masks = new Int32Array(1024)
  #lengths = new Uint16Array(1024)

  /** Count one more of this word. @returns the number of its form */
  add(raw: string): number {
    const read = readOf(raw)
    const id = this.#idOfRaw.get(read) ?? this.#learn(read)
    this.counts[id]!++
    return id
  }

  /** Count one less of a form. */
  remove(id: number): void {
    this.counts[id]!--
  }

  /** Stem every form in these languages, so that no search has to. */
  stemAll(stemmings: readonly Stemming[]): void {
    for (const stemming of stemmings) for (let id = this.#stems[stemming].length; id < this.forms.length; id++) this.#stemForm(stemming, id)
  }

  /** Whether a form in use has just these letters. */
  has(letters: string): boolean {
    return this.#anyInUse(this.#byLetters.get(letters))
  }

  /** Forms in use with just these letters, however they are parted. */
  listOfLetters(letters: string): number[] {
    return this.#inUse(this.#byLetters.get(letters))
  }

  /** Forms in use that may be searched as this word. */
  listWritten(word: string): number[] {
    return this.#inUse(this.#byVariant.get(word))
  }

  /** Forms in use with this stem in a language. */
  listStemmed(stemming: Stemming, stemmed: string): number[] {
    return this.#inUse(this.#byStem[stemming].get(stemmed))
  }

  /** Forms in use of which some variant begins so. */
  listBeginning(letters: string): number[] {
    return this.#inUse(this.#list.beginning(letters))
  }

  /** Forms in use that hold these letters somewhere. */
  listHolding(letters: string): number[] {
    return this.#inUse(this.#list.holding(letters))
  }

  /** Forms in use that differ from a word in at most so many letters, with how far off they are. */
  listNear(letters: string, most: number): { id: number; distance: number }[] {
    const mask = maskOf(letters)
    const near: { id: number; distance: number }[] = []
    for (let id = 0; id < this.forms.length; id++) {
      if (Math.abs(this.#lengths[id]! - letters.length) > most || bits(this.#masks[id]! ^ mask) > most * 2 || this.counts[id] === 0) continue
      const distance = editDistance(letters, this.forms[id]!.letters, most)
      if (distance <= most) near.push({ id, distance })
    }
    return near
  }

  /** Forms in use of which a stem begins as this one and differs from it in at most so many letters. */
  listStemNear(stemming: Stemming, stemmed: string, most: number): { id: number; distance: number }[] {
    const near: { id: number; distance: number }[] = []
    const first = kinOf(stemmed[0])
    // Of three letters two say too little: alg is älg, and not all.
    const sure = stemmed.length <= 3 ? 0.5 : most
    for (const [one, ids] of this.#byStem[stemming]) {
      if (kinOf(one[0]) !== first || Math.abs(one.length - stemmed.length) > most) continue
      const distance = editDistance(stemmed, one, most)
      if (distance <= sure) for (const id of ids) if (this.counts[id]! > 0) near.push({ id, distance })
    }
    return near
  }

  /** Forms in use that are nearly this word and an ending after it. */
  listEndedNear(letters: string, most: number): { id: number; distance: number }[] {
    const first = kinOf(letters[0])
    const near: { id: number; distance: number }[] = []
    for (let id = 0; id < this.forms.length; id++) {
      const more = this.#lengths[id]! - letters.length
      if (more < 1 || more > 4 || this.counts[id] === 0) continue
      const form = this.forms[id]!.letters
      if (kinOf(form[0]) !== first) continue
      if (!ENDING.test(form.slice(letters.length))) continue
      const distance = editDistance(letters, form.slice(0, letters.length), most)
      if (distance <= most) near.push({ id, distance })
    }
    return near
  }

  /** Whether the corpus has this word, or a word with this stem in one of the languages. */
  knows(word: string, stemmings: readonly Stemming[]): boolean {
    return this.#anyInUse(this.#byVariant.get(word)) || stemmings.some((one) => this.#anyInUse(this.#byStem[one].get(word)))
  }

  /** The stems of a form's variants, in their order. */
  stemsOf(stemming: Stemming, id: number): readonly string[] {
    return this.#stems[stemming][id] ?? []
  }

  #measure(id: number, letters: string): void {
    if (id >= this.#masks.length) {
      const [masks, lengths] = [this.#masks, this.#lengths]
      this.#masks = new Int32Array(id * 2)
      this.#lengths = new Uint16Array(id * 2)
      this.#masks.set(masks)
      this.#lengths.set(lengths)
    }
    this.#masks[id] = maskOf(letters)
    this.#lengths[id] = Math.min(letters.length, 65535)
  }

  #stemForm(stemming: Stemming, id: number): void {
    const stems = this.forms[id]!.variants.map((variant) => stem(variant, stemming))
    this.#stems[stemming][id] = stems
    for (const one of stems) note(this.#byStem[stemming], one, id)
  }

  #inUse(ids: readonly number[] = []): number[] {
    return ids.filter((id) => this.counts[id]! > 0)
  }
  #anyInUse(ids: readonly number[] | undefined): boolean {
    return ids?.some((id) => this.counts[id]! > 0) ?? false
  }

  #learn(raw: string): number {
    const folded = foldWord(raw)
    const id = this.#idOf.get(folded) ?? this.forms.length
    this.#idOfRaw.set(raw, id)
    if (id < this.forms.length) return id
    this.#idOf.set(folded, id)
    const parts = folded.split('-').filter((part) => part !== '')
    const letters = parts.join('')
    const variants = parts.length > 1 ? [...new Set([letters, ...parts])] : [letters]
    this.forms.push({ letters, variants })
    this.counts.push(0)
    this.#measure(id, letters)
    note(this.#byLetters, letters, id)
    for (const variant of variants) {
      this.#list.add(variant, id)
      note(this.#byVariant, variant, id)
    }
    return id
  }
}

function note(map: Map<string, number[]>, word: string, id: number): void {
  const known = map.get(word)
  if (!known) map.set(word, [id])
  else if (known.at(-1) !== id) known.push(id)
}

/** Letters that fuzzy matching holds for kin share a bit. */
function maskOf(letters: string): number {
  let mask = 0
  for (let at = 0; at < letters.length; at++) {
    const code = letters.charCodeAt(at)
    mask |=
      1 << (code >= 97 && code <= 122 ? code - 97 : code === 229 || code === 228 || code === 230 ? 0 : code === 246 || code === 248 ? 14 : 26 + (code % 6))
  }
  return mask
}

function bits(mask: number): number {
  let left = mask - ((mask >>> 1) & 0x55555555)
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333)
  return (((left + (left >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}
