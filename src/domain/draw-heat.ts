import { layoutOf, nameMarks, rowsFor, SIZE } from './draw-bars.ts'
import { type Drawing, fitted, type Mark, type Shape } from './drawing.ts'
import { type Heat, heatOf } from './heat.ts'

/** A theme by groups or cases: a number a cell, or null where nobody there was asked. */
export type HeatRow = { readonly key: string; readonly label: string; readonly tone: number; readonly cells: readonly (number | null)[] }

const NAME_ROOM = 180
const TALL = 30

/** A table of numbers on ground that darkens with them; what its steps are stands above. Columns that have no room are left out, which the note says: `columnsIn` tells how many fit. */
export function drawHeat(rows: readonly HeatRow[], columns: readonly string[], steps: Heat, shape: Shape): Drawing {
  const { width, left } = layoutOf(shape)
  const placed = rowsFor(rows, shape, shape === 'wide' ? 4 : 0)
  const shown = columns.slice(0, columnsIn(shape))
  const wide = Math.min(72, (width - left) / Math.max(1, shown.length))
  const head = Math.min(NAME_ROOM, Math.max(0, ...shown.map((name) => name.length)) * SIZE * 0.55) + 34
  const marks: Mark[] = [
    ...scaleMarks(steps),
    ...shown.map(
      (name, at): Mark => ({
        is: 'text',
        x: round(left + (at + 0.5) * wide + 4),
        y: head - 6,
        text: fitted(name, SIZE, NAME_ROOM),
        size: SIZE,
        anchor: 'start',
        ink: 'usual',
        turned: true,
      }),
    ),
    ...rows.flatMap((row, at) => {
      const y = head + placed.rows[at]!.y
      const top = shape === 'wide' ? y : y + placed.rows[at]!.bar - 1
      return [
        ...nameMarks(row, shape, y),
        ...shown.flatMap((_, column) =>
          cellMarks(row.cells[column]!, { x: round(left + column * wide), y: top, width: round(wide) - 1.5 }, steps, `${at}.${column}`),
        ),
      ]
    }),
  ]
  return { width, height: head + placed.height, marks }
}

/** How many columns a chart has room for. */
export function columnsIn(shape: Shape): number {
  return shape === 'wide' ? 24 : 13
}

function cellMarks(n: number | null, { x, y, width }: { x: number; y: number; width: number }, steps: Heat, opens: string): Mark[] {
  const d = `M${x} ${y}h${width}v${TALL - 2}h${-width}Z`
  const center = { x: round(x + width / 2), y: y + 19, size: SIZE, anchor: 'middle' } as const
  if (n === null) return [{ is: 'line', d: `M${round(x + width / 2 - 4)} ${y + 14}h8`, width: 1, ink: 'quiet' }]
  const heat = heatOf(n, steps)
  if (heat === 0) return [{ is: 'text', ...center, text: '0', ink: 'quiet' }]
  return [
    { is: 'area', d, ink: `h${heat as 1 | 2 | 3 | 4}` },
    { is: 'text', ...center, text: `${n}`, ink: 'strong', opens },
  ]
}

/** From which number each step begins. */
function scaleMarks(steps: Heat): Mark[] {
  return steps.flatMap((low, at): Mark[] => [
    { is: 'area', d: `M${at * 58} 0h14v14h-14Z`, ink: `h${(at + 1) as 1 | 2 | 3 | 4}` },
    { is: 'text', x: at * 58 + 20, y: 12, text: stepOf(low, steps[at + 1]), size: 12, anchor: 'start', ink: 'quiet' },
  ])
}

/** `1–5`, `4` where a step is of one number alone, `16–` for the last. */
function stepOf(low: number, next: number | undefined): string {
  if (next === undefined) return `${low}–`
  return next - 1 === low ? `${low}` : `${low}–${next - 1}`
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
