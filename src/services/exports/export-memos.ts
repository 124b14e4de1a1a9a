import type { Paragraph } from '../../domain/document.ts'
import { memoTargets } from '../../domain/memo.ts'
import { partsOfMemo } from '../../domain/memo-text.ts'
import type { Table } from '../../domain/table.ts'
import type { Db } from '../../storage/schema.ts'
import { sayIn } from '../../texts/catalogue.ts'
import { type MemoFilter, readMemos, type ToldMemo } from '../read-memos.ts'
import { type Document, documentMakers } from './document-files.ts'
import type { ExportInput } from './export-input.ts'
import { tableMakers } from './table-files.ts'
import { coderIn, cutIn, titleIn } from './veiling.ts'

const COLUMNS = ['kind', 'about', 'code', 'source', 'paragraph', 'quotation', 'coder', 'made_at', 'memo', 'address']

/** One row a memo, narrowed and in the order that the page of memos has: `kind`, `coder`, `code`, `source` by their ids, `q`, `order`. */
async function memoTable(db: Db, input: ExportInput): Promise<Table> {
  const { memos } = await readMemos(db, input.project.id, filterOf(input), undefined, cutIn(input))
  const rows = memos.map((memo) => {
    const { place, about, code, passage, coder, madeAt, text } = memo
    const source = place.kind === 'source' ? about : (passage?.source ?? null)
    const words = [passage?.paragraph ?? null, passage?.words ?? null, coderIn(input, coder, coder), madeAt, text]
    return [place.kind, about, code?.path ?? null, source, ...words, `/projects/${input.project.slug}/memos/${memo.id}`]
  })
  return { name: 'memos', columns: COLUMNS, rows }
}

function filterOf({ options }: ExportInput): MemoFilter {
  const id = (name: string) => (/^\d{1,12}$/.test(options[name] ?? '') ? Number(options[name]) : undefined)
  const kind = memoTargets.find((one) => one === options['kind'])
  return {
    kind,
    coderId: id('coder'),
    codeId: id('code'),
    sourceId: id('source'),
    words: options['q'],
    order: options['order'] === 'oldest' ? 'oldest' : 'newest',
  }
}

/** The memos to read, each under what it is about. */
async function memosDocument(db: Db, input: ExportInput): Promise<Document> {
  const say = sayIn(input.language)
  const { memos } = await readMemos(db, input.project.id, filterOf(input), undefined, cutIn(input))
  const lines: Paragraph[] = [{ style: 'title', text: say('memo.docx-title', { project: input.project.name }) }]
  for (const memo of memos) {
    const { passage, place, code } = memo
    const cite = passage && say('quotations.cite', { source: titleIn(input, passage.source), paragraph: `${passage.paragraph}` })
    const named = [code && place.kind !== 'finding' ? code.path : '', cite ?? (place.kind === 'code' ? '' : memo.about)].filter(Boolean).join(', ')
    lines.push({ style: 'name', text: `${say(`memo.about-${place.kind}`)} ${named}`.trim() })
    lines.push({ style: 'note', text: `${coderIn(input, memo.coder)}, ${memo.madeAt.slice(0, 10)}` })
    if (passage) for (const line of linesOf(passage.words)) lines.push({ style: 'quote', text: line })
    for (const line of linesOf(readable(memo))) lines.push({ style: 'text', text: line })
  }
  return { blocks: lines }
}

/** A memo's text with the words of the quotations that it links to in the place of their addresses. */
function readable({ text, links }: ToldMemo): string {
  const shown = (guid: string) => links.find((link) => link.guid === guid)
  return partsOfMemo(text)
    .map((part) => {
      if ('words' in part) return part.words
      const link = shown(part.guid)
      return link ? `”${link.words}” (${link.source}${link.paragraph === null ? '' : `, ${link.paragraph}`})` : part.address
    })
    .join('')
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
}

export const memosMakers = { ...tableMakers('memos', memoTable), docx: documentMakers('memos', memosDocument).docx }
