import { Refusal } from '../domain/refusal.ts'
import { decodeAs, knownEncodings, latin1, nameOfEncoding } from './decode-as.ts'
import { type Languages, likeliness } from './likely-text.ts'

export { knownEncodings } from './decode-as.ts'

/** `encoding` is one of `knownEncodings`. `sure` is false where another would have been nearly as likely: somebody should look at the text. */
export type Decoded = { text: string; encoding: string; bom: boolean; sure: boolean }
/** An encoding that a file may have, and the first words that would tell. */
export type Candidate = { encoding: string; sample: string }

/** From this likeliness on a text is Nordic or English, and no other alphabet is tried. */
const NATIVE = 1.6
/** How much likelier the best has to be than the next. */
const CLEAR = 0.8

/**
 * The text of a file's bytes: as chosen, else by its byte order mark, else UTF-8 if it is that exactly, else UTF-16 by
 * where the zero bytes stand, else windows-1252 (ISO-8859-1 where its own signs are not used) or macintosh, whichever
 * makes the more likely Nordic and English words, else the likeliest of all, which is never sure. The mark is left out of
 * the text; bytes that say nothing are \uFFFD. Refuses what is no text, and a chosen encoding that nobody knows.
 */
export function decodeText(bytes: Uint8Array, chosen: string | null = null): Decoded {
  if (chosen !== null) return asChosen(bytes, nameOfEncoding(chosen))
  const marked = byMark(bytes)
  if (marked) return asWide(bytes.subarray(marked.length), marked.encoding, { bom: true, sure: true })
  const wide = byZeroBytes(bytes)
  if (wide) return asWide(bytes, wide, { bom: false, sure: true })
  if (looksBinary(bytes)) return asForeignWide(bytes)
  const utf8 = tryUtf8(bytes)
  if (utf8 !== undefined) return { text: utf8, encoding: 'utf-8', bom: false, sure: true }
  return byLetters(bytes)
}

/** Up to six encodings that a file may have and that make different words of it, the likeliest first, for a person to choose by reading. */
export function candidatesFor(bytes: Uint8Array): Candidate[] {
  const guess = guessed(bytes)
  const sample = guess?.startsWith('utf-') ? bytes.subarray(0, 16_000) : tellingLines(bytes)
  const likely = rank(sample).filter(({ score }) => score > -3)
  const found = new Map<string, string>()
  for (const { encoding, text } of guess ? [{ encoding: guess, text: decodeAs(guess, sample, true) }, ...likely] : likely) {
    const words = excerptOf(text)
    if (words !== '' && !found.has(words)) found.set(words, encoding)
  }
  return [...found].slice(0, 6).map(([words, encoding]) => ({ encoding, sample: words }))
}

function guessed(bytes: Uint8Array): string | undefined {
  try {
    return decodeText(bytes).encoding
  } catch {
    return undefined
  }
}

function asChosen(bytes: Uint8Array, encoding: string): Decoded {
  const text = decodeAs(encoding, bytes)
  const bom = text.startsWith('\uFEFF')
  return { text: bom ? text.slice(1) : text, encoding, bom, sure: true }
}

function byMark(bytes: Uint8Array): { encoding: string; length: number } | undefined {
  const begins = (...mark: number[]) => bytes.length >= mark.length && mark.every((byte, at) => bytes[at] === byte)
  if (begins(0xff, 0xfe, 0, 0) && bytes.length % 4 === 0) return { encoding: 'utf-32le', length: 4 }
  if (begins(0, 0, 0xfe, 0xff)) return { encoding: 'utf-32be', length: 4 }
  if (begins(0xef, 0xbb, 0xbf)) return { encoding: 'utf-8', length: 3 }
  if (begins(0xff, 0xfe)) return { encoding: 'utf-16le', length: 2 }
  if (begins(0xfe, 0xff)) return { encoding: 'utf-16be', length: 2 }
  return undefined
}

function asWide(bytes: Uint8Array, encoding: string, how: { bom: boolean; sure: boolean }): Decoded {
  const text = decodeAs(encoding, bytes)
  if (encoding !== 'utf-8' && controlShare(text.slice(0, 20_000)) > 0.02) throw new Refusal('invalid', 'refusal.import-no-text')
  return { text, encoding, ...how }
}

function controlShare(text: string): number {
  return (text.match(/(?![\t\n\r\f\v])[\p{Cc}\p{Cn}\ufffd]/gu)?.length ?? 0) / Math.max(text.length, 1)
}

/** Latin text in UTF-16 has a zero in every second byte, and hardly any in the others. */
function byZeroBytes(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, 20_000)
  const zeros = [0, 0]
  for (let at = 0; at < sample.length; at++) if (sample[at] === 0) zeros[at % 2]!++
  const half = sample.length / 2
  if (half < 1) return undefined
  if (zeros[1]! > half * 0.4 && zeros[0]! <= half * 0.05) return 'utf-16le'
  if (zeros[0]! > half * 0.4 && zeros[1]! <= half * 0.05) return 'utf-16be'
  return undefined
}

/** More control bytes than a text has: one in two hundred, a stray zero byte or two let be. */
function looksBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 100_000)
  let odd = 0
  for (let at = 0; at < sample.length; at++) {
    const byte = sample[at]!
    if (byte < 0x09 || (byte > 0x0d && byte < 0x20 && byte !== 0x1b) || byte === 0x7f) odd++
  }
  return odd > Math.max(sample.length / 200, 3)
}

/** Another alphabet in UTF-16 without a mark is full of bytes that look like controls. */
function asForeignWide(bytes: Uint8Array): Decoded {
  const [best] = ['utf-16le', 'utf-16be']
    .map((encoding) => ({ encoding, text: decodeAs(encoding, bytes.subarray(0, 20_000), true) }))
    .filter(({ text }) => controlShare(text) === 0)
    .map(({ encoding, text }) => ({ encoding, score: likeliness(text, 'any') ?? -5 }))
    .sort((a, b) => b.score - a.score)
  if (!best || best.score < 1.5) throw new Refusal('invalid', 'refusal.import-no-text')
  return asWide(bytes, best.encoding, { bom: false, sure: false })
}

function tryUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function byLetters(bytes: Uint8Array): Decoded {
  const sample = tellingLines(bytes)
  const mixed = mixedUtf8(bytes, sample)
  if (mixed !== undefined) return { text: mixed, encoding: 'utf-8', bom: false, sure: false }
  const [best, next] = scored(['windows-1252', 'macintosh', 'windows-1254'], sample, 'nordic')
  if (best!.score >= NATIVE && best!.encoding !== 'windows-1254') {
    const sure = best!.score - (next?.score ?? -5) >= CLEAR
    return { text: decodeAs(best!.encoding, bytes), encoding: narrowest(best!.encoding, bytes), bom: false, sure }
  }
  const { encoding } = rank(sample)[0]!
  return { text: decodeAs(encoding, bytes), encoding: narrowest(encoding, bytes), bom: false, sure: false }
}

/** ISO-8859-1 is windows-1252 without the signs of its own, and says the same. */
function narrowest(encoding: string, bytes: Uint8Array): string {
  return encoding === 'windows-1252' && !bytes.some((byte) => byte >= 0x80 && byte < 0xa0) ? 'iso-8859-1' : encoding
}

const SEQUENCE = /[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}/g

/** UTF-8 that was cut off, or that lines in an older encoding were pasted into: what is no UTF-8 is read as windows-1252, so that no letter is lost. */
function mixedUtf8(bytes: Uint8Array, sample: Uint8Array): string | undefined {
  const strays =
    latin1(sample)
      .replace(SEQUENCE, '')
      .match(/[\x80-\xff]/g)?.length ?? 0
  const whole = latin1(sample).match(SEQUENCE)?.length ?? 0
  if (whole < 3 || whole < strays * 3) return undefined
  return latin1(bytes).replace(/[\xc2-\xf4][\x80-\xbf]{1,3}|[\x80-\xff]/g, (found) => {
    const text = tryUtf8(Buffer.from(found, 'latin1'))
    return text ?? decodeAs('windows-1252', Buffer.from(found, 'latin1'))
  })
}

/** The lines that hold bytes beyond ASCII, sixteen thousand bytes of them: what an encoding is told by. */
function tellingLines(bytes: Uint8Array): Uint8Array {
  const lines: Uint8Array[] = []
  let length = 0
  for (let at = bytes.findIndex((byte) => byte > 0x7f); at >= 0 && at < bytes.length && length < 16_000; ) {
    const start = Math.max(bytes.lastIndexOf(10, at), bytes.lastIndexOf(13, at), at - 200) + 1
    const end = bytes.indexOf(10, at)
    lines.push(bytes.subarray(start, Math.min(end < 0 ? bytes.length : end + 1, at + 2000)))
    length += lines.at(-1)!.length
    at = nextBeyond(bytes, Math.min(end < 0 ? bytes.length : end + 1, at + 2000))
  }
  return lines.length === 0 ? bytes.subarray(0, 1000) : Buffer.concat(lines)
}

function nextBeyond(bytes: Uint8Array, from: number): number {
  for (let at = from; at < bytes.length; at++) if (bytes[at]! > 0x7f) return at
  return -1
}

/** Encodings by how likely a text they make of some bytes; those that make the same text stand once, by the first name. */
function rank(sample: Uint8Array): { encoding: string; text: string; score: number }[] {
  const wide = sample.length % 2 === 0
  return scored(
    knownEncodings.filter((encoding) => !encoding.startsWith('utf-32') && (wide || !encoding.startsWith('utf-16'))),
    sample,
    'any',
  )
}

function scored(encodings: readonly string[], sample: Uint8Array, languages: Languages): { encoding: string; text: string; score: number }[] {
  const texts = new Map<string, string>()
  for (const encoding of encodings) {
    const text = decodeAs(encoding, sample, true)
    if (!texts.has(text)) texts.set(text, encoding)
  }
  const all = [...texts].map(([text, encoding]) => {
    const of = encoding === 'windows-1254' && languages === 'nordic' ? 'turkish' : languages
    return { encoding, text, score: (likeliness(text, of) ?? (/^[\t\n\f\r -~]*$/.test(text) ? 0 : -5)) - (text.includes('\uFFFD') ? 2 : 0) }
  })
  return all.sort((a, b) => b.score - a.score)
}

/** Some hundred characters around the first that is not ASCII, on one line. */
function excerptOf(text: string): string {
  const first = /[^\0-\x7f]/.exec(text)?.index ?? 0
  const line = Math.max(text.lastIndexOf('\n', first), text.lastIndexOf('\r', first)) + 1
  const near = first - line <= 40 ? line : first - 40 + Math.max(text.slice(first - 40, first).search(/\s/), 0)
  return [
    ...text
      .slice(near, near + 300)
      .replace(/\s+/g, ' ')
      .trim(),
  ]
    .slice(0, 120)
    .join('')
}
