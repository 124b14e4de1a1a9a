import type { DocumentWriter } from './document-writer.ts'
import type { DocxLists } from './docx-numbering.ts'
import { type DocxStyle, headingOfOutline, isOn, lookOf } from './docx-styles.ts'
import { type Look, plainLook } from './line.ts'
import { type Attributes, readXml } from './read-xml.ts'
import { signOf } from './symbol-font.ts'

/** Counts of what a text can't hold. */
export type DocxLeft = { pictures: number; deleted: number; hidden: number; unknown: string[] }
/** A note's number in the text, its part and its id there. */
export type NoteReference = { readonly number: number; readonly part: 'footnotes' | 'endnotes'; readonly id: string }

type Paragraph = { style: string | null; listId: string | null; listLevel: number | null; heading: number | null; runsOn: boolean }
type Within = { paragraph: Paragraph; look: Look }

/** Parts whose words are no words of the document, or old ones. */
const SKIPPED = /^(moveFrom|rt|tabs|sectPr|tblPr|tblGrid|trPr|tcPr|pPrChange|rPrChange|sdtPr)$/

/** Reads the body of a Word document, or of a part like it, into a writer. */
export class DocxBody {
  readonly references: NoteReference[] = []
  readonly left: DocxLeft = { pictures: 0, deleted: 0, hidden: 0, unknown: [] }
  #writer: DocumentWriter
  #styleOf: (id: string | null) => DocxStyle
  #lists: DocxLists
  #within: Within[] = []
  #paragraph = newParagraph()
  #look = plainLook
  #hidden = false
  #inParagraphProperties = false
  #inText = false
  #skipping = 0
  #deleting = 0
  /** One for each alternative that is open: whether one of its choices was read. */
  #alternatives: boolean[] = []
  #pageBroke = false
  #checked = false

  #opening: Record<string, (attributes: Attributes) => void> = {
    p: () => {
      this.#paragraph = newParagraph()
    },
    pPr: () => {
      this.#inParagraphProperties = true
    },
    r: () => {
      this.#look = lookOf(this.#styleOf(this.#paragraph.style))
      this.#hidden = false
    },
    rStyle: ({ val = null }) => {
      this.#look = lookOf(this.#look, this.#styleOf(val))
    },
    b: (attributes) => {
      this.#look = { ...this.#look, bold: isOn(attributes) }
    },
    i: (attributes) => {
      this.#look = { ...this.#look, italic: isOn(attributes) }
    },
    vanish: (attributes) => {
      this.#hidden = isOn(attributes)
    },
    t: () => {
      this.#inText = true
    },
    tab: () => this.#write('\t'),
    ptab: () => this.#write('\t'),
    cr: () => this.#write('\n'),
    br: ({ type }) => {
      if (type === 'page' || type === 'column') this.#pageBroke = true
      else this.#write('\n')
    },
    noBreakHyphen: () => this.#write('\u2011'),
    softHyphen: () => this.#write('\u00ad'),
    sym: ({ char = '', font = '' }) => this.#write(signOf(Number.parseInt(char, 16), font)),
    default: ({ val }) => this.#check(val),
    checked: ({ val = '1' }) => this.#check(val),
    footnoteReference: ({ id = '' }) => this.#refer('footnotes', id),
    endnoteReference: ({ id = '' }) => this.#refer('endnotes', id),
    blip: (attributes) => this.#picture(attributes),
    imagedata: (attributes) => this.#picture(attributes),
    chart: (attributes) => this.#picture(attributes),
    relIds: () => void this.left.pictures++,
    altChunk: () => void this.left.unknown.push('altChunk'),
    AlternateContent: () => void this.#alternatives.push(false),
    tbl: () => this.#writer.openTable(),
    tc: () => this.#writer.openCell(),
    txbxContent: () => {
      this.#within.push({ paragraph: this.#paragraph, look: this.#look })
      this.#writer.openFlow()
    },
  }

  #closing: Record<string, () => void> = {
    p: () => {
      this.#pageBroke = false
      if (!this.#paragraph.runsOn) this.#writer.endLine(this.#paragraph.heading ?? this.#styleOf(this.#paragraph.style).heading)
    },
    r: () => {
      this.#hidden = false
    },
    t: () => {
      this.#inText = false
    },
    checkBox: () => this.#write(this.#checked ? '☒' : '☐'),
    AlternateContent: () => void this.#alternatives.pop(),
    tbl: () => this.#writer.closeTable(),
    tr: () => this.#writer.closeRow(),
    tc: () => this.#writer.closeCell(),
    txbxContent: () => {
      this.#writer.closeBox()
      const { paragraph, look } = this.#within.pop()!
      this.#paragraph = paragraph
      this.#look = look
    },
  }

  constructor(writer: DocumentWriter, styleOf: (id: string | null) => DocxStyle, lists: DocxLists) {
    this.#writer = writer
    this.#styleOf = styleOf
    this.#lists = lists
  }

  /** Write all of a part. `wrap` hears of elements first and may take them: the notes of a part of notes. */
  read(xml: Uint8Array, wrap: { open?(name: string, attributes: Attributes): void; close?(name: string): void } = {}): void {
    readXml(xml, {
      open: (name, attributes) => {
        wrap.open?.(name, attributes)
        this.#open(name, attributes)
      },
      close: (name) => {
        this.#close(name)
        wrap.close?.(name)
      },
      text: (words) => {
        if (this.#inText && this.#skipping === 0) this.#write(words.replace(/\n/g, ' '))
      },
    })
  }

  #open(name: string, attributes: Attributes): void {
    if (this.#skipping > 0) {
      this.#skipping++
      if (name === 'delText') this.#deleting++
    } else if (this.#isSkipped(name)) this.#skipping = 1
    else if (this.#inParagraphProperties) this.#describeParagraph(name, attributes)
    else this.#opening[name]?.(attributes)
  }

  #isSkipped(name: string): boolean {
    if (name === 'del') {
      if (this.#inParagraphProperties) this.#paragraph.runsOn = true
      return true
    }
    const chosen = this.#alternatives.at(-1)
    if (name === 'Choice' && chosen !== undefined) this.#alternatives[this.#alternatives.length - 1] = true
    return SKIPPED.test(name) || ((name === 'Choice' || name === 'Fallback') && chosen === true)
  }

  #close(name: string): void {
    if (this.#skipping > 0) {
      this.#skipping--
      if (this.#skipping === 0 && this.#deleting > 0) this.left.deleted++
      if (this.#skipping === 0) this.#deleting = 0
    } else if (name === 'pPr') this.#begin()
    else if (!this.#inParagraphProperties) this.#closing[name]?.()
  }

  #describeParagraph(name: string, attributes: Attributes): void {
    const value = attributes['val'] ?? ''
    if (name === 'pStyle') this.#paragraph.style = value
    else if (name === 'numId') this.#paragraph.listId = value
    else if (name === 'ilvl') this.#paragraph.listLevel = Number(value) || 0
    else if (name === 'outlineLvl') this.#paragraph.heading = headingOfOutline(value)
  }

  /** The properties of a paragraph are known: what stands before it, if it is an item of a list. */
  #begin(): void {
    this.#inParagraphProperties = false
    const { style, listId, listLevel } = this.#paragraph
    const styled = this.#styleOf(style).list
    const id = listId ?? styled?.id
    if (id !== undefined && id !== '0') this.#writer.lead(this.#lists({ id, level: listLevel ?? styled?.level ?? null }, style))
  }

  #write(words: string): void {
    if (this.#hidden) {
      if (words.trim() !== '') this.left.hidden++
      return
    }
    if (this.#pageBroke && !this.#writer.atStart) this.#writer.write('\n', this.#look)
    this.#pageBroke = false
    this.#writer.write(words, this.#look)
  }

  #check(value: string | undefined): void {
    this.#checked = value !== undefined && isOn({ val: value })
  }

  #refer(part: NoteReference['part'], id: string): void {
    this.references.push({ number: this.#writer.refer(this.#look), part, id })
  }

  #picture(attributes: Attributes): void {
    if (attributes['embed'] ?? attributes['link'] ?? attributes['id']) this.left.pictures++
  }
}

function newParagraph(): Paragraph {
  return { style: null, listId: null, listLevel: null, heading: null, runsOn: false }
}
