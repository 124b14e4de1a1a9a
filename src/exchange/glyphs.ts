import { readFileSync } from 'node:fs'
import opentype, { type Font, type PathCommand } from 'opentype.js'
import type { Ink } from '../domain/word-cloud.ts'

const folder = new URL('../../node_modules/@fontsource/source-sans-3/files/', import.meta.url)
/** The typeface comes in pieces, by alphabet; the first that has a letter draws it. */
const pieces = ['latin', 'latin-ext', 'cyrillic', 'greek', 'vietnamese'] as const
const EM = 1000
const fonts = new Map<string, Font>()
const letters = new Map<string, Letter>()

/** Joiners, variants and marks of direction: they show nothing by themselves. */
const UNSEEN = /\p{Default_Ignorable_Code_Point}/u
const nothing: Letter = { advance: 0, ink: null, strokes: [] }

/** One character: how far it moves the pen, where its ink lies and its outline, in ems. */
type Letter = { advance: number; ink: Ink | null; strokes: readonly Stroke[] }
type Stroke = { readonly type: string; readonly points: readonly number[] }

/** Where the ink of a text set in Source Sans lies, in ems, letter by letter without kerning. */
export function inkOf(text: string, bold: boolean): Ink {
  let pen = 0
  let box: Ink | null = null
  for (const character of text) {
    const { advance, ink } = letterOf(character, bold)
    if (ink) box = around(box, { left: pen + ink.left, right: pen + ink.right, top: ink.top, bottom: ink.bottom })
    pen += advance
  }
  return box ?? { left: 0, right: pen, top: 0, bottom: 0 }
}

/** The outline of a text as the `d` of an SVG path, in tenths of a unit, so that a file needs no font. */
export function outlineOf(text: string, bold: boolean, { x, baseline, size }: { x: number; baseline: number; size: number }): string {
  let pen = x
  let path = ''
  for (const character of text) {
    const { advance, strokes } = letterOf(character, bold)
    for (const { type, points } of strokes) {
      path += type
      for (let i = 0; i < points.length; i += 2) path += `${i > 0 ? ' ' : ''}${tenths(pen + points[i]! * size)} ${tenths(baseline + points[i + 1]! * size)}`
    }
    pen += advance * size
  }
  return path
}

/** Our own, for the package's writer of paths puts -0.04 down as 0 without a space before it, and small rests as NaN. */
function tenths(value: number): number {
  return Math.round(value * 10) / 10 + 0
}

function letterOf(character: string, bold: boolean): Letter {
  const name = `${bold ? 600 : 500} ${character}`
  const known = letters.get(name)
  if (known) return known
  if (UNSEEN.test(character)) return nothing
  const font = fontOf(pieces.find((piece) => fontOf(piece, bold).charToGlyph(character).index > 0) ?? 'latin', bold)
  const glyph = font.charToGlyph(character)
  const outline = glyph.getPath(0, 0, EM)
  const { x1, y1, x2, y2 } = outline.getBoundingBox()
  const ink = x2 > x1 ? { left: x1 / EM, right: x2 / EM, top: -y1 / EM, bottom: y2 / EM } : null
  const letter = { advance: glyph.advanceWidth / font.unitsPerEm, ink, strokes: outline.commands.map(strokeOf) }
  letters.set(name, letter)
  return letter
}

function strokeOf({ type, x1, y1, x2, y2, x, y }: PathCommand): Stroke {
  return { type, points: [x1, y1, x2, y2, x, y].filter((value) => value !== undefined).map((value) => value / EM) }
}

function fontOf(piece: string, bold: boolean): Font {
  const name = `source-sans-3-${piece}-${bold ? 600 : 500}-normal.woff`
  const known = fonts.get(name)
  if (known) return known
  const bytes = readFileSync(new URL(name, folder))
  const font = opentype.parse(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer)
  fonts.set(name, font)
  return font
}

function around(a: Ink | null, b: Ink): Ink {
  if (!a) return b
  return { left: Math.min(a.left, b.left), right: Math.max(a.right, b.right), top: Math.max(a.top, b.top), bottom: Math.max(a.bottom, b.bottom) }
}
