const NUMBER = /^[ \t]*(\d{1,5})(?:[ \t]+|$)/
/** Lines with words that a numbered text has at least, and the share of them that follow their number. */
const LEAST = { lines: 8, share: 0.9 }

/**
 * How many units of each line are its number and the space after, where a text has its lines numbered at the left, as people
 * number what they cite by. Empty where it has not: numbers must rise by one, in nearly every line that has words.
 */
export function numberedLines(lines: readonly string[]): number[] {
  const found = lines.map((words) => NUMBER.exec(words))
  let filled = 0
  let following = 0
  let last: number | undefined
  for (const [at, match] of found.entries()) {
    if (lines[at]!.trim() === '') continue
    filled++
    const number = match && Number(match[1])
    if (number !== null && (last === undefined || number === last + 1)) following++
    if (number !== null) last = number
  }
  if (filled < LEAST.lines || following < filled * LEAST.share) return []
  return found.map((match) => match?.[0].length ?? 0)
}
