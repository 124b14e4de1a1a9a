import { constants, deflateRawSync } from 'node:zlib'
// @ts-expect-error yazl has no types
import yazl from 'yazl'

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const OPEN = 'http://schemas.openxmlformats.org'
const types = `<Types xmlns="${OPEN}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`
const links = `<Relationships xmlns="${OPEN}/package/2006/relationships"><Relationship Id="rId1" Type="${OPEN}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`

export const paragraph = (words: string) =>
  `<w:p><w:r><w:t xml:space="preserve">${words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')}</w:t></w:r></w:p>`

/** A Word document with this body, and whatever other parts are wished for. */
export function docxOf(body: string, parts: Record<string, string | Buffer> = {}): Promise<Buffer> {
  const document = `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="${WORD}"><w:body>${body}</w:body></w:document>`
  return zipOf({ '[Content_Types].xml': types, '_rels/.rels': links, 'word/document.xml': document, ...parts })
}

/** A zip of texts, or of bytes. */
export async function zipOf(parts: Record<string, string | Buffer>): Promise<Buffer> {
  const zip = new yazl.ZipFile()
  for (const [name, content] of Object.entries(parts)) zip.addBuffer(typeof content === 'string' ? Buffer.from(content) : content, name)
  zip.end()
  const chunks: Buffer[] = []
  for await (const chunk of zip.outputStream) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** A zip with one entry of so many megabytes of zeros, said to be of `claimed` bytes. Made from one deflated megabyte, repeated. */
export function bombOf(name: string, megabytes: number, claimed = megabytes * 1024 * 1024): Buffer {
  const block = Buffer.alloc(1024 * 1024)
  const packed = Buffer.concat([...Array<Buffer>(megabytes - 1).fill(deflateRawSync(block, { finishFlush: constants.Z_FULL_FLUSH })), deflateRawSync(block)])
  const numbers = (...pairs: [2 | 4, number][]) =>
    Buffer.concat(
      pairs.map(([size, value]) => {
        const bytes = Buffer.alloc(size)
        bytes.writeUIntLE(value, 0, size)
        return bytes
      }),
    )
  const sizes: [2 | 4, number][] = [
    [2, 20],
    [2, 0],
    [2, 8],
    [4, 0],
    [4, 0],
    [4, packed.length],
    [4, claimed],
    [2, name.length],
    [2, 0],
  ]
  const entry = Buffer.concat([Buffer.from('PK\x03\x04'), numbers(...sizes), Buffer.from(name), packed])
  const listed = Buffer.concat([Buffer.from('PK\x01\x02'), numbers([2, 20], ...sizes, [2, 0], [2, 0], [2, 0], [4, 0], [4, 0]), Buffer.from(name)])
  return Buffer.concat([entry, listed, Buffer.from('PK\x05\x06'), numbers([2, 0], [2, 0], [2, 1], [2, 1], [4, listed.length], [4, entry.length], [2, 0])])
}
