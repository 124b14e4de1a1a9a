import { Lexer, type Token, type Tokens } from 'marked'
import type { RawText } from '../domain/raw-text.ts'
import type { Loss, Repair } from '../domain/read-notes.ts'
import { Refusal } from '../domain/refusal.ts'
import { repairText } from '../domain/text-repairs.ts'
import { type Left, type Piece, piecesOf, withoutTags } from './markdown-inline.ts'
import { beginsTurn, cutFrontMatter, keepSpeakers, speakersIn } from './markdown-source.ts'
import { type Look, MarkedText } from './marked-text.ts'

/** UTF-16 units of a paragraph beyond which its signs are left as they are: to find emphasis takes time that grows with the square. */
const LONGEST_PARAGRAPH = 20_000
/** Quotes and lists in one another, begun on one line. */
const DEEP = /^[ \t]*(?:>[ \t]?|(?:[-*+]|\d{1,9}[.)])[ \t]+){100}/m
const plain: Look = { bold: false, italic: false }

/**
 * A Markdown text as it reads: a line a paragraph, headings, lists and emphasis without their signs, rows of tables with
 * tabs. A paragraph's lines are joined, but for one that a speaker or a time begins. Refuses lists and quotes that lie in
 * one another beyond all reason.
 */
export function readMarkdown(source: RawText): RawText {
  const { text: whole, repairs } = repairText(source.text)
  const { body, head } = cutFrontMatter(whole)
  const writing = new Writing(speakersIn(body))
  try {
    writing.blocks(lex(keepSpeakers(body)))
  } catch (error) {
    if (error instanceof RangeError) throw new Refusal('invalid', 'refusal.import-too-nested')
    throw error
  }
  const frontMatter: Loss[] = head.length > 0 ? [{ kind: 'front-matter', count: head.length, example: head.slice(0, 3).join(', ').slice(0, 80) }] : []
  const read = writing.finish()
  return { ...source, ...read, layout: 'paragraphs', repairs: [...source.repairs, ...repairs, ...read.repairs], losses: [...frontMatter, ...read.losses] }
}

function lex(text: string): Token[] {
  if (DEEP.test(text)) throw new Refusal('invalid', 'refusal.import-too-nested')
  const lexer = new Lexer({ gfm: true })
  const blocks = lexer.blockTokens(text, [])
  for (const { src, tokens } of lexer.inlineQueue)
    if (src.length > LONGEST_PARAGRAPH) tokens.push({ type: 'text', raw: src, text: src, escaped: false })
    else lexer.inlineTokens(src, tokens)
  return blocks
}

class Writing {
  #text = new MarkedText()
  #left: Left = { pictures: 0, comments: 0, tags: [] }
  #counts = { lists: 0, tables: 0 }
  #speakers: ReadonlySet<string>
  /** What stands before the next line: the sign of an item of a list. */
  #sign = ''

  constructor(speakers: ReadonlySet<string>) {
    this.#speakers = speakers
  }

  blocks(tokens: readonly Token[]): void {
    for (const token of tokens) this.#block(token as Tokens.Generic)
  }

  finish(): Pick<RawText, 'text' | 'marks'> & { repairs: Repair[]; losses: Loss[] } {
    const { pictures, comments, tags } = this.#left
    const repairs: Repair[] = [
      { kind: 'lists', count: this.#counts.lists },
      { kind: 'tables', count: this.#counts.tables },
    ]
    const losses: Loss[] = [
      { kind: 'pictures', count: pictures },
      { kind: 'comments', count: comments },
      { kind: 'unknown-parts', count: tags.length, example: [...new Set(tags)].slice(0, 3).join(', ') },
    ]
    return { ...this.#text.finish(), repairs: repairs.filter(({ count }) => count > 0), losses: losses.filter(({ count }) => count > 0) }
  }

  #block(token: Tokens.Generic): void {
    if (token.type === 'heading') this.#paragraph(piecesOf(token.tokens!, this.#left), token['depth'])
    else if (token.type === 'paragraph' || token.type === 'text')
      this.#paragraph(token.tokens ? piecesOf(token.tokens, this.#left) : [{ words: token['text'], look: plain }])
    else if (token.type === 'blockquote') this.blocks(token.tokens!)
    else if (token.type === 'list') this.#list(token as Tokens.List)
    else if (token.type === 'table') this.#table(token as Tokens.Table)
    else if (token.type === 'code') this.#lines(token['text'])
    else if (token.type === 'html') this.#lines(withoutTags(token.raw, this.#left))
    else if (token.type === 'checkbox') this.#sign += token['checked'] ? '☒ ' : '☐ '
    else if (token.type !== 'space' && token.type !== 'hr' && token.type !== 'def') this.#lines(token.raw)
  }

  #lines(words: string): void {
    for (const line of words.split('\n')) if (line.trim() !== '') this.#paragraph([{ words: line.trimEnd(), look: plain }])
  }

  #list({ items, ordered }: Tokens.List): void {
    const numbers = items.map(({ raw }) => /^\s*(\d{1,9})([.)])/.exec(raw))
    const counted = numbers.every((number) => number?.[1] === numbers[0]?.[1])
    items.forEach((item, at) => {
      const number = numbers[at]
      const shown = counted ? Number(number?.[1] ?? 1) + at : number?.[1]
      this.#counts.lists++
      this.#sign = ordered && number ? `${shown}${number[2]} ` : '• '
      this.blocks(item.tokens)
      this.#sign = ''
    })
  }

  #table({ header, rows }: Tokens.Table): void {
    this.#counts.tables++
    for (const row of [header, ...rows]) {
      const cells = row.map((cell) => piecesOf(cell.tokens, this.#left).map((piece) => ({ ...piece, words: piece.words.replace(/\s+/g, ' ') })))
      this.#paragraph(cells.flatMap((cell, at) => (at === 0 ? cell : [{ words: '\t', look: plain }, ...cell])))
    }
  }

  /** A paragraph, on lines of its own. `level`: it is a heading. */
  #paragraph(pieces: readonly Piece[], level = 0): void {
    const words = pieces.map((piece) => piece.words).join('')
    if (words.trim() === '') return
    if (this.#text.length > 0) this.#text.write('\n')
    this.#text.write(this.#sign)
    this.#sign = ''
    const start = this.#text.length
    const joined = this.#join(words)
    let at = 0
    for (const piece of pieces) {
      this.#text.write(joined.slice(at, at + piece.words.length), piece.look)
      at += piece.words.length
    }
    if (level > 0) this.#text.heading(start, level)
  }

  /** Where lines of the file end inside a paragraph: a space, or a new line for a turn. As long as it was. */
  #join(words: string): string {
    if (!words.includes('\r')) return words
    return words
      .split('\r')
      .map((line, at) => (at === 0 ? line : beginsTurn(line, this.#speakers) ? `\n${line}` : ` ${line}`))
      .join('')
  }
}
