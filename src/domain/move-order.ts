import type { Span } from './span.ts'

export type Move = { readonly id: number; readonly from: Span; readonly to: Span }

/** Far beyond any text: where a span waits while others change places. */
const ASIDE = 2_000_000_000

/**
 * The order in which spans that may not lie on one another can be moved one by one: each after the one that lies where it goes.
 * Spans that would change places in a ring are let through by one that waits aside, and then has two moves.
 */
export function inFreeOrder(moves: readonly Move[]): { id: number; to: Span }[] {
  const waiting = new Map(moves.map((move) => [keyOf(move.from), move]))
  const ordered: { id: number; to: Span }[] = []
  for (const first of moves) {
    const line: Move[] = []
    let next: Move | undefined = waiting.get(keyOf(first.from)) === first ? first : undefined
    while (next) {
      line.push(next)
      waiting.delete(keyOf(next.from))
      next = waiting.get(keyOf(next.to))
    }
    const last = line.at(-1)
    const ring = last && line.length > 1 && keyOf(last.to) === keyOf(first.from)
    if (ring) ordered.push({ id: first.id, to: { start: ASIDE + first.id, end: ASIDE + first.id + 1 } })
    for (const { id, to } of line.reverse()) ordered.push({ id, to })
  }
  return ordered
}

function keyOf({ start, end }: Span): string {
  return `${start} ${end}`
}
