import { headingPattern } from './heading-pattern.ts'
import type { ReadOptions } from './read-options.ts'
import { type Heading, recurringHeadings } from './recurring-headings.ts'
import { Refusal } from './refusal.ts'
import type { Span } from './span.ts'
import { countWords } from './word.ts'

/** One of the interviews in a file: its stretch of the text, and its heading where it has one. */
export type Part = Span & { readonly heading: string | null }

/** Words before the first heading that are more than a title, and become a part of their own. */
const SUBSTANTIAL = 40
/** More parts than these are no interviews. */
const MOST = 2000

/**
 * Where a file of many interviews is parted: by headings that recur, or by a person's pattern. The parts are the whole text,
 * in order. One part, without a heading, where it holds one. Refuses a pattern that is none or that may take for ever.
 */
export function splitSource(text: string, split: ReadOptions['split']): Part[] {
  const headings = split === 'none' ? [] : split === 'auto' ? recurringHeadings(text) : matchesOf(text, headingPattern(split.pattern))
  if (headings.length > MOST) throw new Refusal('invalid', 'refusal.split-many', { most: MOST })
  const [first] = headings
  if (!first) return [{ start: 0, end: text.length, heading: null }]
  const apart = first.start > 0 && countWords(text.slice(0, first.start)) > SUBSTANTIAL
  const parts = headings.map(({ start, words }, at) => ({
    start: at === 0 && !apart ? 0 : start,
    end: headings[at + 1]?.start ?? text.length,
    heading: words,
  }))
  return apart ? [{ start: 0, end: first.start, heading: null }, ...parts] : parts
}

/** Each match of a pattern; its heading is the line it begins, or where it is glued to the text before it, the match. */
function matchesOf(text: string, pattern: RegExp): Heading[] {
  const found: Heading[] = []
  for (const { 0: match, index } of text.matchAll(pattern)) {
    if (index >= text.length || found.at(-1)?.start === index) continue
    if (found.length > MOST) break
    const begin = text.lastIndexOf('\n', index - 1) + 1
    const feed = text.indexOf('\n', index)
    const line = text.slice(index, feed < 0 ? text.length : feed)
    const glued = text.slice(begin, index).trim() !== ''
    const words = match.trim() === '' || (!glued && line.length <= 200) ? line.slice(0, 200) : match
    found.push({ start: index, words: words.replace(/\s+/g, ' ').trim() })
  }
  return found
}
