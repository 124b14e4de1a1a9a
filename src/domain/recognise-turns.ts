import { findPreamble } from './preamble.ts'
import type { ReadOptions } from './read-options.ts'
import type { ReadSource, ReadSpan } from './read-source.ts'
import { settleRoles } from './settle-roles.ts'
import { isHeadOfFacts, isTranscriptionNote, roleOfLabel } from './speaker-role.ts'
import { timestampsOf } from './timestamp.ts'
import { type Header, headerOf, isStampLine } from './turn-header.ts'

/** `onceLabels`: what looks like a speaker but stands once and was not believed. `unsureRoles`: who asks and who answers was guessed by how they speak. */
export type RecognisedTurns = Pick<ReadSource, 'speakers' | 'spans'> & { onceLabels: string[]; unsureRoles: boolean }

type Line = { start: number; words: string; header: Header | undefined; key: string }

/**
 * Who speaks where, from the marks in a transcript: `I:` `Informant 3:` `**Name:**` `[Name]` `#Name` `Name<tab>`
 * `Name  00:12`, each with times before or after. A label is believed where it is a known word for a role or recurs; a web
 * address, a clock time or a heading like "Datum:" is nobody. A paragraph without a label goes on the turn before it.
 * Spans are in the order of the text, a turn before what it holds; turns never overlap.
 */
export function recogniseTurns(text: string, _fixes: ReadOptions['speakers'] = {}): RecognisedTurns {
  const lines = linesOf(text)
  const believed = believedKeys(lines)
  const labels = new Map<string, string>()
  for (const { key, header } of lines) if (believed.has(key) && !labels.has(key)) labels.set(key, header!.label)
  const turns = turnsOf(lines, believed, labels)
  const { speakers, unsure } = settleRoles(text, turns, [...labels.values()])
  const preamble = findPreamble(text, turns, speakers)
  const spans = [...turns, ...(preamble ? [preamble] : []), ...timesOf(text, lines, believed, labels)]
  spans.sort((a, b) => a.start - b.start || b.end - a.end || (a.kind === 'turn' ? -1 : 1))
  return { speakers, spans, onceLabels: onceLabels(lines, believed), unsureRoles: unsure }
}

function linesOf(text: string): Line[] {
  const lines: Line[] = []
  for (let start = 0; start <= text.length; ) {
    const feed = text.indexOf('\n', start)
    const end = feed < 0 ? text.length : feed
    const words = text.slice(start, end)
    const header = plausible(headerOf(words.slice(0, 400)), words)
    lines.push({ start, words, header, key: header ? keyOf(header.label) : '' })
    start = end + 1
  }
  return lines
}

/** Spellings of one label: capitals and a full stop at the end make no difference. */
function keyOf(label: string): string {
  return label.toLowerCase().replace(/\.$/, '').replace(/\s+/g, ' ')
}

function plausible(header: Header | undefined, line: string): Header | undefined {
  if (!header || isHeadOfFacts(header.label)) return undefined
  const { style, label } = header
  const role = roleOfLabel(label)
  if (style === 'alone') return role && role !== 'other' && label.length > 2 ? header : undefined
  if (role && !(role === 'other' && !/\d/.test(label) && style !== 'colon')) return header
  if (style === 'bracket' && (isTranscriptionNote(label) || !/^\p{Lu}|\d$/u.test(label))) return undefined
  if (style !== 'bracket' && !/^\p{Lu}/u.test(label)) return undefined
  const closed = style !== 'colon' || /[ \t]$/.test(line.slice(header.labelSpan.start, header.labelSpan.end)) || header.labelSpan.end === line.length
  const named = label
    .split(' ')
    .slice(1)
    .every((word) => /^[\p{Lu}\p{N}(]|^(von|af|av|de|la)$/u.test(word))
  return closed && named ? header : undefined
}

function believedKeys(lines: readonly Line[]): Set<string> {
  const counts = new Map<string, number>()
  for (const { key } of lines) if (key) counts.set(key, (counts.get(key) ?? 0) + 1)
  const believed = new Set<string>()
  for (const { key, header } of lines) {
    if (!header) continue
    const count = counts.get(key)!
    const known = roleOfLabel(header.label) !== undefined && (header.label.length > 1 || /^[IRQ]$/i.test(header.label))
    if (known || count >= (header.style === 'tab' ? 3 : 2)) believed.add(key)
  }
  return believed
}

function turnsOf(lines: readonly Line[], believed: Set<string>, labels: Map<string, string>): ReadSpan[] {
  const spans: ReadSpan[] = []
  let open: { start: number; end: number; speaker: string } | undefined
  const close = () => void (open && spans.push({ kind: 'turn', ...open }))
  const labelSpans: ReadSpan[] = []
  for (const [at, { start, words, header, key }] of lines.entries()) {
    const before = lines[at - 1]
    if (header && believed.has(key)) {
      const timed = before && !(before.header && believed.has(before.key)) && isStampLine(before.words)
      close()
      const speaker = labels.get(key)!
      open = { start: timed ? before.start + indentOf(before.words) : start + header.from, end: start + words.trimEnd().length, speaker }
      labelSpans.push({ kind: 'label', start: start + header.labelSpan.start, end: start + header.labelSpan.end, speaker })
    } else if (open && words.trim() !== '' && !isStampBeforeTurn(lines, at, believed)) open.end = start + words.trimEnd().length
  }
  close()
  return [...spans, ...withinTurns(labelSpans, spans)]
}

/** A label's last space may be the end of its line, which no turn ends with. */
function withinTurns(labels: readonly ReadSpan[], turns: readonly ReadSpan[]): ReadSpan[] {
  return labels.map((label, at) => ({ ...label, end: Math.min(label.end, turns[at]!.end) }))
}

function isStampBeforeTurn(lines: readonly Line[], at: number, believed: Set<string>): boolean {
  const next = lines[at + 1]
  return next !== undefined && next.header !== undefined && believed.has(next.key) && isStampLine(lines[at]!.words)
}

function indentOf(words: string): number {
  return words.length - words.trimStart().length
}

function timesOf(text: string, lines: readonly Line[], believed: Set<string>, labels: Map<string, string>): ReadSpan[] {
  const spans = new Map<number, ReadSpan>()
  for (const { start, end } of timestampsOf(text)) spans.set(start, { kind: 'timestamp', start, end, speaker: null })
  for (const { start, header, key } of lines)
    if (header && believed.has(key) && labels.has(key))
      for (const stamp of header.stamps)
        spans.set(start + stamp.start, { kind: 'timestamp', start: start + stamp.start, end: start + stamp.end, speaker: null })
  return [...spans.values()]
}

function onceLabels(lines: readonly Line[], believed: Set<string>): string[] {
  if (believed.size === 0) return []
  return lines.flatMap(({ key, header }) => (header && !believed.has(key) && header.style !== 'alone' && header.style !== 'tab' ? [header.label] : []))
}
