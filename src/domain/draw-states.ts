import { type CasePart, caseParts, partsOutside } from './case-parts.ts'
import { layoutOf, nameMarks, rowsFor, SIZE } from './draw-bars.ts'
import type { Drawing, Mark, Shape } from './drawing.ts'

/** As charts part the cases: those outside the base stand apart. */
export const stateForms = caseParts
export type StateForm = CasePart
const OUTSIDE: readonly StateForm[] = partsOutside
export type DrawnStates = {
  readonly key: string
  readonly label: string
  readonly tone: number
  readonly counts: Readonly<Record<StateForm, number>>
  readonly said: string
}

const TALL = 18
const GAP = 10
const LEGEND = 26

type Counts = DrawnStates['counts']
const sumOf = (counts: Counts, forms: readonly StateForm[]) => forms.reduce((sum, form) => sum + counts[form], 0)
const INSIDE: readonly StateForm[] = stateForms.filter((form) => !OUTSIDE.includes(form))

/** Whether those outside the base are drawn on its scale: not where they are more than it, as a survey of hundreds is beside a dozen interviews; then each has a box of its own, with its number. */
export function isOutsideToScale(themes: readonly { readonly counts: Counts }[]): boolean {
  const most = (forms: readonly StateForm[]) => Math.max(0, ...themes.map(({ counts }) => sumOf(counts, forms)))
  return most(OUTSIDE) <= most(INSIDE)
}

/** Boxes for those outside the base, one a form that any theme has, each as wide as its longest number. */
function boxesFor(themes: readonly DrawnStates[]): { form: StateForm; width: number }[] {
  const used = OUTSIDE.filter((form) => themes.some(({ counts }) => counts[form] > 0))
  return used.map((form) => ({ form, width: 28 + 7 * `${Math.max(...themes.map(({ counts }) => counts[form]))}`.length }))
}

/** A bar a theme, parted by how its cases stand: the forms of the squares, those who were not asked apart from those who were. One scale for all. */
export function drawStates(themes: readonly DrawnStates[], words: Readonly<Record<StateForm, string>>, shape: Shape): Drawing {
  const { width, left, right } = layoutOf(shape)
  const { rows, height } = rowsFor(themes, shape)
  const used = stateForms.filter((form) => themes.some(({ counts }) => counts[form] > 0))
  const legend = legendOf(used, words, width)
  const boxes = isOutsideToScale(themes) ? null : boxesFor(themes)
  const room = right - left - GAP - (boxes ?? []).reduce((sum, box) => sum + box.width, 0)
  const unit = room / Math.max(1, ...themes.map(({ counts }) => sumOf(counts, boxes ? INSIDE : stateForms)))
  const marks = themes.flatMap((theme, at): Mark[] => {
    const { bar } = rows[at]!
    const y = legend.height + rows[at]!.y
    return [
      ...nameMarks(theme, shape, y),
      ...barOf(theme.counts, { x: left, y: y + bar, unit, forms: boxes ? INSIDE : stateForms }, at),
      ...(boxes ? boxesOf(theme.counts, boxes, { x: left + room + GAP, y: y + bar }, at) : []),
      saidAt(theme.said, right + 12, y + bar + 13, at),
    ]
  })
  return { width, height: legend.height + height, marks: [...legend.marks, ...marks] }
}

function saidAt(text: string, x: number, y: number, at: number): Mark {
  return { is: 'text', x, y, text, size: SIZE, anchor: 'start', ink: 'usual', opens: `${at}` }
}

/** Those outside the base in boxes that are not on its scale, each form in its own column. */
function boxesOf(counts: Counts, boxes: readonly { form: StateForm; width: number }[], { x, y }: { x: number; y: number }, row: number): Mark[] {
  let from = x
  return boxes.flatMap(({ form, width }) => {
    const at = round(from)
    from += width
    return counts[form] === 0
      ? []
      : [
          ...formMarks(form, { x: at, y, width: width - 4, height: TALL }),
          numberAt(counts[form], at + (width - 4) / 2 + (form === 'no-source' || form === 'outside-guide' ? 6 : 0), y, `${row}.${form}`, 'strong'),
        ]
  })
}

function numberAt(n: number, x: number, y: number, opens: string, ink: 'paper' | 'strong'): Mark {
  return { is: 'text', x: round(x), y: y + 13.5, text: `${n}`, size: 12, anchor: 'middle', ink, opens }
}

function barOf(counts: Counts, { x, y, unit, forms }: { x: number; y: number; unit: number; forms: readonly StateForm[] }, row: number): Mark[] {
  const marks: Mark[] = []
  let from = x
  let apart = false
  for (const form of forms) {
    if (counts[form] === 0) continue
    if (OUTSIDE.includes(form) && !apart && from > x) from += GAP
    apart ||= OUTSIDE.includes(form)
    const wide = counts[form] * unit
    marks.push(...formMarks(form, { x: round(from), y, width: Math.max(1, round(wide) - 1.5), height: TALL }))
    if (wide >= 16) marks.push(numberAt(counts[form], from + wide / 2, y, `${row}.${form}`, form === 'yes' ? 'paper' : 'strong'))
    from += wide
  }
  return marks
}

type Box = { x: number; y: number; width: number; height: number }

/** A form fills its box: full, half, crossed out, pale, empty; those outside the base are dashed, or have a dot or a ring of their own on a line (a dash before a number would be a minus). No two are alike. */
export function formMarks(form: StateForm, { x, y, width, height }: Box): Mark[] {
  const d = `M${x} ${y}h${width}v${height}h${-width}Z`
  const outline: Mark = { is: 'line', d, width: 1.5, ink: 'usual' }
  const dashes: Mark = { is: 'line', d: dashed({ x, y, width, height }), width: 1.2, ink: 'usual' }
  if (form === 'not-asked') return [dashes]
  if (form === 'beside') return [{ is: 'area', d, ink: 'wash' }, dashes]
  if (form === 'no-source' || form === 'outside-guide') {
    const ground: Mark = { is: 'line', d: `M${x} ${y + height}h${width}`, width: 1, ink: 'quiet' }
    const at = round(x + Math.min(width / 2, 7))
    return [ground, { is: 'dot', x: at, y: y + height / 2, r: form === 'no-source' ? 1.8 : 2.8, full: form === 'no-source' }]
  }
  if (form === 'waiting')
    return [outline, ...[0.25, 0.5, 0.75].map((part): Mark => ({ is: 'dot', x: round(x + Math.min(width, 18) * part), y: y + height / 2, r: 1, full: true }))]
  if (form === 'yes') return [{ is: 'area', d, ink: 'full' }, outline]
  if (form === 'partly')
    return [
      { is: 'area', d, ink: 'paper' },
      { is: 'line', d: hatch({ x, y, width, height }), width: 2.4, ink: 'usual' },
      { is: 'area', d: middle({ x, y, width, height }), ink: 'paper' },
      outline,
    ]
  if (form === 'quoted') return [{ is: 'area', d, ink: 'wash' }, outline]
  if (form === 'no')
    return [
      outline,
      { is: 'line', d: `M${x} ${y + height - 4}h${width}M${x} ${y + 4}h${width}`, width: 1.5, ink: 'usual' },
      { is: 'area', d: middle({ x, y, width, height }), ink: 'paper' },
    ]
  if (form === 'dont-know' || form === 'unanswered')
    return [
      outline,
      {
        is: 'line',
        d: form === 'dont-know' ? `M${x} ${y + height}L${x + Math.min(width, height)} ${y}` : `M${x} ${y}L${x + Math.min(width, height)} ${y + height}`,
        width: 1,
        ink: 'usual',
      },
      { is: 'area', d: middle({ x, y, width, height }), ink: 'paper' },
    ]
  return [outline]
}

/** The edge of a box in dashes. */
function dashed({ x, y, width, height }: Box): string {
  let d = ''
  for (let at = 0; at < width; at += 5) {
    const long = round(Math.min(3, width - at))
    d += `M${round(x + at)} ${y}h${long}M${round(x + at)} ${y + height}h${long}`
  }
  for (let at = 0; at < height; at += 5) {
    const long = round(Math.min(3, height - at))
    d += `M${x} ${round(y + at)}v${long}M${round(x + width)} ${round(y + at)}v${long}`
  }
  return d
}

/** Room for a number, where the box is wide enough for one. */
function middle({ x, y, width, height }: Box): string {
  const room = width >= 26 ? 9 : width >= 16 ? 6 : 0
  return `M${round(x + width / 2 - room)} ${y + 2}h${room * 2}v${height - 4}h${-room * 2}Z`
}

function hatch({ x, y, width, height }: Box): string {
  let d = ''
  for (let at = -height + 6; at < width; at += 6) {
    const [low, high] = [Math.max(at, 0), Math.min(at + height, width)]
    if (high > low) d += `M${round(x + low)} ${round(y + height - (low - at))}L${round(x + high)} ${round(y + height - (high - at))}`
  }
  return d
}

function legendOf(forms: readonly StateForm[], words: Readonly<Record<StateForm, string>>, width: number): { marks: Mark[]; height: number } {
  const marks: Mark[] = []
  let [x, y] = [0, 0]
  for (const form of forms) {
    const long = 22 + words[form].length * SIZE * 0.52 + 18
    if (x > 0 && x + long > width) [x, y] = [0, y + LEGEND]
    marks.push(...formMarks(form, { x, y, width: 15, height: 15 }), {
      is: 'text',
      x: x + 22,
      y: y + 12.5,
      text: words[form],
      size: SIZE,
      anchor: 'start',
      ink: 'usual',
    })
    x += long
  }
  return { marks, height: forms.length === 0 ? 0 : y + LEGEND + 10 }
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
