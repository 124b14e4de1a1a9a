import { wordsOf } from '../word.ts'

/** The longest ending that an inflected form has beyond the form that is looked for. UTF-16 units. */
const ENDING = 4
/** Forms shorter than this begin too many words to say anything of them. UTF-16 units. */
const SHORT = 5
const LIGATURES = /[\uFB00-\uFB06]/

/** How often forms stand in a text. */
export class WordForms {
  readonly #counts = new Map<string, number>()
  #sorted: string[] | null = null

  /** Reads all words of a text, in lower case and without ligatures. Words that a line's end parts are read as their parts. */
  constructor(text: string) {
    for (const line of (LIGATURES.test(text) ? text.normalize('NFKC') : text).split('\n'))
      for (const { word } of wordsOf(line)) {
        const form = word.toLowerCase().replace(/[‐‑]/g, '-')
        this.#counts.set(form, (this.#counts.get(form) ?? 0) + 1)
      }
  }

  /** How often a form stands there as a word, or as the beginning of one that is at most an ending longer. */
  count(form: string): number {
    if (form.length < SHORT) return this.#counts.get(form) ?? 0
    this.#sorted ??= [...this.#counts.keys()].sort()
    let total = 0
    for (let at = this.#firstFrom(form); at < this.#sorted.length && this.#sorted[at]!.startsWith(form); at++)
      if (this.#sorted[at]!.length <= form.length + ENDING) total += this.#counts.get(this.#sorted[at]!)!
    return total
  }

  /** Whether a form stands there as it is. */
  has(form: string): boolean {
    return this.#counts.has(form)
  }

  #firstFrom(form: string): number {
    let low = 0
    let high = this.#sorted!.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#sorted![middle]! < form) low = middle + 1
      else high = middle
    }
    return low
  }
}
