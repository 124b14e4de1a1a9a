import type { Stemming } from './stemming.ts'
import { english } from './uneven/english.ts'
import { norwegian } from './uneven/norwegian.ts'
import { swedish } from './uneven/swedish.ts'

/** Of each form its word: the first on its line. Of each word all its forms. */
type Uneven = { readonly wordsOf: ReadonlyMap<string, readonly string[]>; readonly formsOf: ReadonlyMap<string, readonly string[]> }

export const unevenWords: Readonly<Record<Stemming, Uneven>> = { sv: read(swedish), nb: read(norwegian), en: read(english) }

function read(list: string): Uneven {
  const wordsOf = new Map<string, string[]>()
  const formsOf = new Map<string, string[]>()
  for (const line of list.trim().split('\n')) {
    const [word = '', ...others] = line.trim().split(/:? +/)
    const forms = [word, ...others]
    formsOf.set(word, [...new Set([...(formsOf.get(word) ?? []), ...forms])])
    for (const form of forms) wordsOf.set(form, [...(wordsOf.get(form) ?? []), word])
  }
  return { wordsOf, formsOf }
}
