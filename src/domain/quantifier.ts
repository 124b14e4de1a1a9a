import { Refusal } from './refusal.ts'
import type { SourceLanguage } from './source.ts'

/** Words for how many, from the most to the least. */
export const quantifiers = ['all', 'most', 'several', 'some', 'one', 'none'] as const
export type Quantifier = (typeof quantifiers)[number]
/** From which share, in percent, and from how many cases, "most" and "several" may be said. Below them it is "some". */
export type Thresholds = { readonly mostShare: number; readonly severalShare: number; readonly severalCases: number }
export const usualThresholds: Thresholds = { mostShare: 60, severalShare: 25, severalCases: 3 }

/** How many said so, of how many asked; of how many of these nobody knows yet; and how many were not asked or have no source. */
export type Said = { readonly said: number; readonly asked: number; readonly unjudged: number; readonly others: number }

/**
 * The word that fits a count. "All" is for when each one asked said so and there is nobody who was not asked; else the most that
 * can be said is "most". One is one, however few were asked. No word fits as long as somebody is to be judged: it could be another then.
 */
export function quantifierOf({ said, asked, unjudged, others }: Said, { mostShare, severalShare, severalCases }: Thresholds): Quantifier | null {
  if (asked === 0 || unjudged > 0) return null
  if (said === 0) return 'none'
  if (said === 1) return 'one'
  if (said === asked && others === 0) return 'all'
  const percent = (100 * said) / asked
  if (percent >= mostShare) return 'most'
  return percent >= severalShare && said >= severalCases ? 'several' : 'some'
}

/** Would it be "all", if those who were not asked did not exist? */
export function isAllOfAsked({ said, asked, others }: Omit<Said, 'unjudged'>): boolean {
  return said > 1 && said === asked && others > 0
}

/** The words themselves, in the languages that reports are written in. */
export const quantifierWords: Record<SourceLanguage, Record<Quantifier, string>> = {
  sv: { all: 'alla', most: 'de flesta', several: 'flera', some: 'några', one: 'en', none: 'ingen' },
  nb: { all: 'alle', most: 'de fleste', several: 'flere', some: 'noen', one: 'en', none: 'ingen' },
  nn: { all: 'alle', most: 'dei fleste', several: 'fleire', some: 'nokre', one: 'ein', none: 'ingen' },
  en: { all: 'all', most: 'most', several: 'several', some: 'some', one: 'one', none: 'none' },
}

/** Thresholds as a project keeps them; null where they can't be read. */
export function thresholdsIn(kept: string): Thresholds | null {
  try {
    const [mostShare, severalShare, severalCases] = JSON.parse(kept) as [number, number, number]
    return toThresholds({ mostShare, severalShare, severalCases })
  } catch {
    return null
  }
}

/** Thresholds that make sense: "most" is more than half, and "several" asks for less than "most". Refuses others. */
export function toThresholds(wish: Thresholds): Thresholds {
  const whole = Object.values(wish).every(Number.isInteger)
  if (!whole || wish.mostShare <= 50 || wish.mostShare > 99) throw new Refusal('invalid', 'refusal.quantifier-most')
  if (wish.severalShare < 1 || wish.severalShare >= wish.mostShare) throw new Refusal('invalid', 'refusal.quantifier-several')
  if (wish.severalCases < 2 || wish.severalCases > 50) throw new Refusal('invalid', 'refusal.quantifier-cases')
  return wish
}
