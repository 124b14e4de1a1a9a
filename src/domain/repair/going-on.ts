import { isInterviewHeading } from '../interview-heading.ts'
import { endsWithAbbreviation } from '../sentence.ts'
import { beginsHigh, beginsLow, endsSentence, isItem, isNumbered, labelOf } from './line-shape.ts'
import { firstWordLength, type PageLine } from './page-line.ts'

/** What is between two lines that follow each other on the page: nothing but the page's width, a page's end, or room. */
export type Gap = 'line' | 'page' | 'room'
/** `width`: how long a full line is where the first of them stands. `labels`: the speakers of the text. `after`: the line after both, and what is before it. */
export type Neighbours = {
  readonly gap: Gap
  readonly width: number
  readonly tails: boolean
  readonly labels: ReadonlySet<string>
  readonly rest: string
  readonly after: { readonly line: PageLine; readonly gap: Gap } | undefined
}

/** A line can't end a sentence or a heading with this word. */
const HANGING = /\s(?:i|på|in|at|of|ved|hos|med|with|och|og|and|for|för|av|fra|från|from|til|till|the|den|det)$/iu

/** Whether a line goes on with the paragraph of the line before it. Where a text leaves it open, a break is kept. */
export function goesOn(before: PageLine, line: PageLine, near: Neighbours): boolean {
  const { words } = line
  if (isItem(words) || near.labels.has(labelOf(words)) || isInterviewHeading(words)) return false
  const ended = endsSentence(before.words)
  if (isInterviewHeading(before.words) && !near.labels.has(labelOf(before.words)))
    return near.gap === 'line' && !ended && (beginsLow(words) || words.startsWith('(') || HANGING.test(before.words))
  const fill = fillOf(before, line, near.width)
  if (isNumbered(words) && (ended || fill < 0.8 || near.gap !== 'line')) return false
  return ended ? goesOnAfterSentence(before, line, fill, near) : goesOnInSentence(before, line, fill, near.gap)
}

/** How much of a line is used if the first word of the next is counted with it: 1 and more where it did not fit. */
function fillOf(before: PageLine, line: PageLine, width: number): number {
  return (before.words.length + 1 + firstWordLength(line.words)) / width
}

function goesOnAfterSentence(before: PageLine, line: PageLine, fill: number, { gap, width, tails, rest, after }: Neighbours): boolean {
  if (gap === 'room' || line.indent >= 2) return false
  if (beginsLow(line.words)) return fill >= 0.8
  if ((tails && before.tail >= 2) || (gap === 'page' && beginsQuestion(rest))) return false
  return fill >= 0.88 && (endsWithAbbreviation(before.words) || !standsAlone(line, width, after))
}

function goesOnInSentence(before: PageLine, line: PageLine, fill: number, gap: Gap): boolean {
  const low = beginsLow(line.words)
  if (gap === 'room') return (low && fill >= 0.8) || (/^\d/.test(line.words) && fill >= 0.95)
  if (low) return fill >= 0.5
  if (before.words.endsWith(',') || HANGING.test(before.words)) return fill >= 0.4
  return fill >= (beginsHigh(line.words) ? 0.8 : 0.7)
}

/** Whether a line looks like a heading or a name: short, no sentence, and nothing goes on with it. */
function standsAlone(line: PageLine, width: number, after: Neighbours['after']): boolean {
  if (line.words.length > width * 0.6 || /[.!?…:;,]["”»)]*$/.test(line.words) || !beginsHigh(line.words)) return false
  return after === undefined || after.gap !== 'line' || (beginsHigh(after.line.words) && fillOf(line, after.line, width) < 0.7)
}

/** Whether what begins here is a question: at the top of a page it is more likely the next than a part of an answer. */
function beginsQuestion(rest: string): boolean {
  return /^[^.!?]{3,300}\?/.test(rest)
}
