import type { TextEdit } from '../text-edit.ts'
import { labelOf } from './line-shape.ts'

const DAMAGE = /[\uFB00-\uFB06]|\u00AD|(?<=\S)[ \u00A0]{2,}(?=\S)|https?:\/\/\S/g

/** Damage within lines: ligatures, soft hyphens, doubled spaces, and addresses that stand where no one said them. In the order of the text. */
export function mendCharacters(text: string, wrapped: boolean): TextEdit[] {
  const edits: TextEdit[] = []
  for (const { 0: found, index } of text.matchAll(DAMAGE)) {
    const last = edits.at(-1)
    if (last && index < last.end) continue
    const edit = mend(text, found, index, wrapped)
    if (edit) edits.push(edit)
  }
  return edits
}

function mend(text: string, found: string, start: number, wrapped: boolean): TextEdit | undefined {
  const end = start + found.length
  if (found === '\u00AD') return softHyphen(text, start)
  if (found.startsWith('http')) return strayAddress(text, start)
  if (found.length === 1) return { kind: 'ligatures', start, end, to: found.normalize('NFKC') }
  return isColumn(text, start, end, wrapped) ? undefined : { kind: 'double-spaces', start, end, to: ' ' }
}

/** A soft hyphen goes, and a space after it where a wrapped word was put on one line with it. */
function softHyphen(text: string, start: number): TextEdit {
  const spaced = /^\u00AD \p{Ll}/u.test(text.slice(start, start + 3))
  return { kind: 'soft-hyphens', start, end: start + (spaced ? 2 : 1), to: '' }
}

/** Whether doubled spaces set something apart: columns, a label from its time, or, where nobody broke the lines, one sentence from the next. */
function isColumn(text: string, start: number, end: number, wrapped: boolean): boolean {
  const [from, to] = lineAround(text, start, end)
  const line = text.slice(from, to)
  if (end - start > 3 || /\S {2,}\S.*\S {2,}\S.*\S {2,}\S/.test(line.slice(0, 400)) || line.startsWith('|')) return true
  if (start - from < 60 && labelOf(line.slice(0, 120)) !== '')
    return /^[\p{L}\p{N} .()]*$/u.test(line.slice(0, start - from)) || /^\d/.test(text.slice(end, end + 1))
  return !wrapped && /[.!?:]$/.test(text.slice(start - 1, start))
}

function lineAround(text: string, start: number, end: number): [number, number] {
  const from = text.lastIndexOf('\n', start) + 1
  const to = text.indexOf('\n', end)
  return [from, to < 0 ? text.length : to]
}

const ADDRESS = /https?:\/\/[^\s<>"“”]+[^\s<>"“”.,;:!?)\]]/y
/** Words after which somebody says an address, or a sentence is about it. */
const SAID =
  /(?:^|[\s(])(?:på|på:|at|via|from|från|fra|see|se|sjå|besök|besøk|visit|heter|heiter|hette|is|är|er|to|til|till|i|in|om|about|and|och|og|or|eller|adressen|address|adresse|länken|lenken|lenke|länk|link|the|den|det|sidan|siden|sida|side|site|website|med|with|like|som|av|by|for|för|hos|called|url|hemsida|hemsidan|nettsiden|nettside|kolla|sjekk|check|under|ved|vid)$/i

/** An address in the middle of a sentence that goes on as if it were not there. One that ends a sentence, or that the words lead up to, stays. */
function strayAddress(text: string, start: number): TextEdit | undefined {
  ADDRESS.lastIndex = start
  if (!ADDRESS.test(text)) return undefined
  const end = ADDRESS.lastIndex
  const before = text.slice(Math.max(start - 60, 0), start)
  const after = /^ +(?=\p{Ll})/u.exec(text.slice(end, end + 8))
  if (!after || !/\p{L},? $/u.test(before) || SAID.test(before.trimEnd())) return undefined
  return { kind: 'urls', start, end: end + after[0].length, to: '' }
}
