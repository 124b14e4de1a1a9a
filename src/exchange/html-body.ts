import { Parser } from 'htmlparser2'
import { Refusal } from '../domain/refusal.ts'
import type { DocumentWriter } from './document-writer.ts'
import { type HtmlLeft, nothingLeft } from './html-losses.ts'
import { classStyles, type HtmlStyle, styleOf } from './html-style.ts'
import { type Look, plainLook } from './line.ts'
import { bullet, ListNumbers } from './list-numbers.ts'

/** Elements inside elements: a page of a person has dozens. */
const DEEPEST = 10_000

type Attributes = Readonly<Record<string, string>>
type List = { readonly numbers: ListNumbers | null }
/** An element that is open. `kept`: white space is shown as it is. `mark`: what is in it is the sign of an item of a list. */
type Open = { readonly look: Look; readonly kept: boolean; readonly heading: number; readonly list: List | null; readonly mark: boolean }
type Dropping = { depth: number; readonly told: keyof HtmlLeft | null; words: boolean }

const BLOCKS = new Set(
  `address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form
  h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu ol p pre section summary table tbody td tfoot th thead tr ul`.split(/\s+/),
)
/** What is left out with all that is in it, and as what it is told. */
const DROPPED: Readonly<Record<string, keyof HtmlLeft | null>> = {
  script: 'scripts',
  style: null,
  template: 'hidden-text',
  noscript: 'hidden-text',
  title: null,
  nav: 'navigation',
  select: 'forms',
  button: 'forms',
  textarea: 'forms',
  svg: 'pictures',
  canvas: 'pictures',
  video: 'pictures',
  audio: 'pictures',
  iframe: 'pictures',
  object: 'pictures',
  rp: null,
  rt: null,
}
const FORMATS: Readonly<Record<string, string>> = { a: 'lowerLetter', A: 'upperLetter', i: 'lowerRoman', I: 'upperRoman' }

/** Reads the elements of a web page into a writer. Nothing is run: what handles an event is an attribute that nobody reads. */
export class HtmlBody {
  readonly left = nothingLeft()
  #writer: DocumentWriter
  #opened: Open[] = [{ look: plainLook, kept: false, heading: 0, list: null, mark: false }]
  #classes = new Map<string, HtmlStyle>()
  #dropping: Dropping | null = null
  #sheet = ''
  #inSheet = false
  #mark = ''
  /** For each table that is open: whether one of its cells is. */
  #tables: { inCell: boolean }[] = []
  /** White space and line breaks that have come, and are written when words follow. */
  #space = false
  #breaks = 0
  /** The names of all elements that are open, those left out too. */
  #names: string[] = []

  constructor(writer: DocumentWriter) {
    this.#writer = writer
  }

  /** Take in how a style sheet says that words look. */
  learn(sheet: string): void {
    for (const [name, style] of classStyles(sheet)) this.#classes.set(name, style)
  }

  /** Write all of a page. Refuses a page whose elements are nested without end. */
  read(page: string): void {
    const parser = new Parser(
      {
        onopentag: (name, attributes) => this.#enter(name, attributes),
        onclosetag: (name) => this.#leave(name),
        ontext: (words) => this.#text(words),
      },
      { recognizeSelfClosing: true, recognizeCDATA: true },
    )
    parser.end(page)
    this.#endLine()
  }

  #enter(name: string, attributes: Attributes): void {
    if (this.#names.push(name) > DEEPEST) throw new Refusal('invalid', 'refusal.import-too-deep')
    if (name === 'style') this.#inSheet = true
    if (this.#dropping) {
      this.#dropping.depth++
      return
    }
    const style = this.#styleOf(attributes)
    const told = toldAs(name, attributes, style)
    if (told !== undefined) this.#dropping = { depth: 1, told, words: told === 'scripts' || told === 'pictures' }
    else this.#open(name, attributes, style)
  }

  #leave(name: string): void {
    // A page that breaks off inside a tag closes what it never opened.
    if (this.#names.at(-1) !== name) return
    this.#names.pop()
    if (name === 'style') this.#closeSheet()
    if (!this.#dropping) this.#close(name)
    else if (--this.#dropping.depth === 0) {
      const { told, words } = this.#dropping
      if (told !== null && words) this.left[told]++
      this.#dropping = null
    }
  }

  #open(name: string, attributes: Attributes, style: HtmlStyle): void {
    if (BLOCKS.has(name)) this.#endLine()
    const around = this.#opened.at(-1)!
    this.#opened.push({
      look: { bold: style.bold ?? (around.look.bold || /^(b|strong)$/.test(name)), italic: style.italic ?? (around.look.italic || /^(i|em|cite)$/.test(name)) },
      kept: style.kept ?? (around.kept || name === 'pre'),
      heading: /^h[1-6]$/.test(name) ? Number(name[1]) : around.heading,
      list: name === 'ol' ? { numbers: numbersOf(attributes) } : name === 'ul' || name === 'menu' ? { numbers: null } : around.list,
      mark: around.mark || /mso-list:\s*ignore/i.test(attributes['style'] ?? ''),
    })
    if (name === 'li') this.#item(attributes)
    else if (name === 'br') this.#breaks++
    else if (name === 'q') this.#text('“')
    else if (name === 'img' && attributes['width'] !== '1') this.left.pictures++
    else if (name === 'input' && attributes['type'] !== 'hidden') this.left.forms++
    else if (/^(table|tr|td|th)$/.test(name)) this.#enterTable(name)
  }

  #close(name: string): void {
    if (name === 'q') this.#text('”')
    if (BLOCKS.has(name)) this.#endLine()
    if (name === 'li') this.#writer.lead('')
    if (/^(table|tr|td|th)$/.test(name)) this.#leaveTable(name)
    const { mark } = this.#opened.pop()!
    if (mark && !this.#opened.at(-1)!.mark) this.#writer.lead(this.#takeMark())
  }

  #enterTable(name: string): void {
    const table = this.#tables.at(-1)
    if (name === 'table') {
      this.#writer.openTable()
      this.#tables.push({ inCell: false })
    } else if (table) {
      if (table.inCell) this.#writer.closeCell()
      if (name === 'tr') this.#writer.closeRow()
      else this.#writer.openCell()
      table.inCell = name !== 'tr'
    }
  }

  #leaveTable(name: string): void {
    const table = this.#tables.at(-1)
    if (!table) return
    if (table.inCell) this.#writer.closeCell()
    table.inCell = false
    if (name === 'tr' || name === 'table') this.#writer.closeRow()
    if (name === 'table') {
      this.#writer.closeTable()
      this.#tables.pop()
    }
  }

  #item({ value = '' }: Attributes): void {
    const numbers = this.#opened.at(-1)!.list?.numbers
    this.#writer.lead(numbers ? numbers.next(0, /^\d{1,6}$/.test(value) ? Number(value) : undefined) : bullet)
  }

  /** Word writes the sign of an item as words, in a font of signs. */
  #takeMark(): string {
    const sign = this.#mark.trim()
    this.#mark = ''
    return /^[·o§Øüv•\uf0a7\uf0b7-]?$/.test(sign) ? bullet : `${sign} `
  }

  #text(words: string): void {
    if (this.#inSheet) this.#sheet += words
    else if (this.#dropping) this.#dropping.words ||= /\S/.test(words)
    else if (this.#opened.at(-1)!.mark) this.#mark += words
    else if (this.#opened.at(-1)!.kept) this.#keep(words.replace(/\r\n?/g, '\n'))
    else this.#collapse(words.replace(/[ \t\n\r\f]+/g, ' '))
  }

  /** White space as it is, but for a line's end at the beginning and at the end of it all. */
  #keep(words: string): void {
    const begun = this.#writer.atStart && this.#breaks === 0 ? words.replace(/^\n/, '') : words
    const said = begun.replace(/\n+$/, '')
    if (said !== '') this.#write(said)
    this.#breaks += begun.length - said.length
  }

  #collapse(words: string): void {
    if (words.startsWith(' ')) this.#space = true
    const said = words.replace(/^ /, '')
    if (said === '') return
    this.#write(said.replace(/ $/, ''))
    this.#space = said.endsWith(' ')
  }

  #write(words: string): void {
    const { look } = this.#opened.at(-1)!
    if (this.#breaks > 0) this.#writer.write('\n'.repeat(this.#breaks), look)
    else if (this.#space && !this.#writer.atStart) this.#writer.write(' ', look)
    this.#breaks = 0
    this.#space = false
    this.#writer.write(words, look)
  }

  /** A last line break in a block shows nothing, unless nothing else is in it. */
  #endLine(): void {
    if (this.#breaks > 0 && this.#writer.atStart) this.#writer.endLine()
    else this.#writer.flush(this.#opened.at(-1)!.heading)
    this.#breaks = 0
    this.#space = false
  }

  #styleOf(attributes: Attributes): HtmlStyle {
    let style: HtmlStyle = {}
    for (const name of (attributes['class'] ?? '').split(/\s+/)) style = { ...style, ...this.#classes.get(name), hidden: false }
    return attributes['style'] ? { ...style, ...styleOf(attributes['style']) } : style
  }

  #closeSheet(): void {
    this.#inSheet = false
    this.learn(this.#sheet)
    this.#sheet = ''
  }
}

/** As what an element is told that is left out; null: not at all; undefined where it is not left out. */
function toldAs(name: string, attributes: Attributes, style: HtmlStyle): keyof HtmlLeft | null | undefined {
  if (Object.hasOwn(DROPPED, name)) return DROPPED[name]
  if (attributes['role'] === 'navigation') return 'navigation'
  return style.hidden || 'hidden' in attributes ? 'hidden-text' : undefined
}

function numbersOf({ start = '', type = '' }: Attributes): ListNumbers {
  const level = { format: FORMATS[type] ?? 'decimal', sign: '%1.', start: /^\d{1,6}$/.test(start) ? Number(start) : 1 }
  return new ListNumbers(() => level)
}
