import type { Say } from './catalogue.ts'

type Unit = 'case' | 'source'
type Word = { text: string; count: number; units: number; of: number; asked: boolean; code: object | null; theme?: { label: string } | null }

/** A word's numbers as a sentence: "mötesplats: 12 gånger, i 7 av 13 fall". */
export function sayWord(say: Say, { text, count, units, of, asked, code, theme }: Word, unit: Unit): string {
  const values = { word: text, count, units, of }
  if (!code) {
    const said = say(unit === 'case' ? 'cloud.word-title' : 'cloud.word-title-sources', values)
    return theme ? `${said}; ${say('cloud.word-theme', { theme: theme.label })}` : said
  }
  return say(asked ? 'cloud.label-title-asked' : unit === 'case' ? 'cloud.label-title' : 'cloud.label-title-sources', values)
}

/** What a cloud rests on: how many words or quotations, of how many cases. */
export function sayBase(
  say: Say,
  from: 'words' | 'labels',
  cloud: { total: number; quotations: number | null; of: number; unit: Unit; asked: boolean },
): string {
  const values = { total: cloud.total, quotations: cloud.quotations ?? 0, of: cloud.of }
  if (cloud.asked) return say(from === 'labels' ? 'cloud.base-labels-asked' : 'cloud.base-words-asked', values)
  const kind = from === 'labels' ? 'cloud.base-labels' : cloud.quotations === null ? 'cloud.base-words' : 'cloud.base-quoted'
  return say(cloud.unit === 'case' ? kind : `${kind}-sources`, values)
}

/** What the size of a word says. */
export function sayScale(say: Say, { from, weigh }: { from: 'words' | 'labels'; weigh: 'cases' | 'quotations' }, beside: boolean): string {
  if (from === 'labels' && weigh === 'quotations') return say('cloud.scale-quotations')
  return say(from === 'labels' ? 'cloud.scale-share' : beside ? 'cloud.scale-rate' : 'cloud.scale-count')
}
