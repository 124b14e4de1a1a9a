import { Refusal } from '../domain/refusal.ts'

/** One part of a form as it arrives. `bytes` must be read to its end before the next part comes. */
export type Part = { name: string; filename: string | null; bytes: AsyncGenerator<Buffer, void> }

const HEAD_LIMIT = 16 * 1024
const BREAK = Buffer.from('\r\n\r\n')

/** The boundary that a Content-Type of multipart/form-data names. Refuses any other. */
export function boundaryOf(contentType: string | undefined): string {
  const found = /^multipart\/form-data\s*;.*\bboundary=(?:"([^"]{1,200})"|([^\s;]{1,200}))/i.exec(contentType ?? '')
  if (!found) throw new Refusal('invalid', 'refusal.malformed', { field: 'files' })
  return (found[1] ?? found[2])!
}

/**
 * The parts of a multipart form (RFC 7578) as they arrive, never whole in memory: what is held back is at most a chunk and
 * a boundary. Refuses a body that ends before its last boundary.
 */
export async function* partsOf(body: AsyncIterable<Uint8Array>, boundary: string): AsyncGenerator<Part, void> {
  const reader = new Reader(body)
  const mark = Buffer.from(`\r\n--${boundary}`)
  reader.unread(Buffer.from('\r\n'))
  for await (const _ of reader.until(mark));
  while (!(await reader.ends())) {
    const head = Buffer.concat(await collect(reader.until(BREAK), HEAD_LIMIT)).toString('utf8')
    const bytes = reader.until(mark)
    yield { ...nameOf(head), bytes }
    for await (const _ of bytes);
  }
}

async function collect(chunks: AsyncIterable<Buffer>, most: number): Promise<Buffer[]> {
  const kept: Buffer[] = []
  let size = 0
  for await (const chunk of chunks) {
    size += chunk.length
    if (size > most) throw new Refusal('invalid', 'refusal.malformed', { field: 'files' })
    kept.push(chunk)
  }
  return kept
}

/** Browsers write the names as UTF-8, with `"` and line ends as %22, %0D and %0A. */
function nameOf(head: string): { name: string; filename: string | null } {
  const line = /^content-disposition:(.*)$/im.exec(head)?.[1] ?? ''
  const value = (key: string) =>
    new RegExp(`[;\\s]${key}="((?:[^"\\\\]|\\\\.)*)"`, 'i')
      .exec(line)?.[1]
      ?.replace(/%22|\\"/g, '"')
      .replace(/%0[DA]/gi, ' ')
  return { name: value('name') ?? '', filename: value('filename') ?? null }
}

/** Reads a stream up to a mark, across chunks. */
class Reader {
  #chunks: AsyncIterator<Uint8Array>
  #held = Buffer.alloc(0)

  constructor(body: AsyncIterable<Uint8Array>) {
    this.#chunks = body[Symbol.asyncIterator]()
  }

  unread(bytes: Buffer): void {
    this.#held = Buffer.concat([bytes, this.#held])
  }

  /** Everything before the next mark, in pieces; the mark itself is passed. Refused where the stream ends first. */
  async *until(mark: Buffer): AsyncGenerator<Buffer, void> {
    for (;;) {
      const at = this.#held.indexOf(mark)
      if (at >= 0) {
        const piece = this.#held.subarray(0, at)
        this.#held = this.#held.subarray(at + mark.length)
        if (piece.length > 0) yield piece
        return
      }
      const safe = this.#held.length - mark.length + 1
      if (safe > 0) {
        const piece = this.#held.subarray(0, safe)
        this.#held = this.#held.subarray(safe)
        yield piece
      }
      await this.#more()
    }
  }

  /** After a boundary: two dashes end the form, anything else begins another part. */
  async ends(): Promise<boolean> {
    while (this.#held.length < 2) await this.#more()
    if (this.#held.subarray(0, 2).toString('latin1') === '--') return true
    for await (const _ of this.until(Buffer.from('\n')));
    this.unread(Buffer.from('\r\n'))
    return false
  }

  async #more(): Promise<void> {
    const { done, value } = await this.#chunks.next()
    if (done) throw new Refusal('invalid', 'refusal.import-cut-off')
    this.#held = this.#held.length === 0 ? Buffer.from(value) : Buffer.concat([this.#held, value])
  }
}
