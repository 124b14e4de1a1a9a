import type { Extracted, RawText } from '../domain/raw-text.ts'
import type { Repair } from '../domain/read-notes.ts'
import { Refusal } from '../domain/refusal.ts'
import { repairText } from '../domain/text-repairs.ts'
import { decodeText } from './decode-text.ts'
import { LONGEST, MOST_LINES } from './document-writer.ts'
import { type FileFormat, formatOf } from './file-format.ts'

/** `encoding` is what a person chose for a plain file, null to find it out. */
type Reader = (bytes: Buffer, encoding: string | null) => Promise<Extracted>

/** A reader is loaded when the first file of its format comes: most threads never meet most formats. */
const readers: Record<FileFormat, () => Promise<Reader>> = {
  text: async () => async (bytes, encoding) => text(readPlain(bytes, encoding)),
  markdown: async () => async (bytes, encoding) => text((await import('./read-markdown.ts')).readMarkdown(readPlain(bytes, encoding))),
  docx: async () => async (bytes) => text(await (await import('./read-docx.ts')).readDocx(bytes)),
  odt: async () => async (bytes) => text(await (await import('./read-odt.ts')).readOdt(bytes)),
  rtf: async () => async (bytes) => text((await import('./read-rtf.ts')).readRtf(bytes)),
  pdf: async () => async (bytes) => text(await (await import('./read-pdf.ts')).readPdf(bytes)),
  html: async () => async (bytes, encoding) => text((await import('./read-html.ts')).readHtml(bytes, encoding)),
  epub: async () => async (bytes) => text(await (await import('./read-epub.ts')).readEpub(bytes)),
  captions: async () => async (bytes, encoding) => text((await import('./read-captions.ts')).readCaptions(readPlain(bytes, encoding))),
  csv: async () => async (bytes, encoding) => ({ kind: 'table', table: (await import('./read-table.ts')).readCsvTable(readPlain(bytes, encoding)) }),
  xlsx: async () => async (bytes) => ({ kind: 'table', table: await (await import('./read-table.ts')).readXlsxTable(bytes) }),
}

/** A file as far as its format goes. Refuses, with a sentence of its own for each, what can't be read. */
export async function readRaw(bytes: Buffer, name: string, encoding: string | null = null): Promise<Extracted> {
  if (bytes.length === 0) throw new Refusal('invalid', 'refusal.import-empty')
  const read = await readers[formatOf(bytes, name)]()
  return read(bytes, encoding)
}

/** The text of a plain file, decoded, with what that took. */
export function readPlain(bytes: Buffer, chosen: string | null): RawText {
  const { text, encoding, bom, sure } = decodeText(bytes, chosen)
  const repairs: Repair[] = []
  if (encoding !== 'utf-8') repairs.push({ kind: 'encoding', count: 1, example: encoding })
  if (bom) repairs.push({ kind: 'bom', count: 1 })
  return { text, layout: 'unknown', marks: [], repairs, losses: [], warnings: sure ? [] : [{ kind: 'unsure-encoding', count: 1, example: encoding }] }
}

/** Normalised once, here, for every format: nothing else may change a raw text. Marks of a text that normalising shortens are dropped where they no longer fit. */
function text(read: RawText): Extracted {
  if (read.text.length > LONGEST) throw new Refusal('invalid', 'refusal.import-too-long')
  if (hasManyLines(read.text)) throw new Refusal('invalid', 'refusal.import-many-lines', { most: MOST_LINES })
  const { text, repairs } = repairText(read.text)
  if (text.trim() === '') throw new Refusal('invalid', 'refusal.import-no-words')
  const marks = text === read.text ? read.marks : []
  return { kind: 'text', raw: { ...read, text, marks, repairs: [...read.repairs, ...repairs] } }
}

function hasManyLines(text: string): boolean {
  let lines = 1
  for (let at = text.indexOf('\n'); at >= 0 && lines <= MOST_LINES; at = text.indexOf('\n', at + 1)) lines++
  return lines > MOST_LINES
}
