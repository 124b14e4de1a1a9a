import { type Row, rowOf } from './pdf-row.ts'

/** Where the space between two columns may be, in shares of the width of the text; points between places that are tried. */
const GUTTER = { from: 0.25, to: 0.75, step: 2 }
/** A column has so many rows, most of which fill so much of it; in sizes of its type it is so wide, and its rows stand no further apart. */
const COLUMN = { rows: 4, full: 0.6, wide: 12, apart: 2 }
/** The head or foot of a page: this many rows at most, this many sizes away from the rest. */
const EDGE = { rows: 2, apart: 1.8 }

/**
 * Rows in the order in which they are read: across the page, and where it has columns one column after the other. Columns
 * are columns where a strip of the page is empty between them and both sides are filled with rows that follow closely:
 * the cells of a table and labels in a margin are read across.
 */
export function inReadingOrder(rows: readonly Row[]): Row[] {
  const gutter = findGutter(rows)
  if (gutter === null) return [...rows]
  return bandsOf(rows, gutter).flatMap((band) => {
    const left = sideOf(band, (right) => right <= gutter)
    const right = sideOf(band, (_, x) => x >= gutter)
    return isColumn(left) && isColumn(right) ? [...inReadingOrder(left), ...inReadingOrder(right)] : band
  })
}

type Side = 'left' | 'right' | 'both' | 'across'

function sideAt({ fragments }: Row, x: number): Side {
  const left = fragments[0]!.x < x
  const right = fragments.at(-1)!.right > x
  if (!left || !right) return left ? 'left' : 'right'
  return fragments.some((one) => one.x < x && one.right > x) ? 'across' : 'both'
}

/** The middle of the strip that parts most rows, if the page has columns. */
function findGutter(rows: readonly Row[]): number | null {
  if (rows.length < COLUMN.rows) return null
  const start = Math.min(...rows.map((row) => row.fragments[0]!.x))
  const end = Math.max(...rows.map((row) => row.fragments.at(-1)!.right))
  let best = { score: 0, from: 0, to: 0 }
  for (let x = start + GUTTER.from * (end - start); x <= start + GUTTER.to * (end - start); x += GUTTER.step) {
    const score = scoreOf(rows, x)
    if (score > best.score) best = { score, from: x, to: x }
    else if (score === best.score && x - best.to <= GUTTER.step * 1.5) best.to = x
  }
  const gutter = (best.from + best.to) / 2
  const band = best.score > 0 ? rows.filter((row) => sideAt(row, gutter) !== 'across') : []
  const parts = [sideOf(band, (right) => right <= gutter), sideOf(band, (_, x) => x >= gutter)]
  return parts.every((part) => isColumn(part) && isWide(part) && isFull(part)) ? gutter : null
}

function scoreOf(rows: readonly Row[], x: number): number {
  const count = { left: 0, right: 0, both: 0, across: 0 }
  for (const row of rows) count[sideAt(row, x)]++
  return count.both + 2 * Math.min(count.left, count.right)
}

/** Rows that stand together, parted by rows that go across; a head and a foot of the page stand alone. */
function bandsOf(rows: readonly Row[], gutter: number): Row[][] {
  const bands: Row[][] = []
  let across = true
  for (const row of rows) {
    const now = sideAt(row, gutter) === 'across'
    if (now || across !== now || bands.length === 0) bands.push([row])
    else bands.at(-1)!.push(row)
    across = now
  }
  return bands.flatMap((band, at) => {
    const head = at === 0 ? edgeOf(band) : 0
    const foot = at === bands.length - 1 ? edgeOf([...band.slice(head)].reverse()) : 0
    return [band.slice(0, head), band.slice(head, band.length - foot), band.slice(band.length - foot)].filter((part) => part.length > 0)
  })
}

/** How many rows at the beginning of a band stand far from the rest. */
function edgeOf(band: readonly Row[]): number {
  for (let at = EDGE.rows; at > 0; at--) {
    const [row, next] = [band[at - 1], band[at]]
    if (row && next && Math.abs(next.y - row.y) > EDGE.apart * Math.max(row.size, next.size)) return at
  }
  return 0
}

function sideOf(rows: readonly Row[], isIn: (right: number, x: number) => boolean): Row[] {
  return rows.map((row) => row.fragments.filter((one) => isIn(one.right, one.x))).flatMap((fragments) => (fragments.length > 0 ? [rowOf(fragments)] : []))
}

function isColumn(rows: readonly Row[]): boolean {
  if (rows.length < COLUMN.rows) return false
  const steps = rows.slice(1).map((row, at) => (row.y - rows[at]!.y) / row.size)
  return median(steps) <= COLUMN.apart
}

function isWide(rows: readonly Row[]): boolean {
  return widthOf(rows) >= COLUMN.wide * median(rows.map((row) => row.size))
}

function isFull(rows: readonly Row[]): boolean {
  return median(rows.map((row) => row.fragments.at(-1)!.right - row.fragments[0]!.x)) >= COLUMN.full * widthOf(rows)
}

function widthOf(rows: readonly Row[]): number {
  return Math.max(...rows.map((row) => row.fragments.at(-1)!.right)) - Math.min(...rows.map((row) => row.fragments[0]!.x))
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0
}
