/**
 * A stretch of a source's text: UTF-16 code units, end-exclusive, so that
 * `text.slice(start, end)` is the quotation. Other units are converted in exchange/.
 */
export type Span = { readonly start: number; readonly end: number }

/** A run of text over which the same spans lie. */
export type Run<S extends Span = Span> = Span & { readonly under: readonly S[] }

export function fitsWithin(text: string, { start, end }: Span): boolean {
  return Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start <= end && end <= text.length
}

/** Two spans share at least one character. */
export function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}

/** Shrink to the first and last non-space character, as people mean it when they drag. */
export function trimSpan(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end)
  const leading = words.length - words.trimStart().length
  return { start: start + leading, end: start + leading + words.trim().length }
}

/** Grow outwards so that neither end splits what a reader sees as one character: a joined emoji, a letter with its marks. */
export function wholeCharacters(text: string, { start, end }: Span): Span {
  return { start: characterAt(text, start)?.start ?? start, end: characterAt(text, end)?.end ?? end }
}

/** UTF-16 units on either side in which a character is looked for that goes over a place: longer ones are nobody's. */
const AROUND = 64
/** Two of these beside each other are two characters in every script: where an edge lies between them nothing is looked up. */
const plain = /[\p{Ll}\p{Lu}\p{Nd}\p{Zs}\n.,;:!?'"()–—…’”-]/u
const characters = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** The character that goes over a place; undefined where one ends and another begins. */
function characterAt(text: string, at: number): Span | undefined {
  if (at <= 0 || at >= text.length || (plain.test(text[at - 1]!) && plain.test(text[at]!))) return undefined
  const from = beginning(text, at)
  const found = characters.segment(text.slice(from, at + AROUND)).containing(at - from)!
  const start = from + found.index
  return start < at ? { start, end: start + found.segment.length } : undefined
}

/** Where to begin reading for the characters at a place: at a plain letter before it, so that none is read from its middle. */
function beginning(text: string, at: number): number {
  let from = at - 1
  while (from > 0 && from > at - AROUND && !plain.test(text[from]!)) from--
  return isLow(text.charCodeAt(from)) && from > 0 ? from - 1 : from
}

const isLow = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff

/** Spans put together where they overlap or touch, in order: words under them are counted once. */
export function unionOf(spans: readonly Span[]): Span[] {
  const union: { start: number; end: number }[] = []
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = union.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else if (end > start) union.push({ start, end })
  }
  return union
}

/** What is left of `spans` when everything under `holes` is cut out. Both may overlap; the result is in order and does not. */
export function subtract(spans: readonly Span[], holes: readonly Span[]): Span[] {
  const left: Span[] = []
  const cuts = unionOf(holes)
  let at = 0
  for (const span of unionOf(spans)) {
    let start = span.start
    while (at < cuts.length && cuts[at]!.end <= start) at++
    for (let next = at; next < cuts.length && cuts[next]!.start < span.end; next++) {
      if (cuts[next]!.start > start) left.push({ start, end: cuts[next]!.start })
      start = Math.max(start, cuts[next]!.end)
    }
    if (start < span.end) left.push({ start, end: span.end })
  }
  return left
}

/**
 * Cut the stretch `within` of a text wherever a span starts or ends. Concatenated, the runs are that stretch;
 * `under` keeps the order of `spans`. One sweep: the cost grows with the number of runs and what lies over each.
 */
export function runsOf<S extends Span>(within: Span, spans: readonly S[]): Run<S>[] {
  const inside: Inside<S>[] = []
  const places = [within.start, within.end]
  for (let order = 0; order < spans.length; order++) {
    const span = spans[order]!
    const start = Math.max(span.start, within.start)
    const end = Math.min(span.end, within.end)
    if (start >= end) continue
    inside.push({ span, order, start, end })
    places.push(start, end)
  }
  const edges = [...new Set(places)].sort((a, b) => a - b)
  inside.sort((a, b) => a.start - b.start)
  const runs: Run<S>[] = []
  let open: Inside<S>[] = []
  let next = 0
  for (let i = 0; i + 1 < edges.length; i++) {
    const start = edges[i]!
    open = open.filter((s) => s.end > start)
    const stayed = open.length
    while (next < inside.length && inside[next]!.start <= start) open.push(inside[next++]!)
    if (open.length > stayed) open.sort((a, b) => a.order - b.order)
    runs.push({ start, end: edges[i + 1]!, under: open.map(({ span }) => span) })
  }
  return runs
}

type Inside<S> = Span & { span: S; order: number }
