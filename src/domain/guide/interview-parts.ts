import type { Interview } from '../interview.ts'
import { type Span, subtract, trimSpan } from '../span.ts'
import { isBid } from './manner-of-asking.ts'
import { isQuoted, type Utterance, utterancesOf } from './utterance.ts'

/** One turn: its words without label and times, in pieces. */
type Said = Span & { readonly asker: boolean; readonly informant: boolean; readonly pieces: readonly Span[] }
/**
 * An interview cut up to be looked through. `marked`: somebody is marked as asking, so that questions stand in the asker's
 * turns alone; else they may stand anywhere. `beside`: labels and times. `utterances`: where questions may stand, in order.
 */
export type InterviewParts = {
  readonly marked: boolean
  readonly beside: readonly Span[]
  readonly turns: readonly Said[]
  readonly utterances: readonly Utterance[]
}

/**
 * Cut up an interview: turns without what is beside the words, and the sentences in which questions may stand. `asker`: the
 * label of the one to take for the interviewer (and all others for informants), where nobody is known to be. `endings`: as
 * `endingsOf` has them.
 */
export function partsOf({ text, speakers, spans }: Pick<Interview, 'text' | 'speakers' | 'spans'>, asker?: string, endings?: RegExp): InterviewParts {
  const roles = new Map(speakers.map(({ label, role }) => [label, asker === undefined ? role : label === asker ? 'interviewer' : 'informant']))
  const beside = spans.filter(({ kind }) => kind === 'label' || kind === 'timestamp')
  const turns = spans
    .filter(({ kind }) => kind === 'turn')
    .sort((a, b) => a.start - b.start)
    .map((turn) => {
      const role = roles.get(turn.speaker!)
      const pieces = subtract([turn], beside)
        .map((piece) => trimSpan(text, piece))
        .filter((piece) => piece.end > piece.start)
      return { start: turn.start, end: turn.end, asker: role === 'interviewer', informant: role === 'informant', pieces }
    })
  const marked = turns.some(({ asker }) => asker)
  const set = spans.filter(({ kind }) => kind === 'question')
  const stretches = marked
    ? turns.flatMap(({ asker, pieces }, turn) => (asker ? pieces.map((piece) => ({ ...piece, turn })) : []))
    : subtract([{ start: 0, end: text.length }], beside).map((piece) => ({ ...piece, turn: null }))
  return {
    marked,
    beside,
    turns,
    utterances: stretches.flatMap((stretch) => linesOf(text, stretch).flatMap((line) => cutLine(text, line, stretch.turn, set, endings))).map(numbered()),
  }
}

/** The lines of a stretch. A sentence that a line's or a page's end has torn in two is one line here. */
function linesOf(text: string, { start, end }: Span): Span[] {
  const lines: { start: number; end: number }[] = []
  for (let from = start; from < end; ) {
    const feed = text.indexOf('\n', from)
    const to = feed < 0 || feed > end ? end : feed
    const last = lines.at(-1)
    if (last && isTorn(text.slice(last.start, last.end), text.slice(from, to))) last.end = to
    else if (text.slice(from, to).trim() !== '') lines.push({ start: from, end: to })
    from = to + 1
  }
  return lines
}

/** So long a line was wrapped, where it stops inside a sentence. */
const WRAPPED = 40

function isTorn(line: string, next: string): boolean {
  return line.length - line.lastIndexOf('\n') > WRAPPED && /[^.?!:…”"»)\s]\s*$/.test(line) && /^\s*\p{Ll}/u.test(next)
}

type Unnumbered = Omit<Utterance, 'paragraph'>

function cutLine(text: string, line: Span, turn: number | null, set: readonly Span[], endings?: RegExp): Unnumbered[] {
  const inside = set.filter((span) => span.start < line.end && span.end > line.start)
  const edges = [...new Set(inside.flatMap(({ start, end }) => [start, end]).filter((edge) => edge > line.start && edge < line.end))].sort((a, b) => a - b)
  const pieces = [line.start, ...edges].map((start, at) => ({ start, end: edges[at] ?? line.end }))
  return pieces
    .flatMap((piece) => utterancesOf(text.slice(piece.start, piece.end), piece.start, endings))
    .map((one, at) => ({
      ...one,
      turn,
      first: at === 0,
      asks: /\?["”»’')\]*_.]*$/.test(text.slice(one.start, one.end)) || (endings !== undefined && one.end < line.end && isCutAt(text, one.end, endings)),
      bids: isBid(text.slice(one.start, one.end)),
      quoted: isQuoted(text.slice(one.start, one.end)),
      set: inside.some((span) => span.start < one.end && span.end > one.start),
    }))
}

/** In letters, more than any two words. */
const LONGEST_ENDING = 80

/** Does a question of the guide end here that lost its mark? */
function isCutAt(text: string, end: number, endings: RegExp): boolean {
  const from = Math.max(0, end - LONGEST_ENDING)
  return [...text.slice(from, end + 2).matchAll(endings)].some(({ index }) => from + index === end)
}

function numbered(): (one: Unnumbered) => Utterance {
  let paragraph = -1
  return (one) => ({ ...one, paragraph: one.first ? ++paragraph : paragraph })
}
