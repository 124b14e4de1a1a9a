import { paragraphsOf } from './paragraph.ts'
import type { ReadSpan } from './read-source.ts'
import { isHeadOfFacts } from './speaker-role.ts'

const NUMBERED = /^[ \t]*\d{1,3}(?:\.\d{1,2})?[.)][ \t]+/
/** A point and what was seen: parted by a colon, a question mark, a tab or a dash with spaces. */
const POINT = /^[ \t]*(?:\d{1,3}(?:\.\d{1,2})?[.)][ \t]+|[-•–*][ \t]+)?([^:?\t\n]{2,120}?)(?::(?=\s|$)|\?|\t| [–—-] )/
/** What is ticked off: yes, no, partly, a mark, a number. */
const TICKED = /^(ja|nej|nei|yes|no|delvis|partly|x|✓|✔|☑|☐|☒|[0-5]|ej|ikke|vet ej|n\/a)\b|^[✓✔☑☐☒]/i

/** Points at least for a protocol by its name, and by its shape alone; the share of lines that are points, and of points that are ticked off. */
const LEAST = { named: 3, shaped: 6, share: 0.6, ticked: 0.5 }

/**
 * The fixed points of an observation protocol, each as a question whose answer is what was seen there: lines like
 * `Point: yes`, or numbered points. `named`: whether its name says that it is one; without, only a protocol that is mostly
 * ticked off is taken for one. Facts like "Datum:" are no points. In the order of the text.
 */
export function observationPoints(text: string, named: boolean): ReadSpan[] {
  const lines = paragraphsOf(text).filter((line) => line.number !== null)
  const points: ReadSpan[] = []
  let ticked = 0
  for (const [at, { start, end }] of lines.entries()) {
    const words = text.slice(start, end)
    const point = pointOf(words, text.slice(lines[at + 1]?.start ?? 0, lines[at + 1]?.end ?? 0))
    if (!point) continue
    const lead = words.length - words.trimStart().length
    points.push({ kind: 'question', start: start + lead, end: start + point.end, speaker: null })
    if (TICKED.test(point.seen)) ticked++
  }
  if (named) return points.length >= LEAST.named ? points : []
  const plain = points.length >= LEAST.shaped && points.length >= lines.length * LEAST.share
  return plain && ticked >= points.length * LEAST.ticked ? points : []
}

function pointOf(words: string, next: string): { end: number; seen: string } | undefined {
  const found = POINT.exec(words)
  if (found && isHeadOfFacts(found[1]!.trim())) return undefined
  if (found) return { end: found[0].trimEnd().replace(/ [–—-]$/, '').length, seen: words.slice(found[0].length).trim() }
  // A numbered point may have its words below it.
  const below = NUMBERED.test(words) && next.trim() !== '' && !NUMBERED.test(next)
  return below ? { end: words.trimEnd().length, seen: next.trim() } : undefined
}
