import { en } from './en.ts'
import { sv } from './sv.ts'

export const interfaceLanguages = ['sv', 'en'] as const
export type InterfaceLanguage = (typeof interfaceLanguages)[number]
export type TextKey = keyof typeof sv
export type TextValues = Readonly<Record<string, string | number>>
/** Say a sentence of the catalogue. */
export type Say = (key: TextKey, values?: TextValues) => string

const catalogues: Record<InterfaceLanguage, Record<TextKey, string>> = { sv, en }
const locales: Record<InterfaceLanguage, string> = { sv: 'sv-SE', en: 'en-GB' }

/**
 * Sentences in one language. `{name}` stands for a value, a number written as the language writes it; `{n|fall|fall}`
 * for the first form where n is 1 and else the second.
 */
export function sayIn(language: InterfaceLanguage): Say {
  const catalogue = catalogues[language]
  const numbers = new Intl.NumberFormat(locales[language])
  const written = new Map<TextKey, readonly Part[]>()
  const partsOf = (key: TextKey) => {
    const parts = written.get(key) ?? partsIn(catalogue[key])
    written.set(key, parts)
    return parts
  }
  return (key, values = {}) => {
    let said = ''
    for (const part of partsOf(key)) {
      if (typeof part === 'string') said += part
      else {
        const value = values[part.name]
        if (part.many !== undefined) said += value === 1 ? part.one : part.many
        else said += typeof value === 'number' ? numbers.format(value) : (value ?? '')
      }
    }
    return said
  }
}

/** A sentence is read once: plain words, and the places of its values. */
type Part = string | { name: string; one: string | undefined; many: string | undefined }
function partsIn(sentence: string): Part[] {
  const parts: Part[] = []
  let at = 0
  for (const match of sentence.matchAll(/\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g)) {
    parts.push(sentence.slice(at, match.index), { name: match[1]!, one: match[2], many: match[3] })
    at = match.index + match[0].length
  }
  return [...parts, sentence.slice(at)]
}

export function isTextKey(key: string): key is TextKey {
  return key in sv
}

export function localeOf(language: InterfaceLanguage): string {
  return locales[language]
}
