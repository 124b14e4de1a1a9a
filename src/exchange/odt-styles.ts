import type { Look } from './line.ts'
import { type ListLevel, ListNumbers } from './list-numbers.ts'
import { type Attributes, readXml } from './read-xml.ts'

type OdtStyle = Partial<Look> & { readonly heading: number; readonly hidden: boolean; readonly list: string | null }
type Written = { parent: string | null; bold?: boolean; italic?: boolean; hidden?: boolean; heading?: number; list?: string }
const none: OdtStyle = { heading: 0, hidden: false, list: null }
const FORMATS: Readonly<Record<string, string>> = { '1': 'decimal', a: 'lowerLetter', A: 'upperLetter', i: 'lowerRoman', I: 'upperRoman', '': 'none' }

/** The styles of an OpenDocument text, of its parts together: how words look by the name of their style, and the numbers of lists. */
export class OdtStyles {
  #written = new Map<string, Written>()
  #lists = new Map<string, ListLevel[]>()
  #style: Written | null = null
  #levels: ListLevel[] | null = null

  /** Read the styles of one part. */
  read(xml: Uint8Array): void {
    readXml(xml, {
      open: (name, attributes) => this.enter(name, attributes),
      close: (name) => this.leave(name),
    })
  }

  enter(name: string, attributes: Attributes): void {
    if (name === 'style') this.#begin(attributes)
    else if (name === 'text-properties' && this.#style) describe(this.#style, attributes)
    else if (name === 'list-style' || name === 'outline-style') {
      this.#levels = []
      this.#lists.set(attributes['name'] ?? '', this.#levels)
    } else if (this.#levels && /^(list|outline)-level-style/.test(name)) this.#levels[Number(attributes['level'] ?? 1) - 1] = levelOf(name, attributes)
  }

  leave(name: string): void {
    if (name === 'style') this.#style = null
    else if (name === 'list-style' || name === 'outline-style') this.#levels = null
  }

  /** What a style says, with what it takes over. A style that is not there says nothing. */
  of(family: 'paragraph' | 'text', name: string | undefined): OdtStyle {
    if (name === undefined) return none
    const met = new Set<string>()
    const whole: Written = { parent: null }
    for (let at: string | null = `${family} ${name}`; at !== null && !met.has(at); at = this.#written.get(at)?.parent ?? null) {
      met.add(at)
      Object.assign(whole, { ...this.#written.get(at), ...whole, parent: null })
    }
    const { bold, italic, heading = 0, hidden = false, list = null } = whole
    return { heading, hidden, list, ...(bold === undefined ? {} : { bold }), ...(italic === undefined ? {} : { italic }) }
  }

  /** The numbers of a new list of this style; a style that is not there has bullets. */
  numbers(name: string | null): ListNumbers {
    const levels = name === null ? undefined : this.#lists.get(name)
    return new ListNumbers((level) => levels?.[level] ?? { format: 'bullet', sign: '', start: 1 })
  }

  #begin(attributes: Attributes): void {
    const { family = '', name = '' } = attributes
    const parent = attributes['parent-style-name']
    this.#style = { parent: parent === undefined ? null : `${family} ${parent}` }
    const heading = attributes['default-outline-level']
    if (heading !== undefined) this.#style.heading = Number(heading) || 0
    const list = attributes['list-style-name']
    if (list) this.#style.list = list
    if (family === 'paragraph' && /^Title$/.test(name)) this.#style.heading ??= 1
    this.#written.set(`${family} ${name}`, this.#style)
  }
}

function describe(style: Written, attributes: Attributes): void {
  const weight = attributes['font-weight']
  const slant = attributes['font-style']
  if (weight !== undefined) style.bold = weight === 'bold' || Number(weight) >= 600
  if (slant !== undefined) style.italic = slant !== 'normal'
  if (attributes['display'] === 'none') style.hidden = true
}

function levelOf(name: string, attributes: Attributes): ListLevel {
  if (name.endsWith('bullet') || name.endsWith('image')) return { format: 'bullet', sign: '', start: 1 }
  const level = Number(attributes['level'] ?? 1)
  const shown = Math.min(Number(attributes['display-levels'] ?? 1) || 1, level)
  const numbers = Array.from({ length: shown }, (_, at) => `%${level - shown + at + 1}`).join('.')
  const format = FORMATS[attributes['num-format'] ?? ''] ?? 'decimal'
  const sign = format === 'none' ? '' : `${attributes['num-prefix'] ?? ''}${numbers}${attributes['num-suffix'] ?? ''}`
  return { format, sign, start: Number(attributes['start-value'] ?? 1) || 1 }
}
