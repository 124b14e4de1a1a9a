import type { DocxStyle } from './docx-styles.ts'
import { type ListLevel, ListNumbers } from './list-numbers.ts'
import { type Attributes, readXml } from './read-xml.ts'

type Level = { format: string; sign: string | null; start: number; style: string | null }
type Abstract = { levels: Map<number, Level>; styleLink: string | null }
type Num = { abstract: string; starts: Map<number, number> }
type Numbering = { abstracts: Map<string, Abstract>; nums: Map<string, Num> }

/** What Word shows before the next paragraph of a list. Level null: the level that belongs to the paragraph's style. */
export type DocxLists = (list: { readonly id: string; readonly level: number | null }, styleId: string | null) => string

/** The lists of a document: numbers run on through all paragraphs of a list, whatever stands between them, as Word shows them. */
export function readDocxLists(xml: Uint8Array | undefined, styleOf: (id: string | null) => DocxStyle): DocxLists {
  const { abstracts, nums } = xml ? collect(xml) : { abstracts: new Map<string, Abstract>(), nums: new Map<string, Num>() }
  const counted = new Map<string, ListNumbers>()
  const begun = new Set<string>()
  return ({ id, level }, styleId) => {
    const num = nums.get(id)
    if (!num) return ''
    const abstractId = linked(num.abstract, abstracts, nums, styleOf)
    const levels = abstracts.get(abstractId)?.levels ?? new Map<number, Level>()
    const at = level ?? [...levels].find(([, one]) => one.style !== null && one.style === styleId)?.[0] ?? 0
    const numbers = counted.get(abstractId) ?? new ListNumbers((deep) => levelOf(levels.get(deep), deep))
    counted.set(abstractId, numbers)
    const first = !begun.has(`${id} ${at}`)
    begun.add(`${id} ${at}`)
    return numbers.next(at, first ? num.starts.get(at) : undefined)
  }
}

function levelOf(level: Level | undefined, at: number): ListLevel {
  return { format: level?.format ?? 'decimal', sign: level?.sign ?? `%${at + 1}.`, start: level?.start ?? 1 }
}

/** A list may be the list of a style, which has the levels. */
function linked(id: string, abstracts: Map<string, Abstract>, nums: Map<string, Num>, styleOf: (id: string | null) => DocxStyle): string {
  const link = abstracts.get(id)?.styleLink
  return (link && nums.get(styleOf(link).list?.id ?? '')?.abstract) || id
}

function collect(xml: Uint8Array): Numbering {
  const numbering: Numbering = { abstracts: new Map(), nums: new Map() }
  const at: Place = { abstract: null, num: null, level: null, depth: 0 }
  readXml(xml, {
    open: (name, attributes) => enter(numbering, at, name, attributes),
    close(name) {
      if (name === 'abstractNum') at.abstract = null
      else if (name === 'num') at.num = null
      else if (name === 'lvl') at.level = null
    },
  })
  return numbering
}

type Place = { abstract: Abstract | null; num: Num | null; level: Level | null; depth: number }

function enter({ abstracts, nums }: Numbering, at: Place, name: string, attributes: Attributes): void {
  const value = attributes['val'] ?? ''
  if (name === 'abstractNum') {
    at.abstract = { levels: new Map(), styleLink: null }
    abstracts.set(attributes['abstractNumId'] ?? '', at.abstract)
  } else if (name === 'num') {
    at.num = { abstract: '', starts: new Map() }
    nums.set(attributes['numId'] ?? '', at.num)
  } else if (name === 'abstractNumId' && at.num) at.num.abstract = value
  else if (name === 'lvlOverride') at.depth = Number(attributes['ilvl']) || 0
  else if (name === 'startOverride') at.num?.starts.set(at.depth, Number(value) || 0)
  else if (name === 'numStyleLink' && at.abstract) at.abstract.styleLink = value
  else if (name === 'lvl') {
    at.level = { format: 'decimal', sign: null, start: 1, style: null }
    at.abstract?.levels.set(Number(attributes['ilvl']) || 0, at.level)
  } else if (at.level) describe(at.level, name, value)
}

function describe(level: Level, name: string, value: string): void {
  if (name === 'numFmt') level.format = value
  else if (name === 'lvlText') level.sign = value
  else if (name === 'start') level.start = Number.isInteger(Number(value)) ? Number(value) : 1
  else if (name === 'pStyle') level.style = value
}
