import { countWords } from '../word.ts'
import { roughStem } from './question-words.ts'

const LONGEST = 12
const NUMBERED =
  /^(?:(\d{1,2})(?:\.\d{1,2})*[.)]?|[IVX]{1,4}\.|[A-H][.)]|(?:del|part|tema|theme|avsnitt|kapittel|kapitel|section|bolk) (\d{1,2})[.:]?)\s+\p{Lu}/iu

/**
 * Where lines begin that head a section: numbered and without an end mark, set as a Markdown heading or in bold, or one of the guide's
 * own titles. They are nobody's words and end what is before them. Numbered lines one after the other are a list and no headings.
 */
export function headingsIn(text: string, titles: ReadonlySet<string>): ReadonlySet<number> {
  const lines = [...text.matchAll(/[^\n]+/g)].filter((line) => line[0].trim() !== '')
  const headings = new Set<number>()
  for (const [at, { 0: line, index }] of lines.entries()) {
    const beside = [lines[at - 1]?.[0], lines[at + 1]?.[0]]
    if (isTitleOf(line, titles) || (isNumbered(line) && !beside.some((other) => other !== undefined && follows(line, other)))) headings.add(index)
  }
  return headings
}

function isTitleOf(line: string, titles: ReadonlySet<string>): boolean {
  const words = line.trim()
  return /^#{1,6}\s/.test(words) || isSetBold(words) || (countWords(words) <= LONGEST && titles.has(titleKey(words)))
}

/** A line that is bold, and no sentence. */
function isSetBold(words: string): boolean {
  return /^(\*\*|__)[^*_]*[^*_.?!:;,…]\1$/.test(words) && countWords(words) <= LONGEST
}

function isNumbered(line: string): boolean {
  const words = line.trim()
  return countWords(words) <= LONGEST && !/[.?!:;,]["”»)]*$/.test(words) && NUMBERED.test(words) && /^\S+(?:\s\d\S*)?\s+\p{Lu}/u.test(words)
}

/** Two numbered lines of which one counts on from the other. */
function follows(line: string, other: string): boolean {
  return /^\d/.test(line.trim()) && isNumbered(other) && Math.abs(Number.parseInt(line, 10) - Number.parseInt(other, 10)) === 1
}

/** May a line stand as a heading right before a question, after an answer that came to its end? */
export function mayBeHeading(line: string, before: string): boolean {
  const words = line.trim()
  if (countWords(words) > 6 || !/^[\p{Lu}#]/u.test(words) || /[.?!:;,…]["”»)]*$/.test(words)) return false
  if (/^(?:ja|nei|nej|jo|yes|no|vi|jeg|jag|det|ikke|inte|vet|we|I|it|not)(?![\p{L}])/iu.test(words)) return false
  return /[.?!…)"”»]\s*$/.test(before) && !/\?\s*$/.test(before)
}

/** Titles are the same whatever their numbers, capitals and endings. */
export function titleKey(title: string): string {
  return title
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter(Boolean)
    .map((word) => roughStem(word, 'nb'))
    .join(' ')
}
