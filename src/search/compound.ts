import { isStopWord } from '../domain/stop-words/stop-words.ts'
import { isCommonPart, isParticle, isShortNoun, isShortNounLast, isShortPart, isWithin } from './common-parts.ts'
import { kinOf } from './edit-distance.ts'
import { otherSpellings } from './english-stem.ts'
import { fewest } from './fewest.ts'
import { bareStem, isUnevenForm, isUnevenVerb, otherEndingsOf, stem, unevenFormsOf, unevenWordsOf } from './stem.ts'
import type { Stemming } from './stemming.ts'
import { apartOf, wordsApartWith } from './uneven/apart.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Whether a piece is a word, or a part that compounds are commonly made of; one of three letters is a word only `evenShort`. */
type Knows = (word: string, evenShort?: boolean) => boolean
/** `inflects`: whether a word is an inflection of the part. `whole`: the part is `isWholeWord`. `isSmall`: a verb that talk is full of, which other verbs are made of with a particle (tillsatt). */
type Judges = {
  readonly letters: string
  readonly knows: Knows
  readonly inflects: (word: string) => boolean
  readonly whole: boolean
  readonly isSmall: boolean
}

const LINKS = /[seaou]$/
/** What may stand between a part and the next; a vowel only after parts that are no chance: färjelinje, barnehage, kyrkogård. */
const LINKS_AFTER = ['', 's', 'es', 'e', 'o', 'u', 'a']
const PART_FROM = 3
const NORDIC: readonly Stemming[] = ['sv', 'nb']
/** A part so long at the end of a word is no chance, whatever stands before it. */
const LONG_PART = 6
/** What verbs in -la and -le end on, and is no part of its own: handlade, samler. */
const VERB = /^l(?:ar?|ade|at|ande|er?|et|ende|are.*|ing.*)$/
/** What ends so stands before another part: produktions-, lednings-. */
/** What verbs in -era end on: kontrolleras is no ras. */
const VERB_IN_ERA = /(?:era|eras|erat|erar|erad|erade|ering|eringen)$/
const LINKED = /[aeiouyåäöæø].*[^aeiouyåäöæøs]s$/
/** Endings that make a noun or an adjective of a verb, before another part or an ending. */
const DERIVED = /^(?:n?ing|are?|ande|ende|else|ad|at)(?:s|e)?/
const DEFINITE = /^(?:n|en|et|ar|er|na|arna|erna|ene|ane)?s?$/
/** What a part may end on that is a noun in its definite form: gård-arna, skötare-n. */
const ENDED = /(?:en|et|[ae]r|[aeo]rna|ene|ane|(?<=[ao])(?:n|r|na)|(?<=[eo][lr])n)s?$/
const AFTER_E = /(?<=e)(?:n|ne|r)s?$/
/** Small words that talk is full of are no parts: not of notice, det of strandskyddet. These are nouns as well, or begin others. */
const NOUNS_TOO =
  /^(?:del|delen|gång|gånger|gang|ganger|håll|halv|halva|halve|halvt|hel|hela|hele|man|vara|sak|saker|rätt|rett|sätt|lag|tag|slut|slutet|sida|sidan|liv|land|hem|små|stor|kvar|får|way|tre)$/
/** Nouns of two letters that stand before many others: byskola. */
const VILLAGE = /^(?:by|öl|øl)$/
const VOWEL = /[aeiouyåäöæø]/
const ONE_SYLLABLE = /^[^aeiouyåäöæø]*[aeiouyåäöæø][^aeiouyåäöæø]*$/
/** Mothers and fathers stand after few words: mormor, svärfar; blommor end so too. */
const KIN = /^(?:mor|far|son)$/
const BEFORE_KIN =
  /^(?:mor|far|bror|bed?ste?|gud|hus|stor|grand|step|god|dotter|datter|syster|søster|svär|sviger|svär|styv|ste|plast|bonus|barne?|pleie|foster|morsmor|lande?s|sam|gammel)$/
/** A word of two syllables that compounds begin with; few end in i, and what does is a foreign word's beginning: pianisten. */
const TWO_VOWELS = /[aeiouyåäöæø][^aeiouyåäöæø]+[aeouyåäöæø].*[^i]$|[aeiouyåäöæø][^aeiouyåäöæø]+[aeouyåäöæø]$/
const NO_END = /[cq]$|(?<!c)h$|(?<![lr])j$|[^aeiouyåäöæø]b$/
const SHORT_OPEN = /^.{0,2}[aeiouyåäöæø]$/
const SUFFIX = /^(?:skap|ning|ande|ende|else|tion|sjon|ator|iska|iske|isme|ligt?|ingen|aste|bart|sten)$/

/** Forms of the corpus in which a word, or an inflection of it, is a part. */
export function compoundsOf(vocabulary: Vocabulary, stemmings: readonly Stemming[], letters: string): number[] {
  if (letters.length < PART_FROM && !isShortNoun(letters)) return []
  if (letters.length === PART_FROM && stemmings.every((one) => one === 'en') && !isCommonPart(letters, stemmings)) return []
  const isSmall = stemmings.every((one) => isStopWord(letters, one)) && !NOUNS_TOO.test(letters)
  if (isSmall && stemmings.every((one) => apartOf(letters, one) !== undefined || unevenWordsOf(letters, one).length === 0)) return []
  const parts = new Set([letters])
  const common = (word: string) => isCommonPart(word, stemmings)
  // What stands before -or is a word's beginning where that word has its -a: skol-or, but no kont-or.
  const isPlural = (form: string) => `${form}or` !== letters || common(form) || ['a', 'an', 'orna'].some((end) => vocabulary.has(`${form}${end}`))
  for (const one of stemmings) for (const form of partsOf(letters, one)) if (form.length >= PART_FROM && isPlural(form)) parts.add(form)
  const known = new Map<string, boolean>()
  const knows: Knows = (word, evenShort = false) => {
    if (evenShort) return vocabulary.has(word)
    const answer = known.get(word) ?? (common(word) || (word.length > PART_FROM && isKnown(word, vocabulary, stemmings)))
    known.set(word, answer)
    return answer
  }
  if (letters.length < PART_FROM) return shortNounIn(vocabulary, letters, (word) => isKnownLast(word, knows))
  const stems = new Set([...parts, ...stemmings.map((one) => stem(letters, one))])
  const forms = new Set(stemmings.flatMap((one) => otherEndingsOf(letters, one)))
  const whole = isWholeWord(letters, stemmings)
  const inflects = (word: string) => parts.has(word) || forms.has(word) || stemmings.some((one) => stems.has(stem(word, one)))
  const found = new Set<number>()
  const all = [...parts]
  for (const least of fewest(all))
    for (const id of vocabulary.listHolding(least)) {
      const form = vocabulary.forms[id]!.letters
      if (!found.has(id) && all.some((part) => form.includes(part) && isPartOfCompound(part, form, { letters, knows, inflects, whole, isSmall }))) found.add(id)
    }
  return [...found]
}

/** A noun of two letters stands before four that are known, or a common part; at the end only after four, and only nouns that few words end on: bystuga, elbil, storbyen, fikon no. */
function shortNounIn(vocabulary: Vocabulary, letters: string, knows: (word: string) => boolean): number[] {
  const firsts = vocabulary.listBeginning(letters).filter((id) => {
    const form = vocabulary.forms[id]!.letters
    const rest = form.slice(letters.length)
    if (isWithin(form, 0, letters.length)) return false
    return isCommonPart(rest, NORDIC) || (rest.length > PART_FROM + 1 && knows(rest))
  })
  if (!isShortNounLast(letters)) return firsts
  const lasts = vocabulary.listHolding(letters).filter((id) => {
    const form = vocabulary.forms[id]!.letters
    const at = form.lastIndexOf(letters)
    return at >= PART_FROM && DEFINITE.test(form.slice(at + letters.length)) && isCommonPart(form.slice(0, at).replace(/(?<=.{3})[se]$/, ''), NORDIC)
  })
  return [...new Set([...firsts, ...lasts])]
}

/**
 * Whether a Swedish or Norwegian word of five letters is believed at the end of another without its first part being known (chattgrupp): one
 * that says something, and is neither an ending (ingen) nor a short word inflected (ordet). English has -able and -tion.
 */
function isWholeWord(letters: string, stemmings: readonly Stemming[]): boolean {
  const nordic = stemmings.filter((one) => one !== 'en')
  return nordic.some((one) => stem(letters, one).length >= 4 && !isStopWord(letters, one)) && !/^(?:[nr]?ing|enhet)/.test(letters)
}

/** What stands of a word in compounds: its stem where that is not much less than the word and says something (för is not föra), what an agent keeps (ägar of ägare), other spellings, and its uneven forms. */
function partsOf(letters: string, stemming: Stemming): string[] {
  if (apartOf(letters, stemming) !== undefined)
    return [...wordsApartWith(letters, stemming).filter((one) => !isStopWord(one, stemming)), ...linkedOf(letters, stemming)]
  // Skicklig is nothing of skicka.
  const stems = [stem(letters, stemming), ...(/.lig(?:t|a|e)?$/.test(letters) ? [] : [bareStem(letters, stemming)])].filter(
    (one) => one.length > PART_FROM || one.length >= letters.length - 1,
  )
  const agent = letters.endsWith('are') ? [letters.slice(0, -1)] : []
  // Of cows and shoes the forms are ends of too many words: kor, skor.
  const isShort = unevenWordsOf(letters, stemming).some((one) => SHORT_OPEN.test(one))
  const uneven = stemming === 'en' ? [] : unevenFormsOf(letters, stemming).filter((one) => !isShort || /^.{2}[æøä]rn?e?$/.test(one))
  // Nobody looks for god in bestefar; of brothers and sisters the plural goes before others without its r.
  const alike = uneven
    .filter((one) => kinOf(one[0]) === kinOf(letters[0]))
    .flatMap((one) => (/[^aeiouyåäö][lr]ar$/.test(one) ? [one, one.slice(0, -1)] : [one]))
  const parts = [...stems, ...agent, ...linkedOf(letters, stemming), ...(stemming === 'en' ? manyInEnglish(letters) : []), ...alike]
  return parts.filter((one) => one === letters || !isStopWord(one, stemming))
}

/** What compounds begin with that is no form of the word: gatu-, kyrko-, kvinno-, äppel-, gymnasie-, föräldra-. */
export function linkedOf(letters: string, stemming: Stemming): string[] {
  if (stemming !== 'sv') return []
  const base = /^(.{2,}[^aeiouyåäö])(?:an?|or|orna)$/.exec(letters)?.[1]
  if (base !== undefined) return [`${base}u`, `${base}o`]
  const [, turned, letter] = /^(.{2,}[^aeiouyåäö])([lr])(?:en?|et)$/.exec(letters) ?? []
  if (turned !== undefined) return [`${turned}e${letter}`]
  const foreign = /^(.{3,}i)(?:um|et|er|erna)$/.exec(letters)?.[1]
  return foreign === undefined ? [] : [`${foreign}e`]
}

/** Neighbourhood of neighbor; fishermen, housewives. */
function manyInEnglish(letters: string): readonly string[] {
  return [
    ...otherSpellings(stem(letters, 'en')),
    ...unevenFormsOf(letters, 'en').filter((one) => /(?:men|women|children|people|ves|feet|teeth|mice)$/.test(one)),
  ]
}

function isKnown(word: string, vocabulary: Vocabulary, stemmings: readonly Stemming[]): boolean {
  return [word, ...stemmings.map((one) => stem(word, one))].some((one) => vocabulary.knows(one, stemmings) || isCommonPart(one, stemmings))
}

/**
 * Whether a word is a part of a compound: what stands before and after it must itself be known (words or stems of the
 * corpus, or parts that compounds are commonly made of, with a linking letter between), or be its inflection.
 */
export function isPartOfCompound(part: string, whole: string, { letters, knows, inflects, whole: isWhole, isSmall }: Judges): boolean {
  // Winters are no women of vin: a form that is listed is its own word's.
  if (NORDIC.some((one) => isUnevenForm(whole, one) || apartOf(whole, one) !== undefined)) return false
  const isForm = part !== letters && NORDIC.some((one) => isUnevenVerb(part, one) && stem(letters, one) !== part)
  for (let at = whole.indexOf(part); at >= 0; at = whole.indexOf(part, at + 1)) {
    const before = whole.slice(0, at)
    const after = whole.slice(at + part.length)
    if (before === '' && after === '') continue
    if (isWithin(whole, at, part.length)) continue
    if (isForm && (before === '' ? !inflects(whole) : ONE_SYLLABLE.test(part) && !isParticle(before))) continue
    if (looksLast(before, part + after, knows)) continue
    if (KIN.test(part) && before !== '' && /^s?$/.test(after) && !BEFORE_KIN.test(before)) continue
    if (isSmall && !isParticle(before)) continue
    if (VERB_IN_ERA.test(before + part + after) && at >= whole.search(VERB_IN_ERA)) continue
    if (part.length < 4 && before.length > 0 && before.length < 4 && !isCommonPart(before, ['sv', 'nb', 'en'])) continue
    if (begins(before, part, knows, isWhole) && ends(before, part, after, knows, inflects)) return true
    if (
      isWhole &&
      isBelieved(before, part, part.length + after.length > letters.length && inflects(part + after) ? letters.length : part.length) &&
      (after === '' || (inflects(part + after) && !/[ae]nde/.test(after)))
    )
      return true
  }
  return false
}

/** What only looks like a last part: consonants that end a known one and its inflection (mester-en, vinst-en, bolag-et, dag-arna). */
function looksLast(before: string, last: string, knows: Knows): boolean {
  const consonants = INFLECTED.exec(last)?.[1]
  if (consonants === undefined) return false
  // As it is written: its stem is the stem of the very word that is asked about (oljef of oljefat).
  const isWritten: Knows = (word) => knows(word, true) || isCommonPart(word, NORDIC)
  return (consonants === 'r' && /[ea]$/.test(before)) || isKnownPart(before + consonants, isWritten)
}
const INFLECTED = /^([^aeiouyåäöæø]{1,2})(?:e[nrt]s?|[ao]rs?|a[dnst]|[aeo]rnas?|ene)$/

/** Four letters at the end that are a word of their own are no chance after two syllables that may end a word. */
function isBelieved(before: string, part: string, length: number): boolean {
  if (length !== LONG_PART - 2 || before.length < PART_FROM + 1 || SUFFIX.test(part)) return false
  return TWO_VOWELS.test(before) && !NO_END.test(before) && !NORDIC.some((one) => isUnevenForm(part, one))
}

function begins(before: string, part: string, knows: Knows, isWhole: boolean): boolean {
  if (before === '' || isKnownPart(before, knows)) return true
  if (part.length < 4) return before.length >= LONG_PART && LINKED.test(before) && isCommonPart(part, NORDIC)
  if (part.length === 4 && before.length === 2 && isShortPart(before) && (VILLAGE.test(before) || !VOWEL.test(before[1]!)) && isCommonPart(part, NORDIC))
    return true
  if (part.length >= 5 && (isShortPart(before) || (before.length === PART_FROM && knows(before, true)))) return true
  if (LINKED.test(before)) return true
  for (let cut = 0; cut < before.length; cut++)
    if (isParticle(before.slice(cut)) && (cut === 0 || isShortPart(before.slice(0, cut)) || isKnownPart(before.slice(0, cut), knows))) return true
  if (isWhole && part.length === LONG_PART - 1 && before.length > PART_FROM && VOWEL.test(before) && !NO_END.test(before))
    return !NORDIC.some((one) => isUnevenForm(part, one))
  return part.length >= LONG_PART && before.length >= PART_FROM && VOWEL.test(before)
}

function ends(before: string, part: string, after: string, knows: Knows, inflects: (word: string) => boolean): boolean {
  if (after === '' || (before !== '' && inflects(part + after))) return true
  if (before === '' && VERB.test(after)) return false
  if (before !== '' && part.length >= LONG_PART && after.length > PART_FROM && VOWEL.test(after)) return true
  for (const link of part.length < 4 ? LINKS_AFTER.slice(0, 4) : LINKS_AFTER)
    if (after.startsWith(link) && isKnownLast(after.slice(link.length), knows)) return true
  const derived = part.length < 4 ? undefined : DERIVED.exec(after)?.[0]
  return (
    derived !== undefined &&
    (derived === after || isKnownLast(after.slice(derived.length), knows) || (before !== '' && DEFINITE.test(after.slice(derived.length))))
  )
}

/** A known part, or its definite form; of m and n only one may be left (rummet, vännen); what a particle begins goes on to one (uppgång). */
function isKnownLast(piece: string, knows: Knows): boolean {
  if (isKnownPart(piece, knows)) return true
  for (const ended of [ENDED, AFTER_E]) {
    const base = ended.test(piece) ? piece.replace(ended, '') : ''
    if (base.length > PART_FROM && (knows(base) || (/(?:mm|nn)$/.test(base) && knows(base.slice(0, -1))))) return true
  }
  const begun = PARTICLE.exec(piece)?.[0] ?? ''
  return begun !== '' && piece.length - begun.length > PART_FROM && isKnownLast(piece.slice(begun.length), knows)
}
const PARTICLE = /^(?:upp|ut|in|av|om|på|över|under|för|till|med|opp|inn|over|til|fra|från)/

/** A known word of at least three letters, linking letters after it or not, or two such after each other. */
function isKnownPart(piece: string, knows: Knows, depth = 2): boolean {
  if (piece.length < PART_FROM) return false
  if (
    knows(piece) ||
    (piece.length > 3 && LINKS.test(piece) && knows(piece.slice(0, -1))) ||
    (piece.length > 4 && piece.endsWith('es') && knows(piece.slice(0, -2)))
  )
    return true
  if (depth === 1) return false
  for (let cut = 3; cut <= piece.length - 3; cut++) if (isKnownPart(piece.slice(0, cut), knows, 1) && isKnownPart(piece.slice(cut), knows, 1)) return true
  return false
}
