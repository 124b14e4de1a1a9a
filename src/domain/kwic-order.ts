import type { Kwic } from './kwic.ts'

/** How lines of found words stand: as in the texts, the best first, or by what is said after or before the words. */
export const lineOrders = ['text', 'best', 'right', 'left'] as const
export type LineOrder = (typeof lineOrders)[number]

/** Lines by the words after the key, or by the words before it from the nearest outwards; what is alike keeps its order. */
export function sortByContext<T extends { readonly kwic: Kwic }>(lines: readonly T[], side: 'left' | 'right', language: string): T[] {
  const collator = new Intl.Collator(language, { sensitivity: 'base' })
  const keyed = lines.map((line) => ({ line, key: keyOf(line.kwic, side) }))
  return keyed.sort((a, b) => collator.compare(a.key, b.key)).map(({ line }) => line)
}

function keyOf(kwic: Kwic, side: 'left' | 'right'): string {
  const words = kwic[side].match(/[\p{L}\p{N}]+/gu) ?? []
  return (side === 'left' ? words.reverse() : words).join(' ')
}
