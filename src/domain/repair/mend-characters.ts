import type { TextEdit } from '../text-edit.ts'
import { labelOf } from './line-shape.ts'

const DAMAGE = /\n?\f[\f\n]*|[\uFB00-\uFB06]|\u00AD|(?<=\S)[ \u00A0]{2,}(?=\S)|https?:\/\/\S/g

/** Damage within lines: ligatures, soft hyphens, doubled spaces, form feeds, and addresses that stand where no one said them. In the order of the text. */
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
  if (found.includes('\f')) return wrapped ? undefined : pageBreak(text, start, end)
  if (found === '\u00AD') return softHyphen(text, start)
  if (found.startsWith('http')) return strayAddress(text, start)
  if (found.length === 1) return { kind: 'ligatures', start, end, to: found.normalize('NFKC') }
  return isColumn(text, start, end, wrapped) ? undefined : { kind: 'double-spaces', start, end, to: ' ' }
}

/** Where a page ended in a text whose lines are its paragraphs: between two of them, or within one that goes on in small letters. */
function pageBreak(text: string, start: number, end: number): TextEdit {
  const inside = /[\p{L},] ?$/u.test(text.slice(Math.max(start - 2, 0), start)) && /^ ?\p{Ll}/u.test(text.slice(end, end + 2))
  const spaced = text[start - 1] === ' ' || text[end] === ' '
  return { kind: 'page-breaks', start, end, to: start === 0 || end === text.length || (inside && spaced) ? '' : inside ? ' ' : '\n' }
}

/** A soft hyphen goes, and a space after it where a wrapped word was put on one line with it. */
function softHyphen(text: string, start: number): TextEdit {
  const spaced = /^\u00AD \p{Ll}/u.test(text.slice(start, start + 3))
  return { kind: 'soft-hyphens', start, end: start + (spaced ? 2 : 1), to: '' }
}

/** UTF-16 units of a line that are looked at around a place in it. */
const AROUND = 400

/** Whether doubled spaces set something apart: columns, a label from its time, or, where nobody broke the lines, one sentence from the next. */
function isColumn(text: string, start: number, end: number, wrapped: boolean): boolean {
  const before = text
    .slice(Math.max(start - AROUND, 0), start)
    .split('\n')
    .at(-1)!
  const after = text.slice(end, end + AROUND).split('\n', 1)[0]!
  const line = `${before}${text.slice(start, end)}${after}`
  if (end - start > 3 || COLUMNS.test(line) || line.startsWith('|')) return true
  if (before.length < 60 && labelOf(line.slice(0, 120)) !== '') return /^[\p{L}\p{N} .()]*$/u.test(before) || /^\d/.test(after)
  return !wrapped && /[.!?:]$/.test(before)
}
const COLUMNS = /\S {2,}\S.*\S {2,}\S.*\S {2,}\S/

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
