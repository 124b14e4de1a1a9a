import { type CasePart, caseParts, partsOutside } from './case-parts.ts'
import { layoutOf, nameMarks, SIZE } from './draw-bars.ts'
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

/** A bar a theme, parted by how its cases stand: the forms of the squares, those who were not asked apart from those who were. One scale for all. */
export function drawStates(themes: readonly DrawnStates[], words: Readonly<Record<StateForm, string>>, shape: Shape): Drawing {
  const { width, pitch, left, right, bar } = layoutOf(shape)
  const used = stateForms.filter((form) => themes.some(({ counts }) => counts[form] > 0))
  const legend = legendOf(used, words, width)
  const most = Math.max(1, ...themes.map(({ counts }) => stateForms.reduce((sum, form) => sum + counts[form], 0)))
  const unit = (right - left - GAP) / most
  const marks = themes.flatMap((theme, at): Mark[] => {
    const y = legend.height + at * pitch
    return [...nameMarks(theme, shape, y), ...barOf(theme.counts, { x: left, y: y + bar, unit }, at), saidAt(theme.said, right + 12, y + bar + 13, at)]
  })
  return { width, height: legend.height + Math.max(1, themes.length * pitch), marks: [...legend.marks, ...marks] }
}

function saidAt(text: string, x: number, y: number, at: number): Mark {
  return { is: 'text', x, y, text, size: SIZE, anchor: 'start', ink: 'usual', opens: `${at}` }
}

function barOf(counts: DrawnStates['counts'], { x, y, unit }: { x: number; y: number; unit: number }, row: number): Mark[] {
  const marks: Mark[] = []
  let from = x
  let apart = false
  for (const form of stateForms) {
    if (counts[form] === 0) continue
    if (OUTSIDE.includes(form) && !apart && from > x) from += GAP
    apart ||= OUTSIDE.includes(form)
    const wide = counts[form] * unit
    marks.push(...formMarks(form, { x: round(from), y, width: Math.max(1, round(wide) - 1.5), height: TALL }))
    if (wide >= 16)
      marks.push({
        is: 'text',
        x: round(from + wide / 2),
        y: y + 13.5,
        text: `${counts[form]}`,
        size: 12,
        anchor: 'middle',
        ink: form === 'yes' ? 'paper' : 'strong',
        opens: `${row}.${form}`,
      })
    from += wide
  }
  return marks
}

type Box = { x: number; y: number; width: number; height: number }

/** A form fills its box: full, half, crossed out, pale, empty; who was not asked is dashed, without source a dot, outside the guide a dash. */
export function formMarks(form: StateForm, { x, y, width, height }: Box): Mark[] {
  const d = `M${x} ${y}h${width}v${height}h${-width}Z`
  const outline: Mark = { is: 'line', d, width: 1.5, ink: 'usual' }
  if (form === 'not-asked') return [{ is: 'line', d: dashed({ x, y, width, height }), width: 1, ink: 'usual' }]
  if (form === 'no-source') return [{ is: 'area', d: `M${x + 1} ${round(y + height / 2 - 1.5)}h3v3h-3Z`, ink: 'full' }]
  if (form === 'outside-guide') return [{ is: 'line', d: `M${x} ${round(y + height / 2)}h${Math.min(8, width)}`, width: 1.5, ink: 'quiet' }]
  if (form === 'yes') return [{ is: 'area', d, ink: 'full' }, outline]
  if (form === 'partly')
    return [
      { is: 'area', d, ink: 'paper' },
      { is: 'line', d: hatch({ x, y, width, height }), width: 2.4, ink: 'usual' },
      { is: 'area', d: middle({ x, y, width, height }), ink: 'paper' },
      outline,
    ]
  if (form === 'quoted' || form === 'beside') return [{ is: 'area', d, ink: 'wash' }, outline]
  if (form === 'no')
    return [
      outline,
      { is: 'line', d: `M${x} ${y + height - 4}h${width}M${x} ${y + 4}h${width}`, width: 1.5, ink: 'usual' },
      { is: 'area', d: middle({ x, y, width, height }), ink: 'paper' },
    ]
  if (form === 'dont-know' || form === 'unanswered')
    return [
      outline,
      { is: 'line', d: `M${x} ${y + height}L${x + Math.min(width, height)} ${y}`, width: 1, ink: form === 'dont-know' ? 'usual' : 'quiet' },
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
