import type { ReadOptions } from './read-options.ts'
import { Refusal } from './refusal.ts'
import type { Span } from './span.ts'

/** One of the interviews in a file: its stretch of the text, and its heading where it has one. */
export type Part = Span & { readonly heading: string | null }

/** Where a file of many interviews is parted. One part, without a heading, where it holds one. Refuses a pattern that is none. */
export function splitSource(text: string, split: ReadOptions['split']): Part[] {
  if (typeof split === 'object' && split.pattern === '') throw new Refusal('invalid', 'refusal.malformed', { field: 'split' })
  return [{ start: 0, end: text.length, heading: null }]
}
