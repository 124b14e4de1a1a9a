import type { RawText } from '../domain/raw-text.ts'
import type { Loss } from '../domain/read-notes.ts'
import { Refusal } from '../domain/refusal.ts'
import { checkZip, type ZipParts } from './check-zip.ts'
import { DocumentWriter } from './document-writer.ts'
import { DocxBody, type DocxLeft, type NoteReference } from './docx-body.ts'
import { readDocxLists } from './docx-numbering.ts'
import { type DocxParts, docxParts } from './docx-package.ts'
import { readDocxStyles } from './docx-styles.ts'

const EDGE_PART = /(^|\/)(header|footer)\d*\.xml$/i

/**
 * The text of a Word document, in its usual or its strict form, a line a paragraph. What a text can't hold is told as
 * losses. Refuses a zip that is not a Word document, is broken, protected, or would inflate beyond all reason.
 */
export async function readDocx(bytes: Buffer): Promise<RawText> {
  const zip = await checkZip(bytes, (name) => /\.(xml|rels)$/i.test(name))
  try {
    const parts = docxParts(zip)
    if (!parts.document) throw new Refusal('invalid', 'refusal.import-not-docx')
    return readParts(parts, parts.document, zip)
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal('invalid', 'refusal.import-broken-docx')
  }
}

function readParts(parts: DocxParts, document: Buffer, zip: ZipParts): RawText {
  const writer = new DocumentWriter()
  const styleOf = readDocxStyles(parts.styles)
  const body = new DocxBody(writer, styleOf, readDocxLists(parts.numbering, styleOf))
  body.read(document)
  for (const part of ['footnotes', 'endnotes'] as const) {
    const xml = parts[part]
    if (xml) readNotes(xml, part, body, writer)
  }
  const { text, marks, repairs } = writer.finish()
  return { text, layout: 'paragraphs', marks, repairs, losses: lossesOf(body.left, parts.comments, zip), warnings: [] }
}

/** The notes of a part that the text refers to; those that it does not are lines that Word draws itself. */
function readNotes(xml: Buffer, part: NoteReference['part'], body: DocxBody, writer: DocumentWriter): void {
  const numbers = new Map<string, number>()
  for (const one of body.references) if (one.part === part) numbers.set(one.id, one.number)
  let id = ''
  body.read(xml, {
    open(name, attributes) {
      if (name !== 'footnote' && name !== 'endnote') return
      id = attributes['id'] ?? ''
      writer.openFlow()
    },
    close(name) {
      if (name !== 'footnote' && name !== 'endnote') return
      const lines = writer.closeFlow()
      const number = numbers.get(id)
      if (number !== undefined) writer.note(number, lines)
    },
  })
}

function lossesOf({ pictures, deleted, hidden, unknown }: DocxLeft, comments: Buffer | undefined, { kept }: ZipParts): Loss[] {
  const edges = [...kept].filter(([name, bytes]) => EDGE_PART.test(name) && /<(?:\w+:)?t(?: [^>]*)?>[^<]*\S/.test(bytes.toString('utf8')))
  const losses: Loss[] = [
    { kind: 'pictures', count: pictures },
    { kind: 'comments', count: comments?.toString('utf8').match(/<(?:\w+:)?comment[\s>]/g)?.length ?? 0 },
    { kind: 'deleted-text', count: deleted },
    { kind: 'hidden-text', count: hidden },
    { kind: 'headers', count: edges.length },
    { kind: 'unknown-parts', count: unknown.length, example: [...new Set(unknown)].slice(0, 3).join(', ') },
  ]
  return losses.filter((loss) => loss.count > 0)
}
