import { isInterviewHeading } from '../interview-heading.ts'
import { beginsHigh, beginsLow, endsSentence, isItem, labelOf, numberOfLine } from './line-shape.ts'
import { firstWordLength, type PageLine } from './page-line.ts'

/** What is between two lines that follow each other on the page: nothing but the page's width, a page's end, or room. */
export type Gap = 'line' | 'page' | 'room'
/** `width`: how long a full line is where the first of them stands. `labels`: the speakers of the text. */
export type Neighbours = { readonly gap: Gap; readonly width: number; readonly labels: ReadonlySet<string>; readonly rest: string }

/** A heading that can't end with this word goes on. */
const HANGING = /\s(?:i|på|in|at|of|ved|hos|med|with|och|og|and|for|för|av|fra|från|from|til|till|the|den|det)$/iu

/** Whether a line goes on with the paragraph of the line before it. Where a text leaves it open, a break is kept. */
export function goesOn(before: PageLine, line: PageLine, { gap, width, labels, rest }: Neighbours): boolean {
  const { words } = line
  if (isItem(words) || labels.has(labelOf(words)) || isInterviewHeading(words)) return false
  const ended = endsSentence(before.words)
  const low = beginsLow(words)
  if (isInterviewHeading(before.words) && !labels.has(labelOf(before.words))) return gap === 'line' && !ended && (low || words.startsWith('(') || HANGING.test(before.words))
  const fill = (before.words.length + 1 + firstWordLength(words)) / width
  const number = numberOfLine(words)
  if (number !== null && (ended || fill < 0.8 || gap !== 'line')) return false
  if (line.indent >= 2 && ended) return false
  if (gap === 'room') return low && !ended && fill >= 0.8
  if (low) return fill >= (ended ? 0.8 : 0.5)
  if (gap === 'page' && ended) return fill >= 0.88 && !beginsQuestion(rest)
  return fill >= (ended ? 0.88 : beginsHigh(words) ? 0.8 : 0.7)
}

/** Whether what begins here is a question: at the top of a page it is more likely the next than a part of an answer. */
function beginsQuestion(rest: string): boolean {
  return /^[^.!?]{3,300}\?/.test(rest)
}
