import type { RawText } from '../domain/raw-text.ts'
import type { Loss } from '../domain/read-source.ts'
import { Refusal } from '../domain/refusal.ts'
import { checkZip, type ZipParts } from './check-zip.ts'
import { type DocxDocument, docxLines } from './docx-lines.ts'

const MAIN_PART = /(^|\/)document\d*\.xml$/i
const EDGE_PART = /^word\/(header|footer)\d*\.xml$/i

/**
 * The text of a Word document, a line a paragraph. What a text can't hold is told as losses. Refuses a zip that is not a
 * Word document, is broken, protected, or would inflate beyond all reason.
 */
export async function readDocx(bytes: Buffer): Promise<RawText> {
  const zip = await checkZip(bytes, (name) => MAIN_PART.test(name) || EDGE_PART.test(name))
  if (!zip.names.some((name) => MAIN_PART.test(name))) throw new Refusal('invalid', 'refusal.import-not-docx')
  const { document, ignored } = await parse(bytes)
  const { text, repairs, losses } = docxLines(document)
  return { text, layout: 'paragraphs', marks: [], repairs, losses: [...losses, ...hiddenLosses(zip), ...ignored], warnings: [] }
}

async function parse(buffer: Buffer): Promise<{ document: DocxDocument; ignored: Loss[] }> {
  // Loaded when the first document comes: most threads never meet one.
  const { default: mammoth } = await import('mammoth')
  let document: DocxDocument | undefined
  try {
    const { messages } = await mammoth.convertToHtml(
      { buffer },
      {
        externalFileAccess: false,
        includeDefaultStyleMap: false,
        includeEmbeddedStyleMap: false,
        // The tree is what we want; an empty one is quickly turned to HTML.
        transformDocument: (element) => {
          document = element
          return { ...element, children: [], comments: [] }
        },
      },
    )
    return { document: document!, ignored: ignoredParts(messages.map((one) => one.message)) }
  } catch {
    throw new Refusal('invalid', 'refusal.import-broken-docx')
  }
}

function ignoredParts(messages: string[]): Loss[] {
  const names = messages.flatMap((message) => /unrecognised element was ignored: (\S+)/.exec(message)?.[1] ?? [])
  return names.length === 0 ? [] : [{ kind: 'unknown-parts', count: names.length, example: [...new Set(names)].slice(0, 3).join(', ') }]
}

/** What mammoth passes over in silence: deleted words that changes still show, and heads and feet of pages. */
function hiddenLosses({ kept }: ZipParts): Loss[] {
  const losses: Loss[] = []
  let deleted = 0
  let edges = 0
  for (const [name, bytes] of kept) {
    const xml = bytes.toString('utf8')
    if (MAIN_PART.test(name)) deleted += xml.split('<w:delText').length - 1
    else if (/<w:t(?: [^>]*)?>[^<]*\S/.test(xml)) edges++
  }
  if (deleted > 0) losses.push({ kind: 'deleted-text', count: deleted })
  if (edges > 0) losses.push({ kind: 'headers', count: edges })
  return losses
}
