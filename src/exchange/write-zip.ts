import { Readable } from 'node:stream'
// @ts-expect-error yazl has no types
import yazl from 'yazl'

const SAME = { mtime: new Date(2026, 0, 1), forceDosTimestamp: true }
const PIECE = 64 * 1024

/** An entry of an archive: its bytes, or the pieces in which they come. */
export type ZipEntry = { readonly name: string; readonly content: Uint8Array | string | Iterable<string> | AsyncIterable<Uint8Array | string> }

/** A zip archive as it comes, the same bytes every time: an entry is made when the one before it is written. */
export async function* writeZip(entries: Iterable<ZipEntry> | AsyncIterable<ZipEntry>): AsyncGenerator<Uint8Array, void> {
  const zip = new yazl.ZipFile()
  const added = addAll(zip, entries)
  added.catch((error: Error) => (zip.outputStream as Readable).destroy(error))
  for await (const piece of zip.outputStream as AsyncIterable<Buffer>) yield piece
  await added
}

type Zip = { addBuffer(bytes: Buffer, name: string, as: object): void; addReadStream(stream: Readable, name: string, as: object): void; end(): void }

async function addAll(zip: Zip, entries: Iterable<ZipEntry> | AsyncIterable<ZipEntry>) {
  for await (const { name, content } of entries) {
    if (typeof content === 'string' || content instanceof Uint8Array) zip.addBuffer(Buffer.from(content as Uint8Array), name, SAME)
    else {
      const stream = Readable.from(inPieces(content), { objectMode: false })
      const read = new Promise((resolve, reject) => stream.once('end', resolve).once('error', reject))
      zip.addReadStream(stream, name, SAME)
      await read
    }
  }
  zip.end()
}

/** Short strings put together as bytes, so that few come; the first at once, for whoever waits. */
export async function* inPieces(content: Iterable<Uint8Array | string> | AsyncIterable<Uint8Array | string>): AsyncGenerator<Uint8Array, void> {
  let held = ''
  let least = 0
  for await (const piece of content) {
    if (typeof piece !== 'string') {
      if (held) yield Buffer.from(held)
      held = ''
      yield piece
      continue
    }
    held += piece
    if (held.length < least) continue
    least = PIECE
    yield Buffer.from(held)
    held = ''
  }
  if (held) yield Buffer.from(held)
}

/** All pieces as one. */
export async function gather(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = []
  for await (const piece of pieces) all.push(piece)
  return new Uint8Array(Buffer.concat(all))
}
