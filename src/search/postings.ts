import type { IndexedSource } from './indexed-source.ts'

/**
 * Which paragraphs hold which form of the vocabulary, by numbers throughout. They are proposed; the words of each decide,
 * so nothing is scored here.
 */
export class Postings {
  /** By form: the numbers of its documents (a paragraph each), ascending. */
  readonly #documents: number[][] = []

  add({ words, starts, paragraphs, firstDocument }: IndexedSource): void {
    for (const nth of paragraphs.keys())
      for (let at = starts[nth]!; at < starts[nth + 1]!; at++) {
        const known = this.#documents[words[at]!]
        if (!known) this.#documents[words[at]!] = [firstDocument + nth]
        else if (known[known.length - 1] !== firstDocument + nth) known.push(firstDocument + nth)
      }
  }

  remove({ words, paragraphs, firstDocument }: IndexedSource): void {
    for (const form of new Set(words))
      this.#documents[form] = this.#documents[form]!.filter((document) => document < firstDocument || document >= firstDocument + paragraphs.length)
  }

  /** Every document that holds one of the forms; as often as it holds another of them. */
  propose(forms: Iterable<number>): number[] {
    const proposed: number[] = []
    for (const form of forms) for (const document of this.#documents[form] ?? []) proposed.push(document)
    return proposed
  }
}
