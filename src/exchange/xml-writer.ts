import { inXml } from './in-xml.ts'

/** Writes XML a piece at a time, elements without content closed at once. */
export class XmlWriter {
  readonly #pieces: string[] = ['<?xml version="1.0" encoding="utf-8"?>\n']
  readonly #open: string[] = []
  #waiting = false

  /** Begin an element; `inside` writes what is in it. Attributes that are null or undefined are left out. */
  element(name: string, attributes: Readonly<Record<string, string | number | boolean | null | undefined>>, inside?: () => void): void {
    this.#begin()
    this.#pieces.push(`<${name}${attributesOf(attributes)}`)
    this.#waiting = true
    this.#open.push(name)
    inside?.()
    this.#open.pop()
    this.#pieces.push(this.#waiting ? '/>' : `</${name}>`)
    this.#waiting = false
  }

  /** An element of words alone. */
  words(name: string, text: string): void {
    this.element(name, {}, () => this.text(text))
  }

  text(text: string): void {
    this.#begin()
    this.#pieces.push(textInXml(text))
  }

  toString(): string {
    return this.#pieces.join('')
  }

  #begin(): void {
    if (this.#waiting) this.#pieces.push('>')
    this.#waiting = false
  }
}

function attributesOf(attributes: Readonly<Record<string, string | number | boolean | null | undefined>>): string {
  return Object.entries(attributes)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => ` ${name}="${textInXml(`${value}`).replaceAll('\n', '&#10;').replaceAll('\t', '&#9;')}"`)
    .join('')
}

/** A carriage return is written by its number, else a reader makes a line feed of it. */
function textInXml(text: string): string {
  return inXml(text).replaceAll('\r', '&#13;')
}
