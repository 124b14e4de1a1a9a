import type { DocumentWriter } from './document-writer.ts'
import { type Look, plainLook } from './line.ts'
import type { ListNumbers } from './list-numbers.ts'
import type { OdtStyles } from './odt-styles.ts'
import { type Attributes, readXml } from './read-xml.ts'

/** Counts of what a text can't hold. */
export type OdtLeft = { pictures: number; comments: number; deleted: number; hidden: number }
type List = { readonly style: string | null; readonly id: string | null; readonly numbers: ListNumbers }
type Paragraph = { readonly look: Look; readonly heading: number; readonly hidden: boolean }

/** Elements whose words are no words of the document; `-source` holds the patterns of tables of contents. */
const SKIPPED =
  /^(scripts|font-face-decls|forms|annotation|annotation-end|ruby-text|note-citation|hidden-text|hidden-paragraph|variable-decls|sequence-decls|user-field-decls|.*-source|covered-table-cell|object|meta|tracked-changes)$/
/** A field of the document's own title has words that are seen; the title of a drawing has not. */
const TITLES = /^(title|desc)$/
const AROUND_WORDS = /^(p|h|span|a)$/
/** Repeated cells past this are the empty rest of a row. */
const MOST_REPEATED = 50

/** Reads the body of an OpenDocument text into a writer. */
export class OdtBody {
  readonly left: OdtLeft = { pictures: 0, comments: 0, deleted: 0, hidden: 0 }
  #writer: DocumentWriter
  #styles: OdtStyles
  #inBody = false
  #skipping = 0
  /** The looks of the stretches that are open in the paragraph, the innermost last. */
  #looks: { look: Look; hidden: boolean }[] = []
  #paragraphs: (Paragraph | null)[] = [null]
  #lists: List[] = []
  #listsAround: List[][] = []
  #known = new Map<string, ListNumbers>()
  #notes: number[] = []
  #space = false
  #repeats: number[] = []
  #names: string[] = []

  constructor(writer: DocumentWriter, styles: OdtStyles) {
    this.#writer = writer
    this.#styles = styles
  }

  read(xml: Uint8Array): void {
    readXml(xml, {
      open: (name, attributes) => {
        this.#open(name, attributes)
        this.#names.push(name)
      },
      close: (name) => {
        this.#names.pop()
        this.#close(name)
      },
      text: (words) => {
        if (this.#skipping === 0 && this.#paragraphs.at(-1)) this.#collapse(words)
      },
    })
  }

  #open(name: string, attributes: Attributes): void {
    if (this.#skipping > 0) {
      this.#skipping++
      if (name === 'deletion') this.left.deleted++
    } else if (this.#inBody && (SKIPPED.test(name) || (TITLES.test(name) && !AROUND_WORDS.test(this.#names.at(-1) ?? '')))) {
      this.#skipping = 1
      if (name === 'annotation') this.left.comments++
      if (/^hidden-/.test(name)) this.left.hidden++
    } else if (this.#inBody) this.#opening[name]?.(attributes)
    else if (name === 'body') this.#inBody = true
    else this.#styles.enter(name, attributes)
  }

  #close(name: string): void {
    if (this.#skipping > 0) this.#skipping--
    else if (this.#inBody) this.#closing[name]?.()
    else this.#styles.leave(name)
  }

  #opening: Readonly<Record<string, (attributes: Attributes) => void>> = {
    p: (attributes) => this.#begin(attributes['style-name'], 0),
    h: (attributes) => this.#begin(attributes['style-name'], Number(attributes['outline-level'] ?? 1) || 1),
    span: (attributes) => this.#span(attributes['style-name']),
    s: ({ c = '1' }) => this.#write(' '.repeat(Math.min(Number(c) || 1, 1000))),
    tab: () => this.#write('\t'),
    'line-break': () => this.#write('\n'),
    list: (attributes) => this.#openList(attributes),
    'list-item': (attributes) => this.#item(attributes['start-value']),
    note: () => void this.#notes.push(this.#writer.refer(this.#look)),
    'note-body': () => this.#enterFlow(),
    'text-box': () => this.#enterFlow(),
    image: () => void this.left.pictures++,
    table: () => this.#writer.openTable(),
    'table-cell': (attributes) => {
      this.#repeats.push(Number(attributes['number-columns-repeated'] ?? 1) || 1)
      this.#writer.openCell()
    },
  }

  #closing: Readonly<Record<string, () => void>> = {
    p: () => this.#end(),
    h: () => this.#end(),
    span: () => void this.#looks.pop(),
    list: () => {
      this.#lists.pop()
      this.#writer.lead('')
    },
    'list-item': () => this.#writer.lead(''),
    'note-body': () => {
      this.#leaveFlow()
      this.#writer.note(this.#notes.pop()!, this.#writer.closeFlow())
    },
    'text-box': () => {
      this.#leaveFlow()
      this.#writer.closeBox()
    },
    table: () => this.#writer.closeTable(),
    'table-row': () => this.#writer.closeRow(),
    'table-cell': () => this.#closeCell(),
  }

  get #look(): Look {
    return this.#looks.at(-1)?.look ?? plainLook
  }

  #begin(style: string | undefined, level: number): void {
    const { bold = false, italic = false, heading, hidden } = this.#styles.of('paragraph', style)
    this.#paragraphs[this.#paragraphs.length - 1] = { look: { bold, italic }, heading: level || heading, hidden }
    this.#looks.push({ look: { bold, italic }, hidden })
    this.#space = false
  }

  #end(): void {
    this.#writer.endLine(this.#paragraphs.at(-1)?.heading ?? 0)
    this.#paragraphs[this.#paragraphs.length - 1] = null
    this.#looks.pop()
  }

  #span(style: string | undefined): void {
    const { bold = this.#look.bold, italic = this.#look.italic, hidden } = this.#styles.of('text', style)
    this.#looks.push({ look: { bold, italic }, hidden: hidden || (this.#looks.at(-1)?.hidden ?? false) })
  }

  /** White space in the file is one space, and none at the beginning of a paragraph: more are written as elements. */
  #collapse(words: string): void {
    const single = words.replace(/[ \t\n\r]+/g, ' ')
    if (single.startsWith(' ')) this.#space = true
    const said = single.trim()
    if (said === '') return
    this.#write(single.replace(/^ /, '').replace(/ $/, ''))
    this.#space = single.endsWith(' ')
  }

  #write(words: string): void {
    if (this.#looks.at(-1)?.hidden) {
      if (words.trim() !== '') this.left.hidden++
      return
    }
    if (this.#space && !this.#writer.atStart) this.#writer.write(' ', this.#look)
    this.#space = false
    this.#writer.write(words, this.#look)
  }

  #openList(attributes: Attributes): void {
    const outer = this.#lists.at(-1)
    const style = attributes['style-name'] ?? outer?.style ?? null
    const follows = attributes['continue-list'] ?? (attributes['continue-numbering'] === 'true' ? `style ${style}` : undefined)
    const numbers = (follows && this.#known.get(follows)) || (outer && outer.style === style ? outer.numbers : this.#styles.numbers(style))
    const id = attributes['id'] ?? null
    this.#lists.push({ style, id, numbers })
    this.#known.set(`style ${style}`, numbers)
    if (id !== null) this.#known.set(id, numbers)
  }

  #item(start: string | undefined): void {
    const list = this.#lists.at(-1)
    if (list) this.#writer.lead(list.numbers.next(this.#lists.length - 1, start === undefined ? undefined : Number(start) || 0))
  }

  #enterFlow(): void {
    this.#writer.openFlow()
    this.#paragraphs.push(null)
    this.#listsAround.push(this.#lists)
    this.#lists = []
  }

  #leaveFlow(): void {
    this.#paragraphs.pop()
    this.#lists = this.#listsAround.pop()!
    this.#space = false
  }

  #closeCell(): void {
    this.#writer.closeCell()
    const repeated = this.#repeats.pop()!
    for (let at = 1; at < Math.min(repeated, MOST_REPEATED); at++) {
      this.#writer.openCell()
      this.#writer.closeCell()
    }
  }
}
