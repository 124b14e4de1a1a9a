import snowball from 'snowball-stemmers'
import type { SourceLanguage } from '../domain/source.ts'

/** The stemmers we have: bokmål and nynorsk share one. */
export type Stemming = 'sv' | 'no' | 'en'
export const stemmings: readonly Stemming[] = ['sv', 'no', 'en']

export function stemmingOf(language: SourceLanguage): Stemming {
  return language === 'nb' || language === 'nn' ? 'no' : language
}

const names: Record<Stemming, string> = { sv: 'swedish', no: 'norwegian', en: 'english' }
const stemmers = new Map<Stemming, { stem(word: string): string }>()
const memo: Record<Stemming, Map<string, string>> = { sv: new Map(), no: new Map(), en: new Map() }
const MEMO_SIZE = 200_000

/** The Snowball stem of a folded word; remembered, since the same words come again and again. */
export function stem(stemming: Stemming, word: string): string {
  const known = memo[stemming].get(word)
  if (known !== undefined) return known
  if (memo[stemming].size >= MEMO_SIZE) memo[stemming].clear()
  const found = stemmerOf(stemming).stem(word)
  memo[stemming].set(word, found)
  return found
}

function stemmerOf(stemming: Stemming): { stem(word: string): string } {
  const made = stemmers.get(stemming) ?? snowball.newStemmer(names[stemming])
  stemmers.set(stemming, made)
  return made
}
