import type { Evidence } from '../propose-edits.ts'
import type { EditKind, TextEdit } from '../text-edit.ts'
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
  const kept = lines.flatMap((line, at) => (furniture.has(at) ? [] : [at]))
  const own = kept.map((at) => lines[at]!)
  const widths = lineWidths(own, wrapping)
  const labels = labelsIn(own)
  let read: WordForms | undefined
  const forms = () => (read ??= new WordForms(text))
  const edits: TextEdit[] = kept.length > 0 && kept[0]! > 0 ? removals(text, lines, furniture, 0, kept[0]!) : []
  for (let n = 1; n < kept.length; n++) {
    const [from, to] = [kept[n - 1]!, kept[n]!]
    const before = lines[from]!
    const line = lines[to]!
    const gap = to > from + 1 ? 'page' : gapOf(line, wrapping)
    const rest = gap === 'page' ? text.slice(line.start, line.start + 320) : ''
    const on = goesOn(before, line, { gap, width: widths[n - 1]!, labels, rest })
    const edit = bridge(text, before, lines[from + 1]!, on ? gap : null, line.words, forms, evidence)
    if (edit) edits.push(edit)
    for (const removal of removals(text, lines, furniture, from + 1, to)) edits.push(removal)
  }
  if (kept.length > 0) for (const removal of removals(text, lines, furniture, kept.at(-1)! + 1, lines.length)) edits.push(removal)
  return edits
}

function gapOf(line: PageLine, { feeds, pageFeeds }: Wrapping): Gap {
  if (line.page || line.feeds === pageFeeds) return 'page'
  return line.feeds > feeds ? 'room' : 'line'
}

/** The edit of the gap after a line; `on` says over what its paragraph goes on, null where it ends. Undefined where the gap is as it should be. */
function bridge(text: string, before: PageLine, line: PageLine, on: Gap | null, next: string, forms: () => WordForms, evidence: Evidence): TextEdit | undefined {
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
function removals(text: string, lines: readonly PageLine[], furniture: ReadonlyMap<number, Furniture>, from: number, to: number): TextEdit[] {
  const edits: TextEdit[] = []
  for (let at = from; at < to; at++) {
    const { start, end } = lines[at]!
    const until = lines[at + 1]?.start ?? text.length
    edits.push({ kind: furniture.get(at)!, start, end: until > end ? until : end, to: '' })
  }
  return edits
}
