import { isUtf8 } from 'node:buffer'
import { readFile } from 'node:fs/promises'
import type { EncodingChoice } from '../domain/file-summary.ts'
import type { Extracted } from '../domain/raw-text.ts'
import { candidatesFor } from '../exchange/decode-text.ts'
import { readRaw } from '../exchange/read-raw.ts'
import { writeWhole } from './write-whole.ts'

export type ExtractInput = { path: string; name: string; encoding: string | null; keepAt: string }
/** What is known of a file once it is extracted. `hyphens`: words are parted at line ends, so that evidence is worth looking for. */
export type Facts = { kind: Extracted['kind']; hyphens: boolean; encodings: EncodingChoice[] }

/** Files whose bytes are text, so that an encoding can be chosen. */
const PLAIN = /\.(txt|text|md|markdown|csv|tsv|vtt|srt|sbv|html?|xhtml)$/i
/** Bytes that are looked at for the choice of an encoding, from the beginning, or from shortly before the first that is not ASCII. */
const SAMPLE = 12_000
const BEFORE = 1_000
const PARTED = /\p{L}[-\u00ad\u2010\u00ac][ \t]*\n/u

/** Read one file as far as its format goes. What came of it is kept at `keepAt` as JSON, so that long texts are not copied between threads. */
export async function extractJob({ path, name, encoding, keepAt }: ExtractInput): Promise<Facts> {
  const bytes = await readFile(path)
  const extracted = await readRaw(bytes, name, encoding)
  await writeWhole(keepAt, JSON.stringify(extracted))
  const hyphens = extracted.kind === 'text' && extracted.raw.layout !== 'paragraphs' && PARTED.test(extracted.raw.text)
  return { kind: extracted.kind, hyphens, encodings: encodingsOf(bytes, name) }
}

function encodingsOf(bytes: Buffer, name: string): EncodingChoice[] {
  // What is UTF-8 to the last byte is nothing else.
  if (!PLAIN.test(name) || (isUtf8(bytes) && !bytes.includes(0))) return []
  const first = bytes.findIndex((byte) => byte >= 0x80 || byte === 0)
  if (first < 0) return []
  // An even offset, so that a text of two bytes a letter stays one.
  const from = Math.max(0, first - BEFORE) & ~1
  return candidatesFor(bytes.subarray(from, from + SAMPLE))
}
