import { isStopWord } from '../domain/stop-words/stop-words.ts'
import { isCommonPart, isParticle, isShortPart } from './common-parts.ts'
import { bareStem, otherEndingsOf, stem, unevenFormsOf } from './stem.ts'
import type { Stemming } from './stemming.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Whether a piece is a word, or a part that compounds are commonly made of; one of three letters is a word only `evenShort`. */
type Knows = (word: string, evenShort?: boolean) => boolean
/** `inflects`: whether a word is an inflection of the part. `whole`: the part is `isWholeWord`. */
type Judges = { readonly knows: Knows; readonly inflects: (word: string) => boolean; readonly whole: boolean }

const LINKS = /[seaou]$/
/** What may stand between a part and the next; a vowel only after parts that are no chance: färjelinje, barnehage, kyrkogård. */
const LINKS_AFTER = ['', 's', 'es', 'e', 'o', 'u', 'a']
const PART_FROM = 3
/** A part so long at the end of a word is no chance, whatever stands before it. */
const LONG_PART = 6
/** What verbs in -la and -le end on, and is no part of its own: handlade, samler. */
const VERB = /^l(?:ar?|ade|at|ande|er?|et|ende|are.*|ing.*)$/
/** What ends so stands before another part: produktions-, lednings-. */
const LINKED = /[aeiouyåäöæø].*[^aeiouyåäöæøs]s$/
/** Endings that make a noun or an adjective of a verb, before another part or an ending. */
const DERIVED = /^(?:n?ing|are?|ande|ende|else|ad|at)(?:s|e)?/
const DEFINITE = /^(?:n|en|et|ar|er|na|arna|erna|ene|ane)?s?$/
const VOWEL = /[aeiouyåäöæø]/

/** Forms of the corpus in which a word, or an inflection of it, is a part. */
export function compoundsOf(vocabulary: Vocabulary, stemmings: readonly Stemming[], letters: string): number[] {
  if (letters.length < PART_FROM) return []
  const parts = new Set([letters])
  for (const one of stemmings) for (const form of partsOf(letters, one)) if (form.length >= PART_FROM) parts.add(form)
  const common = (word: string) => isCommonPart(word, stemmings)
  const known = new Map<string, boolean>()
  const knows: Knows = (word, evenShort = false) => {
    if (evenShort) return vocabulary.has(word)
    const answer = known.get(word) ?? (common(word) || (word.length > PART_FROM && isKnown(word, vocabulary, stemmings)))
    known.set(word, answer)
    return answer
  }
  const stems = new Set([...parts, ...stemmings.map((one) => stem(letters, one))])
  const forms = new Set(stemmings.flatMap((one) => otherEndingsOf(letters, one)))
  const whole = isWholeWord(letters, stemmings)
  const inflects = (word: string) => parts.has(word) || forms.has(word) || stemmings.some((one) => stems.has(stem(word, one)))
  const found = new Set<number>()
  for (const part of parts)
    for (const id of vocabulary.listHolding(part))
      if (!found.has(id) && isPartOfCompound(part, vocabulary.forms[id]!.letters, { knows, inflects, whole })) found.add(id)
  return [...found]
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
  const stems = [stem(letters, stemming), bareStem(letters, stemming)].filter((one) => one.length > PART_FROM || one.length >= letters.length - 1)
  const agent = letters.endsWith('are') ? [letters.slice(0, -1)] : []
  const parts = [...stems, ...agent, ...(stemming === 'en' ? otherEndingsOf(letters, stemming) : []), ...unevenFormsOf(letters, stemming)]
  return parts.filter((one) => one === letters || !isStopWord(one, stemming))
}

function isKnown(word: string, vocabulary: Vocabulary, stemmings: readonly Stemming[]): boolean {
  return [word, ...stemmings.map((one) => stem(word, one))].some((one) => vocabulary.knows(one, stemmings) || isCommonPart(one, stemmings))
}

/**
 * Whether a word is a part of a compound: what stands before and after it must itself be known (words or stems of the
 * corpus, or parts that compounds are commonly made of, with a linking letter between), or be its inflection.
 */
export function isPartOfCompound(part: string, whole: string, { knows, inflects, whole: isWhole }: Judges): boolean {
  for (let at = whole.indexOf(part); at >= 0; at = whole.indexOf(part, at + 1)) {
    const before = whole.slice(0, at)
    const after = whole.slice(at + part.length)
    if (before === '' && after === '') continue
    if (part.length < 4 && before.length > 0 && before.length < 4 && !isCommonPart(before, ['sv', 'nb', 'en'])) continue
    if (begins(before, part, knows, isWhole) && ends(before, part, after, knows, inflects)) return true
  }
  return false
}

function begins(before: string, part: string, knows: Knows, isWhole: boolean): boolean {
  if (before === '' || isKnownPart(before, knows)) return true
  if (part.length < 4) return false
  if (part.length >= 5 && (isShortPart(before) || (before.length === PART_FROM && knows(before, true)))) return true
  if (LINKED.test(before)) return true
  for (let cut = 0; cut < before.length; cut++)
    if (isParticle(before.slice(cut)) && (cut === 0 || isShortPart(before.slice(0, cut)) || isKnownPart(before.slice(0, cut), knows))) return true
  if (isWhole && part.length === LONG_PART - 1 && before.length > PART_FROM && VOWEL.test(before)) return true
  return part.length >= LONG_PART && before.length >= PART_FROM && VOWEL.test(before)
}

function ends(before: string, part: string, after: string, knows: Knows, inflects: (word: string) => boolean): boolean {
  if (after === '' || (before !== '' && inflects(part + after))) return true
  if (before === '' && VERB.test(after)) return false
  for (const link of part.length < 4 ? LINKS_AFTER.slice(0, 4) : LINKS_AFTER)
    if (after.startsWith(link) && isKnownPart(after.slice(link.length), knows)) return true
  const derived = part.length < 4 ? undefined : DERIVED.exec(after)?.[0]
  return (
    derived !== undefined &&
    (derived === after || isKnownPart(after.slice(derived.length), knows) || (before !== '' && DEFINITE.test(after.slice(derived.length))))
  )
}

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
