import { type InterviewHeading, readInterviewHeading } from './interview-heading.ts'
import { countWords } from './word.ts'

/** A heading of an interview: where it begins in the text, and its words in one line. */
export type Heading = { readonly start: number; readonly words: string }
type Found = Heading & { readonly end: number; readonly read: InterviewHeading; readonly glued: boolean }

/** Words an interview has at least: lines of a table of contents have none after them. */
const LEAST = 15
/** More lines than these that look like headings are none. */
const MOST = 3000

/**
 * The headings that recur in a text with another number or name each: "Intervju K1: ...", "Intervju K2: ...". At least two, in
 * order. One may take two lines, or stand at the end of the line before it. None where a text is one interview or a report.
 */
export function recurringHeadings(text: string): Heading[] {
  const lines = headingsOf(text)
  if (lines.length > MOST) return []
  const families = new Map<string, Found[]>()
  for (const one of lines) families.set(familyOf(one.read), [...(families.get(familyOf(one.read)) ?? []), one])
  const recurring = [...families.values()].map((family) => settled(text, family)).filter((family) => recurs(text, family))
  const best = recurring.sort((a, b) => b.length - a.length)[0]
  return best ? best.map(({ start, words }) => ({ start, words })) : []
}

/** Headings are of one family that use one word, and are told apart the same way: by number, or by name. */
function familyOf({ kind, number }: InterviewHeading): string {
  const word = kind.toLowerCase().replace(/(?:et|en|ene|er)$/, '')
  return `${word}:${number === null ? 'name' : /\d/.test(number) ? 'number' : 'letter'}`
}

function headingsOf(text: string): Found[] {
  const found: Found[] = []
  for (const { 0: line, index } of text.matchAll(/\S[^\n\f]*/g)) {
    const read = readInterviewHeading(line)
    if (read) found.push(wholeHeading(text, index, line, read))
    else for (const one of gluedIn(line, index)) found.push(one)
  }
  return found
}

/** A heading with its second line, where it goes on there. */
function wholeHeading(text: string, start: number, line: string, read: InterviewHeading): Found {
  const end = start + line.length
  const next = /^\n\s*(\S[^\n]*)/.exec(text.slice(end, end + 240))
  const words = line.replace(/^#{1,6}\s+|\*{2}/g, '').trim()
  if (!next || !goesOn(words, read, next[1]!)) return { start, end, words, read, glued: false }
  const whole = `${words} ${next[1]!.trim()}`.replace(/\s+/g, ' ')
  return { start, end: end + next[0].length, words: whole, read: readInterviewHeading(whole) ?? read, glued: false }
}

function goesOn(words: string, read: InterviewHeading, next: string): boolean {
  if (next.length > 90 || /[.?!:]\s*$/.test(next) || readInterviewHeading(next)) return false
  if (/^[\p{Ll}(]/u.test(next) || /\s(?:i|på|in|at|of|ved|hos|med|with|och|og|and|for|för|av)$/iu.test(words)) return true
  return read.number !== null && read.rest === '' && /^\p{Lu}/u.test(next) && !/^\S+:/.test(next) && next.split(/\s+/).length > 1
}

const GLUED = /(?<=[.!?…”"»)]\s{0,3})(?:intervju|interview|informant|respondent|samtal[e]?)\s+(?:nr\.?\s*)?[\p{L}]{0,2}-?\d{1,3}\s*[:–—]/giu

/** Headings that stand in the line of the text before them. Where one ends is told by what a heading holds. */
function gluedIn(line: string, from: number): Found[] {
  const found: Found[] = []
  for (const { index } of line.matchAll(GLUED)) {
    const words = endOfGlued(line.slice(index))
    const read = /^\p{Lu}/u.test(words) ? readInterviewHeading(words) : null
    if (read && index > 0) found.push({ start: from + index, end: from + index + words.length, words, read, glued: true })
  }
  return found
}

/** A heading that text may go on after in its line: until a number of a section, a municipality's name, or a new sentence. */
function endOfGlued(rest: string): string {
  const place = /^.{5,120}?\s(?:kommune|kommun|municipality|fylke|län)(?=\s|$)/u.exec(rest)
  const section = /^.{5,140}?(?=\s+\d{1,2}\.\s)/u.exec(rest)
  const shortest = [place?.[0], section?.[0]].filter((one) => one !== undefined).sort((a, b) => a.length - b.length)[0]
  if (shortest) return shortest
  if (rest.length <= 120 && !/[.?!]/.test(rest.slice(0, -1))) return rest.trim()
  return /^.{5,80}?(?=\s+\p{Lu}\p{Ll}+\s+\p{Ll})/u.exec(rest)?.[0] ?? rest.slice(0, 60)
}

/** A family without what only repeats: a line of a table of contents, a running head, a cross-reference. */
function settled(text: string, family: readonly Found[]): Found[] {
  const real = family.filter((one, at) => {
    const next = family[at + 1]
    const after = text.slice(one.end, next ? next.start : text.length)
    return countWords(after.slice(0, 2000)) >= LEAST || !family.slice(at + 1).some((other) => other.read.told === one.read.told)
  })
  return real.filter((one, at) => at === 0 || one.read.told !== real[at - 1]!.read.told)
}

/** Whether a family heads interviews: each told from the others, numbers in order, with words of their own, and no part of a report. */
function recurs(text: string, family: readonly Found[]): boolean {
  if (family.length < 2 || new Set(family.map((one) => one.read.told)).size < family.length) return false
  if (family.every((one) => one.glued)) return false
  const filled = family.filter((one, at) => countWords(text.slice(one.end, family[at + 1]?.start ?? text.length).slice(0, 4000)) >= LEAST).length
  if (filled < family.length * 0.8) return false
  if (family[0]!.read.number === null) return family[0]!.start <= text.length / 2
  const steps = family.slice(1).map((one, at) => inOrder(family[at]!.read.told, one.read.told))
  return steps.filter(Boolean).length >= steps.length * 0.7
}

const natural = new Intl.Collator('en', { numeric: true })

function inOrder(a: string, b: string): boolean {
  return natural.compare(a, b) < 0
}
