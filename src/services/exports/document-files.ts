import type { Block, MarginNote, Paragraph } from '../../domain/document.ts'
import { docxPieces } from '../../exchange/write-docx.ts'
import { htmlPieces } from '../../exchange/write-html.ts'
import { latexPieces } from '../../exchange/write-latex.ts'
import { markdownPieces } from '../../exchange/write-markdown.ts'
import type { Db } from '../../storage/schema.ts'
import type { ExportInput, ExportMaker } from './export-input.ts'
import { streamOf } from './table-files.ts'
import { veiledDocument, veils } from './veil-export.ts'
import { sayNames } from './veiling.ts'

/** A document to take home: its first block is its title. `language`: of its words, where they are not the interface's. */
export type Document = { blocks: readonly Block[]; pages?: 'upright' | 'across'; notes?: readonly MarginNote[]; language?: string }
type Build = (db: Db, input: ExportInput) => Promise<Document>

/** The makers of a document to read in Word, HTML, Markdown and LaTeX, from the one builder of its blocks. Each says whether names are replaced. */
export function documentMakers(what: string, build: Build): Record<'docx' | 'html' | 'md' | 'latex', ExportMaker> {
  const made = async (db: Db, input: ExportInput) => withNames(await veiledDocument(db, input, await build(db, input)), input)
  return {
    docx: veils(async (db, input) => {
      const { blocks, pages, notes } = await made(db, input)
      return streamOf(what, 'docx', input, docxPieces(blocks, { ...(pages && { pages }), ...(notes && { notes }) }))
    }),
    html: veils(async (db, input) => {
      const { blocks, notes, language = input.language } = await made(db, input)
      return streamOf(what, 'html', input, htmlPieces(blocks, { title: titleOf(blocks), language, ...(notes && { notes }) }))
    }),
    md: veils(async (db, input) => {
      const { blocks, notes } = await made(db, input)
      return streamOf(what, 'md', input, markdownPieces(blocks, notes))
    }),
    latex: veils(async (db, input) => {
      const { blocks, notes, language = input.language } = await made(db, input)
      return streamOf(what, 'latex', input, latexPieces(blocks, { language, ...(notes && { notes }) }))
    }),
  }
}

/** After the title: are the names that stand here the real ones? */
function withNames(document: Document, input: ExportInput): Document {
  const [title, ...rest] = document.blocks
  const said: Paragraph = { style: 'note', text: sayNames(input) }
  return { ...document, blocks: title ? [title, said, ...rest] : [said] }
}

function titleOf([first]: readonly Block[]): string {
  return first && 'text' in first ? first.text : 'Utsaga'
}
