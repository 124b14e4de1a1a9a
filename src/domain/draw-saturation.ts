import { type Drawing, fitted, type Mark, type Shape } from './drawing.ts'

export type SaturationStep = { readonly title: string; readonly fresh: number; readonly total: number }
/** What is written at the axes: already in the reader's language. */
export type SaturationWords = { readonly total: string; readonly fresh: string; readonly sources: string }

const NAMED = 26
const NAME_ROOM = 180

/**
 * The curve of codes in use over the sources in their order, a step for each, with bars for what each added below it. The number
 * stands at each step where there is room, and always at the last.
 */
export function drawSaturation(steps: readonly SaturationStep[], words: SaturationWords, shape: Shape): Drawing {
  const width = shape === 'wide' ? 880 : 360
  const size = 13
  const named = steps.length <= (shape === 'wide' ? NAMED : 10)
  const longest = Math.max(0, ...steps.map(({ title }) => title.length))
  const below = named ? Math.min(NAME_ROOM, longest * size * 0.56) + 16 : 38
  const box = { left: 34, right: width - 34, top: 34, curve: 230, bars: 300 }
  const most = Math.max(1, steps.at(-1)?.total ?? 0)
  const pitch = (box.right - box.left) / Math.max(1, steps.length)
  const x = (at: number) => box.left + (at + 0.5) * pitch
  const y = (total: number) => box.curve - ((box.curve - box.top) * total) / most
  const marks: Mark[] = [
    { is: 'text', x: box.left, y: 14, text: words.total, size, anchor: 'start', ink: 'quiet' },
    { is: 'line', d: `M${box.left} ${box.curve}H${box.right}`, width: 1, ink: 'quiet' },
    { is: 'line', d: curveOf(steps, x, y), width: 2, ink: 'usual' },
    { is: 'text', x: box.left, y: box.curve + 20, text: words.fresh, size, anchor: 'start', ink: 'quiet' },
    ...steps.flatMap((step, at) => stepMarks(step, at, { steps, pitch, x, y, box, size })),
    { is: 'line', d: `M${box.left} ${box.bars}H${box.right}`, width: 1, ink: 'quiet' },
    ...(named ? steps.map((step, at) => nameOf(step, x(at), box.bars + 8, size)) : numbersBelow(steps.length, x, box.bars + 18, size)),
    ...(named ? [] : [{ is: 'text', x: box.right, y: box.bars + 34, text: words.sources, size, anchor: 'end', ink: 'quiet' } as const]),
  ]
  return { width, height: Math.ceil(box.bars + below), marks }
}

/** From one step's total to the next, as a stair. */
function curveOf(steps: readonly SaturationStep[], x: (at: number) => number, y: (total: number) => number): string {
  return steps.map(({ total }, at) => (at === 0 ? `M${round(x(0))} ${round(y(total))}` : `H${round(x(at))}V${round(y(total))}`)).join('')
}

type Box = { left: number; curve: number; bars: number }
type At = { steps: readonly SaturationStep[]; pitch: number; x: (at: number) => number; y: (total: number) => number; box: Box; size: number }

function stepMarks({ fresh, total }: SaturationStep, at: number, { steps, pitch, x, y, box, size }: At): Mark[] {
  const last = at === steps.length - 1
  const tallest = Math.max(1, ...steps.map((step) => step.fresh))
  const tall = ((box.bars - box.curve - 40) * fresh) / tallest
  const wide = Math.min(18, pitch * 0.6)
  const changed = at === 0 || fresh > 0
  const roomy = pitch >= 22
  const from = round(x(at) - wide / 2)
  return [
    ...(last || (roomy && changed)
      ? [{ is: 'text', x: x(at), y: y(total) - 9, text: `${total}`, size, anchor: 'middle', ink: last ? 'strong' : 'usual' } as const]
      : []),
    ...(roomy || last ? [{ is: 'dot', x: x(at), y: y(total), r: 3.2, full: true } as const] : []),
    ...(fresh > 0 ? [{ is: 'area', d: `M${from} ${box.bars}v${round(-tall)}h${round(wide)}V${box.bars}Z`, ink: 'wash' } as const] : []),
    ...(roomy
      ? [{ is: 'text', x: x(at), y: box.bars - tall - 4, text: `${fresh}`, size: 12, anchor: 'middle', ink: fresh > 0 ? 'usual' : 'quiet' } as const]
      : []),
  ]
}

function nameOf({ title }: SaturationStep, x: number, y: number, size: number): Mark {
  return { is: 'text', x: x + 4, y, text: fitted(title, size, NAME_ROOM), size, anchor: 'end', ink: 'usual', turned: true }
}

/** Every so many sources have their number below them. */
function numbersBelow(sources: number, x: (at: number) => number, y: number, size: number): Mark[] {
  const every = [1, 2, 5, 10, 20, 50, 100, 200, 500].find((one) => sources / one <= 12) ?? 1000
  return Array.from({ length: sources }, (_, at) => at + 1)
    .filter((nth) => nth === 1 || nth % every === 0)
    .map((nth) => ({ is: 'text', x: x(nth - 1), y, text: `${nth}`, size, anchor: 'middle', ink: 'usual' }))
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
