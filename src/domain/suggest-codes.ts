import type { SourceLanguage } from './source.ts'
import { tellingWordsIn } from './stems-that-tell.ts'
import type { Stem } from './word-count.ts'

/** Why a code is suggested: the question that is answered is linked to it, alike words are coded with it, it lies just beside. */
type SuggestionReason = 'question' | 'words' | 'near'
export type Suggestion = { readonly codeId: number; readonly why: SuggestionReason }

/** Words that a code has been put on or is explained with, or those of its label (`own`), which tell more. */
export type CodedWords = { readonly codeId: number; readonly words: string; readonly own?: boolean }

export type SuggestWish = {
  readonly words: string
  readonly language: SourceLanguage
  readonly stem: Stem
  /** Codes linked to the question that the words answer. */
  readonly asked: readonly number[]
  readonly coded: readonly CodedWords[]
  /** Codes of the paragraphs just beside, the nearest first. */
  readonly near: readonly number[]
  /** Codes that lie on the words already, or that can't be used. */
  readonly except: ReadonlySet<number>
}

const MOST = 5
/** Alike words are a guess: no more than these. */
const MOST_ALIKE = 3
/** A code's label tells as much as several passages. */
const OWN = 3
/** A single rare word in common is chance; two are not. */
const LEAST_SHARED = 2

/**
 * Codes for a passage, the likeliest first, at most five, each with its reason: a question's codes, then those whose words are most alike
 * (shared words count for more the fewer codes have them), then those beside. Nothing is guessed where nothing tells.
 */
export function suggestCodes(wish: SuggestWish): Suggestion[] {
  const ranked: Suggestion[] = [
    ...wish.asked.map((codeId) => ({ codeId, why: 'question' as const })),
    ...alike(wish).map((codeId) => ({ codeId, why: 'words' as const })),
    ...wish.near.map((codeId) => ({ codeId, why: 'near' as const })),
  ]
  const taken = new Set<number>()
  return ranked
    .filter(({ codeId }) => {
      if (wish.except.has(codeId) || taken.has(codeId)) return false
      taken.add(codeId)
      return true
    })
    .slice(0, MOST)
}

/** Codes by how much their words and the passage's have in common; those with too little left out. */
function alike({ words, language, stem, coded, except }: SuggestWish): number[] {
  const here = new Set(tellingWordsIn(words, language, stem))
  const bags = new Map<number, Map<string, number>>()
  for (const one of coded) {
    const bag = bags.get(one.codeId) ?? new Map<string, number>()
    for (const word of new Set(tellingWordsIn(one.words, language, stem))) bag.set(word, (bag.get(word) ?? 0) + (one.own ? OWN : 1))
    bags.set(one.codeId, bag)
  }
  const having = new Map<string, number>()
  for (const bag of bags.values()) for (const word of bag.keys()) having.set(word, (having.get(word) ?? 0) + 1)
  const telling = (word: string) => Math.log(1 + bags.size / having.get(word)!)
  const scored = [...bags].flatMap(([codeId, bag]) => {
    if (except.has(codeId)) return []
    const shared = [...here].filter((word) => bag.has(word))
    const strong = shared.some((word) => bag.get(word)! >= OWN)
    if (shared.length < (strong ? 1 : LEAST_SHARED)) return []
    const score = shared.reduce((sum, word) => sum + telling(word) * Math.min(OWN, bag.get(word)!), 0) / Math.sqrt(bag.size)
    return [{ codeId, score }]
  })
  return scored
    .sort((a, b) => b.score - a.score || a.codeId - b.codeId)
    .slice(0, MOST_ALIKE)
    .map(({ codeId }) => codeId)
}
