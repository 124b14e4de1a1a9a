import type { QueryPhrase } from '../domain/query.ts'
import { type Expansion, GOES_ON } from './expand-word.ts'
import type { IndexedSource } from './indexed-source.ts'
import { EXACT } from './match-kind.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Words of a paragraph that answer: `from` and `to` (end-exclusive) are places in the source's list of words. */
export type WordMatch = { readonly from: number; readonly to: number; readonly kind: number }
/** Tells each match of one word or phrase in some words of a source, in order. */
export type Matcher = (source: IndexedSource, from: number, to: number, found: (from: number, to: number, kind: number) => void) => void

const KIND = GOES_ON - 1

/** A word: a form of one of its kinds, or two words that together are it. */
export function wordMatcher({ kinds, pairs }: Expansion): Matcher {
  return ({ stemming, words }, from, to, found) => {
    const of = kinds.get(stemming)!
    for (let at = from; at < to; at++) {
      const byte = of[words[at]!]!
      if (byte === 0) continue
      if (byte >= GOES_ON && at + 1 < to && pairs.get(words[at]!) === words[at + 1]) found(at, at + 2, EXACT)
      else if ((byte & KIND) > 0) found(at, at + 1, byte & KIND)
    }
  }
}

/** A phrase: words after each other whose letters are the phrase's, however they are parted (co-working space, coworking space). */
export function phraseMatcher(vocabulary: Vocabulary, { letters, open }: QueryPhrase): Matcher {
  const begins = Uint8Array.from(vocabulary.forms, ({ letters: form }) =>
    form !== '' && (letters.startsWith(form) || (open && form.startsWith(letters))) ? 1 : 0,
  )
  return ({ words }, from, to, found) => {
    for (let at = from; at < to; at++) {
      if (begins[words[at]!] === 0) continue
      const end = followPhrase(vocabulary, { letters, open }, words, at, to)
      if (end > 0) found(at, end, EXACT)
    }
  }
}

/** @returns where the phrase that begins at a word ends, or 0. */
function followPhrase({ forms }: Vocabulary, { letters, open }: Pick<QueryPhrase, 'letters' | 'open'>, words: Uint32Array, from: number, to: number): number {
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
