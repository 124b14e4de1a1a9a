import { parseQuery } from '../domain/parse-query.ts'
import { filtersOf, type Query, type QueryNode, type QueryTerm, termsOf } from '../domain/query.ts'
import { type Condition, type Gathered, gatherConditions, type Places } from './conditions.ts'
import { type Asking, answering, evaluate } from './evaluate.ts'
import { countFacets, type FacetCounts, type FacetScope } from './facets.ts'
import { finishedWords } from './finished-words.ts'
import { hitOf, type Shows } from './hit.ts'
import { type IndexedSource, indexSource, type SourceText, type Wants } from './indexed-source.ts'
import { maskOf } from './mask.ts'
import { kindOfName } from './match-kind.ts'
import { notesOn } from './notes.ts'
import { placeOfForm } from './postings.ts'
import { bestOf } from './rank.ts'
import { conditionsOfWords, hitsWithin, outsideOf, placesOfAny, saidUnder, termsAsked } from './said-within.ts'
import type { Found, MemoHit, SearchOptions } from './searcher.ts'
import { countBySource, paragraphAt, placesIn, type Shelf, shelfOf } from './shelf.ts'
import { type Stemming, stemmingOf } from './stemming.ts'
import { type SynonymSuggestion, suggestSynonyms } from './suggest-synonyms.ts'
import type { TermHits } from './term-hits.ts'
import { MOST_GUESSES, TermReader } from './term-reader.ts'
import { joinNeighbours } from './terms.ts'
import { Vocabulary } from './vocabulary.ts'
import { lettersOfAll, type SynonymGroups, withSynonyms } from './with-synonyms.ts'

const MOST_HITS = 1000
/** Words of one search, at most, that something is said of. */
const MOST_NOTED = 6
const EMPTY: Shelf = { sources: [], firsts: [], size: 0 }
const NOTHING: Found = { total: 0, sources: [], hits: [], memos: { total: 0, hits: [] }, notes: [] }

/** `placesOf`: where the conditions of the search hold, by their keys; one that is not there holds nowhere. `memosSeen`: only these memos are there, else all. */
export type IndexOptions = SearchOptions & {
  readonly placesOf?: ReadonlyMap<string, Places>
  readonly memosSeen?: ReadonlySet<number> | undefined
  readonly isLate?: () => boolean
}

/**
 * The texts and memos of one project, made ready to be searched. Derived: it can be let go and built again at any time.
 *
 *   query -> tree of words, phrases, conditions, AND, OR, NOT
 *   word  -> the forms of the vocabulary that it means (exact, stem, synonym, compound, prefix, fuzzy)
 *         -> each source's list of paragraphs for those forms
 *   phrase -> the paragraphs that have its forms, word by word
 */
export class ParagraphIndex {
  readonly #vocabulary = new Vocabulary()
  readonly #sources = new Map<number, IndexedSource>()
  readonly #memos = new Map<number, IndexedSource>()
  #masks = new WeakMap<Places, Uint8Array>()
  #outside = new WeakMap<Places, Uint8Array>()
  #answers = new WeakMap<QueryTerm, TermHits>()
  #texts = EMPTY
  #notes = EMPTY
  #stemmings: readonly Stemming[] = []
  #reader = new TermReader(this.#vocabulary, [])

  /** Call `arrange` after the last of a number of changes. */
  add(source: SourceText, wants?: Wants): void {
    put(this.#sources, source, this.#vocabulary, wants)
    this.#vocabulary.stemAll([stemmingOf(source.language)])
  }
  remove(sourceId: number): void {
    take(this.#sources, sourceId, this.#vocabulary)
  }
  addMemo(memo: SourceText): void {
    put(this.#memos, memo, this.#vocabulary)
  }
  removeMemo(memoId: number): void {
    take(this.#memos, memoId, this.#vocabulary)
  }

  /** How many words it holds. */
  get words(): number {
    return this.#texts.sources.reduce((sum, { words }) => sum + words.length, 0)
  }

  get paragraphs(): number {
    return this.#texts.size
  }

  /** Put the sources in the order of the project; memos follow theirs. */
  arrange(sourceIds: readonly number[]): void {
    this.#texts = shelfOf(sourceIds.flatMap((id) => this.#sources.get(id) ?? []))
    this.#notes = shelfOf([...this.#memos.values()].sort((a, b) => a.id - b.id))
    this.#stemmings = [...new Set([...this.#texts.sources, ...this.#notes.sources].map(({ stemming }) => stemming))].sort()
    this.#vocabulary.stemAll(this.#stemmings)
    this.#reader = new TermReader(this.#vocabulary, this.#stemmings, this.#stemmings.length > 1 ? this.#stands : undefined)
    this.#masks = new WeakMap()
    this.#outside = new WeakMap()
    this.#answers = new WeakMap()
  }

  readonly #stands = (form: number, stemming: Stemming) =>
    [this.#texts, this.#notes].some(({ sources }) => sources.some((one) => one.stemming === stemming && placeOfForm(one, form) >= 0))

  /** What a search means here: words that are written to their end, and what means the same. */
  understand(query: Query, synonyms: SynonymGroups): Query {
    if (!query.tree) return query
    const tree = finishedWords(query.tree, (letters) => this.#vocabulary.listWritten(letters).length > 0)
    return { ...query, tree: withSynonyms(tree, synonyms, this.#stemmings) }
  }

  /** Any text may be asked. What it can't be read as, or does not find, is an empty answer. Gives up with `TooMuch` once it is late. */
  search(asked: string | Query, { limit = 50, offset = 0, order = 'best', placesOf = new Map(), memosSeen, isLate }: IndexOptions = {}): Found {
    const query = typeof asked === 'string' ? parseQuery(asked) : asked
    if (!query.tree) return NOTHING
    this.#reader.begin(isLate)
    const joined = this.#join(query.tree)
    const scores = order === 'best' ? this.#evaluate(joined, this.#texts, placesOf) : this.#answering(joined, placesOf)
    const places = placesIn(scores)
    const sources = countBySource(scores, this.#texts)
    const shows = this.#showing(joined, placesOf)
    const until = offset + Math.min(limit, MOST_HITS)
    const shown = (order === 'best' ? bestOf(places, scores, until) : places).slice(offset, until)
    const hits = shown.map((place) => hitOf(...paragraphAt(this.#texts, place), shows))
    const words = termsOf(query.tree).flatMap((term) => (term.kind === 'word' ? [term] : []))
    const notes = notesOn(words.slice(0, MOST_NOTED), query, this.#vocabulary, (word) => this.#reader.expand(word, false))
    const { unguessed } = this.#reader
    if (unguessed.length > 0) notes.push({ kind: 'unguessed', words: unguessed, most: MOST_GUESSES })
    return { total: places.length, sources, hits, memos: this.#searchMemos(joined, shows, memosSeen), notes }
  }

  /** The numbers of the paragraphs that have the words of an understood search, by source. A word that nothing answers is not guessed at: what is counted should be sure. */
  answers({ tree }: Query): Map<number, number[]> {
    if (!tree) return new Map()
    this.#reader.begin()
    const joined = this.#join(tree)
    const gathered = gatherConditions(joined)
    const asking = this.#asking(gathered, this.#texts, new Map())
    const places = placesIn(answering(gathered, { ...asking, hitsOf: (term, denied) => asking.hitsOf(term, denied || this.#reader.isGuessed(term)) }))
    const found = new Map<number, number[]>()
    for (const place of places) {
      const [{ id, paragraphs }, nth] = paragraphAt(this.#texts, place)
      found.set(id, [...(found.get(id) ?? []), paragraphs[nth]!.number])
    }
    return found
  }

  /** Words that may mean the same, and are not known to; no more are looked for once it is `late`. */
  suggestSynonyms(known: SynonymGroups, late: () => boolean = () => false): SynonymSuggestion[] {
    const together = known.map((group) => new Set(group.map(lettersOfAll)))
    return suggestSynonyms(this.#vocabulary, this.#stemmings, (a, b) => together.some((group) => group.has(a) && group.has(b)), late)
  }

  /** What an understood search can be narrowed by: of its hits, but for what it says of the same already. */
  facets(query: Query, placesOf: ReadonlyMap<string, Places>, scope: FacetScope, isLate?: () => boolean): FacetCounts {
    this.#reader.begin(isLate)
    const tree = query.tree && gatherConditions(this.#join(query.tree))
    const { hitsOf } = this.#asking(tree ?? { kind: 'and', nodes: [] }, this.#texts, placesOf)
    return countFacets(query.tree, this.#texts, scope, {
      answers: (asked) => this.#answering(this.#join(asked), placesOf),
      kinds: kindsOf(tree ? termsAsked(tree).map((term) => hitsOf(term, false)) : [], this.#texts),
      maskOf: ({ key }) => this.#maskOf(placesOf.get(key), this.#texts),
    })
  }

  #join(tree: QueryNode): QueryNode {
    return joinNeighbours(tree, (letters) => this.#vocabulary.has(letters))
  }

  #searchMemos(tree: QueryNode, shows: Shows, seen?: ReadonlySet<number>): Found['memos'] {
    if (this.#notes.size === 0 || filtersOf(tree).length > 0) return NOTHING.memos
    const scores = this.#evaluate(tree, this.#notes, new Map())
    const places = placesIn(scores)
    const hits = bestOf(places, scores, MOST_HITS).map((place): MemoHit => {
      const { sourceId: memoId, saidFrom: _, ...hit } = hitOf(...paragraphAt(this.#notes, place), shows)
      return { memoId, ...hit }
    })
    if (!seen) return { total: places.length, hits }
    const shown = hits.filter(({ memoId }) => seen.has(memoId))
    return { total: shown.length, hits: shown }
  }

  #evaluate(tree: QueryNode, shelf: Shelf, placesOf: ReadonlyMap<string, Places>): Float64Array {
    const gathered = gatherConditions(tree)
    return evaluate(gathered, shelf, this.#asking(gathered, shelf, placesOf))
  }

  #answering(tree: QueryNode, placesOf: ReadonlyMap<string, Places>): Uint8Array {
    const gathered = gatherConditions(tree)
    return answering(gathered, this.#asking(gathered, this.#texts, placesOf))
  }

  #asking(tree: Gathered, shelf: Shelf, placesOf: ReadonlyMap<string, Places>): Asking {
    let kinds: Uint8Array | undefined
    const under = saidUnder(tree)
    const hitsOf = (term: QueryTerm, denied: boolean) => {
      const hits = this.#hitsOf(term, shelf, denied)
      const places = (under.get(term) ?? []).map((any) => placesOfAny(any, placesOf))
      const outside = places.map((one) => this.#outsideOf(one, shelf))
      return places.length === 0 ? hits : hitsWithin(hits, this.#reader.matcherOf(term, denied), { places, outside }, shelf)
    }
    return {
      hitsOf,
      maskOf: ({ key }: Condition) => this.#maskOf(placesOf.get(key), shelf),
      matching: ({ value }) => {
        kinds ??= kindsOf(
          termsAsked(tree).map((term) => hitsOf(term, false)),
          shelf,
        )
        return kinds.map((kind) => (kind === kindOfName(value) ? 1 : 0))
      },
    }
  }

  #maskOf(places: Places | undefined, shelf: Shelf): Uint8Array {
    if (!places) return new Uint8Array(shelf.size)
    const known = this.#masks.get(places)
    if (known) return known
    const mask = maskOf(places, shelf)
    this.#masks.set(places, mask)
    return mask
  }

  #outsideOf(places: Places, shelf: Shelf): Uint8Array {
    const known = this.#outside.get(places) ?? outsideOf(places, shelf)
    this.#outside.set(places, known)
    return known
  }

  /** What is marked in a hit: the words of each term, where the conditions beside it hold. */
  #showing(tree: QueryNode, placesOf: ReadonlyMap<string, Places>): Shows {
    const gathered = gatherConditions(tree)
    const under = saidUnder(gathered)
    const placesUnder = (term: QueryTerm) => (under.get(term) ?? []).map((any) => placesOfAny(any, placesOf))
    return {
      terms: termsAsked(gathered).map((term) => ({ matcher: this.#reader.matcherOf(term, false), places: placesUnder(term) })),
      all: conditionsOfWords(gathered).map((any) => placesOfAny(any, placesOf)),
    }
  }

  /** What is asked of the texts and not kept away is remembered as long as the search is. */
  #hitsOf(term: QueryTerm, shelf: Shelf, denied: boolean): TermHits {
    if (denied || shelf !== this.#texts) return this.#reader.hitsOf(term, shelf, denied)
    const known = this.#answers.get(term) ?? this.#reader.hitsOf(term, shelf, denied)
    this.#answers.set(term, known)
    return known
  }
}

/** How the best word of each place answers; 0 where none does. */
function kindsOf(hits: readonly TermHits[], { size }: Shelf): Uint8Array {
  const kinds = new Uint8Array(size)
  for (const { best } of hits) for (let place = 0; place < best.length; place++) if (kinds[place]! < best[place]!) kinds[place] = best[place]!
  return kinds
}

function put(shelf: Map<number, IndexedSource>, source: SourceText, vocabulary: Vocabulary, wants?: Wants): void {
  take(shelf, source.id, vocabulary)
  shelf.set(source.id, indexSource(source, vocabulary, wants))
}

function take(shelf: Map<number, IndexedSource>, id: number, vocabulary: Vocabulary): void {
  for (const form of shelf.get(id)?.words ?? []) vocabulary.remove(form)
  shelf.delete(id)
}
