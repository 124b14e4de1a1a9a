import { numberedLines } from './line-numbers.ts'
import type { ReadOptions, SpeakerFix } from './read-options.ts'
import { isHeadOfFacts, isTranscriptionNote, roleOfLabel } from './speaker-role.ts'
import { type Header, headerOf } from './turn-header.ts'

/** A line of a transcript: `number` is how many units of it are the number of the line; `key` what its label is known by, '' without one. */
export type Line = { readonly start: number; readonly words: string; readonly number: number; readonly header: Header | undefined; readonly key: string }

/** UTF-16 units of a line in which a label is looked for. */
const BEGINNING = 400

/** The lines of a text, each with the label that it may begin with. Labels that a person fixed as nobody's are none. */
export function turnLines(text: string, fixes: ReadOptions['speakers']): Line[] {
  const lines: { start: number; words: string }[] = []
  for (let start = 0; start <= text.length; ) {
    const feed = text.indexOf('\n', start)
    const end = feed < 0 ? text.length : feed
    lines.push({ start, words: text.slice(start, end) })
    start = end + 1
  }
  const numbers = numberedLines(lines.map((line) => line.words))
  const found = lines.map(({ words }, at) => headerOf(words.slice(numbers[at] ?? 0, (numbers[at] ?? 0) + BEGINNING)))
  const shown = withoutQuestionNumbers(found)
  return lines.map(({ start, words }, at) => {
    const number = numbers[at] ?? 0
    const looked = shown[at]
    const fix = looked && fixOf(looked.label, fixes)
    const header = fix?.nobody ? undefined : fix && isNaming(fix) ? looked : plausible(looked, words.slice(number))
    return { start, words, number, header: header && shifted(header, number), key: header ? keyOf(header.label) : '' }
  })
}

/** What a person fixed of a label, however it is spelled. */
export function fixOf(label: string, fixes: ReadOptions['speakers']): SpeakerFix | undefined {
  const key = label.toLowerCase()
  return Object.hasOwn(fixes, key) ? fixes[key] : Object.hasOwn(fixes, keyOf(label)) ? fixes[keyOf(label)] : undefined
}

/** Whether a fix says that the label is somebody. */
export function isNaming({ name, role, nobody }: SpeakerFix): boolean {
  return !nobody && (name !== undefined || role !== undefined)
}

const NUMBERED = /^(fråga|svar|spm|spørsmål|spørjar|question|answer|[qafs])\.?[ ]?(\d{1,3})$/i

/**
 * A question or an answer that is numbered is still the same speaker: "Svar 12" is "Svar". So are "Q1" and "A1" where most
 * numbers stand with both letters; else "A1" and "A2" are two people.
 */
function withoutQuestionNumbers(headers: readonly (Header | undefined)[]): (Header | undefined)[] {
  const numbered = headers.map((header) => header && NUMBERED.exec(header.label))
  const at = (letter: string) => new Set(numbered.flatMap((found) => (found && found[1]!.toLowerCase() === letter ? [found[2]!] : [])))
  const paired = [...'qf'].flatMap((asks, index) => {
    const answers = 'as'[index]!
    const both = [...at(asks)].filter((number) => at(answers).has(number)).length
    return both > 0 && both >= Math.max(at(asks).size, at(answers).size) / 2 ? [asks, answers] : []
  })
  return headers.map((header, index) => {
    const word = numbered[index]?.[1]
    return header && word && (word.length > 1 || paired.includes(word.toLowerCase())) ? { ...header, label: word } : header
  })
}

/** Spellings of one label: capitals and a full stop at the end make no difference. */
function keyOf(label: string): string {
  return label.toLowerCase().replace(/\.$/, '').replace(/\s+/g, ' ')
}

function shifted(header: Header, by: number): Header {
  const move = ({ start, end }: { start: number; end: number }) => ({ start: start + by, end: end + by })
  return by === 0 ? header : { ...header, from: header.from + by, labelSpan: move(header.labelSpan), stamps: header.stamps.map(move) }
}

function plausible(header: Header | undefined, line: string): Header | undefined {
  if (!header || isHeadOfFacts(header.label)) return undefined
  const { style, label } = header
  const role = roleOfLabel(label)
  if (style === 'voice') return header
  if (style === 'alone') return (role && role !== 'other' && label.length > 2) || isNamed(label) ? header : undefined
  if (role && !(role === 'other' && !/\d/.test(label) && style !== 'colon')) return header
  if (style === 'bracket' && (isTranscriptionNote(label) || !/^\p{Lu}|\d$/u.test(label))) return undefined
  if (style !== 'bracket' && !/^\p{Lu}/u.test(label)) return undefined
  const closed = style !== 'colon' || /[ \t]$/.test(line.slice(header.labelSpan.start, header.labelSpan.end)) || header.labelSpan.end === line.length
  return closed && isNamed(label) ? header : undefined
}

/** Every word with a capital, as names are written. */
function isNamed(label: string): boolean {
  return label
    .split(' ')
    .every((word, at) => /^\p{Lu}/u.test(word) || (at > 0 && /^[\p{N}(]|^(von|af|av|de|la)$/u.test(word)) || (at === 0 && /\d$/.test(word)))
}
