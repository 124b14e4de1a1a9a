import MiniSearch, { type Query } from 'minisearch'
import type { QueryWord } from '../domain/query.ts'
import type { Expansion } from './expand-word.ts'
import type { IndexedSource } from './indexed-source.ts'
import { stem } from './stem.ts'
import { type Stemming, stemmings } from './stemming.ts'
import type { Vocabulary } from './vocabulary.ts'

type Document = { id: number; plain: string[] } & Partial<Record<Stemming, string[]>>

/**
 * The MiniSearch index: a document a paragraph, with its words as they stand (`plain`) and stemmed in a field for its
 * language. It proposes the paragraphs that may answer a word; the words themselves decide.
 */
export class Candidates {
  #index = new MiniSearch<Document>({
    fields: ['plain', ...stemmings],
    // Fields are lists of words already, which MiniSearch passes through as they are.
    stringifyField: (words) => words as string,
    tokenize: (words) => words as unknown as string[],
    processTerm: (word) => word,
    searchOptions: { tokenize: (word) => [word] },
  })

  readonly #vocabulary: Vocabulary

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary
  }

  add(source: IndexedSource): void {
    for (const document of documents(source, this.#vocabulary)) this.#index.add(document)
  }

  remove(source: IndexedSource): void {
    for (const document of documents(source, this.#vocabulary)) this.#index.remove(document)
  }

  /** Numbers of every document that may hold the word, and some that do not. */
  propose({ letters }: QueryWord, { kinds, compounds, begins, pairs }: Expansion): number[] {
    const plain = (word: string, prefix = false): Query => ({ queries: [word], fields: ['plain'], prefix })
    const queries: Query[] = [
      plain(letters, begins),
      ...compounds.map((one) => plain(one)),
      ...[...pairs.keys()].map((id) => plain(this.#vocabulary.forms[id]!.letters)),
    ]
    for (const stemming of kinds.keys()) {
      const stemmed = stem(letters, stemming)
      queries.push(plain(stemmed), { queries: [...new Set([stemmed, letters])], fields: [stemming] })
    }
    return this.#index.search({ combineWith: 'OR', queries }).map(({ id }) => id as number)
  }
}

function* documents({ words, starts, stemming, paragraphs, firstDocument }: IndexedSource, vocabulary: Vocabulary): Generator<Document> {
  for (const index of paragraphs.keys()) {
    const plain: string[] = []
    const stems = new Set<string>()
    for (let at = starts[index]!; at < starts[index + 1]!; at++) {
      const id = words[at]!
      for (const one of vocabulary.forms[id]!.variants) plain.push(one)
      for (const one of vocabulary.stemsOf(stemming, id)) stems.add(one)
    }
    yield { id: firstDocument + index, plain, [stemming]: [...stems] }
  }
}
