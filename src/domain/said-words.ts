import type { Attribution } from './attribution.ts'
import { type Axis, placesOfMember } from './axis.ts'
import { type Ranges, rangesInBoth, type SpokenWords, wordsWithin } from './spoken-words.ts'
import { rangesOfPlace } from './tally-words.ts'

type Sides = { readonly rows: Axis; readonly columns: Axis; readonly attribution: Attribution }
/** Words that are said in each place of a matrix, quoted or not: what the words under its quotations are a share of. Cells stand row by row. */
export type Said = { readonly cells: Uint32Array; readonly rows: Uint32Array; readonly columns: Uint32Array; total: number }

/** Count what is said in every place. Codes and coders say nothing about where, so that each of them has all that is said on the other side. */
export function saidWords(words: SpokenWords, sides: Sides): Said {
  const { rows, columns } = sides
  const areCases = rows.by === 'case' && columns.by === 'case'
  const said: Said = { cells: new Uint32Array(rows.size * columns.size), rows: new Uint32Array(rows.size), columns: new Uint32Array(columns.size), total: 0 }
  for (const sourceId of words.sourceIds) {
    const all = words.countIn(sourceId)
    said.total += all
    const inRows = rangesIn(words, rows, sourceId, sides.attribution)
    const inColumns = rangesIn(words, columns, sourceId, sides.attribution)
    for (const [row, ranges] of inRows) said.rows[row]! += wordsWithin(ranges, 0, all)
    for (const [column, ranges] of inColumns) said.columns[column]! += wordsWithin(ranges, 0, all)
    for (const [row, ofRow] of inRows)
      for (const [column, ofColumn] of inColumns) {
        const both = areCases ? rangesOfPlace(words, sides, { row, column }, sourceId) : rangesInBoth(ofRow, ofColumn)
        said.cells[row * columns.size + column]! += wordsWithin(both, 0, all)
      }
  }
  fillFree(said, sides)
  return said
}

/** The members that have words in a source, and which; none of a side that says nothing about where. */
function rangesIn(words: SpokenWords, axis: Axis, sourceId: number, attribution: Attribution): [number, Ranges | null][] {
  return membersIn(axis, sourceId, attribution).map((member) => [member, words.rangesOf(sourceId, placesOfMember(axis, member, sourceId, attribution))])
}

function membersIn(axis: Axis, sourceId: number, attribution: Attribution): readonly number[] {
  if (isFree(axis)) return []
  if (axis.by === 'source') return axis.membersOf.get(sourceId) ?? []
  if (axis.by === 'place') return axis.placesIn.get(sourceId)?.map(({ member }) => member) ?? []
  const members = attribution.casesIn(sourceId).flatMap((id) => (axis.by === 'case' ? (axis.memberOf.get(id) ?? []) : []))
  return [...new Set(members)]
}

function isFree({ by }: Axis): boolean {
  return by === 'code' || by === 'coder'
}

function fillFree({ cells, rows, columns, total }: Said, sides: Sides): void {
  if (isFree(sides.rows)) rows.fill(total)
  if (isFree(sides.columns)) columns.fill(total)
  if (!isFree(sides.rows) && !isFree(sides.columns)) return
  for (let cell = 0; cell < cells.length; cell++) {
    const row = Math.floor(cell / columns.length)
    cells[cell] = isFree(sides.rows) ? columns[cell % columns.length]! : rows[row]!
  }
}
