import type { Span } from './span.ts'

/** What stands right before and after a place, at most so many UTF-16 units of each, cut between words; an ellipsis where there is more. */
export function around(text: string, { start, end }: Span, most: number): { before: string; after: string } {
  const before = text.slice(Math.max(0, start - most), start)
  const after = text.slice(end, end + most)
  return {
    before: start > most ? `…${before.replace(/^\S*\s+(?=\S)/, '')}` : before,
    after: end + most < text.length ? `${after.replace(/(?<=\S)\s+\S*$/, '')}…` : after,
  }
}
