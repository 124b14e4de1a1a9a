export function idsOf(rows: Iterable<{ readonly id: number }>): number[] {
  return Array.from(rows, ({ id }) => id)
}
