import type { Span } from './span.ts'

/**
 * A stretch of an older text and how many units stand in its place in the newer one. Those of a text are in its order and never
 * overlap. `standsFor`: one word was put for one word, so that the new one has exactly the place of the old.
 */
export type Change = Span & { readonly size: number; readonly standsFor?: boolean }
/** Where a span of the older text lies in the newer. `guess`: the likeliest place, null where nothing is left of it. */
export type Carried = { readonly kind: 'carried'; readonly span: Span } | { readonly kind: 'unsure'; readonly guess: Span | null }
/**
 * A paragraph that was edited in place: where its words lay and where they lie, spaces at the ends left out. `said`: where what is said
 * in it begins, after a label that was left as it was.
 */
export type EditedParagraph = { readonly old: Span; readonly now: Span; readonly said?: { readonly old: number; readonly now: number } }

/** A span may grow by itself and by this many characters more before it is unsure that it is one passage still. */
const MOST_GROWTH = 100

/**
 * Carries spans over changes. **The law**: a character outside every change keeps its identity; a word that stands for a word has the
 * place of it. A span is carried where its first and its last character are both still there (or are stood for, by a change that lies
 * wholly in the span): it then reaches from the one to the other. So what is changed before or after it moves it, and what is changed
 * inside it stretches or shrinks it; what is put in exactly at an end is outside.
 *
 * Unsure are: a span that has lost an end; one of which more than half of the characters are gone or stood for; one that has grown to
 * more than twice its length and a hundred characters. The guess reaches over what is left and what was put in place of characters of
 * the span alone. Where no character is left and nothing stands for any, there is no guess.
 *
 * With `edited`, for what people lay by paragraphs (turns, answers): an end that lay where the edited paragraph began or ended, or
 * where what is said in it began, lies there still.
 */
export function carrier(changes: readonly Change[], edited?: EditedParagraph): (span: Span) => Carried {
  const places = placesOf(changes)
  return (span) => {
    const begins = edited && (span.start === edited.old.start ? edited.now.start : span.start === edited.said?.old ? edited.said.now : undefined)
    const ends = edited && span.end === edited.old.end ? edited.now.end : undefined
    const start = begins === undefined ? places.startOf(span) : sure(begins)
    const end = ends === undefined ? places.endOf(span) : sure(ends)
    const there = { start: start.at, end: end.at }
    const laid = begins !== undefined && ends !== undefined
    const kept = laid ? span.end - span.start : places.keptOf(span)
    if (there.start >= there.end || (kept === 0 && !(start.sure && end.sure))) return { kind: 'unsure', guess: null }
    const whole = start.sure && end.sure && (laid || isStillOne(span, there, kept))
    return whole ? { kind: 'carried', span: there } : { kind: 'unsure', guess: there }
  }
}

function isStillOne(span: Span, there: Span, kept: number): boolean {
  const length = span.end - span.start
  return kept * 2 >= length && there.end - there.start <= 2 * length + MOST_GROWTH
}

type Place = { at: number; sure: boolean }
const sure = (at: number): Place => ({ at, sure: true })

function placesOf(changes: readonly Change[]) {
  const shifts = [0]
  const gone = [0]
  for (const { start, end, size } of changes) {
    shifts.push(shifts.at(-1)! + size - (end - start))
    gone.push(gone.at(-1)! + end - start)
  }
  /** Index of the first change that ends after an offset. */
  const after = (offset: number) => {
    let low = 0
    let high = changes.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (changes[middle]!.end <= offset) low = middle + 1
      else high = middle
    }
    return low
  }
  /** How many units before an offset are gone. */
  const goneBefore = (offset: number) => {
    const at = after(offset)
    const under = changes[at]
    return gone[at]! + (under && under.start < offset ? offset - under.start : 0)
  }
  const lies = (change: Change, { start, end }: Span) => change.start >= start && change.end <= end
  return {
    startOf(span: Span): Place {
      const at = after(span.start)
      const change = changes[at]
      if (!change || change.start > span.start) return sure(span.start + shifts[at]!)
      const from = change.start + shifts[at]!
      if (!lies(change, span)) return { at: from + change.size, sure: false }
      return { at: from, sure: change.standsFor === true && change.size > 0 }
    },
    endOf(span: Span): Place {
      const at = after(span.end - 1)
      const change = changes[at]
      if (!change || change.start >= span.end) return sure(span.end + shifts[at]!)
      const from = change.start + shifts[at]!
      if (!lies(change, span)) return { at: from, sure: false }
      return { at: from + change.size, sure: change.standsFor === true && change.size > 0 }
    },
    keptOf: (span: Span) => span.end - span.start - (goneBefore(span.end) - goneBefore(span.start)),
  }
}

/** The same changes from the newer text back to the older. */
export function invert(changes: readonly Change[]): Change[] {
  let shift = 0
  return changes.map(({ start, end, size, standsFor }) => {
    const from = start + shift
    shift += size - (end - start)
    const back = { start: from, end: from + size, size: end - start }
    return standsFor ? { ...back, standsFor } : back
  })
}

/** Carries spans over several changes of a text, one after another. Unsure once is unsure: the guess is carried on from there. */
export function carrierOver(steps: readonly (readonly Change[])[]): (span: Span) => Carried {
  const carriers = steps.map((changes) => carrier(changes))
  return (span) => {
    let carried: Carried = { kind: 'carried', span }
    for (const carry of carriers) {
      const from = carried.kind === 'carried' ? carried.span : carried.guess
      if (!from) return carried
      const next = carry(from)
      carried = carried.kind === 'carried' ? next : { kind: 'unsure', guess: next.kind === 'carried' ? next.span : next.guess }
    }
    return carried
  }
}
