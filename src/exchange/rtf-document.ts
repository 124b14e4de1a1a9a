import type { RawText } from '../domain/raw-text.ts'
import type { Loss, Repair } from '../domain/read-notes.ts'
import { MarkedText } from './marked-text.ts'
import type { RtfCounts, RtfState } from './rtf-state.ts'

/**
 * The words of an RTF document as they come: paragraphs as lines, a row of a table as one line with tabs between its
 * cells, notes and text boxes kept until their place.
 */
export class RtfDocument {
  readonly body = new MarkedText()
  readonly counts: RtfCounts = { pictures: 0, comments: 0, headers: 0, deleted: 0, hidden: 0, lists: 0, tables: 0 }
  readonly notes: string[] = []
  #boxes: string[] = []
  #lineStart = 0
  #row = { open: false, tabs: 0, breaks: 0 }
  #afterRow = false
  #left: 'deleted' | 'hidden' | null = null

  write(words: string, state: RtfState): void {
    const { into } = state
    if (into === null || words === '') return
    const left = state.deleted ? 'deleted' : state.hidden ? 'hidden' : null
    if (left && left !== this.#left && words.trim() !== '') this.counts[left]++
    if (left === null || words.trim() !== '') this.#left = left
    if (left) return
    if (into === this.body) this.#catchUp(state)
    into.write(words, state)
  }

  /** The tabs and breaks of a row are written when words follow them. */
  #catchUp({ inTable }: RtfState): void {
    if (!inTable && !this.#row.open) this.#afterRow = false
    if (this.#row.tabs > 0) this.body.write('\t'.repeat(this.#row.tabs))
    if (this.#row.breaks > 0 && this.#row.tabs === 0) this.body.write('\n')
    this.#row.tabs = 0
    this.#row.breaks = 0
  }

  /** The end of a paragraph. */
  par(state: RtfState): void {
    if (state.into !== this.body) return void state.into?.write('\n')
    if (state.inTable && (this.#row.open || this.body.length > this.#lineStart)) {
      if (this.body.length > this.#lineStart && this.#row.tabs === 0) this.#row.breaks = 1
      return
    }
    this.#endLine(state.level)
    this.#afterRow = false
  }

  /** The end of a page or column: words on both sides of it are not one word. */
  page(state: RtfState): void {
    if (state.into === this.body && this.body.length > this.#lineStart && !/\s/.test(this.body.last)) this.write('\n', state)
  }

  #endLine(level: number): void {
    this.#row = { open: false, tabs: 0, breaks: 0 }
    if (level > 0) this.body.heading(this.#lineStart, level)
    this.body.write('\n')
    for (const box of this.#boxes.splice(0)) this.body.write(`${box}\n`)
    this.#lineStart = this.body.length
  }

  cell(state: RtfState): void {
    if (state.into !== this.body) return void state.into?.write('\t')
    this.#row = { open: true, tabs: this.#row.tabs + 1, breaks: 0 }
  }

  row(state: RtfState): void {
    if (state.into !== this.body || !this.#row.open) return
    if (!this.#afterRow) this.counts.tables++
    this.#endLine(0)
    this.#afterRow = true
  }

  /** A row of a table that stands in a cell. */
  innerRow(state: RtfState): void {
    if (state.into !== this.body) return
    this.#row = { open: this.#row.open, tabs: 0, breaks: 1 }
  }

  /** Keep a note's words for the end, and give the sign for it. */
  note(words: string): string {
    return `[${this.notes.push(words.replace(/\s+/g, ' ').trim())}]`
  }

  /** Keep a text box until the paragraph that it belongs to has ended. */
  box(words: string): void {
    if (words.trim() !== '') this.#boxes.push(words.trim())
  }

  finish(): RawText {
    if (this.#boxes.length > 0 || this.body.length > this.#lineStart) this.#endLine(0)
    this.notes.forEach((note, at) => {
      this.body.write(`[${at + 1}] ${note}\n`)
    })
    const { text, marks } = this.body.finish()
    const whole = text.endsWith('\n') ? text.slice(0, -1) : text
    return { text: whole, layout: 'paragraphs', marks, repairs: this.#repairs(), losses: this.#losses(), warnings: [] }
  }

  #repairs(): Repair[] {
    const { lists, tables } = this.counts
    const all: Repair[] = [
      { kind: 'lists', count: lists },
      { kind: 'tables', count: tables },
      { kind: 'notes', count: this.notes.length },
    ]
    return all.filter(({ count }) => count > 0)
  }

  #losses(): Loss[] {
    const { pictures, comments, deleted, hidden, headers } = this.counts
    const all: Loss[] = [
      { kind: 'pictures', count: pictures },
      { kind: 'comments', count: comments },
      { kind: 'deleted-text', count: deleted },
      { kind: 'hidden-text', count: hidden },
      { kind: 'headers', count: headers },
    ]
    return all.filter(({ count }) => count > 0)
  }
}
