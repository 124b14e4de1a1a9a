import { Readable } from 'node:stream'
// @ts-expect-error yazl has no types
import yazl from 'yazl'

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const OPEN = 'http://schemas.openxmlformats.org'
const types = `<Types xmlns="${OPEN}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`
const links = `<Relationships xmlns="${OPEN}/package/2006/relationships"><Relationship Id="rId1" Type="${OPEN}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`

export const paragraph = (words: string) =>
  `<w:p><w:r><w:t xml:space="preserve">${words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')}</w:t></w:r></w:p>`

/** A Word document with this body, and whatever other parts are wished for. */
export function docxOf(body: string, parts: Record<string, string> = {}): Promise<Buffer> {
  const document = `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="${WORD}"><w:body>${body}</w:body></w:document>`
  return zipOf({ '[Content_Types].xml': types, '_rels/.rels': links, 'word/document.xml': document, ...parts })
}

/** A zip of texts, or of so many megabytes of zeros. */
export async function zipOf(parts: Record<string, string | number>): Promise<Buffer> {
  const zip = new yazl.ZipFile()
  for (const [name, content] of Object.entries(parts))
    if (typeof content === 'string') zip.addBuffer(Buffer.from(content), name)
    else zip.addReadStream(zeros(content), name, { compressionLevel: 1 })
  zip.end()
  const chunks: Buffer[] = []
  for await (const chunk of zip.outputStream) chunks.push(chunk)
  return Buffer.concat(chunks)
}

function zeros(megabytes: number): Readable {
  let left = megabytes
  const block = Buffer.alloc(1024 * 1024)
  return new Readable({
    read() {
      this.push(left-- > 0 ? block : null)
    },
  })
}
