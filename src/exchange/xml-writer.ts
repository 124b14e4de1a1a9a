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
    this.#pieces.push(inXml(text))
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
    .map(([name, value]) => ` ${name}="${inXml(`${value}`).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;')}"`)
    .join('')
}

/** Text as XML holds it. A carriage return is written by its number, else a reader makes a line feed of it; characters that XML can't hold are left out. */
export function inXml(text: string): string {
  return (
    text
      .toWellFormed()
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken away
      .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('\r', '&#13;')
  )
}
