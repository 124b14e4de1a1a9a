import type { Mark } from './mark.ts'
import type { Span } from './span.ts'

/** Why a text that was damaged on its way is changed. Each edit can be refused by itself, or all of a kind. */
export const editKinds = [
  'line-wraps',
  'page-breaks',
  'running-heads',
  'page-numbers',
  'ligatures',
  'soft-hyphens',
  'line-hyphens',
  'double-spaces',
  'urls',
  'blank-lines',
] as const
export type EditKind = (typeof editKinds)[number]

/** Put `to` in place of a span of the raw text. The edits of a text are in its order and never overlap, so that any may be left out. */
export type TextEdit = Span & { readonly kind: EditKind; readonly to: string }

/** What a person refuses of the edits by: an edit's own key, or a whole kind. */
export function keyOfEdit({ kind, start }: TextEdit): string {
  return `${kind}:${start}`
}

/** A text with its edits made, and its marks where they then lie. A mark whose words are all gone is gone. */
export function applyEdits(text: string, marks: readonly Mark[], edits: readonly TextEdit[]): { text: string; marks: Mark[] } {
  if (edits.length === 0) return { text, marks: [...marks] }
  const parts: string[] = []
  let at = 0
  for (const { start, end, to } of edits) {
    parts.push(text.slice(at, start), to)
    at = end
  }
  parts.push(text.slice(at))
  const place = placer(edits)
  const moved = marks.map((mark) => ({ ...mark, start: place(mark.start, 'start'), end: place(mark.end, 'end') }))
  return { text: parts.join(''), marks: moved.filter((mark) => mark.start < mark.end) }
}

/** Where an offset of the raw text lies after the edits. Inside an edit: at its end for a start, at its beginning for an end. */
function placer(edits: readonly TextEdit[]): (offset: number, side: 'start' | 'end') => number {
  const shifts: number[] = []
  let shift = 0
  for (const { start, end, to } of edits) {
    shifts.push(shift)
    shift += to.length - (end - start)
  }
  return (offset, side) => {
    let low = 0
    let high = edits.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (edits[middle]!.start < offset) low = middle + 1
      else high = middle
    }
    const before = edits[low - 1]
    if (!before) return offset
    const moved = shifts[low - 1]! + before.to.length - (before.end - before.start)
    if (offset >= before.end) return offset + moved
    return side === 'start' ? before.end + moved : before.start + shifts[low - 1]!
  }
}
