declare module 'opentype.js' {
  type Path = { toPathData(decimals: number): string; getBoundingBox(): { x1: number; y1: number; x2: number; y2: number } }
  type Glyph = { index: number; advanceWidth: number; getPath(x: number, y: number, size: number): Path }
  export type Font = { unitsPerEm: number; charToGlyph(character: string): Glyph }
  const opentype: { parse(buffer: ArrayBuffer): Font }
  export default opentype
}
