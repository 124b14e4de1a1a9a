import { Refusal } from '../domain/refusal.ts'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'macintosh'
/** `sure` is false where another encoding would have been nearly as likely: somebody should look at the text. */
export type Decoded = { text: string; encoding: Encoding; bom: boolean; sure: boolean }

/**
 * The text of a file's bytes: by its byte order mark, else UTF-8 if it is that exactly, else UTF-16 by where the zero
 * bytes stand, else windows-1252 (and with it ISO-8859-1) or macintosh, whichever makes the more likely Nordic and
 * English words. The mark is left out of the text. Refuses what is no text, or in none of these.
 */
export function decodeText(bytes: Uint8Array, _chosen: string | null = null): Decoded {
  const marked = byMark(bytes)
  if (marked) return { text: decodeAs(marked.encoding, bytes.subarray(marked.length)), encoding: marked.encoding, bom: true, sure: true }
  const wide = byZeroBytes(bytes)
  if (wide) return { text: decodeAs(wide, bytes), encoding: wide, bom: false, sure: true }
  if (looksBinary(bytes)) throw new Refusal('invalid', 'refusal.import-no-text')
  const utf8 = tryUtf8(bytes)
  return utf8 === undefined ? byLetters(bytes) : { text: utf8, encoding: 'utf-8', bom: false, sure: true }
}

function byMark(bytes: Uint8Array): { encoding: Encoding; length: number } | undefined {
  const [a, b, c, d] = bytes
  if (a === 0xff && b === 0xfe && c === 0 && d === 0 && bytes.length >= 4) throw new Refusal('invalid', 'refusal.import-encoding')
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', length: 3 }
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', length: 2 }
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', length: 2 }
  return undefined
}

function decodeAs(encoding: Encoding, bytes: Uint8Array): string {
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes)
  if (encoding.startsWith('utf-16') && controlShare(text.slice(0, 20_000)) > 0.02) throw new Refusal('invalid', 'refusal.import-no-text')
  return text
}

function controlShare(text: string): number {
  return (text.match(/(?![\t\n\r\f\v])[\p{Cc}\p{Cn}\ufffd]/gu)?.length ?? 0) / Math.max(text.length, 1)
}

/** Latin text in UTF-16 has a zero in every second byte, and hardly any in the others. */
function byZeroBytes(bytes: Uint8Array): Encoding | undefined {
  const sample = bytes.subarray(0, 20_000)
  const zeros = [0, 0]
  for (let at = 0; at < sample.length; at++) if (sample[at] === 0) zeros[at % 2]!++
  const half = sample.length / 2
  if (half < 1 || bytes.length % 2 === 1) return undefined
  if (zeros[1]! > half * 0.4 && zeros[0]! < half * 0.05) return 'utf-16le'
  if (zeros[0]! > half * 0.4 && zeros[1]! < half * 0.05) return 'utf-16be'
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

function tryUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

const C1 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** By a table of our own: the TextDecoder of some versions of Node reads the bytes 80 to 9F as control characters. */
function decodeWindows1252(bytes: Uint8Array): string {
  const latin = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  return latin.replace(/[\u0080-\u009f]/g, (character) => C1[character.charCodeAt(0) - 0x80]!)
}

function byLetters(bytes: Uint8Array): Decoded {
  const [best, other] = (['windows-1252', 'macintosh'] as const)
    .map((encoding) => ({ encoding, text: encoding === 'windows-1252' ? decodeWindows1252(bytes) : decodeAs(encoding, bytes) }))
    .map((one) => ({ ...one, score: likeliness(one.text) }))
    .sort((a, b) => b.score - a.score)
  if (best!.score < 0) throw new Refusal('invalid', 'refusal.import-encoding')
  return { text: best!.text, encoding: best!.encoding, bom: false, sure: best!.score >= 0.4 && best!.score - other!.score >= 0.3 }
}

/**
 * How much the characters beyond ASCII look like Nordic or English writing, from -1 to 1: letters of these languages within
 * words count for, typographic quotes and dashes at the edges of words a little, other signs inside words against.
 * Words made of nothing but such letters are another alphabet read wrongly.
 */
export function likeliness(text: string): number {
  let score = 0
  let count = 0
  for (const match of text.matchAll(/[A-Za-z\u0080-\uffff]+/g)) {
    if (!/[\u0080-\uffff]/.test(match[0])) continue
    if (++count > 5000) break
    score += likelyWord(match[0].slice(0, 60))
  }
  return count === 0 ? 1 : score / count
}

function likelyWord(word: string): number {
  const letters = word.replace(/^[”“"»«’‘–—…\s]+|[”“"»«’‘–—…\s]+$/gu, '')
  if (letters === '') return 0.3
  const beyond = letters.match(/[\u0080-\uffff]/gu) ?? []
  if (beyond.length === 0) return 0.5
  if (/[^\p{L}’´‑–§°½¼±×·€£²³µº®©\s]/u.test(letters)) return -1
  if (!/\p{L}/u.test(letters)) return 0.1
  if (letters.length > 3 && beyond.length > letters.length * 0.6) return -1
  const native = beyond.filter((letter) => /[åäöæøéÅÄÖÆØÉüÜèàáóêôïëñç’´]/u.test(letter)).length
  const cased = /\p{Ll}\p{Lu}/u.test(letters) ? -0.7 : 0
  return (2 * native) / beyond.length - 1 + cased
}
