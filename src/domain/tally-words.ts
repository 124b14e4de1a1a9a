import type { Attribution } from './attribution.ts'
import { type Axis, placesOfCases, placesOfMember } from './axis.ts'
import { lowerBoundFrom, type Ranges, rangesInBoth, type SpokenWords, wordsWithin } from './spoken-words.ts'

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
  readonly whole: Uint32Array
  readonly #words: SpokenWords
  readonly #sides: Sides
  // Every place in one line: the cells, the rows, the columns, the whole. Ends are numbered on from source to source.
  readonly #counts: Uint32Array
  readonly #ends: Uint32Array
  #source = 0
  #starts: Uint32Array = new Uint32Array()
  #before = 0
  #from = 0
  #to = 0
  #ranges = new Map<number, Ranges | null>()
  // The latest that was asked for: a quotation meets its column again with every code.
  #latest = -1
  #latestRanges: Ranges | null = null

  constructor(words: SpokenWords, sides: Sides) {
    const cells = sides.rows.size * sides.columns.size
    const sums = sides.rows.size + sides.columns.size
    this.#words = words
    this.#sides = sides
    this.#counts = new Uint32Array(cells + sums + 1)
    this.#ends = new Uint32Array(cells + sums + 1)
    this.cells = this.#counts.subarray(0, cells)
    this.rows = this.#counts.subarray(cells, cells + sides.rows.size)
    this.columns = this.#counts.subarray(cells + sides.rows.size, cells + sums)
    this.whole = this.#counts.subarray(cells + sums)
  }

  /** The quotation at hand. */
  open(sourceId: number, start: number, end: number): void {
    if (sourceId !== this.#source) {
      this.#ranges = new Map()
      this.#latest = -1
      this.#before += this.#starts.length
      this.#starts = this.#words.startsIn(sourceId)
      this.#from = 0
    }
    this.#source = sourceId
    // Quotations come by where they begin: the next is seldom far from this one.
    this.#from = lowerBoundFrom(this.#starts, start, this.#from)
    this.#to = lowerBoundFrom(this.#starts, end, this.#from)
  }

  /** It belongs to a place: -1 for a side that the place is the total of. */
  meet(row: number, column: number): void {
    const place = this.#placeOf(row, column)
    const from = Math.max(this.#from, this.#ends[place]! - this.#before)
    if (from >= this.#to) return
    this.#counts[place]! += wordsWithin(this.#rangesOf(row, column), from, this.#to)
    this.#ends[place] = this.#before + this.#to
  }

  #placeOf(row: number, column: number): number {
    if (row >= 0 && column >= 0) return row * this.columns.length + column
    if (row >= 0) return this.cells.length + row
    return this.cells.length + this.rows.length + (column >= 0 ? column : this.columns.length)
  }

  /** Where in the source at hand the words of a place are said; asked once a place. */
  #rangesOf(row: number, column: number): Ranges | null {
    const { rows, columns } = this.#sides
    // Codes and coders say nothing about where, so that all of them share what is known of the other side.
    const ofRow = rows.by === 'code' || rows.by === 'coder' ? -1 : row
    const ofColumn = columns.by === 'code' || columns.by === 'coder' ? -1 : column
    if (ofRow < 0 && ofColumn < 0) return null
    const key = (ofRow + 1) * (columns.size + 1) + ofColumn + 1
    if (key === this.#latest) return this.#latestRanges
    const known = this.#ranges.get(key)
    const ranges = known !== undefined ? known : rangesOfPlace(this.#words, this.#sides, { row: ofRow, column: ofColumn }, this.#source)
    if (known === undefined) this.#ranges.set(key, ranges)
    this.#latest = key
    this.#latestRanges = ranges
    return ranges
  }
}

/** The words of a source that are said in a place, as ranges; null is all of them. */
export function rangesOfPlace(words: SpokenWords, sides: Sides, { row, column }: { row: number; column: number }, sourceId: number): Ranges | null {
  const { rows, columns, attribution } = sides
  // Said by the cases that are in both, not by one of the row beside one of the column.
  if (row >= 0 && column >= 0 && rows.by === 'case' && columns.by === 'case')
    return words.rangesOf(
      sourceId,
      placesOfCases((id) => rows.memberOf.get(id) === row && columns.memberOf.get(id) === column, sourceId, attribution),
    )
  const ofRow = row < 0 ? null : words.rangesOf(sourceId, placesOfMember(rows, row, sourceId, attribution))
  return rangesInBoth(ofRow, column < 0 ? null : words.rangesOf(sourceId, placesOfMember(columns, column, sourceId, attribution)))
}
