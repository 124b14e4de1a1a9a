import type { Mark } from '../domain/mark.ts'
import type { Repair } from '../domain/read-notes.ts'
import { Refusal } from '../domain/refusal.ts'
import { type Line, type Look, lineOf, type Piece, plainLook, strung, trimmed } from './line.ts'

/** UTF-16 units of one file's text: a hundred long interviews. */
export const LONGEST = 10_000_000
/** Lines of one file's text. Each costs memory of its own, and a thread that runs out of it may take the whole program down. */
export const MOST_LINES = 300_000
/** Tables inside tables: deeper ones are written as if their cells were paragraphs. */
const DEEPEST = 20

/** Lines that belong together: a document, a cell, a note, a text box. `after`: boxes that stand at the paragraph being written. */
type Flow = { lines: Line[]; pieces: Piece[]; lead: string; after: Line[] }

/**
 * Writes a document down as lines, the same way for every format: a line a paragraph, what stands before an item of a list
 * written out, a row of a table as one line with tabs between its cells, notes at the end under the number that stands for
 * them in the text. Keeps what was bold, italic or a heading. Refuses a text of more than ten million characters, or 300,000 lines.
 */
export class DocumentWriter {
  #flows: Flow[] = [newFlow()]
  #rows: Line[][] = []
  #tooDeep = 0
  #notes: Line[] = []
  #size = 0
  #lines = 0
  #counted = { lists: 0, tables: 0, notes: 0 }

  get #flow(): Flow {
    return this.#flows.at(-1)!
  }

  /** True while nothing has been written on the line. */
  get atStart(): boolean {
    return this.#flow.pieces.length === 0
  }

  write(words: string, look: Look = plainLook): void {
    if (words === '') return
    const { pieces } = this.#flow
    const last = pieces.at(-1)
    if (last && last.look.bold === look.bold && last.look.italic === look.italic) last.words += words
    else pieces.push({ words, look })
  }

  /** What stands before the words of this line, if any come: the sign or number of an item of a list. */
  lead(sign: string): void {
    this.#flow.lead = sign
  }

  /** The line is at its end; `heading` is the level of a heading, 0 for none. An empty line is kept. */
  endLine(heading = 0): void {
    const flow = this.#flow
    const line = lineOf(flow.pieces, heading)
    this.#size += line.text.length + 1
    if (this.#size > LONGEST) throw new Refusal('invalid', 'refusal.import-too-long')
    if (++this.#lines > MOST_LINES) throw new Refusal('invalid', 'refusal.import-many-lines', { most: MOST_LINES })
    const listed = flow.lead !== '' && line.text.trim() !== ''
    if (listed) this.#counted.lists++
    if (line.text.trim() !== '' || flow.after.length === 0) flow.lines.push(listed ? strung([{ text: flow.lead, marks: [] }, line], '') : line)
    for (const one of flow.after) flow.lines.push(one)
    Object.assign(flow, { pieces: [], lead: '', after: [] })
  }

  /** End the line if anything is on it. */
  flush(heading = 0): void {
    if (!this.atStart || this.#flow.after.length > 0) this.endLine(heading)
  }

  /** What follows is apart from the line being written, until the flow is closed. */
  openFlow(): void {
    this.#flows.push(newFlow())
  }

  closeFlow(): Line[] {
    this.flush()
    return this.#flows.pop()!.lines
  }

  /** Lines of a box that hangs on the paragraph being written: they follow it. */
  closeBox(): void {
    const lines = this.closeFlow()
    this.#flow.after.push(...lines.filter((line) => line.text.trim() !== ''))
  }

  openTable(): void {
    if (this.#rows.length >= DEEPEST) this.#tooDeep++
    else {
      this.flush()
      this.#counted.tables++
      this.#rows.push([])
    }
  }

  openCell(): void {
    if (this.#tooDeep === 0) this.openFlow()
  }

  closeCell(): void {
    if (this.#tooDeep > 0) {
      this.flush()
      return
    }
    const lines = this.closeFlow().filter((line) => line.text.trim() !== '')
    this.#rows.at(-1)!.push(strung(lines, '\n'))
  }

  closeRow(): void {
    if (this.#tooDeep > 0) return
    const cells = this.#rows.at(-1)!.splice(0)
    const row = strung(cells, '\t')
    if (cells.length > 0) this.#flow.lines.push({ ...row, text: row.text.trimEnd() })
  }

  closeTable(): void {
    if (this.#tooDeep > 0) this.#tooDeep--
    else this.#rows.pop()
  }

  /** Write the number of the next note into the line. */
  refer(look: Look = plainLook): number {
    this.write(`[${++this.#counted.notes}]`, look)
    return this.#counted.notes
  }

  /** What a note says, to stand at the end under its number. */
  note(number: number, lines: readonly Line[]): void {
    const said = lines.filter((line) => line.text.trim() !== '').map(trimmed)
    this.#notes[number - 1] = strung([{ text: `[${number}] `, marks: [] }, strung(said, ' ')], '')
  }

  /** The whole text, with what that took. */
  finish(): { text: string; marks: Mark[]; repairs: Repair[] } {
    this.flush()
    const notes = Array.from({ length: this.#counted.notes }, (_, at) => this.#notes[at] ?? { text: `[${at + 1}]`, marks: [] })
    const repairs = (['lists', 'tables', 'notes'] as const).map((kind) => ({ kind, count: this.#counted[kind] }))
    return { ...strung([...this.#flows[0]!.lines, ...notes], '\n'), repairs: repairs.filter((repair) => repair.count > 0) }
  }
}

function newFlow(): Flow {
  return { lines: [], pieces: [], lead: '', after: [] }
}
