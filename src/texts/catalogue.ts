import { en } from './en.ts'
import { sv } from './sv.ts'

export const interfaceLanguages = ['sv', 'en'] as const
export type InterfaceLanguage = (typeof interfaceLanguages)[number]
export type TextKey = keyof typeof sv
type TextValues = Readonly<Record<string, string | number>>
/** Say a sentence of the catalogue. */
export type Say = (key: TextKey, values?: TextValues) => string

const catalogues: Record<InterfaceLanguage, Record<TextKey, string>> = { sv, en }
const locales: Record<InterfaceLanguage, string> = { sv: 'sv-SE', en: 'en-GB' }

/**
 * Sentences in one language. `{name}` stands for a value, a number written as the language writes it; `{n|fall|fall}`
 * for the first form where n is 1 and else the second; `{n%}` for a number of percent.
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
        if (part.percent) said += sayShare(language, Number(value) / 100)
        else if (part.many !== undefined) said += value === 1 ? part.one : part.many
        else said += typeof value === 'number' ? numbers.format(value) : (value ?? '')
      }
    }
    return said
  }
}

/** A sentence is read once: plain words, and the places of its values. */
type Part = string | { name: string; one: string | undefined; many: string | undefined; percent: boolean }
function partsIn(sentence: string): Part[] {
  const parts: Part[] = []
  let at = 0
  for (const match of sentence.matchAll(/\{(\w+)(%)?(?:\|([^|}]*)\|([^}]*))?\}/g)) {
    parts.push(sentence.slice(at, match.index), { name: match[1]!, percent: match[2] !== undefined, one: match[3], many: match[4] })
    at = match.index + match[0].length
  }
  return [...parts, sentence.slice(at)]
}

export function isTextKey(key: string): key is TextKey {
  return key in sv
}

/** A share as it is written everywhere: in percent with one decimal. What is more than nothing is never 0.0, and less than all never 100.0. */
export function sayShare(language: InterfaceLanguage, share: number): string {
  if (share > 0 && share < 0.0005) return `<${percents[language].format(0.001)}`
  if (share < 1 && share >= 0.9995) return `>${percents[language].format(0.999)}`
  return percents[language].format(share)
}

const percentIn = (language: InterfaceLanguage) =>
  new Intl.NumberFormat(locales[language], { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 })
const percents: Record<InterfaceLanguage, Intl.NumberFormat> = { sv: percentIn('sv'), en: percentIn('en') }

export function localeOf(language: InterfaceLanguage): string {
  return locales[language]
}
