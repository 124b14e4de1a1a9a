import { foldWord } from '../domain/query.ts'
import { stem } from './stem.ts'
import type { Stemming } from './stemming.ts'

/** A word form of the corpus. `letters`: without its hyphens; `variants`: what it may be searched as (coworking, co, working for co-working). */
export type WordForm = { readonly letters: string; readonly variants: readonly string[] }

/**
 * Every word form of one project, numbered. Texts are kept as these numbers, so that to ask a paragraph for a word is to
 * look up a byte for each number. A form that no source uses any more keeps its number but answers nothing.
 */
export class Vocabulary {
  readonly forms: WordForm[] = []
  /** How often each form stands in the project's sources. */
  readonly counts: number[] = []
  /** Changes whenever a form comes or goes. */
  generation = 0
  #idOf = new Map<string, number>()
  #idOfRaw = new Map<string, number>()
  #stems: Record<Stemming, (readonly string[] | undefined)[]> = { sv: [], nb: [], en: [] }
  #pieces: { key: string; known: Set<string> } = { key: '', known: new Set() }

  /** Count one more of this word. @returns the number of its form */
  add(raw: string): number {
    const id = this.#idOfRaw.get(raw) ?? this.#learn(raw)
    if (this.counts[id] === 0) this.generation++
    this.counts[id]!++
    return id
  }

  /** Count one less of a form. */
  remove(id: number): void {
    this.counts[id]!--
    if (this.counts[id] === 0) this.generation++
  }

  /** The number of a form that is in use now, written just so. */
  find(letters: string): number | undefined {
    const id = this.#idOf.get(letters)
    return id !== undefined && this.counts[id]! > 0 ? id : undefined
  }

  stemsOf(stemming: Stemming, id: number): readonly string[] {
    const known = this.#stems[stemming][id]
    if (known) return known
    const stems = this.forms[id]!.variants.map((variant) => stem(variant, stemming))
    this.#stems[stemming][id] = stems
    return stems
  }

  /** Forms in use and their stems in these languages: what a compound may be made of. */
  pieces(stemmings: readonly Stemming[]): ReadonlySet<string> {
    const key = `${this.generation} ${stemmings}`
    if (this.#pieces.key === key) return this.#pieces.known
    const known = new Set<string>()
    for (const [id, { variants }] of this.forms.entries()) {
      if (this.counts[id] === 0) continue
      for (const one of variants) if (one.length >= 3) known.add(one)
      for (const stemming of stemmings) for (const one of this.stemsOf(stemming, id)) if (one.length >= 3) known.add(one)
    }
    this.#pieces = { key, known }
    return known
  }

  #learn(raw: string): number {
    const folded = foldWord(raw)
    const id = this.#idOf.get(folded) ?? this.forms.length
    this.#idOfRaw.set(raw, id)
    if (id < this.forms.length) return id
    this.#idOf.set(folded, id)
    const parts = folded.split('-').filter((part) => part !== '')
    const letters = parts.join('')
    this.forms.push({ letters, variants: parts.length > 1 ? [...new Set([letters, ...parts])] : [letters] })
    this.counts.push(0)
    return id
  }
}
