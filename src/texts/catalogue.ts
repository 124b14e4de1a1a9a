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
  return (key, values = {}) =>
    catalogue[key].replace(/\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g, (_, name: string, one?: string, many?: string) => {
      const value = values[name]
      if (many !== undefined) return value === 1 ? one! : many
      return typeof value === 'number' ? numbers.format(value) : (value ?? '')
    })
}

export function isTextKey(key: string): key is TextKey {
  return key in sv
}

export function localeOf(language: InterfaceLanguage): string {
  return locales[language]
}
