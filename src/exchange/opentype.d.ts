declare module 'opentype.js' {
  export type PathCommand = { type: string; x1?: number; y1?: number; x2?: number; y2?: number; x?: number; y?: number }
  type Path = { commands: readonly PathCommand[]; getBoundingBox(): { x1: number; y1: number; x2: number; y2: number } }
  type Glyph = { index: number; advanceWidth: number; getPath(x: number, y: number, size: number): Path }
  export type Font = { unitsPerEm: number; charToGlyph(character: string): Glyph }
  const opentype: { parse(buffer: ArrayBuffer): Font }
  export default opentype
}
