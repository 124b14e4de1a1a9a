import { Refusal } from './refusal.ts'
import type { Span } from './span.ts'

/** A place of a quotation that is published otherwise: what is put there, … for words left out or [words] of one's own. Offsets count from the quotation's beginning. */
export type PublicationEdit = Span & { readonly put: string }

const MARK = /\[[^[\]]*\]|…|\.{3}/g
const LEAST = 1

/** The words as they are published. */
export function publishedWords(words: string, edits: readonly PublicationEdit[]): string {
  let said = ''
  let at = 0
  for (const { start, end, put } of edits) {
    said += words.slice(at, start) + put
    at = end
  }
  return said + words.slice(at)
}

export type DifferencePart = { readonly kind: 'kept' | 'cut' | 'put'; readonly text: string }

/** The words as they were said, with what is left out and what is put in. */
export function differenceOf(words: string, edits: readonly PublicationEdit[]): DifferencePart[] {
  const parts: DifferencePart[] = []
  let at = 0
  const add = (kind: DifferencePart['kind'], text: string) => text && parts.push({ kind, text })
  for (const { start, end, put } of edits) {
    add('kept', words.slice(at, start))
    add('cut', words.slice(start, end))
    add('put', put)
    at = end
  }
  add('kept', words.slice(at))
  return parts
}

/**
 * What was written in the place of a quotation's words, as edits: every word stands as it was said, but for … (or ...) where some are left
 * out and [ ] around one's own. Spaces are the quotation's. Refuses words that were not said there; none where nothing is changed.
 */
export function readPublicationEdits(words: string, written: string): PublicationEdit[] {
  const said = bare(words)
  const pieces = piecesOf(written)
  const gaps = laidOn(said, pieces, true) ?? laidOn(said, pieces, false)
  if (!gaps) throw new Refusal('invalid', 'refusal.not-said', { words: firstUnsaid(said, pieces) })
  return parted(gaps.flatMap((gap, at) => editOf(words, said, gap, pieces.marks[at]!)))
}

/** A text without its spaces, where each of its units stands in it, and which follow a space. */
type Bare = { text: string; at: number[]; begins: boolean[] }
function bare(text: string): Bare {
  const units: string[] = []
  const at: number[] = []
  const begins: boolean[] = []
  let spaced = true
  for (let i = 0; i < text.length; i++) {
    if (/\s/.test(text[i]!)) spaced = true
    else {
      units.push(text[i]!)
      at.push(i)
      begins.push(spaced)
      spaced = false
    }
  }
  return { text: units.join(''), at, begins }
}

type Mark = { put: string; bare: string; before: boolean; after: boolean }
type Pieces = { literals: { text: string; bare: string; begins: boolean }[]; marks: Mark[] }

function piecesOf(written: string): Pieces {
  const text = written.replaceAll('\r\n', '\n')
  const found = [...text.matchAll(MARK)]
  const edges = [0, ...found.map((match) => match.index + match[0].length)]
  const literals = edges.map((from, nth) => {
    const literal = text.slice(from, found[nth]?.index ?? text.length)
    return { text: literal.trim(), bare: bare(literal).text, begins: from === 0 || /^\s/.test(literal) }
  })
  const marks = found.map(({ 0: mark, index }) => ({
    put: mark === '...' ? '…' : mark,
    bare: bare(mark).text,
    before: /\s/.test(text[index - 1] ?? ''),
    after: /\s/.test(text[index + mark.length] ?? ''),
  }))
  return { literals, marks }
}

/** Where each mark lies in the bare words, the earliest place that fits; null where the words between are not there. `whole`: a word begins where one does. */
function laidOn(said: Bare, { literals, marks }: Pieces, whole: boolean): Span[] | null {
  const { text } = said
  if (!text.startsWith(literals[0]!.bare)) return null
  const gaps: Span[] = []
  let at = literals[0]!.bare.length
  for (const [nth, mark] of marks.entries()) {
    const literal = literals[nth + 1]!
    const from = at + leastOf(mark, text, at)
    const last = nth === marks.length - 1
    let found = last ? text.length - literal.bare.length : text.indexOf(literal.bare, from)
    if (!last && whole && literal.begins && literal.bare) while (found >= 0 && !said.begins[found]) found = text.indexOf(literal.bare, found + 1)
    if (found < from || !text.startsWith(literal.bare, found)) return null
    gaps.push({ start: at, end: found })
    at = found + literal.bare.length
  }
  return at === text.length ? gaps : null
}

/** What was said as the mark reads is itself; words left out are one at least. */
function leastOf(mark: Mark, text: string, at: number): number {
  if (text.startsWith(mark.bare, at)) return mark.bare.length
  return /^\[?…\]?$/.test(mark.put) ? LEAST : 0
}

function editOf(words: string, said: Bare, { start, end }: Span, mark: Mark): PublicationEdit[] {
  if (said.text.slice(start, end) === mark.bare) return []
  if (end > start) {
    const before = mark.before && start > 0 && !said.begins[start] ? ' ' : ''
    const after = mark.after && end < said.at.length && !said.begins[end] ? ' ' : ''
    return [{ start: said.at[start]!, end: said.at[end - 1]! + 1, put: `${before}${mark.put}${after}` }]
  }
  const left = start === 0 ? 0 : said.at[start - 1]! + 1
  const right = said.at[start] ?? words.length
  const between = right > left
  if (!between) return [{ start: left, end: left, put: `${mark.before && start > 0 ? ' ' : ''}${mark.put}${mark.after && start < said.at.length ? ' ' : ''}` }]
  if (!mark.before) return [{ start: left, end: left, put: mark.put }]
  return [{ start: right, end: right, put: mark.after ? `${mark.put} ` : mark.put }]
}

/** Where one follows another at once, a single space parts them. */
function parted(edits: readonly PublicationEdit[]): PublicationEdit[] {
  return edits.map((edit, at) => {
    const before = edits[at - 1]
    return before?.end === edit.start && before.put.endsWith(' ') ? { ...edit, put: edit.put.trimStart() } : edit
  })
}

function firstUnsaid(said: Bare, { literals }: Pieces): string {
  let at = 0
  for (const literal of literals) {
    const found = said.text.indexOf(literal.bare, at)
    if (found < 0) return literal.text.slice(0, 80)
    at = found + literal.bare.length
  }
  return (literals.findLast(({ text }) => text !== '')?.text ?? '').slice(0, 80)
}
