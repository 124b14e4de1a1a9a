import { type Drawing, fitted, type Mark, type Shape } from './drawing.ts'
import type { Interval } from './wilson.ts'

/** A theme with its groups; `said`: "4 av 7", or why there is no share; `beside`: what stands below it, of whom nobody knows. */
type DrawnGroup = {
  readonly label: string
  readonly interval: Interval | null
  readonly said: string
  readonly beside?: string
  readonly opens: string | undefined
}
export type DrawnTheme = { readonly key: string; readonly label: string; readonly tone: number; readonly groups: readonly DrawnGroup[] }

const SIZE = 13
const PITCH = 22
/** Where anything stands below a count. */
const PITCH_OF_TWO = 38
const HEAD = 34
const FOOT = 34
const GAP = 28
/** Room for the names of the groups: as much as the longest takes, within these. */
const NAMES_LEAST = 80
const NAMES_MOST = 190

/** A small chart a theme, all on one scale: a dot at each group's share, a line over its interval, and the count with its base at the end. `axis`: how its shares are said. */
export function drawComparison(themes: readonly DrawnTheme[], shape: Shape, axis: readonly { share: number; said: string }[]): Drawing {
  const across = shape === 'wide' ? 2 : 1
  const panel = shape === 'wide' ? 432 : 360
  const groups = Math.max(0, ...themes.map((theme) => theme.groups.length))
  const pitch = themes.some((theme) => theme.groups.some(({ beside }) => beside)) ? PITCH_OF_TWO : PITCH
  const tall = HEAD + groups * pitch + FOOT
  const longest = Math.max(0, ...themes.flatMap((theme) => theme.groups.map(({ label }) => label.length)))
  const names = Math.min(NAMES_MOST, Math.max(NAMES_LEAST, Math.ceil(longest * SIZE * 0.53)))
  const marks = themes.flatMap((theme, at) =>
    panelOf(theme, { names, pitch }, { x: (at % across) * (panel + GAP), y: Math.floor(at / across) * (tall + GAP), width: panel }, axis),
  )
  const rows = Math.ceil(themes.length / across)
  return { width: across * panel + (across - 1) * GAP, height: Math.max(0, rows * (tall + GAP) - GAP), marks }
}

type Place = { x: number; y: number; width: number }

function panelOf(
  theme: DrawnTheme,
  { names, pitch }: { names: number; pitch: number },
  { x, y, width }: Place,
  axis: Parameters<typeof drawComparison>[2],
): Mark[] {
  const scale = { left: x + names + 10, right: x + width - 78 }
  const bottom = y + HEAD + theme.groups.length * pitch
  return [
    { is: 'text', x, y: y + 14, text: fitted(`${theme.key} ${theme.label}`, SIZE + 1, width), size: SIZE + 1, anchor: 'start', ink: 'strong' },
    { is: 'rule', x, y: y + 21, length: 60, tone: theme.tone },
    ...theme.groups.flatMap((group, at) => groupMarks(group, { x, y: y + HEAD + (at + 0.5) * pitch, width, names }, scale)),
    { is: 'line', d: `M${scale.left} ${bottom + 4}H${scale.right}`, width: 1, ink: 'quiet' },
    ...axis.flatMap(({ share, said }): Mark[] => {
      const at = atShare(share, scale)
      return [
        { is: 'line', d: `M${at} ${bottom + 4}v4`, width: 1, ink: 'quiet' },
        { is: 'text', x: at, y: bottom + 21, text: said, size: 12, anchor: 'middle', ink: 'quiet' },
      ]
    }),
  ]
}

function groupMarks(
  { label, interval, said, beside, opens }: DrawnGroup,
  { x, y, width, names }: Place & { names: number },
  scale: { left: number; right: number },
): Mark[] {
  const name: Mark = { is: 'text', x, y: y + 4.5, text: fitted(label, SIZE, names), size: SIZE, anchor: 'start', ink: 'usual' }
  const counted: Mark = {
    is: 'text',
    x: x + width,
    y: y + 4.5,
    text: said,
    size: SIZE,
    anchor: 'end',
    ink: interval ? 'usual' : 'quiet',
    ...(opens ? { opens } : {}),
  }
  const below: Mark[] = beside ? [{ is: 'text', x: x + width, y: y + 19.5, text: beside, size: SIZE, anchor: 'end', ink: 'quiet' }] : []
  if (!interval) return [name, counted, ...below]
  const [low, high] = [atShare(interval.low, scale), atShare(interval.high, scale)]
  return [
    name,
    { is: 'line', d: `M${low} ${y}H${high}M${low} ${y - 4}v8M${high} ${y - 4}v8`, width: 1.5, ink: 'usual' },
    { is: 'dot', x: atShare(interval.share, scale), y, r: 4.5, full: true },
    counted,
    ...below,
  ]
}

function atShare(share: number, { left, right }: { left: number; right: number }): number {
  return Math.round((left + (right - left) * share) * 10) / 10
}
