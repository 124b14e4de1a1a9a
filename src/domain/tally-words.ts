import type { Attribution } from './attribution.ts'
import { type Axis, placesOfMember } from './axis.ts'
import { type Ranges, rangesInBoth, type SpokenWords, wordsWithin } from './spoken-words.ts'

type Sides = { readonly rows: Axis; readonly columns: Axis; readonly attribution: Attribution }

/**
 * The words under quotations, for every cell, row, column and the whole. Quotations of a source come by where they begin, so
 * what a place has counted is what ends before some word: no word is counted twice. In a place of cases, speakers or
 * questions only the words that are said there count.
 */
export class TallyWords {
  readonly cells: Uint32Array
  readonly rows: Uint32Array
  readonly columns: Uint32Array
  readonly whole = new Uint32Array(1)
  readonly #words: SpokenWords
  readonly #sides: Sides
  readonly #ends: Record<'cells' | 'rows' | 'columns' | 'whole', { end: Uint32Array; source: Uint32Array }>
  #source = 0
  #from = 0
  #to = 0
  #ranges = new Map<number, Ranges | null>()

  constructor(words: SpokenWords, sides: Sides) {
    const { rows, columns } = sides
    this.#words = words
    this.#sides = sides
    this.cells = new Uint32Array(rows.size * columns.size)
    this.rows = new Uint32Array(rows.size)
    this.columns = new Uint32Array(columns.size)
    const ends = (places: number) => ({ end: new Uint32Array(places), source: new Uint32Array(places) })
    this.#ends = { cells: ends(this.cells.length), rows: ends(rows.size), columns: ends(columns.size), whole: ends(1) }
  }

  /** The quotation at hand. */
  open(sourceId: number, start: number, end: number): void {
    if (sourceId !== this.#source) this.#ranges = new Map()
    this.#source = sourceId
    this.#from = this.#words.before(sourceId, start)
    this.#to = this.#words.before(sourceId, end)
  }

  /** It belongs to a place: -1 for a side that the place is the total of. */
  meet(row: number, column: number): void {
    const kind = row < 0 ? (column < 0 ? 'whole' : 'columns') : column < 0 ? 'rows' : 'cells'
    const place = kind === 'whole' ? 0 : kind === 'rows' ? row : kind === 'columns' ? column : row * this.#sides.columns.size + column
    const ends = this.#ends[kind]
    const counted = ends.source[place] === this.#source ? ends.end[place]! : 0
    const from = Math.max(this.#from, counted)
    if (from >= this.#to) return
    this[kind][place]! += wordsWithin(this.#rangesOf(row, column), from, this.#to)
    ends.source[place] = this.#source
    ends.end[place] = this.#to
  }

  /** Where in the source at hand the words of a place are said; asked once a place. */
  #rangesOf(row: number, column: number): Ranges | null {
    const { rows, columns } = this.#sides
    // Codes and coders say nothing about where, so that all of them share what is known of the other side.
    const ofRow = rows.by === 'code' || rows.by === 'coder' ? -1 : row
    const ofColumn = columns.by === 'code' || columns.by === 'coder' ? -1 : column
    if (ofRow < 0 && ofColumn < 0) return null
    const key = (ofRow + 1) * (columns.size + 1) + ofColumn + 1
    const known = this.#ranges.get(key)
    if (known !== undefined) return known
    const ranges = rangesOfPlace(this.#words, this.#sides, { row: ofRow, column: ofColumn }, this.#source)
    this.#ranges.set(key, ranges)
    return ranges
  }
}

/** The words of a source that are said in a place, as ranges; null is all of them. */
function rangesOfPlace(words: SpokenWords, sides: Sides, { row, column }: { row: number; column: number }, sourceId: number): Ranges | null {
  const { rows, columns, attribution } = sides
  const ofRow = row < 0 ? null : words.rangesOf(sourceId, placesOfMember(rows, row, sourceId, attribution))
  return rangesInBoth(ofRow, column < 0 ? null : words.rangesOf(sourceId, placesOfMember(columns, column, sourceId, attribution)))
}
