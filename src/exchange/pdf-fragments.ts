import type { Look } from './line.ts'
import type { Fragment } from './pdf-row.ts'

type Matrix = readonly [number, number, number, number, number, number]
/** Text as PDF.js gives it: `transform` places it, `width` is along its own direction. */
export type PdfItem = { readonly str: string; readonly transform: readonly number[]; readonly width: number; readonly fontName: string }
/** `directions`: the fragments of each direction in which words run, turned so that they run to the right; the one with most words first. */
export type PageFragments = { readonly directions: readonly (readonly Fragment[])[]; readonly slanted: number }

/** Degrees that words may be off a quarter of a turn: a page that lay crooked in a scanner, not a watermark. */
const CROOKED = 10

/** What stands on a page, by the direction in which it runs. Words that run slanting are counted and left out. `view` turns the page as it is read. */
export function fragmentsOf(items: readonly PdfItem[], view: readonly number[], lookOf: (fontName: string) => Look): PageFragments {
  const turned = new Map<number, Fragment[]>()
  let slanted = 0
  for (const item of items) {
    const placed = times(view as Matrix, item.transform as Matrix)
    const degrees = (Math.atan2(placed[1], placed[0]) * 180) / Math.PI
    const quarters = Math.round(degrees / 90)
    if (item.str.trim() === '') spaceAfter(turned.get((quarters + 4) % 4), item.str)
    else if (Math.abs(degrees - quarters * 90) > CROOKED) slanted++
    else add(turned, (quarters + 4) % 4, fragmentOf(item, placed, quarters, lookOf(item.fontName)))
  }
  return { directions: [...turned.values()].sort((a, b) => lengthOf(b) - lengthOf(a)), slanted }
}

function fragmentOf({ str, width }: PdfItem, placed: Matrix, quarters: number, look: Look): Fragment {
  const turn = (-quarters * Math.PI) / 2
  const x = placed[4] * Math.cos(turn) - placed[5] * Math.sin(turn)
  const y = placed[4] * Math.sin(turn) + placed[5] * Math.cos(turn)
  return { words: str, x, right: x + width, y, size: Math.hypot(placed[2], placed[3]) || 1, look }
}

/** A space that is drawn by itself belongs to the words before it: it may be as wide as the space between two columns. */
function spaceAfter(fragments: Fragment[] | undefined, space: string): void {
  const last = fragments?.pop()
  if (last) fragments!.push(space === '' || last.words.endsWith(' ') ? last : { ...last, words: `${last.words} ` })
}

function lengthOf(fragments: readonly Fragment[]): number {
  return fragments.reduce((length, { words }) => length + words.length, 0)
}

function add(turned: Map<number, Fragment[]>, quarters: number, fragment: Fragment): void {
  const fragments = turned.get(quarters) ?? []
  fragments.push(fragment)
  turned.set(quarters, fragments)
}

function times(a: Matrix, b: Matrix): Matrix {
  return [
    a[0] * b[0] + a[2] * b[1],
    a[1] * b[0] + a[3] * b[1],
    a[0] * b[2] + a[2] * b[3],
    a[1] * b[2] + a[3] * b[3],
    a[0] * b[4] + a[2] * b[5] + a[4],
    a[1] * b[4] + a[3] * b[5] + a[5],
  ]
}
