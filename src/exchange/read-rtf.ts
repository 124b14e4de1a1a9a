import type { RawText } from '../domain/raw-text.ts'
import { Refusal } from '../domain/refusal.ts'
import { latin1 } from './decode-as.ts'
import { MarkedText } from './marked-text.ts'
import { decodeBytes, encodingOfCharset, encodingOfPage, signOf } from './rtf-code-pages.ts'
import { RtfDocument } from './rtf-document.ts'
import { type RtfState, startState } from './rtf-state.ts'
import { type RtfToken, rtfTokens } from './rtf-tokens.ts'
import { type Destination, destinationOf, rtfCharacters } from './rtf-words.ts'

/** Groups within groups: documents have some tens. */
const DEEPEST = 2000

/**
 * The text of a rich text document (RTF): a line a paragraph, signs before the items of lists, a row of a table as one
 * line with tabs, notes at the end. What a text can't keep is told as losses. Broken files are read as far as they make
 * sense; refuses one that is nested beyond all reason.
 */
export function readRtf(bytes: Buffer): RawText {
  const reading = new RtfReading()
  for (const token of rtfTokens(latin1(bytes))) reading.take(token)
  return reading.finish()
}

class RtfReading {
  #document = new RtfDocument()
  #state: RtfState = startState(this.#document.body)
  #groups: RtfState[] = []
  #starred = false
  /** Bytes of one run, in the encoding of the state. */
  #bytes: string[] = []
  #escaped = false
  #toSkip = 0
  #page: string | undefined
  #fonts = new Map<number, string | undefined>()
  #font = 0
  #defaultFont = 0
  #styles = new Map<number, number>()
  #style = 0

  take(token: RtfToken): void {
    if (token.kind === 'bytes') this.#take(token.bytes, token.escaped)
    else if (token.kind === 'word' && this.#toSkip > 0 && token.name !== 'u') this.#toSkip--
    else this.#control(token)
  }

  #control(token: Exclude<RtfToken, { kind: 'bytes' }>): void {
    this.#flush()
    this.#toSkip = 0
    if (token.kind === 'open') this.#open()
    else if (token.kind === 'close') this.#close()
    else if (token.name === '*') this.#starred = true
    else this.#word(token.name, token.number)
  }

  finish(): RawText {
    this.#flush()
    while (this.#groups.length > 0) this.#close()
    return this.#document.finish()
  }

  #take(bytes: string, escaped: boolean): void {
    const kept = this.#toSkip > 0 ? bytes.slice(this.#toSkip) : bytes
    this.#toSkip = Math.max(this.#toSkip - bytes.length, 0)
    if (this.#state.into === null || kept === '') return
    if (escaped && kept >= '\x80') this.#escaped = true
    this.#bytes.push(kept)
  }

  #flush(): void {
    if (this.#bytes.length === 0) return
    const words = decodeBytes(this.#bytes.splice(0).join(''), this.#state.encoding, this.#escaped)
    this.#escaped = false
    this.#document.write(words, this.#state)
  }

  #open(): void {
    if (this.#groups.length >= DEEPEST) throw new Refusal('invalid', 'refusal.import-too-nested')
    this.#groups.push(this.#state)
    this.#state = { ...this.#state }
    this.#starred = false
    if (this.#state.destination === 'either') this.#enter('skip')
  }

  #close(): void {
    const ended = this.#state
    const outer = this.#groups.pop()
    if (!outer) return
    this.#state = outer
    if (ended.destination === 'fonts' && outer.destination !== 'fonts') outer.encoding = this.#encodingOf(this.#defaultFont)
    if (ended.destination === 'styles' && outer.destination === 'styles') this.#nameStyle(ended.into!.finish().text)
    if (ended.into === null || ended.into === outer.into) return
    this.#leave(ended.destination, ended.into.finish().text)
  }

  /** What a group's own words become where it ends. */
  #leave(destination: Destination, words: string): void {
    if (destination === 'note') this.#document.write(this.#document.note(words), this.#state)
    else if (destination === 'box') this.#document.box(words)
    else if (destination === 'header' && words.trim() !== '') this.#document.counts.headers++
    else if (destination === 'marker' && words.trim() !== '') {
      this.#document.counts.lists++
      this.#document.write(`${markerOf(words.trim())} `, this.#state)
    }
  }

  #enter(destination: Destination): void {
    const from = this.#state
    const { counts, body } = this.#document
    from.destination = destination
    if (destination === 'body') from.into = this.#groups.findLast((one) => one.into !== null)?.into ?? body
    else if (/^(header|note|marker|box|styles)$/.test(destination)) from.into = new MarkedText()
    else if (destination !== 'either') from.into = null
    if (destination === 'picture') counts.pictures++
    if (destination === 'comment') counts.comments++
    if (/^(note|box)$/.test(destination)) Object.assign(from, { bold: false, italic: false, inTable: false, level: 0 })
  }

  #word(name: string, number: number | null): void {
    const starred = this.#starred
    this.#starred = false
    const { destination } = this.#state
    if (destination === 'fonts') this.#fontWord(name, number)
    else if (destination === 'styles') this.#styleWord(name, number)
    else this.#wordIn(destination, destinationOf(name, starred), name, number)
  }

  #wordIn(destination: Destination, entered: Destination | undefined, name: string, number: number | null): void {
    if (entered === 'body' && this.#groups.at(-1)?.destination === 'either') this.#enter('body')
    else if (/^(skip|picture|comment)$/.test(destination)) return
    else if (destination === 'search' && entered !== 'box' && entered !== 'picture') return
    else if (entered !== undefined) this.#enter(entered)
    else if (!this.#layoutWord(name)) this.#lookWord(name, number)
  }

  #fontWord(name: string, number: number | null): void {
    if (name === 'f') this.#font = number ?? 0
    else if (name === 'fcharset') this.#fonts.set(this.#font, encodingOfCharset(number ?? 0))
    else if (name === 'cpg' && number) this.#fonts.set(this.#font, encodingOfPage(number))
  }

  #styleWord(name: string, number: number | null): void {
    if (name === '*') return
    if (name === 's') this.#style = number ?? 0
    else if (name === 'cs' || name === 'ts' || name === 'ds') this.#style = -1
    else if (name === 'outlinelevel') this.#styles.set(this.#style, levelOf(number))
    this.#state.into = new MarkedText()
  }

  #nameStyle(name: string): void {
    const named = /^\s*(?:heading|rubrik|overskrift|överskrift)\s*(\d)/i.exec(name)
    if (named && !this.#styles.has(this.#style)) this.#styles.set(this.#style, Number(named[1]))
  }

  /** Words that end or begin something. @returns whether it was one. */
  #layoutWord(name: string): boolean {
    const [document, state] = [this.#document, this.#state]
    const character = Object.hasOwn(rtfCharacters, name) ? rtfCharacters[name] : undefined
    if (character !== undefined) document.write(character, state)
    else if (name === 'par' || name === 'sect') document.par(state)
    else if (name === 'page' || name === 'column') document.page(state)
    else if (name === 'cell' || name === 'nestcell') document.cell(state)
    else if (name === 'row') document.row(state)
    else if (name === 'nestrow') document.innerRow(state)
    else if (name === 'pard') Object.assign(state, { inTable: false, level: 0 })
    else if (name === 'plain') Object.assign(state, { bold: false, italic: false, hidden: false, encoding: this.#encodingOf(this.#defaultFont) })
    else if (name === 'intbl') state.inTable = true
    else return false
    return true
  }

  #lookWord(name: string, number: number | null): void {
    const state = this.#state
    const on = number !== 0
    if (name === 'u') this.#unicode(number ?? 0)
    else if (name === 'uc') state.fallback = Math.min(Math.max(number ?? 1, 0), 100)
    else if (name === 'f') state.encoding = this.#encodingOf(number ?? 0)
    else if (name === 'b') state.bold = on
    else if (name === 'i') state.italic = on
    else if (name === 'v') state.hidden = on
    else if (name === 'deleted') state.deleted = on
    else if (name === 's') state.level = this.#styles.get(number ?? 0) ?? 0
    else if (name === 'outlinelevel') state.level = levelOf(number)
    else this.#pageWord(name, number)
  }

  #pageWord(name: string, number: number | null): void {
    if (name === 'deff') this.#defaultFont = number ?? 0
    else if (name === 'mac') this.#page = 'macintosh'
    else if (name === 'pc') this.#page = 'ibm437'
    else if (name === 'pca') this.#page = 'ibm850'
    else if (name === 'ansicpg' && number) this.#page = encodingOfPage(number) ?? this.#page
    else return
    this.#state.encoding = this.#encodingOf(this.#defaultFont)
  }

  #encodingOf(font: number): string {
    return this.#fonts.get(font) ?? this.#page ?? 'windows-1252'
  }

  #unicode(number: number): void {
    const unit = number < 0 ? number + 0x10000 : number
    if (unit > 0 && unit <= 0x10ffff) this.#document.write(unit >= 0xf000 && unit <= 0xf0ff ? signOf(unit) : String.fromCodePoint(unit), this.#state)
    this.#toSkip = this.#state.fallback
  }
}

function levelOf(number: number | null): number {
  return number === null || number < 0 || number > 8 ? 0 : number + 1
}

/** What stands before an item of a list: its number or letter, else a bullet. */
function markerOf(words: string): string {
  if (words === 'o' || !/^\(?[\p{L}\p{N}]{1,6}(?:[.)][\p{L}\p{N}]{1,4})*[.):]?$/u.test(words)) return '•'
  return /[.):]$/.test(words) ? words : `${words}.`
}
