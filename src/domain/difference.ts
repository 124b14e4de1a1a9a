/** Two wordings of one place: what they share at each side, what the first has between, and what the second has instead. */
export type Difference = { left: string; gone: string; put: string; right: string }

/** What tells two wordings apart: everything between what they begin with and what they end with in common. */
export function differenceOf(before: string, after: string): Difference {
  const most = Math.min(before.length, after.length)
  let start = 0
  while (start < most && before[start] === after[start]) start++
  let end = 0
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++
  return {
    left: before.slice(0, start),
    gone: before.slice(start, before.length - end),
    put: after.slice(start, after.length - end),
    right: before.slice(before.length - end),
  }
}

/** Characters that don't show, as signs that do: line ends and page breaks, soft hyphens, spaces that are all there is. */
export function visible(words: string): string {
  const signs = words
    .replace(/\f/g, '⇟')
    .replace(/\n/g, '¶')
    .replace(/\u00ad/g, '¬')
  return /^[ \u00a0]+$/.test(signs) ? '␣'.repeat(signs.length) : signs
}
