import type { SourceLanguage } from '../source.ts'
import { en } from './en.ts'
import { nb } from './nb.ts'
import { nn } from './nn.ts'
import { sv } from './sv.ts'

const lists: Record<SourceLanguage, ReadonlySet<string>> = { sv: new Set(sv), nb: new Set(nb), nn: new Set(nn), en: new Set(en) }

/** A word that every conversation is full of, in lower case with straight apostrophes: left out of clouds, never out of search. */
export function isStopWord(word: string, language: SourceLanguage): boolean {
  return lists[language].has(word)
}

/** Is it one in any of the languages, however it is written? */
export function isEverydayWord(word: string): boolean {
  const small = word.toLocaleLowerCase('sv')
  return Object.values(lists).some((list) => list.has(small))
}
