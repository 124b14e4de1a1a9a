import { isHeadOfFacts, roleOfLabel } from '../speaker-role.ts'
import { headerOf, isStampLine } from '../turn-header.ts'
import type { PageLine } from './page-line.ts'

const OPENERS = '["“”„«»\'‘’(\\[*_]*'
const lower = new RegExp(`^${OPENERS}\\p{Ll}`, 'u')
const upper = new RegExp(`^${OPENERS}\\p{Lu}`, 'u')
const TERMINAL = /[.!?…:;]["“”»«'’)\]*_]*\d{0,2}$/
const BULLET = /^(?:[•·▪◦‣●○■□✓✔➢\uE000-\uF8FF]|[-–—*+](?=\s+["“«»”(]?[\p{Lu}\d]))\s*\S/u
const NUMBERED = /^(?:\d{1,2}(?:\.\d{1,2})*[.)]?[ \t\u00A0]+["“«(]?\p{Lu}|\(?(?:\d{1,2}|[a-h])\)\s*\S)/u
const STAMP = /^[[(#]\d{1,2}[:.]\d{2}/
const HASHES = /^(?:#{1,6} |>|\|)/

/** Whether a line begins in the middle of a sentence, as far as its first letter tells. */
export function beginsLow(words: string): boolean {
  return lower.test(words)
}

export function beginsHigh(words: string): boolean {
  return upper.test(words)
}

/** Whether a line ends as sentences do. */
export function endsSentence(words: string): boolean {
  return TERMINAL.test(words)
}

/** Whether a line begins an item of a list, a line of a table, or a time: always a paragraph of its own. */
export function isItem(words: string): boolean {
  return BULLET.test(words) || STAMP.test(words) || HASHES.test(words) || words.includes('\t') || isStampLine(words)
}

/** Whether a line begins as a numbered heading or item may ("1. Broar", "2.1 Mål", "b) hyran"), or as a sentence that a number stands in. */
export function isNumbered(words: string): boolean {
  return NUMBERED.test(words)
}

/** The labels of speakers that lines begin with: known words for a role, and names that recur. In lower case. */
export function labelsIn(lines: readonly PageLine[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  const believed = new Set<string>()
  for (const { words } of lines) {
    const label = labelOf(words)
    if (!label) continue
    const count = (counts.get(label) ?? 0) + 1
    counts.set(label, count)
    if (count > 1 || (roleOfLabel(label) !== undefined && (label.length > 1 || /^[irq]$/.test(label)))) believed.add(label)
  }
  return believed
}

/** What may be a speaker's label at the beginning of a line, in lower case; '' where nothing is. */
export function labelOf(words: string): string {
  if (!MAY_BE_LABEL.test(words)) return ''
  const header = headerOf(words.slice(0, 120))
  if (!header || header.style === 'alone' || header.style === 'tab' || isHeadOfFacts(header.label)) return ''
  return header.label.toLowerCase()
}
const MAY_BE_LABEL = /^(?:[[#(*•\d]|\p{L}[^:]{0,60}:|\p{Lu}.{0,60}\d\d\)?\]?$)/u
