import { newStemmer } from 'snowball-stemmers'
import { LONGEST_WORD } from '../domain/fold-word.ts'
import type { SourceLanguage } from '../domain/source.ts'
import { isStopWord } from '../domain/stop-words/stop-words.ts'
import { englishStem, otherSpellings } from './english-stem.ts'
import { type Stemming, stemmingOf } from './stemming.ts'
import { apartOf } from './uneven/apart.ts'
import { unevenWords } from './uneven-words.ts'

const stemmers = { sv: newStemmer('swedish'), nb: newStemmer('norwegian'), en: newStemmer('english') }
const known = { sv: new Map<string, string>(), nb: new Map<string, string>(), en: new Map<string, string>() }
const MOST = 500_000

/** The stem of a word in lower case, Snowball's but for what `evened` mends, and what is longer than words are as it is; remembered, for a language has few words and a corpus many. */
export function stem(word: string, language: SourceLanguage): string {
  if (word.length > LONGEST_WORD) return word
  const stemming = stemmingOf(language)
  const memory = known[stemming]
  const remembered = memory.get(word)
  if (remembered !== undefined) return remembered
  const made = evened(word, stemming)
  if (memory.size >= MOST) memory.clear()
  memory.set(word, made)
  return made
}

/** What Snowball makes of a word: what stands of it in compounds (arbet of arbete). */
export function bareStem(word: string, language: SourceLanguage): string {
  return stemmers[stemmingOf(language)].stem(word)
}

/**
 * What Snowball leaves apart in Swedish and Norwegian is brought together (jobb and jobbet, fråga and frågan, utbilda and
 * utbildning, rekrytera and rekrytering), and what it takes for one is kept apart (bil and billig, led and ledig).
 */
function evened(word: string, stemming: Stemming): string {
  if (stemming === 'en') return englishStem(word, (one) => stemmers.en.stem(one))
  const apart = apartOf(word, stemming)
  if (apart !== undefined) return apart
  const snowball = stemmers[stemming].stem(word)
  const adjective = (SHORT_ADJECTIVE.exec(word) ?? OF_A_NOUN.exec(word))?.[1]
  if (adjective !== undefined) return adjective
  const rest = strip(snowball, stemming)
  // A double consonant is made single only where Snowball would have, had the ending not been there.
  return rest !== snowball && /(?:dd|gd|nn|dt|gt|kt|tt)$/.test(rest) ? stemmers[stemming].stem(rest) : rest
}
/** What is made of a noun by -lig is a word of its own: personlig, person. */
const OF_A_NOUN = /^(.{4,}lig)(?:t|a|e|s|ere?|are?|ast|aste|est|este|het.*)?$/
const SHORT_ADJECTIVE = /^(.{1,3}l?ig)(?:t|a|e|s|ens?|ere?|are?|enes?|anes?|arnas?|ast|aste|est|este|het.*)?$/

function strip(snowball: string, stemming: Stemming): string {
  let stemmed = snowball
  while (stemming === 'sv' && stemmed.length >= 5 && /[ea]t$|an$/.test(stemmed)) stemmed = stemmed.slice(0, -2)
  for (const ending of ['ning', 'ing']) if (stemmed.endsWith(ending) && stemmed.length - ending.length >= 5) return stemmed.slice(0, -ending.length)
  return stemmed
}

/** The words that one may be a form of which is inflected by more than its ending, alone or at the end of a compound: stad for städer, bostad for bostäder, go for went. */
export function unevenWordsOf(word: string, language: SourceLanguage): string[] {
  const { wordsOf, formsOf } = unevenWords[stemmingOf(language)]
  for (const one of word.endsWith('s') && language !== 'en' ? [word, word.slice(0, -1)] : [word])
    for (const at of endsOf(one)) {
      const words = wordsOf.get(one.slice(at))
      if (words) return words.map((rest) => one.slice(0, at) + rest)
    }
  const stemmed = stem(word, language)
  return endsOf(stemmed).some((at) => formsOf.has(stemmed.slice(at))) ? [stemmed] : []
}

/** Where the last part of a word may begin: one of two letters only after what verbs begin with (deltog, avstå, tilbød). */
function endsOf(word: string): number[] {
  const ends = [0]
  for (let at = 2; at <= word.length - 3; at++) ends.push(at)
  if (BEFORE_VERBS.test(word.slice(0, -2))) ends.push(word.length - 2)
  return ends
}
const BEFORE_VERBS =
  /^(?:an|av|be|bi|bort|de|del|efter|er|etter|fore?|fram|frem|från|fra|för|gen|genom|gjennom|före|gjen|hem|hit|hjem|in|inn|kvar|med|mis|mot|ned|ner|om|opp|på|sam|til|till|ud|um|und|unn|under|undan|upp|ut|van|vid|ved|å|åter|över|over)$/

/** Further forms of a word as they might be written, some of them no words: with the endings that Snowball keeps apart. */
export function otherEndingsOf(word: string, language: SourceLanguage): readonly string[] {
  const stemming = stemmingOf(language)
  if (stemming === 'en') return otherSpellings(stem(word, language))
  return [
    ...endingsOf(word, stem(word, language)),
    ...doubledOf(word, stem(word, language), stemming),
    ...participlesOf(word, stemming),
    ...shortFormsOf(word),
    ...droppedVowelOf(word, stemming),
  ]
}

/** Participles and other adjectives in -en, of which the last vowel goes in the plural, and agents in -are and -er: skriven, skrivna; öppen, öppna; lärare, lärarna; eier, eierne. */
function participlesOf(word: string, stemming: 'sv' | 'nb'): string[] {
  const many = stemming === 'sv' ? 'na' : 'ne'
  const { of, endings } = AGENTS[stemming]
  const agent = of.exec(word)?.[1]
  if (agent !== undefined) return endings.map((ending) => agent + ending)
  const [, base, ending] = /^(.{2,}[^aeiouyåäöæøn])(en|et|na|ne)$/.exec(word) ?? []
  if (base === undefined || (ending!.startsWith('n') && ending !== many)) return []
  return ['en', 'et', many].map((one) => base + one)
}

const AGENTS = {
  sv: { of: /^(.{2,}ar)(?:e|ens?|nas?)$/, endings: ['e', 'en', 'ens', 'na', 'nas'] },
  nb: { of: /^(.{2,}er)(?:e|ens?|nes?)?$/, endings: ['', 'e', 'en', 'ens', 'ne', 'nes'] },
}

/** Whether a word is no more than a form of an uneven one (drar, valt), and not itself the first of its forms. */
export function isUnevenForm(word: string, language: SourceLanguage): boolean {
  const { wordsOf, formsOf } = unevenWords[stemmingOf(language)]
  return wordsOf.has(word) && !formsOf.has(word)
}

/** Whether a word is a form of an uneven verb: of one that is listed with a present tense in -r, or ends as nynorsk verbs do. */
export function isUnevenVerb(word: string, language: SourceLanguage): boolean {
  const { wordsOf, formsOf } = unevenWords[stemmingOf(language)]
  return isUnevenForm(word, language) && wordsOf.get(word)!.every((one) => one.endsWith('je') || formsOf.get(one)!.some((form) => isPresent(form, one)))
}

function isPresent(form: string, word: string): boolean {
  const base = word.replace(/[ae]$/, '')
  return form !== word && form.endsWith('r') && [word, base, `${base}e`, `${base}a`].some((one) => form === one || form === `${one}r`)
}

/** The forms of `unevenWordsOf`. */
export function unevenFormsOf(word: string, language: SourceLanguage): readonly string[] {
  const { formsOf } = unevenWords[stemmingOf(language)]
  return unevenWordsOf(word, language).flatMap((one) => {
    for (let at = 0; at < one.length; at++) if (formsOf.has(one.slice(at))) return formsOf.get(one.slice(at))!.map((form) => one.slice(0, at) + form)
    return []
  })
}

/** Past tenses, neuters and definite forms, which add to a stem what Snowball takes for a part of it: hyra, hyrde, hyrt; svår, svårt; strategi, strategin; rum, rummet. */
function endingsOf(word: string, stemmed: string): string[] {
  const added =
    stemmed.length >= 4
      ? ['t', 'ts', 'd', 'da', 'ta', 'de', 'te', 'des', 'tes']
      : stemmed.length === 3 && (word !== stemmed || !/[ln]$/.test(stemmed))
        ? ['de', 'te', 'des', 'tes']
        : []
  const forms = added.map((ending) => stemmed + ending)
  if (word.endsWith('m') && word !== 'som') forms.push(...AFTER_M.map((ending) => `${word}m${ending}`))
  const single = /^(.*m)m(?:a|e[nt]s?|[ae]r|arna|erna|ene)$/.exec(word)?.[1]
  if (single !== undefined && single !== 'som') forms.push(single, ...AFTER_M.map((ending) => `${single}m${ending}`))
  if (/[iouyåäöæø]$|..or$/.test(word)) forms.push(`${word}n`, `${word}ns`)
  const neuter = SHORT_NEUTER.exec(word)?.[1]
  if (neuter !== undefined) forms.push(...['', 'n', 'na', 'nas', 'et', 'ets'].map((ending) => neuter + ending))
  const definite = /^(.{2,}(?:[iouyåäöæø]|or))ns?$/.exec(word)?.[1]
  if (definite !== undefined) forms.push(definite, `${definite}er`, `${definite}ar`)
  const [, base = '', ending = ''] = /^(.{3,}?[^aeiouyåäöæø])((?:[dt](?:es?|a)?)|ts)$/.exec(word) ?? []
  if (base === '') return forms
  return [...forms, `${base}a`, `${base}e`, `${base}er`, ...(base.length >= 4 || ending.length > 1 ? [base] : [])]
}

/** Knä, frö, spö and their like: knän, knäna, knäet. */
const SHORT_NEUTER = /^([^aeiouyåäöæø]{1,3}[äö])(?:na?s?|ets?)?$/

/** Verbs that double m or n have one of it in the past: glömma, glömde; kjenne, kjente. What is the form of another word, or says nothing, is left alone. */
function doubledOf(word: string, stemmed: string, stemming: 'sv' | 'nb'): string[] {
  const { wordsOf } = unevenWords[stemming]
  const isOther = (one: string) => wordsOf.has(one) || isStopWord(one, stemming)
  if (wordsOf.has(word)) return []
  const [, doubled] = /^(.+([mn]))\2$/.exec(stemmed) ?? []
  const [, single] = /^(.{2,}[mn])(?:[dt]es?|ts?)$/.exec(word) ?? []
  const forms =
    doubled !== undefined
      ? ['t', 'te', 'de', 'da', 'tes', 'des'].map((ending) => doubled + ending)
      : single !== undefined && /[aeiouyåäöæø].$/.test(single)
        ? ['a', 'as', 'e', 'er', 'es'].map((ending) => single + single.at(-1)! + ending)
        : []
  return forms.filter((one) => !isOther(one))
}

const AFTER_M = ['a', 'et', 'en', 'ets', 'ens', 'ar', 'er', 'arna', 'erna', 'ene']

/** Nouns in -el, -er and -en lose their vowel before an ending: stövel, stövlar; tecken, tecknet; gaffel, gafler; finger, fingre. */
function droppedVowelOf(word: string, stemming: 'sv' | 'nb'): string[] {
  const endings = DROPPED[stemming]
  const [, whole, of = ''] = /^(.{2,}[^aeiouyåäöæø])e([lrn])(?:n|s|ns)?$/.exec(word) ?? []
  const [, base = whole, letter = of, ending = ''] = /^(.{2,}[^aeiouyåäöæø])([lrn])([ae].*)$/.exec(word) ?? []
  if (base === undefined) return []
  // The verbs in -rar are more than the nouns: ändrar is no duck, änder.
  if (base !== whole && (!endings[letter]?.includes(ending) || (ending === 'ar' && letter !== 'l'))) return []
  const last = base.at(-1)!
  const others = letter === 'n' || (stemming === 'sv' && last !== 'm') ? [] : [base.at(-2) === last ? base.slice(0, -1) : base + last]
  const bases = [base, ...others]
  return bases.flatMap((one) => [`${one}e${letter}`, `${one}e${letter}n`, ...(endings[letter] ?? []).map((other) => one + letter + other)])
}
const DROPPED: Readonly<Record<'sv' | 'nb', Readonly<Record<string, readonly string[]>>>> = {
  sv: {
    l: ['ar', 'arna', 'arnas', 'et', 'ets', 'en', 'er', 'erna'],
    r: ['ar', 'arna', 'arnas', 'et', 'ets', 'en', 'ens'],
    n: ['arna', 'et', 'ets', 'en', 'ens'],
  },
  nb: { l: ['er', 'ene', 'ar', 'ane'], r: ['ene', 'ane', 'ar'], n: ['ene', 'ane'] },
}

/** Words too short for Snowball to take an ending from: år, åren, året. */
function shortFormsOf(word: string): string[] {
  const base =
    /^(.?[^aeiouyåäöæø][aeiouyåäöæø]|[^aeiouyåäöæø](?:[aou]i|au|øy|ei)|[aeiouyåäöæø][^aeiouyåäöæø])(?:(?:e[nt]|a(?<=ia)|[ae]r|erna|arna|ene|ane)s?|s)?$/.exec(
      word,
    )?.[1]
  return base === undefined || base.length > 3 ? [] : [...SHORT_ENDINGS, ...(DIPHTHONG.test(base) ? ['a'] : [])].map((ending) => base + ending)
}
const DIPHTHONG = /(?:i|au|øy)$/
const SHORT_ENDINGS = ['', 's', 'en', 'et', 'ens', 'ets', 'er', 'ar', 'erna', 'arna', 'ene', 'ane']
