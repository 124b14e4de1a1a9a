import { countWords } from '../word.ts'
import { isBid } from './manner-of-asking.ts'

/**
 * A line of a guide. `mark`: how it begins; `level`: of a heading, from 1; `number`: what the guide gives the question.
 * `indent` is in columns, a tab being four; `parted`: an empty line stands before it.
 */
export type GuideLine = {
  readonly words: string
  readonly mark: 'heading' | 'number' | 'letter' | 'bullet' | 'plain'
  readonly level: number
  readonly number: number | null
  readonly indent: number
  readonly parted: boolean
}

/** The lines with words in them, wrapped lines put together. Several numbered questions on a line are several lines. */
export function guideLines(text: string): GuideLine[] {
  const lines: GuideLine[] = []
  let parted = true
  for (const raw of text.replace(/(?<=[?.}])[ \t]+(?=\d{1,2}[.)]\s+\p{Lu})/gu, '\n').split(/\r?\n/)) {
    if (raw.trim() === '' || /^\s*(?:[-*_=]\s*){3,}$/.test(raw)) {
      parted = true
      continue
    }
    const line = lineOf(raw, parted)
    const before = lines.at(-1)
    if (before && continues(before, line)) lines[lines.length - 1] = { ...before, words: `${before.words} ${line.words}` }
    else if (line.words !== '') lines.push(line)
    parted = false
  }
  return lines
}

function lineOf(raw: string, parted: boolean): GuideLine {
  const spaces = /^\s*/.exec(raw)![0]
  const indent = [...spaces].reduce((sum, one) => sum + (one === '\t' ? 4 : 1), 0)
  const words = raw.trim().replace(/^(\*\*|__)(.+)\1$/, '$2')
  const rest = { indent, parted }
  const heading = /^(#{1,6})\s+(.+?)\s*#*$/.exec(words)
  if (heading) return { ...rest, words: heading[2]!.replace(/^(\*\*|__)(.+)\1$/, '$2').trim(), mark: 'heading', level: heading[1]!.length, number: null }
  const number = /^(?:(?:fråga|spørsmål|spm|question|q|f)\.?\s*)?(\d{1,3}(?:\.\d{1,3})*)\s*[.):]?\s+(?=\S)/i.exec(words)
  if (number && (/[.):]\s+$/.test(number[0]) || /\.|^\D/.test(number[0])))
    return { ...rest, words: words.slice(number[0].length), mark: 'number', level: 0, number: /^\d+$/.test(number[1]!) ? Number(number[1]) : null }
  const letter = /^(?:[a-h]|[ivx]{1,4})[.)]\s+/i.exec(words)
  if (letter) return { ...rest, words: words.slice(letter[0].length), mark: 'letter', level: 0, number: null }
  const bullet = /^(?:[-*+•·–▪◦o]|→|)\s+/.exec(words)
  if (bullet) return { ...rest, words: words.slice(bullet[0].length), mark: 'bullet', level: 0, number: null }
  const set = words !== raw.trim() && !/\?/.test(words)
  return { ...rest, words, mark: set ? 'heading' : 'plain', level: set ? 6 : 0, number: null }
}

/** So long a line that stops without an end mark was wrapped, whatever the next begins with. */
const WRAPPED = 60

const LONGEST_TITLE = 10

/** A plain line goes on the line before it where that did not come to an end (a page may part them), or where it is indented under it. */
function continues(before: GuideLine, { mark, words, indent, parted }: GuideLine): boolean {
  if (mark !== 'plain' || before.mark === 'heading') return false
  const ended = /[.?!:;][”"»)]*(?:\s*\{[^}]*\})*$/.test(before.words)
  const wrapped = !ended && before.words.length >= WRAPPED
  if (parted) return wrapped && countWords(before.words) > LONGEST_TITLE
  if (!ended && (/^[\p{Ll}(]/u.test(words) || wrapped)) return true
  return before.mark !== 'plain' && indent > before.indent && !(ended && /\?/.test(words))
}

/** Does a line put something to somebody, by a question mark or by how it begins? */
export function asks(words: string): boolean {
  return /\?/.test(words) || isBid(words)
}

/** A line that heads others: short, without an end mark, or ending in a colon. */
export function isTitle({ words }: GuideLine): boolean {
  return !asks(words) && !/\{[^}]+\}/.test(words) && countWords(words) <= LONGEST_TITLE && (/:$/.test(words) || !/[.!;,][”"»)]*$/.test(words))
}
