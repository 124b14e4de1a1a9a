import type { QueryPhrase } from '../domain/query.ts'
import { type Expansion, GOES_ON } from './expand-word.ts'
import type { IndexedSource } from './indexed-source.ts'
import { EXACT } from './match-kind.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Words of a paragraph that answer: `from` and `to` (end-exclusive) are places in the source's list of words. */
export type WordMatch = { readonly from: number; readonly to: number; readonly kind: number }

/** Sees one word or phrase of a search in some words of a source. */
export type Matcher = {
  /** Each match, in order. */
  list(source: IndexedSource, from: number, to: number): WordMatch[]
  /** The best kind and how many matches, as `best * TIMES + times`: 0 where there is none. Asked for every paragraph, so it makes nothing. */
  tally(source: IndexedSource, from: number, to: number): number
}
export const TIMES = 65_536

const KIND = GOES_ON - 1

/** A word: a form of one of its kinds, or two words that together are it. */
export function wordMatcher({ kinds, pairs }: Expansion): Matcher {
  const kindAt = (words: Uint32Array, byte: number, at: number, to: number) =>
    byte >= GOES_ON && at + 1 < to && pairs.get(words[at]!) === words[at + 1] ? GOES_ON : byte & KIND
  return {
    list({ stemming, words }, from, to) {
      const of = kinds.get(stemming)!
      const matches: WordMatch[] = []
      for (let at = from; at < to; at++) {
        const kind = kindAt(words, of[words[at]!]!, at, to)
        if (kind === GOES_ON) matches.push({ from: at, to: ++at + 1, kind: EXACT })
        else if (kind > 0) matches.push({ from: at, to: at + 1, kind })
      }
      return matches
    },
    tally({ stemming, words }, from, to) {
      const of = kinds.get(stemming)!
      let best = 0
      let times = 0
      for (let at = from; at < to; at++) {
        const byte = of[words[at]!]!
        if (byte === 0) continue
        const kind = byte < GOES_ON ? byte : kindAt(words, byte, at, to)
        if (kind === 0) continue
        if (kind === GOES_ON) at++
        if (best < (kind === GOES_ON ? EXACT : kind)) best = kind === GOES_ON ? EXACT : kind
        times++
      }
      return best * TIMES + Math.min(times, TIMES - 1)
    },
  }
}

/** A phrase: words after each other whose letters are the phrase's, however they are parted (co-working space, coworking space). */
export function phraseMatcher(vocabulary: Vocabulary, phrase: QueryPhrase): Matcher {
  const { letters, open } = phrase
  const begins = Uint8Array.from(vocabulary.forms, ({ letters: form }) =>
    form !== '' && (letters.startsWith(form) || (open && form.startsWith(letters))) ? 1 : 0,
  )
  return {
    list({ words }, from, to) {
      const matches: WordMatch[] = []
      for (let at = from; at < to; at++) {
        const end = begins[words[at]!] === 0 ? 0 : followPhrase(vocabulary, phrase, words, at, to)
        if (end > 0) matches.push({ from: at, to: end, kind: EXACT })
      }
      return matches
    },
    tally({ words }, from, to) {
      let times = 0
      for (let at = from; at < to; at++) if (begins[words[at]!] !== 0 && followPhrase(vocabulary, phrase, words, at, to) > 0) times++
      return times === 0 ? 0 : EXACT * TIMES + Math.min(times, TIMES - 1)
    },
  }
}

/** @returns where the phrase that begins at a word ends, or 0. */
function followPhrase({ forms }: Vocabulary, { letters, open }: QueryPhrase, words: Uint32Array, from: number, to: number): number {
  let read = 0
  for (let at = from; at < to; at++) {
    const next = forms[words[at]!]!.letters
    if (open && next.length > letters.length - read && next.startsWith(letters.slice(read))) return at + 1
    if (!letters.startsWith(next, read)) return 0
    read += next.length
    if (read === letters.length) return at + 1
  }
  return 0
}
