import { parseQuery, type QueryPhrase, type QueryWord } from '../domain/query.ts'
import { Candidates } from './candidates.ts'
import { evaluate, paragraphAt, type Shelf, type Term } from './evaluate.ts'
import { type Expansion, expandWord } from './expand-word.ts'
import { hitOf } from './hit.ts'
import { type IndexedSource, indexSource, type SourceText } from './indexed-source.ts'
import { phraseMatcher, wordMatcher } from './match-words.ts'
import type { Found, SearchOptions } from './searcher.ts'
import { joinNeighbours, termsOf } from './terms.ts'
import { Vocabulary } from './vocabulary.ts'

const MOST_HITS = 1000
const REMEMBERED_WORDS = 64

/**
 * The texts of one project, made ready to be searched. Derived: it can be let go and built again at any time.
 *
 *   query -> tree of words, phrases, AND, OR, NOT
 *   word  -> the forms of the vocabulary that it means (exact, stem, compound, prefix)
 *         -> MiniSearch proposes paragraphs; where a word is too common for that to pay, every paragraph is a candidate
 *         -> the words of each decide and score
 */
export class ParagraphIndex {
  readonly #vocabulary = new Vocabulary()
  readonly #candidates = new Candidates(this.#vocabulary)
  readonly #sources = new Map<number, IndexedSource>()
  readonly #commonFrom: number
  #expansions = new Map<string, Expansion>()
  #nextDocument = 0
  #shelf: Shelf = { sources: [], firsts: [], size: 0 }
  #placeOf: Int32Array = new Int32Array()

  /** `commonFrom`: how often the forms of a word stand in the texts before asking every paragraph is quicker than MiniSearch (measured). */
  constructor({ commonFrom = 300 }: { commonFrom?: number } = {}) {
    this.#commonFrom = commonFrom
  }

  /** Call `arrange` after the last of a number of changes. */
  add(source: SourceText): void {
    const indexed = indexSource(source, this.#vocabulary, this.#nextDocument)
    this.#nextDocument += indexed.paragraphs.length
    this.#sources.set(source.id, indexed)
    this.#candidates.add(indexed)
  }

  remove(sourceId: number): void {
    const source = this.#sources.get(sourceId)
    if (!source) return
    this.#candidates.remove(source)
    for (const id of source.words) this.#vocabulary.remove(id)
    this.#sources.delete(sourceId)
  }

  /** Put the sources in the order of the project. */
  arrange(sourceIds: readonly number[]): void {
    const sources = sourceIds.flatMap((id) => this.#sources.get(id) ?? [])
    const firsts: number[] = []
    let size = 0
    this.#placeOf = new Int32Array(this.#nextDocument)
    for (const source of sources) {
      firsts.push(size)
      for (let nth = 0; nth < source.paragraphs.length; nth++) this.#placeOf[source.firstDocument + nth] = size++
    }
    this.#shelf = { sources, firsts, size }
    this.#expansions.clear()
  }

  /** Any text may be asked. What it can't be read as, or does not find, is an empty answer. */
  search(typed: string, { limit = 50, offset = 0, order = 'best' }: SearchOptions = {}): Found {
    const { tree } = parseQuery(typed)
    if (!tree) return { total: 0, sources: [], hits: [] }
    const meant = joinNeighbours(tree, (letters) => this.#vocabulary.find(letters) !== undefined)
    const scores = evaluate(meant, this.#shelf, (node) => this.#termOf(node))
    const places: number[] = []
    for (let place = 0; place < scores.length; place++) if (scores[place]! > 0) places.push(place)
    const sources = this.#countBySource(scores)
    if (order === 'best') places.sort((a, b) => scores[b]! - scores[a]! || a - b)
    const matchers = termsOf(meant).map((node) => this.#termOf(node).matcher)
    const shown = places.slice(offset, offset + Math.min(limit, MOST_HITS))
    return { total: places.length, sources, hits: shown.map((place) => hitOf(...paragraphAt(this.#shelf, place), matchers)) }
  }

  #countBySource(scores: Float64Array): { id: number; hits: number }[] {
    return this.#shelf.sources.flatMap((source, index) => {
      const first = this.#shelf.firsts[index]!
      let hits = 0
      for (let nth = 0; nth < source.paragraphs.length; nth++) if (scores[first + nth]! > 0) hits++
      return hits > 0 ? [{ id: source.id, hits }] : []
    })
  }

  #termOf(node: QueryWord | QueryPhrase): Term {
    if (node.kind === 'phrase') return { matcher: phraseMatcher(this.#vocabulary, node), places: undefined }
    const expansion = this.#expand(node)
    const matcher = wordMatcher(expansion)
    if (expansion.occurrences >= this.#commonFrom) return { matcher, places: undefined }
    return { matcher, places: this.#candidates.propose(node, expansion).map((document) => this.#placeOf[document]!) }
  }

  #expand(node: QueryWord): Expansion {
    const key = `${node.prefix} ${node.letters}`
    const known = this.#expansions.get(key)
    if (known) return known
    const stemmings = [...new Set(this.#shelf.sources.map(({ stemming }) => stemming))].sort()
    const expansion = expandWord(this.#vocabulary, stemmings, node)
    if (this.#expansions.size >= REMEMBERED_WORDS) this.#expansions.clear()
    this.#expansions.set(key, expansion)
    return expansion
  }
}
