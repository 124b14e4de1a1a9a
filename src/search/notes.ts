import type { SearchNote } from '../domain/found-lines.ts'
import type { Query, QueryWord } from '../domain/query.ts'
import { isEverydayWord } from '../domain/stop-words/stop-words.ts'
import { editsFor } from './edit-distance.ts'
import type { Expansion } from './expand-word.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Words that are met so seldom may be misspelt, where another is met so many times as often. */
const SELDOM = 2
const TIMES_AS_OFTEN = 10
const MOST_WORDS = 3

/** What should be said of the words of a search: how they were taken, or what may have been meant. */
export function notesOn(words: readonly QueryWord[], query: Query, vocabulary: Vocabulary, expand: (word: QueryWord) => Expansion): SearchNote[] {
  return words.flatMap((word): SearchNote[] => {
    if (word.fuzzy !== null || word.prefix === 'star') return []
    const { guessed, forms } = expand(word)
    if (guessed) return [{ kind: 'alike', word: word.word, words: commonest(forms, vocabulary) }]
    const occurrences = forms.reduce((sum, id) => sum + vocabulary.counts[id]!, 0)
    const instead = occurrences <= SELDOM ? commonerThan(word.letters, occurrences, vocabulary) : undefined
    if (instead === undefined) return []
    const typed = query.typed.slice(0, word.at.start) + instead + query.typed.slice(word.at.end)
    return [{ kind: 'meant', word: word.word, instead, query: typed }]
  })
}

function commonest(forms: Uint32Array, { forms: all, counts }: Vocabulary): string[] {
  const ids = [...forms].filter((id) => counts[id]! > 0).sort((a, b) => counts[b]! - counts[a]! || a - b)
  return [...new Set(ids.map((id) => all[id]!.letters))].slice(0, MOST_WORDS)
}

function commonerThan(letters: string, occurrences: number, vocabulary: Vocabulary): string | undefined {
  const edits = editsFor(letters)
  if (edits === 0) return undefined
  const near = vocabulary
    .listNear(letters, edits)
    .filter(({ id }) => vocabulary.counts[id]! >= TIMES_AS_OFTEN * Math.max(1, occurrences) && !isEverydayWord(vocabulary.forms[id]!.letters))
  near.sort((a, b) => a.distance - b.distance || vocabulary.counts[b.id]! - vocabulary.counts[a.id]!)
  return near[0] && vocabulary.forms[near[0].id]!.letters
}
