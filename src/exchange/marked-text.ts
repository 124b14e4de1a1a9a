import type { Mark } from '../domain/mark.ts'
import { normaliseText } from '../domain/text.ts'

export type Look = { readonly bold: boolean; readonly italic: boolean }

/** A text that is written piece by piece, with marks over what is bold, italic or a heading. */
export class MarkedText {
  #parts: string[] = []
  #marks: Mark[] = []
  #open: { bold: number | null; italic: number | null } = { bold: null, italic: null }
  /** UTF-16 units written so far. */
  length = 0
  /** The last character written. */
  last = ''

  write(words: string, look: Look = plain): void {
    if (words === '') return
    this.#look('bold', look.bold)
    this.#look('italic', look.italic)
    this.#parts.push(words)
    this.length += words.length
    this.last = words.at(-1)!
  }

  heading(start: number, level: number): void {
    if (start < this.length) this.#marks.push({ kind: 'heading', start, end: this.length, level })
  }

  /** All of the text, normalised, and its marks in the order of the text. Marks hold no space at their ends. */
  finish(): { text: string; marks: Mark[] } {
    this.#look('bold', false)
    this.#look('italic', false)
    const text = this.#parts.join('')
    const marks = this.#marks.map((mark) => trimmed(text, mark)).filter((mark) => mark.start < mark.end)
    marks.sort((a, b) => a.start - b.start || b.end - a.end)
    return normalised(text, marks)
  }

  #look(kind: 'bold' | 'italic', on: boolean): void {
    const start = this.#open[kind]
    if (on === (start !== null)) return
    if (start !== null) this.#marks.push({ kind, start, end: this.length })
    this.#open[kind] = on ? this.length : null
  }
}

const plain: Look = { bold: false, italic: false }

function trimmed(text: string, mark: Mark): Mark {
  const words = text.slice(mark.start, mark.end)
  const start = mark.start + words.length - words.trimStart().length
  return { ...mark, start, end: Math.max(start, mark.start + words.trimEnd().length) }
}

/** Normalising a piece at a time, so that marks can follow. Where a mark parts a letter from its accent, marks are dropped. */
function normalised(text: string, marks: Mark[]): { text: string; marks: Mark[] } {
  const whole = normaliseText(text)
  if (whole === text) return { text, marks }
  const cuts = [...new Set(marks.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b)
  const places = new Map<number, number>()
  const parts: string[] = []
  let at = 0
  let length = 0
  for (const cut of [...cuts, text.length]) {
    parts.push(normaliseText(text.slice(at, cut)))
    length += parts.at(-1)!.length
    places.set(cut, length)
    at = cut
  }
  const place = (offset: number) => (offset === 0 ? 0 : places.get(offset)!)
  if (parts.join('') !== whole) return { text: whole, marks: [] }
  return { text: whole, marks: marks.map((mark) => ({ ...mark, start: place(mark.start), end: place(mark.end) })) }
}
