import type { Paragraph } from '../../domain/document.ts'
import type { Table, TableCell } from '../../domain/table.ts'
import type { Db } from '../../storage/schema.ts'
import { textsOf } from '../../storage/source-versions.ts'
import { listSources } from '../../storage/sources.ts'
import { sayIn } from '../../texts/catalogue.ts'
import { countWaiting } from '../count-waiting.ts'
import { type AnswerGrid, readAnswerGrids } from '../read-answers.ts'
import { type Document, documentMakers } from './document-files.ts'
import type { ExportInput } from './export-input.ts'
import { tableMakers } from './table-files.ts'
import { cutIn } from './veiling.ts'

const COLUMNS = ['case', 'source', 'guide', 'section', 'question', 'status', 'part', 'start', 'end', 'answer']

/** One row a part of an answer, in the order of the guides; an answer without words is one row without offsets, and one whose words wait since a text was changed is `waiting`. Offsets are UTF-16 units of the source's text. */
async function answerTable(db: Db, input: ExportInput): Promise<Table> {
  const { project } = input
  const cut = cutIn(input)
  const grids = await readAnswerGrids(db, project.id)
  const titles = new Map((await listSources(db, project.id)).map(({ id, title }) => [id, title]))
  const texts = await textsOf(db, sourcesIn(grids))
  const rows: TableCell[][] = []
  for (const { guide, cases, rows: asked } of grids)
    for (const { question, section, cells } of asked)
      for (const [at, { status, parts }] of cells.entries()) {
        const one = cases[at]!
        const head = (sourceIds: readonly number[]) => [one.name, sourceIds.map((id) => titles.get(id)).join('; '), guide.name, section, question.text, status]
        if (parts.length === 0) rows.push([...head(one.sourceIds), null, null, null, ''])
        for (const [part, { sourceId, start, end }] of parts.entries())
          rows.push([...head([sourceId]), part + 1, start, end, cut(texts.get(sourceId)!, { start, end })])
      }
  return { name: 'answers', columns: COLUMNS, rows }
}

function sourcesIn(grids: readonly AnswerGrid[]): number[] {
  return [...new Set(grids.flatMap((grid) => grid.rows.flatMap((row) => row.cells.flatMap((cell) => cell.parts.map((part) => part.sourceId)))))]
}

/** The answers to read: by question, of how many, then what each case said. */
async function answersDocument(db: Db, input: ExportInput): Promise<Document> {
  const say = sayIn(input.language)
  const cut = cutIn(input)
  const grids = await readAnswerGrids(db, input.project.id)
  const texts = await textsOf(db, sourcesIn(grids))
  const lines: Paragraph[] = [{ style: 'title', text: say('answers.docx-title', { project: input.project.name }) }]
  const waiting = (await countWaiting(db, input.project.id)).answers
  if (waiting > 0) lines.push({ style: 'note', text: say('review.waiting-other', { n: waiting }) })
  for (const { guide, cases, rows } of grids) {
    lines.push({ style: 'heading1', text: guide.name })
    let section = ''
    for (const { question, section: title, cells, asked, answered } of rows) {
      if (title && title !== section) lines.push({ style: 'heading2', text: title })
      section = title
      lines.push({ style: 'heading3', text: `${question.number}. ${question.text}` })
      lines.push({ style: 'note', text: say('answers.denominator', { asked, of: cells.length, answered }) })
      for (const [at, { status, parts }] of cells.entries()) {
        lines.push({ style: 'name', text: status === 'answered' ? cases[at]!.name : `${cases[at]!.name} (${say(`answer.${status}`)})` })
        for (const { sourceId, start, end } of parts)
          for (const line of cut(texts.get(sourceId)!, { start, end }).split('\n')) if (line.trim()) lines.push({ style: 'quote', text: line.trim() })
      }
    }
  }
  return { blocks: lines }
}

export const answersMakers = { ...tableMakers('answers', answerTable), docx: documentMakers('answers', answersDocument).docx }
