import { type Span, subtract, trimSpan } from '../span.ts'
import { countWords } from '../word.ts'
import { mayBeHeading } from './heading-line.ts'
import type { InterviewParts } from './interview-parts.ts'
import { isAddition, isLeaving } from './manner-of-asking.ts'
import type { Candidate } from './match-questions.ts'
import type { Put } from './put-questions.ts'
import { saysNothing } from './status-of-answer.ts'

/** A question of the guide as it was put once, and what was said to it. `sure`: the end is where another question of the guide, a heading or the text's end is. */
export type Asked = { readonly place: Candidate; readonly asked: Span; readonly spans: readonly Span[]; readonly sure: boolean }

/** Without marks: an answer begins after its question's own words and goes on to what is put next. Questions put together share an answer. */
export function stretchesBetween(text: string, puts: readonly Put[], beside: readonly Span[], headings: ReadonlySet<number>): Asked[] {
  const ends = puts.filter(({ kind }) => kind !== 'follow-up')
  const holes = puts.filter(({ kind }) => kind === 'follow-up' || kind === 'heading')
  const found: Asked[] = []
  for (let at = ends.length - 1; at >= 0; at--) {
    const put = ends[at]!
    if (put.kind !== 'guide') continue
    const next = ends[at + 1]
    const stretch = withoutHeading(text, { start: put.end, end: next?.start ?? text.length }, next !== undefined && next.kind !== 'addition', headings)
    const spans = subtract([stretch], holes)
      .map((span) => trimSpan(text, withoutMarks(text, withoutLabels(text, span, beside))))
      .filter(({ start, end }) => end > start && !saysNothing(text.slice(start, end)))
    const glued = spans.length === 0 && next?.kind === 'guide' && !text.slice(put.end, next.start).includes('\n')
    const asked = { start: put.start, end: put.end }
    found.unshift({ place: put.place, asked, spans: glued ? found[0]!.spans : spans, sure: next?.kind !== 'other' })
  }
  return found
}

/** A label or a time at either end is no answer's. */
function withoutLabels(text: string, span: Span, beside: readonly Span[]): Span {
  let { start, end } = trimSpan(text, span)
  for (const one of beside) if (one.start <= start && one.end > start) start = trimSpan(text, { start: Math.min(one.end, end), end }).start
  for (const one of [...beside].reverse()) if (one.end >= end && one.start < end) end = trimSpan(text, { start, end: Math.max(one.start, start) }).end
  return { start, end }
}

/** What a question leaves behind: a full stop after its parenthesis, a dash before the answer. */
function withoutMarks(text: string, { start, end }: Span): Span {
  const lead = /^[\s.:–—-]*(?=[\p{L}\p{N}“"«(])/u.exec(text.slice(start, Math.min(end, start + 20)))
  return { start: start + (lead?.[0].length ?? 0), end }
}

/** Headings at the end of a stretch are the next part's. */
function withoutHeading(text: string, { start, end }: Span, followed: boolean, headings: ReadonlySet<number>): Span {
  let last = end
  for (;;) {
    const stretch = text.slice(start, last).trimEnd()
    const feed = stretch.lastIndexOf('\n')
    const line = stretch.slice(feed + 1)
    if (feed < 0 || !(headings.has(start + feed + 1) || (followed && mayBeHeading(line, stretch.slice(0, feed))))) return { start, end: last }
    last = start + feed
  }
}

/** With marks: what informants say from a question to the next, turn by turn, up to where the interviewer goes on to something else. */
export function stretchesOfTurns(text: string, { turns, utterances }: InterviewParts, places: readonly Candidate[], headings: ReadonlySet<number>): Asked[] {
  const found: Asked[] = []
  for (let at = places.length - 1; at >= 0; at--) {
    const place = places[at]!
    const turn = utterances[place.from]!.turn!
    const next = places[at + 1] ? utterances[places[at + 1]!.from]!.turn! : turns.length
    let stop = turn + 1
    while (stop < next && !(turns[stop]!.asker && leaves(text, turns[stop]!.pieces))) stop++
    const spans = turns
      .slice(turn + 1, stop)
      .filter(({ informant }) => informant)
      .map(({ pieces, end }) =>
        withoutHeading(text, { start: pieces[0]?.start ?? 0, end: endOfWords(text, pieces, end === turns.at(-1)!.end) }, true, headings),
      )
      .map((span) => trimSpan(text, span))
      .filter(({ start, end }) => end > start && !saysNothing(text.slice(start, end)))
    const asked = { start: utterances[place.from]!.start, end: utterances[place.to]!.end }
    const together = next === turn && found.length > 0
    found.unshift({ place, asked, spans: together ? found[0]!.spans : withoutHums(text, spans), sure: stop === next })
  }
  return found
}

/** Where a turn's words end; in the last of all, before an addition that nobody asked for. */
function endOfWords(text: string, pieces: readonly Span[], last: boolean): number {
  const [start, end] = [pieces[0]?.start ?? 0, pieces.at(-1)?.end ?? 0]
  const addition = last ? [...text.slice(start, end).matchAll(/\n([^\n]+)/g)].find((line) => isAddition(line[1]!.trim())) : undefined
  return addition ? start + addition.index : end
}

function leaves(text: string, pieces: readonly Span[]): boolean {
  return pieces.some(({ start, end }) =>
    text
      .slice(start, end)
      .split(/(?<=[.?!])\s+/)
      .some(isLeaving),
  )
}

/** "Mm." and "Hur då?" are no answers beside answers. */
function withoutHums(text: string, spans: readonly Span[]): readonly Span[] {
  const words = spans.filter(({ start, end }) => {
    const said = text.slice(start, end)
    return !/^(?:m+|mhm|hm+|jaha|aha|okej|okei|ok|okay|uh-?huh)[.!…\s]*$/i.test(said) && !(/\?$/.test(said) && countWords(said) <= 4)
  })
  return words.length > 0 ? words : spans
}
