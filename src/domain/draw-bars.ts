import { type Drawing, linesIn, type Mark, type Shape } from './drawing.ts'

/**
 * A theme's bar: `share` of its base is filled, null where there is none; `said` is the count with its base. `unjudged`: the share of whom nobody
 * knows, with its words; it stands at the bar's end, as pale as where the states are drawn.
 */
export type DrawnBar = {
  readonly key: string
  readonly label: string
  readonly tone: number
  readonly share: number | null
  readonly said: string
  readonly unjudged?: { readonly share: number; readonly said: string } | undefined
}

export const SIZE = 13
const TALL = 16
/** Where names, bars and counts stand: beside each other on a wide paper; on a narrow one the name stands above its bar. */
export function layoutOf(shape: Shape): { width: number; pitch: number; name: number; left: number; right: number; bar: number } {
  return shape === 'wide'
    ? { width: 880, pitch: 40, name: 250, left: 270, right: 730, bar: 8 }
    : { width: 360, pitch: 62, name: 350, left: 0, right: 230, bar: 32 }
}

/** A bar a theme, all of one length where all of those asked say so, with the count and what it is of at its end. */
export function drawBars(bars: readonly DrawnBar[], shape: Shape): Drawing {
  const { width, left, right } = layoutOf(shape)
  const { rows, height } = rowsFor(bars, shape)
  const marks = bars.flatMap((one, at): Mark[] => {
    const { y, bar } = rows[at]!
    const long = Math.round((right - left) * (one.share ?? 0))
    const pale = Math.min(right - left - long, Math.round((right - left) * (one.unjudged?.share ?? 0)))
    const isDrawn = one.share !== null || pale > 0
    return [
      ...nameMarks(one, shape, y),
      ...(long > 0 ? [{ is: 'area', d: `M${left} ${y + bar}h${long}v${TALL}h${-long}Z`, ink: 'full' } as const] : []),
      ...(pale > 0 ? paleMarks(right - pale, y + bar, pale) : []),
      ...(isDrawn ? [{ is: 'line', d: `M${left} ${y + bar}H${right}v${TALL}H${left}Z`, width: 1, ink: 'usual' } as const] : []),
      ...(one.unjudged?.said
        ? [{ is: 'text', x: right + 12, y: y + bar + 27.5, text: one.unjudged.said, size: SIZE, anchor: 'start', ink: 'usual' } as const]
        : []),
      {
        is: 'text',
        x: right + 12,
        y: y + bar + 12.5,
        text: one.said,
        size: SIZE,
        anchor: 'start',
        ink: one.share === null ? 'quiet' : 'usual',
        opens: `${at}`,
      },
    ]
  })
  return { width, height, marks }
}

/** The end of a bar that nobody is judged in, parted from the rest. */
function paleMarks(x: number, y: number, width: number): Mark[] {
  return [
    { is: 'area', d: `M${x} ${y}h${width}v${TALL}h${-width}Z`, ink: 'wash' },
    { is: 'line', d: `M${x} ${y}v${TALL}`, width: 1, ink: 'usual' },
  ]
}

type Named = Pick<DrawnBar, 'key' | 'label' | 'tone'>
const LINE = 17
const MOST_LINES = 3

function linesOf({ key, label }: Named, shape: Shape): string[] {
  return linesIn(`${key} ${label}`, SIZE + 1, layoutOf(shape).name, MOST_LINES)
}

/** Where each row has its top, and how far below that its bar stands; a name of several lines makes its row higher. `less`: taken off each row. */
export function rowsFor(themes: readonly Named[], shape: Shape, less = 0): { rows: readonly { y: number; bar: number }[]; height: number } {
  const { pitch, bar } = layoutOf(shape)
  let y = 0
  const rows = themes.map((theme) => {
    const more = LINE * (linesOf(theme, shape).length - 1)
    const row = { y, bar: shape === 'wide' ? bar : bar + more }
    y += pitch - less + more
    return row
  })
  return { rows, height: Math.max(1, y) }
}

/** The theme's number and name, with its line under them. */
export function nameMarks(theme: Named, shape: Shape, y: number): Mark[] {
  const lines = linesOf(theme, shape)
  return [
    ...lines.map((text, at): Mark => ({ is: 'text', x: 0, y: y + 18 + at * LINE, text, size: SIZE + 1, anchor: 'start', ink: 'strong' })),
    { is: 'rule', x: 0, y: y + 26 + (lines.length - 1) * LINE, length: 40, tone: theme.tone },
  ]
}
