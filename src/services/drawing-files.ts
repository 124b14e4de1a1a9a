import type { Drawing } from '../domain/drawing.ts'
import { drawPng } from '../exchange/draw-png.ts'
import { writeDrawingSvg } from '../exchange/write-drawing-svg.ts'
import type { Db } from '../storage/schema.ts'
import { sayIn } from '../texts/catalogue.ts'
import type { ExportInput, ExportMaker } from './exports.ts'
import { fileOf } from './table-files.ts'

/** Pixels to a unit: a chart a page wide prints at 300 to the inch. */
const ZOOM = 3
type Drawn = { drawing: Drawing; title: string; base: string; description: string }

/** The makers of a chart's picture, from what is drawn and what is said of it. */
export function drawingMakers(what: string, draw: (db: Db, input: ExportInput) => Promise<Drawn>): { svg: ExportMaker; png: ExportMaker } {
  const svg = async (db: Db, input: ExportInput) => {
    const { drawing, ...said } = await draw(db, input)
    return writeDrawingSvg(drawing, said)
  }
  return {
    svg: async (db, input) => fileOf(what, 'svg', input, await svg(db, input)),
    png: async (db, input) => fileOf(what, 'png', input, drawPng(await svg(db, input), ZOOM)),
  }
}

/** A drawing with what is said of it, named after its project; what narrows it is told beneath, as it was written. */
export function chartOf({ project, filter, language }: ExportInput, drawing: Drawing, { title, base, description }: Omit<Drawn, 'drawing'>): Drawn {
  const narrowed = filter ? ` ${sayIn(language)('filter.label')}: ${filter}` : ''
  return { drawing, title: `${project.name}: ${title}`, base: `${base}${narrowed}`, description }
}
