import type { SourceLanguage } from '../domain/source.ts'

/** The languages that we stem: bokmål and nynorsk share a stemmer. */
export type Stemming = 'sv' | 'nb' | 'en'

export function stemmingOf(language: SourceLanguage): Stemming {
  return language === 'nn' ? 'nb' : language
}
