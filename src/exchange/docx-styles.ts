import { type Look, plainLook } from './line.ts'
import { type Attributes, readXml } from './read-xml.ts'

/** What a style says, with what it takes over from the style that it is based on. `heading`: its level, 0 for none. */
export type DocxStyle = Partial<Look> & { readonly heading: number; readonly list: { readonly id: string; readonly level: number | null } | null }
type Written = { based: string | null; bold?: boolean; italic?: boolean; heading?: number; listId?: string; listLevel?: number }

const none: DocxStyle = { heading: 0, list: null }

/** The styles of a Word document by their ids; an id that is not there gives a style that says nothing. */
export function readDocxStyles(xml: Uint8Array | undefined): (id: string | null) => DocxStyle {
  const written = xml ? collect(xml) : new Map<string, Written>()
  const settled = new Map<string, DocxStyle>()
  return (id) => {
    if (id === null) return none
    const known = settled.get(id)
    if (known) return known
    const style = settle(written, id)
    settled.set(id, style)
    return style
  }
}

/** Look and level of a run or paragraph: what is nearest to the words holds. */
export function lookOf(...styles: readonly Partial<Look>[]): Look {
  return styles.reduce<Look>((look, style) => ({ bold: style.bold ?? look.bold, italic: style.italic ?? look.italic }), plainLook)
}

/** Whether a property that is on or off (`<w:b/>`, `<w:b w:val="0"/>`) is on. */
export function isOn(attributes: Attributes): boolean {
  return !/^(0|false|off|none)$/i.test(attributes['val'] ?? '1')
}

function settle(written: Map<string, Written>, id: string): DocxStyle {
  const met = new Set<string>()
  const whole: Written = { based: null }
  for (let at: string | null = id; at !== null && !met.has(at); at = written.get(at)?.based ?? null) {
    met.add(at)
    for (const [key, value] of Object.entries(written.get(at) ?? {})) if (!(key in whole)) Object.assign(whole, { [key]: value })
  }
  const { bold, italic, heading = 0, listId, listLevel } = whole
  const list = listId === undefined ? null : { id: listId, level: listLevel ?? null }
  return { heading, list, ...(bold === undefined ? {} : { bold }), ...(italic === undefined ? {} : { italic }) }
}

function collect(xml: Uint8Array): Map<string, Written> {
  const styles = new Map<string, Written>()
  let style: Written | null = null
  let inConditional = 0
  readXml(xml, {
    open(name, attributes) {
      if (name === 'style') {
        style = { based: null }
        styles.set(attributes['styleId'] ?? '', style)
      } else if (name === 'tblStylePr') inConditional++
      else if (style && inConditional === 0) describe(style, name, attributes)
    },
    close(name) {
      if (name === 'style') style = null
      else if (name === 'tblStylePr') inConditional--
    },
  })
  return styles
}

function describe(style: Written, name: string, attributes: Attributes): void {
  const value = attributes['val'] ?? ''
  if (name === 'basedOn') style.based = value
  else if (name === 'b') style.bold = isOn(attributes)
  else if (name === 'i') style.italic = isOn(attributes)
  else if (name === 'numId') style.listId = value
  else if (name === 'ilvl') style.listLevel = Number(value) || 0
  else if (name === 'outlineLvl') style.heading = headingOfOutline(value)
  else if (name === 'name') {
    const level = /^heading ([1-9])$/i.exec(value)?.[1] ?? (/^title$/i.test(value) ? '1' : undefined)
    if (level) style.heading ??= Number(level)
  }
}

/** Word counts levels from 0; 9 is body text. */
export function headingOfOutline(value: string): number {
  const level = Number(value)
  return Number.isInteger(level) && level >= 0 && level < 9 ? level + 1 : 0
}
