import type { EditKind, TextEdit } from '../text-edit.ts'
import type { Evidence } from './evidence.ts'
import { type Furniture, furnitureOf } from './furniture.ts'
import { type Gap, goesOn } from './going-on.ts'
import { jointOf } from './line-hyphen.ts'
import { labelsIn } from './line-shape.ts'
import { lineWidths } from './line-widths.ts'
import type { PageLine } from './page-line.ts'
import { WordForms } from './word-forms.ts'
import type { Wrapping } from './wrapping.ts'

/** What is between the lines of a wrapped text, mended: one paragraph a line, without what pages carry. In the order of the text. */
export function mendGaps(text: string, lines: readonly PageLine[], wrapping: Wrapping, evidence: Evidence): TextEdit[] {
  const furniture = furnitureOf(lines)
  const kept = [...lines.keys()].filter((at) => !furniture.has(at))
  const goingOn = joinsOf(text, lines, kept, wrapping)
  let read: WordForms | undefined
  const forms = () => (read ??= new WordForms(text))
  const edits: TextEdit[] = []
  for (const [n, at] of kept.entries()) {
    const from = n > 0 ? kept[n - 1]! : -1
    const edit = n > 0 ? bridge(text, lines[from]!, lines[from + 1]!, goingOn[n]!, lines[at]!.words, forms, evidence) : undefined
    if (edit) edits.push(edit)
    for (const removal of removals(lines, furniture, from + 1, at)) edits.push(removal)
  }
  for (let at = (kept.at(-1) ?? -1) + 1; at < lines.length; at++)
    edits.push({ kind: furniture.get(at)!, start: lines[at - 1]?.end ?? lines[at]!.start, end: lines[at]!.end, to: '' })
  return withoutEdges(text, lines, edits)
}

/** For each line that is kept, over what gap it goes on with the one before; null where a paragraph begins. */
function joinsOf(text: string, lines: readonly PageLine[], kept: readonly number[], wrapping: Wrapping): (Gap | null)[] {
  const own = kept.map((at) => lines[at]!)
  const widths = lineWidths(own, wrapping)
  const labels = labelsIn(own)
  const gaps = kept.map((at, n) => (n > 0 && at > kept[n - 1]! + 1 ? 'page' : gapOf(lines[at]!, wrapping)))
  return own.map((line, n) => {
    if (n === 0) return null
    const after = own[n + 1] && { line: own[n + 1]!, gap: gaps[n + 1]! }
    const rest = gaps[n] === 'page' ? text.slice(line.start, line.start + 320) : ''
    const near = { gap: gaps[n]!, width: widths[n - 1]!, tails: wrapping.tails, labels, rest, after }
    return goesOn(own[n - 1]!, line, near) ? near.gap : null
  })
}

/** The edits, with those of the empty lines and spaces at both ends of the text. */
function withoutEdges(text: string, lines: readonly PageLine[], edits: TextEdit[]): TextEdit[] {
  const [first, last] = [lines[0], lines.at(-1)]
  if (!first || !last) return edits
  if (first.start > 0) edits.unshift({ kind: 'blank-lines', start: 0, end: first.start, to: '' })
  if (last.end < text.length) edits.push({ kind: 'blank-lines', start: last.end, end: text.length, to: '' })
  return edits
}

function gapOf(line: PageLine, { feeds, pageFeeds }: Wrapping): Gap {
  if (line.page) return line.feeds > Math.max(feeds, pageFeeds ?? 0) ? 'room' : 'page'
  if (line.feeds === pageFeeds && pageFeeds > feeds) return 'page'
  return line.feeds > feeds ? 'room' : 'line'
}

/** The edit of the gap after a line; `on` says over what its paragraph goes on, null where it ends. Undefined where the gap is as it should be. */
function bridge(
  text: string,
  before: PageLine,
  line: PageLine,
  on: Gap | null,
  next: string,
  forms: () => WordForms,
  evidence: Evidence,
): TextEdit | undefined {
  const gap = text.slice(before.end, line.start)
  if (on === null) return gap === '\n' ? undefined : { kind: kindOfBreak(gap), start: before.end, end: line.start, to: '\n' }
  const joint = jointOf(before.words, next, forms, evidence)
  if (joint) return { kind: joint.kind, start: before.end - joint.cut, end: line.start, to: joint.to }
  return { kind: on === 'page' ? 'page-breaks' : 'line-wraps', start: before.end, end: line.start, to: ' ' }
}

function kindOfBreak(gap: string): EditKind {
  if (gap.includes('\f')) return 'page-breaks'
  return gap.split('\n').length > 2 ? 'blank-lines' : 'double-spaces'
}

/** Edits that take away what stands from a line to another, each line with the gap after it. */
function removals(lines: readonly PageLine[], furniture: ReadonlyMap<number, Furniture>, from: number, to: number): TextEdit[] {
  const edits: TextEdit[] = []
  for (let at = from; at < to; at++) {
    const { start, end } = lines[at]!
    edits.push({ kind: furniture.get(at)!, start, end: lines[at + 1]?.start ?? end, to: '' })
  }
  return edits
}
