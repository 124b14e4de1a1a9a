import type { QueryPhrase } from '../domain/query.ts'
import { type Expansion, GOES_ON } from './expand-word.ts'
import type { IndexedSource } from './indexed-source.ts'
import { COMPOUND, EXACT } from './match-kind.ts'
import type { Stemming } from './stemming.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Words of a paragraph that answer: `from` and `to` (end-exclusive) are places in the source's list of words. */
export type WordMatch = { readonly from: number; readonly to: number; readonly kind: number }

/** Sees one word or phrase of a search in some words of a source. */
export type Matcher = {
  /** Each match, in order. */
  list(source: IndexedSource, from: number, to: number): WordMatch[]
  /** The best kind and how many matches; asked for many paragraphs, so `NONE` where there is none. */
  tally(source: IndexedSource, from: number, to: number): { readonly kind: number; readonly times: number }
  /** Forms of which one is in every match. */
  readonly oneOf?: readonly number[]
}

const KIND = GOES_ON - 1
const NONE = { kind: 0, times: 0 }

function tallyOf(matches: readonly WordMatch[]): { kind: number; times: number } {
  return matches.length === 0 ? NONE : { kind: Math.max(...matches.slice(0, 1000).map(({ kind }) => kind)), times: matches.length }
}

/** A word: a form of one of its kinds, or two words that together are it. */
export function wordMatcher({ kinds, pairs }: Expansion): Matcher {
  const list = ({ stemming, words }: IndexedSource, from: number, to: number) => {
    const of = kinds.get(stemming)!
    const matches: WordMatch[] = []
    for (let at = from; at < to; at++) {
      const byte = of[words[at]!]!
      if (byte === 0) continue
      if (byte >= GOES_ON && at + 1 < to && pairs.get(words[at]!) === words[at + 1]) matches.push({ from: at, to: ++at + 1, kind: EXACT })
      else if ((byte & KIND) > 0) matches.push({ from: at, to: at + 1, kind: byte & KIND })
    }
    return matches
  }
  return { list, tally: (source, from, to) => tallyOf(list(source, from, to)) }
}

/** A phrase: words after each other whose letters are the phrase's, however they are parted (co-working space, coworking space). */
export function phraseMatcher(vocabulary: Vocabulary, phrase: Pick<QueryPhrase, 'letters' | 'open'>, kind = EXACT): Matcher {
  const { letters, open } = phrase
  const first = new Uint8Array(vocabulary.forms.length)
  for (let cut = 1; cut <= letters.length; cut++) for (const id of vocabulary.listOfLetters(letters.slice(0, cut))) first[id] = 1
  if (open) for (const id of vocabulary.listBeginning(letters)) first[id] = 1
  const follow = phraseFollower(vocabulary, phrase)
  const list = ({ words }: IndexedSource, from: number, to: number) => {
    let matches: WordMatch[] | undefined
    for (let at = from; at < to; at++) {
      const end = first[words[at]!] === 0 ? 0 : follow(words, at, to)
      if (end === 0) continue
      matches ??= []
      matches.push({ from: at, to: end, kind })
    }
    return matches ?? NO_MATCHES
  }
  return { list, tally: (source, from, to) => tallyOf(list(source, from, to)), oneOf: rarestOf(vocabulary, phrase) }
}

/** Where a form of the corpus may lie in the phrase: the place that fewest words can cover, and those words. One of them is in every match. */
function rarestOf(vocabulary: Vocabulary, { letters, open }: Pick<QueryPhrase, 'letters' | 'open'>): number[] {
  const covering: number[][] = Array.from({ length: Math.min(letters.length, open ? FIRST_LETTERS : letters.length) }, () => [])
  for (let from = 0; from < covering.length; from++) {
    for (let to = from + 1; to <= Math.min(letters.length, from + LONGEST_FORM); to++)
      for (const id of vocabulary.listOfLetters(letters.slice(from, to))) for (let at = from; at < Math.min(to, covering.length); at++) covering[at]!.push(id)
    if (open) for (const id of vocabulary.listBeginning(letters.slice(from))) for (let at = from; at < covering.length; at++) covering[at]!.push(id)
  }
  const often = (ids: readonly number[]) => ids.reduce((sum, id) => sum + vocabulary.counts[id]!, 0)
  return [...new Set(covering.reduce((least, one) => (often(one) < often(least) ? one : least)))]
}
const FIRST_LETTERS = 6
const LONGEST_FORM = 60
const NO_MATCHES: WordMatch[] = []

/** @returns a function that says where the phrase that begins at a word ends, or 0. What each form reads of the phrase at each of its letters is looked up once. */
function phraseFollower({ forms }: Vocabulary, { letters, open }: Pick<QueryPhrase, 'letters' | 'open'>) {
  const known: (Map<number, number> | undefined)[] = []
  const readsOf = (form: number, read: number): number => {
    const next = forms[form]!.letters
    if (open && next.length > letters.length - read && next.startsWith(letters.slice(read))) return letters.length - read
    return letters.startsWith(next, read) ? next.length : -1
  }
  return (words: Uint32Array, from: number, to: number): number => {
    for (let at = from, read = 0; at < to; at++) {
      known[read] ??= new Map()
      const form = words[at]!
      const reads = known[read]!.get(form) ?? readsOf(form, read)
      known[read]!.set(form, reads)
      if (reads < 0) return 0
      read += reads
      if (read === letters.length) return at + 1
    }
    return 0
  }
}

/** Words near each other, in any order: `within` words apart where they are two, and one more for each further. Beginnings and likes of them do not count. */
export function nearMatcher(expansions: readonly Expansion[], within: number): Matcher {
  const reach = within + expansions.length - 2
  const words = expansions.map(wordMatcher)
  const list = (source: IndexedSource, from: number, to: number) => {
    const found = words.map((word) => word.list(source, from, to).filter(({ kind }) => kind >= COMPOUND))
    if (found.some((matches) => matches.length === 0)) return NO_MATCHES
    return nearEachOther(
      found.flatMap((matches, word) => matches.map((match) => ({ ...match, word }))).sort((a, b) => a.from - b.from),
      words.length,
      reach,
    )
  }
  const slow = (source: IndexedSource, from: number, to: number) => tallyOf(list(source, from, to))
  return { list, tally: expansions.some(({ pairs }) => pairs.size > 0) ? slow : nearTally(expansions, reach) }
}

/** Counts the places where the last of some words that are near each other stands, without making anything. */
function nearTally(expansions: readonly Expansion[], reach: number): Matcher['tally'] {
  const last = new Int32Array(expansions.length)
  const kinds = new Uint8Array(expansions.length)
  const any = new Map([...expansions[0]!.kinds.keys()].map((stemming) => [stemming, anyOf(expansions, stemming)]))
  return ({ stemming, words }, from, to) => {
    const bytes = expansions.map((one) => one.kinds.get(stemming)!)
    const some = any.get(stemming)!
    let best = 0
    let times = 0
    last.fill(-1)
    for (let at = from; at < to; at++) {
      if (some[words[at]!] === 0) continue
      for (let word = 0; word < bytes.length; word++) {
        const kind = bytes[word]![words[at]!]! & KIND
        if (kind < COMPOUND) continue
        last[word] = at
        kinds[word] = kind
      }
      let worst = GOES_ON
      for (let word = 0; word < last.length && worst > 0; word++) worst = last[word]! < 0 || at - last[word]! > reach ? 0 : Math.min(worst, kinds[word]!)
      if (worst === 0) continue
      times++
      if (worst > best) best = worst
    }
    return times === 0 ? NONE : { kind: best, times }
  }
}

/** A 1 for each form that answers one of the words as more than a beginning or a likeness. */
function anyOf(expansions: readonly Expansion[], stemming: Stemming): Uint8Array {
  const some = new Uint8Array(expansions[0]!.kinds.get(stemming)!.length)
  for (const { forms, kinds } of expansions) for (const form of forms) if ((kinds.get(stemming)![form]! & KIND) >= COMPOUND) some[form] = 1
  return some
}

/** The matches that lie in some stretch, at most `reach` words long, in which every word has one. */
function nearEachOther(all: readonly (WordMatch & { word: number })[], words: number, reach: number): WordMatch[] {
  const near: WordMatch[] = []
  const counts = new Array<number>(words).fill(0)
  let have = 0
  let kept = 0
  for (let first = 0, next = 0; first < all.length; first++) {
    for (; next < all.length && all[next]!.from - all[first]!.from <= reach; next++) if (counts[all[next]!.word]!++ === 0) have++
    if (have === words) for (kept = Math.max(kept, first); kept < next; kept++) near.push({ from: all[kept]!.from, to: all[kept]!.to, kind: all[kept]!.kind })
    if (--counts[all[first]!.word]! === 0) have--
  }
  return near
}
