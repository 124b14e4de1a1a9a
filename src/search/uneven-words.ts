import type { Stemming } from './stemming.ts'
import { adjectiveForms, compared, shortAdjectives } from './uneven/compared.ts'
import { english } from './uneven/english.ts'
import { norwegian } from './uneven/norwegian.ts'
import { swedish } from './uneven/swedish.ts'
import { comparedForms, norwegianParticiples, swedishParticiples, vowelVerbForms, vowelVerbs } from './uneven/verb-forms.ts'

/** Of each form its word: the first on its line. Of each word all its forms. */
type Uneven = { readonly wordsOf: ReadonlyMap<string, readonly string[]>; readonly formsOf: ReadonlyMap<string, readonly string[]> }

export const unevenWords: Readonly<Record<Stemming, Uneven>> = {
  sv: read([...linesOf(swedish).map(swedishParticiples), ...vowelVerbs.sv.map(vowelVerbForms), ...shortAdjectives.sv.map(adjectiveForms)]),
  nb: read([...linesOf(norwegian).map(norwegianParticiples), ...vowelVerbs.nb.map(vowelVerbForms), ...shortAdjectives.nb.map(adjectiveForms)]),
  en: read([...linesOf(english), ...compared.map(comparedForms)]),
}

function linesOf(list: string): string[][] {
  return list
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/:? +/))
}

function read(lines: readonly string[][]): Uneven {
  const wordsOf = new Map<string, string[]>()
  const formsOf = new Map<string, string[]>()
  for (const forms of lines) {
    const [word = ''] = forms
    formsOf.set(word, [...new Set([...(formsOf.get(word) ?? []), ...forms])])
    for (const form of new Set(forms)) wordsOf.set(form, [...(wordsOf.get(form) ?? []), word])
  }
  return { wordsOf, formsOf }
}
