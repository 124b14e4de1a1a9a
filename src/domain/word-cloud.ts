/** Where the ink of a text lies, in ems: `left` and `right` of where it begins, `top` above and `bottom` below the baseline. */
export type Ink = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }

/** A word to place. `weight` (0 to 1) decides its size; `ink` is asked for its weight of type. */
export type CloudItem = { readonly text: string; readonly weight: number; readonly underlined: boolean; readonly ink: (bold: boolean) => Ink }

/** A word in its place, all in pixels: where its text begins, its baseline and size, the line under it, and the box of all its ink. */
export type PlacedWord = {
  readonly index: number
  readonly text: string
  readonly x: number
  readonly baseline: number
  readonly size: number
  readonly bold: boolean
  readonly rule: { readonly y: number; readonly from: number; readonly to: number } | null
  readonly box: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }
}
export type PlacedCloud = { readonly width: number; readonly height: number; readonly words: readonly PlacedWord[] }
export type CloudShape = { readonly width: number; readonly smallest: number; readonly largest: number }

/** Two words are never closer than this. */
export const CLOUD_PADDING = 4
const BETWEEN_WORDS = 18
const BETWEEN_LINES = 9
const RULE_BELOW = 0.2
const RULE_HALF = 2

type Sized = { index: number; text: string; size: number; bold: boolean; ink: Ink; underlined: boolean; width: number }

/**
 * Centred lines, the heaviest words in the middle one, the lightest at the edges. The same words give the same picture:
 * nothing is random. Size goes by the square root of the weight, so that ink goes nearly by the weight, from a smallest size that can be read; a word too wide for the picture shrinks to it.
 */
export function layOutCloud(items: readonly CloudItem[], shape: CloudShape): PlacedCloud {
  const sized = items.map((item, index) => sizeOf(item, index, shape)).sort((a, b) => b.size - a.size || a.index - b.index)
  const lines = fromTheMiddle(fillLines(sized, shape.width)).map((line) => fromTheMiddle(line))
  const words: PlacedWord[] = []
  let top = 0
  for (const line of lines) {
    const rise = Math.max(...line.map((word) => word.ink.top * word.size))
    const fall = Math.max(...line.map(depthOf))
    words.push(...placeLine(line, round(top + rise), shape.width))
    top = round(top + rise) + fall + BETWEEN_LINES
  }
  return { width: shape.width, height: Math.ceil(Math.max(0, top - BETWEEN_LINES) + 1), words: words.sort((a, b) => a.index - b.index) }
}

function sizeOf({ text, weight, underlined, ink }: CloudItem, index: number, { width, smallest, largest }: CloudShape): Sized {
  const wish = smallest + (largest - smallest) * Math.sqrt(Math.min(1, Math.max(0, weight)))
  const bold = wish >= (smallest + largest) / 2
  const box = ink(bold)
  const ems = Math.max(box.right - box.left, 0.01)
  const size = Math.min(Math.floor(wish * 2) / 2, (width - 2) / ems)
  return { index, text, size, bold, ink: box, underlined, width: ems * size }
}

/** Lines of falling size; those that will stand far from the middle are made shorter, so that the whole is rounded. */
function fillLines(words: readonly Sized[], width: number): Sized[][] {
  const guess = Math.max(1, Math.ceil(words.reduce((sum, word) => sum + word.width + BETWEEN_WORDS, 0) / (width * 0.85)))
  const lines: Sized[][] = []
  let room = 0
  for (const word of words) {
    const line = lines.at(-1)
    if (line && word.width + BETWEEN_WORDS <= room) {
      line.push(word)
      room -= word.width + BETWEEN_WORDS
    } else {
      lines.push([word])
      const away = Math.ceil((lines.length - 1) / 2) / Math.max(2, guess / 2 + 1)
      room = width * Math.max(0.6, Math.sqrt(Math.max(0, 1 - away * away))) - word.width
    }
  }
  return lines
}

/** The first in the middle, the next after it, the next before it, and so on. */
function fromTheMiddle<T>(heaviestFirst: readonly T[]): T[] {
  const order: T[] = []
  heaviestFirst.forEach((one, at) => {
    if (at % 2 === 0) order.unshift(one)
    else order.push(one)
  })
  return order
}

function placeLine(line: readonly Sized[], baseline: number, width: number): PlacedWord[] {
  const ink = line.reduce((sum, word) => sum + word.width, 0) + BETWEEN_WORDS * (line.length - 1)
  let left = (width - ink) / 2
  return line.map((word) => {
    const box = { left, right: left + word.width, top: baseline - word.ink.top * word.size, bottom: baseline + depthOf(word) }
    const rule = word.underlined ? { y: round(baseline + ruleDepth(word)), from: round(left), to: round(left + word.width) } : null
    left += word.width + BETWEEN_WORDS
    return { index: word.index, text: word.text, x: round(box.left - word.ink.left * word.size), baseline, size: word.size, bold: word.bold, rule, box }
  })
}

function ruleDepth(word: Sized): number {
  return Math.max(RULE_BELOW * word.size, 4) + RULE_HALF
}
function depthOf(word: Sized): number {
  const ink = word.ink.bottom * word.size
  return word.underlined ? Math.max(ink, ruleDepth(word) + RULE_HALF) : ink
}
function round(value: number): number {
  return Math.round(value * 10) / 10
}
