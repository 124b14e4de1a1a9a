import { inflateSync } from 'node:zlib'
import { Refusal } from '../domain/refusal.ts'

/** Bytes that one packed stream of a PDF may hold, and all of them together: pages of words are a hundredth of that. */
const LIMITS = { stream: 50_000_000, all: 300_000_000 }
/** A packed byte holds at most so many: shorter streams need not be looked into. */
const MOST_PACKED = 1032
const SMALL = 20_000_000

/**
 * Inflate the packed streams of a PDF that are no pictures, throwing the bytes away, before a reader does that keeps them.
 * Refuses bombs: streams that hold unreasonably much, or are packed twice over.
 */
export function checkPdf(bytes: Buffer): void {
  let all = 0
  for (let at = bytes.indexOf('stream'); at >= 0; at = bytes.indexOf('stream', at + 6)) {
    if (bytes.subarray(at - 3, at).toString('latin1') === 'end') continue
    const about = dictionaryBefore(bytes, at)
    const packings = about.match(/\/(FlateDecode|Fl|LZWDecode|RunLengthDecode)\b/g)?.length ?? 0
    if (packings > 1 && !/\/Subtype\s*\/Image\b/.test(about)) throw bomb()
    if (packings === 0 || /\/Subtype\s*\/Image\b/.test(about)) continue
    const end = bytes.indexOf('endstream', at)
    const start = at + (bytes[at + 6] === 13 ? 8 : 7)
    const packed = bytes.subarray(start, end < 0 ? bytes.length : end)
    if (packed.length * MOST_PACKED > SMALL) all += sizeOf(packed)
    if (all > LIMITS.all) throw bomb()
  }
}

/** What an object says of its stream: from the beginning of the object, which is never far. */
function dictionaryBefore(bytes: Buffer, at: number): string {
  const before = bytes.subarray(Math.max(at - 2000, 0), at).toString('latin1')
  return before.slice(before.lastIndexOf(' obj') + 1)
}

/** Bytes when inflated. A stream that is broken is left to the reader. */
function sizeOf(packed: Buffer): number {
  try {
    return inflateSync(packed, { maxOutputLength: LIMITS.stream }).length
  } catch (error) {
    if (error instanceof RangeError) throw bomb()
    return 0
  }
}

function bomb(): Refusal {
  return new Refusal('invalid', 'refusal.import-bomb')
}
