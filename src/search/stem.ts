import { newStemmer } from 'snowball-stemmers'
import type { SourceLanguage } from '../domain/source.ts'

const stemmers = { swedish: newStemmer('swedish'), norwegian: newStemmer('norwegian'), english: newStemmer('english') }
const stemmerOf = { sv: 'swedish', nb: 'norwegian', nn: 'norwegian', en: 'english' } as const satisfies Record<SourceLanguage, keyof typeof stemmers>
const known = { swedish: new Map<string, string>(), norwegian: new Map<string, string>(), english: new Map<string, string>() }
const MOST = 500_000

/** The Snowball stem of a word in lower case; remembered, for a language has few words and a corpus many. */
export function stem(word: string, language: SourceLanguage): string {
  const name = stemmerOf[language]
  const memory = known[name]
  const remembered = memory.get(word)
  if (remembered !== undefined) return remembered
  const made = stemmers[name].stem(word)
  if (memory.size >= MOST) memory.clear()
  memory.set(word, made)
  return made
}
