import type { Loss, Repair } from '../domain/read-source.ts'

/** An element of mammoth's document tree, as far as we look at it. */
export type Element = {
  type: string
  children?: Element[]
  value?: string
  breakType?: string
  checked?: boolean
  noteType?: string
  noteId?: string
  numbering?: { isOrdered: boolean; level: string } | null
}
export type DocxDocument = Element & { notes: { resolve(reference: Element): { body: Element[] } | null }; comments: unknown[] }

type Writing = { document: DocxDocument; notes: Element[]; counters: number[]; pictures: number; lists: number; tables: number }

/**
 * A Word document as lines of text: a line a paragraph, "• " and "1. " before the items of lists, a row of a table as one
 * line with tabs between its cells, notes at the end under the number that stands for them in the text.
 */
export function docxLines(document: DocxDocument): { text: string; repairs: Repair[]; losses: Loss[] } {
  const writing: Writing = { document, notes: [], counters: [], pictures: 0, lists: 0, tables: 0 }
  const lines = linesOf(document.children ?? [], writing)
  for (let at = 0; at < writing.notes.length; at++) {
    const body = document.notes.resolve(writing.notes[at]!)?.body ?? []
    lines.push(`[${at + 1}] ${linesOf(body, writing).join(' ').trim()}`)
  }
  const repairs: Repair[] = []
  if (writing.lists) repairs.push({ kind: 'lists', count: writing.lists })
  if (writing.tables) repairs.push({ kind: 'tables', count: writing.tables })
  if (writing.notes.length) repairs.push({ kind: 'notes', count: writing.notes.length })
  const losses: Loss[] = []
  if (writing.pictures) losses.push({ kind: 'pictures', count: writing.pictures })
  if (document.comments.length) losses.push({ kind: 'comments', count: document.comments.length })
  return { text: lines.join('\n'), repairs, losses }
}

function linesOf(elements: readonly Element[], writing: Writing): string[] {
  return elements.flatMap((element) => {
    if (element.type === 'paragraph') return paragraphLines(element, writing)
    if (element.type === 'table') return tableLines(element, writing)
    if (element.children) return linesOf(element.children, writing)
    const words = wordsOf(element, writing)
    return words === '' ? [] : [words]
  })
}

function paragraphLines(paragraph: Element, writing: Writing): string[] {
  const mark = markOf(paragraph.numbering ?? null, writing)
  const words = (paragraph.children ?? []).map((child) => wordsOf(child, writing)).join('')
  if (mark && words.trim()) writing.lists++
  return (words.trim() ? mark + words : words).split('\n')
}

/** What Word shows before an item of a list. Numbers run on until a plain paragraph or a higher level comes between. */
function markOf(numbering: Element['numbering'], { counters }: Writing): string {
  if (!numbering) {
    counters.length = 0
    return ''
  }
  const level = Math.min(Number(numbering.level) || 0, 8)
  counters.length = level + 1
  counters[level] = (counters[level] ?? 0) + 1
  return numbering.isOrdered ? `${counters[level]}. ` : '• '
}

function tableLines(table: Element, writing: Writing): string[] {
  writing.tables++
  return (table.children ?? []).map((row) =>
    (row.children ?? [])
      .map((cell) => linesOf(cell.children ?? [], writing).filter((line) => line.trim()))
      .map((lines) => lines.join('\n'))
      .join('\t')
      .trimEnd(),
  )
}

function wordsOf(element: Element, writing: Writing): string {
  switch (element.type) {
    case 'text':
      return element.value ?? ''
    case 'tab':
      return '\t'
    case 'break':
      return element.breakType === 'line' ? '\n' : ''
    case 'checkbox':
      return element.checked ? '☒' : '☐'
    case 'image':
      writing.pictures++
      return ''
    case 'noteReference':
      return `[${writing.notes.push(element)}]`
    case 'paragraph':
      return `\n${paragraphLines(element, writing).join('\n')}`
    default:
      return (element.children ?? []).map((child) => wordsOf(child, writing)).join('')
  }
}
