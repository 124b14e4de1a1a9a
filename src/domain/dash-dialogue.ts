import type { ReadSpan } from './read-source.ts'
import type { Line } from './turn-lines.ts'

const DASH = /^[ \t]*[–—-][ \t]+(?=\S)/
/** Lines with a dash at least; the share of questions among those of the one who asks, and at most among the other's. */
const LEAST = { lines: 4, asks: 0.6, answers: 0.25 }
/** What the two speakers of a dialogue without names are called, in the order in which they speak. */
const LABELS = ['– 1', '– 2'] as const

/**
 * Turns and labels of a dialogue where each says a line after a dash and they take turns, one mostly asking, the other not.
 * Empty where it is not so plain: a list has dashes too.
 */
export function dashDialogue(lines: readonly Line[]): ReadSpan[] {
  const said = lines.flatMap((line, at) => {
    const dash = DASH.exec(line.words.slice(line.number, line.number + 20))
    return dash ? [{ at, dash: line.number + dash[0].length }] : []
  })
  if (said.length < LEAST.lines) return []
  const asks = (half: number) => {
    const own = said.filter((_, index) => index % 2 === half)
    return own.filter(({ at }) => /\?["”»’)\s]*$/.test(lines[at]!.words.slice(-20))).length / own.length
  }
  if (Math.max(asks(0), asks(1)) < LEAST.asks || Math.min(asks(0), asks(1)) > LEAST.answers) return []
  return said.flatMap(({ at, dash }, index): ReadSpan[] => {
    const { start, words, number } = lines[at]!
    const last = lastWithWords(lines, at, said[index + 1]?.at ?? lines.length)
    const from = start + number + (words.slice(number).length - words.slice(number).trimStart().length)
    const speaker = LABELS[index % 2]!
    const end = last.start + last.words.trimEnd().length
    return [
      { kind: 'turn', start: from, end, speaker },
      { kind: 'label', start: from, end: start + dash, speaker },
    ]
  })
}

function lastWithWords(lines: readonly Line[], from: number, to: number): Line {
  let last = lines[from]!
  for (let at = from + 1; at < to; at++) if (lines[at]!.words.trim() !== '') last = lines[at]!
  return last
}
