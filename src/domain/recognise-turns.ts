import { beginsTurn, believedLabels } from './believed-labels.ts'
import { dashDialogue } from './dash-dialogue.ts'
import { isInterviewHeading } from './interview-heading.ts'
import { findPreamble } from './preamble.ts'
import type { ReadOptions } from './read-options.ts'
import type { ReadSource, ReadSpan } from './read-source.ts'
import { settleRoles } from './settle-roles.ts'
import type { SpeakerRole } from './source.ts'
import { roleOfLabel } from './speaker-role.ts'
import { timestampsOf } from './timestamp.ts'
import { isStampLine } from './turn-header.ts'
import { fixOf, isNaming, type Line, turnLines } from './turn-lines.ts'

/** `onceLabels`: what looks like a speaker but stands once and was not believed. `unsureRoles`: who asks and who answers was guessed by how they speak. */
export type RecognisedTurns = Pick<ReadSource, 'speakers' | 'spans'> & { onceLabels: string[]; unsureRoles: boolean }

/** A speaker by the name that is shown, and the role that its labels or a person say it has. */
type Named = { readonly names: ReadonlyMap<string, string>; readonly roles: ReadonlyMap<string, SpeakerRole | undefined> }

/**
 * Who speaks where, from the marks in a transcript: `I:` `Informant 3:` `**Name:**` `[Name]` `#Name` `<v Name>` `Name<tab>`
 * `Name  00:12`, names on lines of their own, dashes, each with times before or after, several in one file. A label is
 * believed where it is a known word for a role, recurs, or a person fixed it; a web address, a clock time or a heading like
 * "Datum:" is nobody. A paragraph without a label goes on the turn before it. Numbers of lines are labels of nobody. Spans
 * are in the order of the text, a turn before what it holds; turns never overlap.
 */
export function recogniseTurns(text: string, fixes: ReadOptions['speakers'] = {}): RecognisedTurns {
  const lines = turnLines(text, fixes)
  const looked = believedLabels(lines, fixes)
  const marked = turnsOf(lines, looked)
  const believed = isTranscript(text, marked, fixes) ? looked : new Set<string>()
  const labelled = believed.size > 0 ? marked : dialogueOf(lines, fixes)
  const { names, roles } = namesOf(labelled, fixes)
  const turns = labelled.map((span) => ({ ...span, speaker: names.get(span.speaker!)! }))
  const { speakers, unsure } = settleRoles(text, turns, roles)
  const preamble = findPreamble(text, turns, speakers)
  const spans = [...turns, ...(preamble ? [preamble] : []), ...numbersOf(lines), ...timesOf(text, lines, believed)]
  spans.sort((a, b) => a.start - b.start || b.end - a.end || (a.kind === 'turn' ? -1 : 1))
  return { speakers, spans, onceLabels: onceLabels(lines, believed), unsureRoles: unsure }
}

/** A dialogue of dashes, unless a person said that its speakers are nobody. */
function dialogueOf(lines: readonly Line[], fixes: ReadOptions['speakers']): ReadSpan[] {
  const spans = dashDialogue(lines)
  return spans.some((span) => fixOf(span.speaker!, fixes)?.nobody) ? [] : spans
}

/** UTF-16 units for each turn, at most, and the share of the text before the first, in what somebody wrote down as it was said. */
const TRANSCRIPT = { perTurn: 3000, before: 0.1 }

/**
 * Whether labels are speakers' at all: a few in a long report head a paragraph ("Premises:") and nobody speaks. Where both who
 * asks and who answers are named, or a known word for either stands at the beginning, turns may be as long as they are.
 */
function isTranscript(text: string, marked: readonly ReadSpan[], fixes: ReadOptions['speakers']): boolean {
  const turns = marked.filter((span) => span.kind === 'turn')
  if (turns.length === 0 || text.length / turns.length <= TRANSCRIPT.perTurn) return true
  const roles = new Set(turns.map((turn) => roleOfLabel(turn.speaker!)))
  const early = turns[0]!.start < text.length * TRANSCRIPT.before && (roles.has('interviewer') || roles.has('informant'))
  return early || (roles.has('interviewer') && roles.has('informant')) || Object.values(fixes).some((fix) => isNaming(fix))
}

/** Turns and their labels, each under its label as the file has it first. */
function turnsOf(lines: readonly Line[], believed: ReadonlySet<string>): ReadSpan[] {
  const labels = new Map<string, string>()
  const spans: ReadSpan[] = []
  const labelSpans: ReadSpan[] = []
  let open: { start: number; end: number; speaker: string } | undefined
  const close = () => void (open && spans.push({ kind: 'turn', ...open }))
  for (const [at, { start, words, number, header, key }] of lines.entries()) {
    if (header && beginsTurn(lines, at, believed)) {
      const before = lines[at - 1]
      const timed = before && !beginsTurn(lines, at - 1, believed) && isStampLine(before.words)
      close()
      if (!labels.has(key)) labels.set(key, header.label)
      const speaker = labels.get(key)!
      open = { start: timed ? before.start + indentOf(before.words) : start + header.from, end: start + words.trimEnd().length, speaker }
      labelSpans.push({ kind: 'label', start: start + header.labelSpan.start, end: start + header.labelSpan.end, speaker })
    } else if (open && words.slice(number).trim() !== '' && !isStampBeforeTurn(lines, at, believed)) open.end = start + words.trimEnd().length
  }
  close()
  return [...spans, ...withinTurns(labelSpans, spans)]
}

/** What speakers are called, by their labels, as a person fixed them: labels of one name are one speaker. */
function namesOf(turns: readonly ReadSpan[], fixes: ReadOptions['speakers']): Named {
  const names = new Map<string, string>()
  const roles = new Map<string, SpeakerRole | undefined>()
  for (const { speaker } of turns) {
    if (names.has(speaker!)) continue
    const fix = fixOf(speaker!, fixes)
    const name = fix?.name?.trim() || speaker!
    names.set(speaker!, name)
    const word = roleOfLabel(speaker!)
    roles.set(name, fix?.role ?? roles.get(name) ?? (word === 'other' ? undefined : word))
  }
  return { names, roles }
}

/** A label's last space may be the end of its line, which no turn ends with. */
function withinTurns(labels: readonly ReadSpan[], turns: readonly ReadSpan[]): ReadSpan[] {
  return labels.map((label, at) => ({ ...label, end: Math.min(label.end, turns[at]!.end) }))
}

function isStampBeforeTurn(lines: readonly Line[], at: number, believed: ReadonlySet<string>): boolean {
  return at + 1 < lines.length && beginsTurn(lines, at + 1, believed) && isStampLine(lines[at]!.words)
}

function indentOf(words: string): number {
  return words.length - words.trimStart().length
}

/** The numbers of lines, where a text has them: nobody said them. */
function numbersOf(lines: readonly Line[]): ReadSpan[] {
  return lines.flatMap(({ start, words, number }): ReadSpan[] => {
    const from = indentOf(words)
    return number > from ? [{ kind: 'label', start: start + from, end: start + number, speaker: null }] : []
  })
}

function timesOf(text: string, lines: readonly Line[], believed: ReadonlySet<string>): ReadSpan[] {
  const spans = new Map<number, ReadSpan>()
  for (const { start, end } of timestampsOf(text)) spans.set(start, { kind: 'timestamp', start, end, speaker: null })
  for (const [at, { start, header }] of lines.entries())
    if (header && beginsTurn(lines, at, believed))
      for (const stamp of header.stamps)
        spans.set(start + stamp.start, { kind: 'timestamp', start: start + stamp.start, end: start + stamp.end, speaker: null })
  return [...spans.values()]
}

/** What heads an interview is said by nobody: "Interview A: Fern Hill". */
function isHeadingOf(label: string): boolean {
  return roleOfLabel(label) === undefined && isInterviewHeading(label)
}

function onceLabels(lines: readonly Line[], believed: ReadonlySet<string>): string[] {
  if (believed.size === 0) return []
  return lines.flatMap(({ key, header }) =>
    header && !believed.has(key) && header.style !== 'alone' && header.style !== 'tab' && !isHeadingOf(header.label) ? [header.label] : [],
  )
}
