import { readFileSync } from 'node:fs'
import opentype, { type Font } from 'opentype.js'
import type { Ink } from '../domain/word-cloud.ts'

const folder = new URL('../../node_modules/@fontsource/source-sans-3/files/', import.meta.url)
/** The typeface comes in pieces, by alphabet; the first that has a letter draws it. */
const pieces = ['latin', 'latin-ext', 'cyrillic', 'greek', 'vietnamese'] as const
const fonts = new Map<string, Font>()
const letters = new Map<string, Letter>()

/** One character: how far it moves the pen and where its ink lies, in ems. */
type Letter = { advance: number; ink: Ink | null; font: Font }

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

/** The outline of a text as the `d` of an SVG path, so that a file needs no font. */
export function outlineOf(text: string, bold: boolean, { x, baseline, size }: { x: number; baseline: number; size: number }): string {
  let pen = x
  let path = ''
  for (const character of text) {
    const { advance, font } = letterOf(character, bold)
    path += font.charToGlyph(character).getPath(pen, baseline, size).toPathData(1)
    pen += advance * size
  }
  return path
}

function letterOf(character: string, bold: boolean): Letter {
  const name = `${bold ? 600 : 500} ${character}`
  const known = letters.get(name)
  if (known) return known
  const font = fontOf(pieces.find((piece) => fontOf(piece, bold).charToGlyph(character).index > 0) ?? 'latin', bold)
  const glyph = font.charToGlyph(character)
  const { x1, y1, x2, y2 } = glyph.getPath(0, 0, 1000).getBoundingBox()
  const ink = x2 > x1 ? { left: x1 / 1000, right: x2 / 1000, top: -y1 / 1000, bottom: y2 / 1000 } : null
  const letter = { advance: glyph.advanceWidth / font.unitsPerEm, ink, font }
  letters.set(name, letter)
  return letter
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
