import { isTranscriptionNote, roleOfLabel } from '../domain/speaker-role.ts'
import { headerOf } from '../domain/turn-header.ts'
import type { Cue } from './caption-cues.ts'
import { decodeReferences } from './character-references.ts'

/**
 * Words of one speaker within a cue. `speaker` null: the file doesn't say who. `begins`: somebody else than before (a
 * dash, or ">>"). Words are on one line.
 */
export type Said = {
  readonly from: number | null
  readonly to: number | null
  readonly speaker: string | null
  readonly begins: boolean
  readonly words: string
}

const VOICE = /<v(?:\.[^\s>]{1,60})*(?:[ \t]+([^<>]{0,200}))?>/g
const TAG =
  /<\/?(?:c|i|b|u|v|s|em|strong|span|font|ruby|rt|lang|br|p|div|a|img|script|style|iframe|svg|object|video|audio)(?=[\s.>/])[^<>]{0,500}>|<(?:\d{1,5}:)?\d{1,3}:\d{2}(?:[.,]\d{1,3})?>|\{\\[a-z0-9&.,()\\]{1,40}\}/gi

/** What is said in cues, cleaned of tags, with who says it where the file tells by <v Name>, "NAME:", "[Name]" or dashes. */
export function saidIn(cues: readonly Cue[]): Said[] {
  const cleaned = cues.map((cue) => ({ ...cue, lines: cue.lines.flatMap(voicesOf) }))
  const believed = believedLabels(cleaned.flatMap(({ lines }) => lines))
  return cleaned.flatMap(({ from, to, lines }) => joined(lines.map((line) => labelled(line, believed))).map((said) => ({ from, to, ...said })))
}

/** The names that `<v Name>` gives, each once. */
export function voicesIn(cues: readonly Cue[]): string[] {
  const voices = cues.flatMap(({ lines }) => lines.flatMap(voicesOf)).flatMap(({ speaker }) => (speaker === null ? [] : [speaker]))
  return [...new Set(voices)]
}

type Line = { readonly speaker: string | null; readonly begins: boolean; readonly words: string }

/** The voices of a line of a cue: the words of each, one after the other. */
function voicesOf(line: string): Line[] {
  const lines: Line[] = []
  let speaker: string | null = null
  let at = 0
  for (const found of line.matchAll(VOICE)) {
    lines.push({ speaker, begins: false, words: cleanCaption(line.slice(at, found.index)) })
    speaker = cleanCaption(found[1] ?? '') || null
    at = found.index + found[0].length
  }
  lines.push({ speaker, begins: false, words: cleanCaption(line.slice(at)) })
  return lines.filter(({ words }) => words !== '')
}

/** The words of a line of a cue, without tags, character references as what they stand for. */
export function cleanCaption(line: string): string {
  return decodeReferences(line.replace(TAG, (tag) => (/^<br/i.test(tag) ? ' ' : '')))
    .replace(/\s+/g, ' ')
    .trim()
}

/** Labels are believed that recur, that are roles, or that shout. */
function believedLabels(lines: readonly Line[]): Set<string> {
  const counts = new Map<string, number>()
  for (const { words } of lines) {
    const label = labelOf(words)?.label
    if (label) counts.set(label, (counts.get(label) ?? 0) + 1)
  }
  const sure = ([label, count]: [string, number]) => count > 1 || roleOfLabel(label) !== undefined || /^[\p{Lu}\P{L}]{2,}$/u.test(label)
  return new Set([...counts].filter(sure).map(([label]) => label))
}

function labelOf(words: string): { label: string; end: number } | undefined {
  const from = /^(?:[-–—‐]|>>)?\s*/.exec(words)![0].length
  const header = headerOf(words.slice(from, from + 400))
  if (header?.style !== 'colon' && header?.style !== 'bracket') return undefined
  if (header.style === 'bracket' && (isTranscriptionNote(header.label) || !/^\p{Lu}/u.test(header.label))) return undefined
  return header.from > 0 || header.stamps.length > 0 ? undefined : { label: header.label, end: from + header.labelSpan.end }
}

function labelled(line: Line, believed: ReadonlySet<string>): Line {
  const { speaker, words } = line
  const found = speaker === null ? labelOf(words) : undefined
  if (found && believed.has(found.label)) return { speaker: found.label, begins: true, words: words.slice(found.end).trim() }
  return { ...line, begins: speaker !== null || /^(?:[-–—‐]\s*(?=[\p{L}\p{P}])|>>)/u.test(words) }
}

/** Lines of one cue that go on with the same voice are one. A cue in which nobody begins is one. */
function joined(lines: readonly Line[]): Line[] {
  const all: { first: Line; words: string[] }[] = []
  for (const line of lines) {
    const last = all.at(-1)
    if (last && (!line.begins || (line.speaker !== null && line.speaker === last.first.speaker))) last.words.push(line.words)
    else all.push({ first: line, words: [line.words] })
  }
  return all.map(({ first, words }) => ({ ...first, words: words.filter((one) => one !== '').join(' ') }))
}
