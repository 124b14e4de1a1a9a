import { newStemmer } from 'snowball-stemmers'
import { LONGEST_WORD } from '../domain/fold-word.ts'
import type { SourceLanguage } from '../domain/source.ts'
import { isStopWord } from '../domain/stop-words/stop-words.ts'
import { englishStem, otherSpellings } from './english-stem.ts'
import { inflectionsOf } from './inflections.ts'
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
  const rest = strip(snowball, stemming, word)
  // A double consonant is made single only where Snowball would have, had the ending not been there.
  return rest !== snowball && /(?:dd|gd|nn|dt|gt|kt|tt)$/.test(rest) ? stemmers[stemming].stem(rest) : rest
}
/** What is made of a noun by -lig is a word of its own: personlig, person. */
const OF_A_NOUN = /^(.{4,}lig)(?:t|a|e|s|ere?|are?|ast|aste|est|este|het.*)?$/
const SHORT_ADJECTIVE = /^(.{1,3}l?ig)(?:t|a|e|s|ens?|ere?|are?|enes?|anes?|arnas?|ast|aste|est|este|het.*)?$/

function strip(snowball: string, stemming: Stemming, word: string): string {
  let stemmed = snowball
  // Only what the word itself ends on: maneter is no form of man.
  const isLast = word.replace(/s$/, '') === snowball
  if (stemming === 'sv' && stemmed.length >= 5 && (isLast ? /[ea]t$|an$/ : /an$/).test(stemmed)) stemmed = stemmed.slice(0, -2)
  for (const ending of ['ning', 'ing']) if (stemmed.endsWith(ending) && stemmed.length - ending.length >= 5) return stemmed.slice(0, -ending.length)
  return stemmed
}

/** The words that one may be a form of which is inflected by more than its ending, alone or at the end of a compound: stad for städer, bostad for bostäder, go for went. */
export function unevenWordsOf(word: string, language: SourceLanguage): string[] {
  const { wordsOf, formsOf } = unevenWords[stemmingOf(language)]
  for (const one of word.endsWith('s') && (language !== 'en' || POSSESSIVE.test(word)) ? [word, word.slice(0, -1)] : [word])
    for (const at of endsOf(one)) {
      const words = wordsOf.get(one.slice(at))
      if (words) return words.map((rest) => one.slice(0, at) + rest)
    }
  const stemmed = stem(word, language)
  return endsOf(stemmed).some((at) => formsOf.has(stemmed.slice(at))) ? [stemmed] : []
}

/** Of English words whose forms are listed, those that things belong to: children's. */
export const POSSESSIVE = /(?:man|men|child|children|people|wife)s?$/

/** Where the last part of a word may begin: one of two letters only after what verbs begin with (deltog, avstå, tilbød). */
function endsOf(word: string): number[] {
  const ends = [0]
  for (let at = 2; at <= word.length - 3; at++) ends.push(at)
  if (BEFORE_VERBS.test(word.slice(0, -2))) ends.push(word.length - 2)
  return ends
}
const BEFORE_VERBS =
  /^(?:an|av|be|bi|bort|de|del|efter|er|etter|fore?|fram|frem|från|fra|för|gen|genom|gjennom|före|gjen|hem|hit|hjem|in|inn|kvar|med|mis|mot|ned|ner|om|opp|på|sam|til|till|ud|um|und|unn|under|undan|upp|ut|van|vid|ved|å|åter|över|over)$/

/** Further forms of a word as they might be written, some of them no words: with the endings that Snowball keeps apart. What is the form of another word, or says nothing, is left alone. */
export function otherEndingsOf(word: string, language: SourceLanguage): readonly string[] {
  const stemming = stemmingOf(language)
  if (stemming === 'en') return [...otherSpellings(stem(word, language)), ...inflectionsOf(word, stemming)]
  const { wordsOf } = unevenWords[stemming]
  const firsts = isUnevenForm(word, stemming) ? wordsOf.get(word)! : [word]
  const forms = new Set(firsts.flatMap((one) => [...inflectionsOf(one, stemming), ...shortFormsOf(one)]))
  const isOther = (one: string) => isUnevenForm(one, stemming) && !wordsOf.get(one)!.some((first) => first === word || forms.has(first))
  const saysNothing = (one: string) => isStopWord(one, stemming) && one.slice(0, 4) !== word.slice(0, 4)
  return [...forms].filter((one) => !isOther(one) && !saysNothing(one))
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

/** Words too short for Snowball to take an ending from: år, åren, året. */
function shortFormsOf(word: string): string[] {
  if (/^.?e[ao]/.test(word)) return []
  const base =
    /^(.?[^aeiouyåäöæø][aeiouyåäöæø]|[^aeiouyåäöæø](?:[aou]i|au|øy|ei)|[aeiouyåäöæø][^aeiouyåäöæø])(?:(?:e[nt]|a(?<=ia)|[ae]r|erna|arna|ene|ane)s?|s)?$/.exec(
      word,
    )?.[1]
  return base === undefined || base.length > 3 ? [] : [...SHORT_ENDINGS, ...(DIPHTHONG.test(base) ? ['a'] : [])].map((ending) => base + ending)
}
const DIPHTHONG = /(?:i|au|øy)$/
const SHORT_ENDINGS = ['', 's', 'en', 'et', 'ens', 'ets', 'er', 'ar', 'erna', 'arna', 'ene', 'ane']
