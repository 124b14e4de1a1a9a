import { indexAt } from '../domain/paragraph.ts'

/** Words in one long string, a line each, so that what begins or holds some letters is found at the speed of a text search. */
export class WordList {
  #text = '\n'
  #waiting: string[] = []
  #length = 1
  readonly #starts: { start: number; end: number; id: number }[] = []

  add(word: string, id: number): void {
    this.#starts.push({ start: this.#length, end: this.#length + word.length, id })
    this.#waiting.push(word, '\n')
    this.#length += word.length + 1
  }

  /** Ids of the words that begin so, each once where a word's lines stand together. */
  beginning(letters: string): number[] {
    return this.#find(`\n${letters}`, 1)
  }

  holding(letters: string): number[] {
    return this.#find(letters, 0)
  }

  #find(wanted: string, skip: number): number[] {
    if (this.#waiting.length > 0) this.#text += this.#waiting.join('')
    this.#waiting = []
    const ids: number[] = []
    for (let at = this.#text.indexOf(wanted); at >= 0; ) {
      const { id, end } = this.#starts[indexAt(this.#starts, at + skip)]!
      if (ids.at(-1) !== id) ids.push(id)
      at = this.#text.indexOf(wanted, end)
    }
    return ids
  }
}
