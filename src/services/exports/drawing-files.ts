import type { Drawing } from '../../domain/drawing.ts'
import { drawPng } from '../../exchange/draw-png.ts'
import { writeDrawingSvg } from '../../exchange/write-drawing-svg.ts'
import type { Db } from '../../storage/schema.ts'
import { sayIn } from '../../texts/catalogue.ts'
import type { ExportInput, ExportMaker } from './export-input.ts'
import { fileOf } from './table-files.ts'
import { veils, type Worded, worded } from './veil-export.ts'
import { filterIn, isVeiled, sayNames } from './veiling.ts'

/** Pixels to a unit: a chart a page wide prints at 300 to the inch. */
const ZOOM = 3
type Drawn = { drawing: Drawing; title: string; base: string; description: string }

/** The makers of a chart's picture, from what is drawn and what is said of it. `put`: what every label goes through before it has its place. */
export function drawingMakers(what: string, draw: (db: Db, input: ExportInput, put: Worded['put']) => Promise<Drawn>): { svg: ExportMaker; png: ExportMaker } {
  const svg = async (db: Db, input: ExportInput) => {
    const { put, look } = await worded(db, input)
    const { drawing, ...said } = await draw(db, input, put)
    look([...drawing.marks.flatMap((mark) => (mark.is === 'text' ? [mark.text] : [])), said.title, said.base, said.description])
    return writeDrawingSvg(drawing, said)
  }
  return {
    svg: veils(async (db, input) => fileOf(what, 'svg', input, await svg(db, input))),
    png: veils(async (db, input) => fileOf(what, 'png', input, drawPng(await svg(db, input), ZOOM))),
  }
}

/** A drawing with what is said of it, named after its project; what narrows it is told beneath, as it was written, and that names are replaced where they are. */
export function chartOf(input: ExportInput, drawing: Drawing, { title, base, description }: Omit<Drawn, 'drawing'>, put: Worded['put']): Drawn {
  const { project, filter, language } = input
  const narrowed = filter ? ` ${sayIn(language)('filter.label')}: ${put(filterIn(input))}` : ''
  const names = isVeiled(input) ? ` ${sayNames(input)}` : ''
  return { drawing, title: `${project.name}: ${title}`, base: `${base}${narrowed}${names}`, description }
}
