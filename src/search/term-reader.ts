import type { QueryTerm, QueryWord } from '../domain/query.ts'
import { wordsOf } from '../domain/word.ts'
import { type Expansion, expandWord, type Stands } from './expand-word.ts'
import { SYNONYM } from './match-kind.ts'
import { type Matcher, nearMatcher, phraseMatcher, wordMatcher } from './match-words.ts'
import type { Shelf } from './shelf.ts'
import type { Stemming } from './stemming.ts'
import { hitsOfMatcher, hitsOfWord, type TermHits } from './term-hits.ts'
import { TooMuch } from './too-much.ts'
import type { Vocabulary } from './vocabulary.ts'
import { lettersOfAll } from './with-synonyms.ts'

const REMEMBERED_WORDS = 64
/** Words of one search, at most, that are taken for misspelt: each is held against every form of the study. */
export const MOST_GUESSES = 6

/** What the words and phrases of a search mean by a vocabulary, and where they are. Words are remembered from search to search. */
export class TermReader {
  readonly #vocabulary: Vocabulary
  readonly #stemmings: readonly Stemming[]
  readonly #expansions = new Map<string, Expansion>()
  readonly #stands: Stands | undefined
  #guesses = 0
  #unguessed = new Set<string>()
  #isLate: () => boolean = () => false

  constructor(vocabulary: Vocabulary, stemmings: readonly Stemming[], stands?: Stands) {
    this.#stands = stands
    this.#vocabulary = vocabulary
    this.#stemmings = stemmings
  }

  /** Before each search: it may guess as often as any, and is given up with `TooMuch` once it is late. */
  begin(isLate: () => boolean = () => false): void {
    this.#guesses = 0
    this.#unguessed = new Set()
    this.#isLate = isLate
  }

  /** Words that nothing answers and that were not guessed at, because so many were before them. */
  get unguessed(): readonly string[] {
    return [...this.#unguessed]
  }

  /** Whether nothing in the texts is the word, and what is most like it was taken instead. */
  isGuessed(term: QueryTerm): boolean {
    return term.kind === 'near' ? term.words.some((word) => this.expand(word, false).guessed) : term.kind === 'word' && this.expand(term, false).guessed
  }

  /** The places of a shelf where a term is, with all that means the same. */
  hitsOf(term: QueryTerm, shelf: Shelf, denied: boolean): TermHits {
    if (this.#isLate()) throw new TooMuch()
    if (term.kind !== 'near') {
      const hits = term.kind === 'word' ? hitsOfWord(this.expand(term, denied), shelf) : hitsOfMatcher(this.matcherOf({ ...term, also: [] }, denied), shelf)
      for (const other of this.#othersOf(term, denied)) join(hits, hitsOfMatcher(other, shelf))
      return hits
    }
    const each = term.words.map((word) => hitsOfWord(this.expand(word, denied), shelf))
    const all = each.map(({ best }) => best).reduce((some, best) => some.map((kind, place) => (kind === 0 ? 0 : best[place]!)))
    return hitsOfMatcher(this.matcherOf(term, denied), shelf, all)
  }

  /** Sees a term with all that means the same. */
  matcherOf(term: QueryTerm, denied: boolean): Matcher {
    if (term.kind === 'near')
      return nearMatcher(
        term.words.map((word) => this.expand(word, denied)),
        term.within,
      )
    const own = term.kind === 'word' ? wordMatcher(this.expand(term, denied)) : phraseMatcher(this.#vocabulary, term)
    const others = this.#othersOf(term, denied)
    if (others.length === 0) return own
    const list: Matcher['list'] = (...where) => [own, ...others].flatMap((one) => one.list(...where)).sort((a, b) => a.from - b.from)
    return { ...own, list }
  }

  /** Synonyms that no word stands for: phrases, and words for a phrase. */
  #othersOf(term: Exclude<QueryTerm, { kind: 'near' }>, denied: boolean): Matcher[] {
    const also = term.also ?? []
    const phrases = also
      .filter((one) => wordsOf(one).length > 1)
      .map((one) => phraseMatcher(this.#vocabulary, { letters: lettersOfAll(one), open: false }, SYNONYM))
    if (term.kind === 'word' || phrases.length === also.length) return phrases
    const words = this.expand({ kind: 'word', word: '', letters: '', prefix: null, fuzzy: null, at: term.at, also }, denied)
    return [...phrases, wordMatcher(words)]
  }

  /** The forms that a word means. */
  expand(word: QueryWord, denied: boolean): Expansion {
    const also = (word.also ?? []).filter((one) => wordsOf(one).length === 1).map(lettersOfAll)
    const key = `${word.prefix} ${word.fuzzy} ${denied} ${word.letters} ${also}`
    const known = this.#expansions.get(key)
    if (known) return known
    const mayGuess = this.#guesses < MOST_GUESSES
    const expansion = expandWord(this.#vocabulary, this.#stemmings, { ...word, also, denied, mayGuess }, this.#stands)
    if (expansion.unguessed) this.#unguessed.add(word.word)
    if (expansion.forms.length === 0 && !mayGuess) return expansion
    if (expansion.guessed) this.#guesses++
    if (this.#expansions.size >= REMEMBERED_WORDS) this.#expansions.clear()
    this.#expansions.set(key, expansion)
    return expansion
  }
}

function join(hits: TermHits, others: TermHits): void {
  for (let place = 0; place < hits.best.length; place++) {
    if (hits.best[place]! < others.best[place]!) hits.best[place] = others.best[place]!
    hits.times[place] = Math.min(255, hits.times[place]! + others.times[place]!)
  }
}
