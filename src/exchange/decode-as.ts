import { Refusal } from '../domain/refusal.ts'

/** Encodings a person can choose among, by the names TextDecoder has for them where it has them; the likeliest first. */
export const knownEncodings: readonly string[] = [
  ...['utf-8', 'windows-1252', 'iso-8859-1', 'macintosh', 'utf-16le', 'utf-16be', 'utf-32le', 'utf-32be', 'iso-8859-15', 'ibm850', 'ibm437'],
  ...['windows-1250', 'windows-1251', 'windows-1253', 'windows-1254', 'windows-1255', 'windows-1256', 'windows-1257', 'windows-1258', 'windows-874'],
  ...['iso-8859-2', 'iso-8859-3', 'iso-8859-4', 'iso-8859-5', 'iso-8859-6', 'iso-8859-7', 'iso-8859-8', 'iso-8859-9', 'iso-8859-10', 'iso-8859-11'],
  ...['iso-8859-13', 'iso-8859-14', 'iso-8859-16', 'koi8-r', 'koi8-u', 'ibm866', 'x-mac-cyrillic'],
  ...['shift_jis', 'euc-jp', 'iso-2022-jp', 'gb18030', 'gbk', 'big5', 'euc-kr'],
]

/**
 * The bytes from 80 on of what TextDecoder does not have, or has wrong: some versions of Node read 80 to 9F of
 * windows-1252 as control characters, and everybody's "iso-8859-1" is windows-1252.
 */
const C1 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'
const UPPER: Readonly<Record<string, string>> = {
  'windows-1252': C1 + latin(0xa0),
  'iso-8859-1': latin(0x80),
  'iso-8859-16': `${latin(0x80, 0xa0)}\u00a0ĄąŁ€„Š§š©Ș«Ź\u00adźŻ°±ČłŽ”¶·žčș»ŒœŸżÀÁÂĂÄĆÆÇÈÉÊËÌÍÎÏĐŃÒÓÔŐÖŚŰÙÚÛÜĘȚßàáâăäćæçèéêëìíîïđńòóôőöśűùúûüęțÿ`,
  ibm437: 'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0',
  ibm850: 'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0',
}

function latin(from: number, until = 0x100): string {
  return String.fromCharCode(...Array.from({ length: until - from }, (_, at) => from + at))
}

/** The name in `knownEncodings` of what a person or a file calls an encoding. Refuses what is none of them. */
export function nameOfEncoding(label: string): string {
  const name = label.trim().toLowerCase()
  if (knownEncodings.includes(name)) return name
  const found = otherwiseKnown(name)
  if (!found) throw new Refusal('invalid', 'refusal.import-unknown-encoding', { encoding: label.slice(0, 40), known: knownEncodings.join(', ') })
  return found
}

function otherwiseKnown(label: string): string | undefined {
  try {
    return knownEncodings.find((one) => one === new TextDecoder(label).encoding)
  } catch {
    return undefined
  }
}

/** What bytes say in an encoding of `knownEncodings`, a byte order mark as the character it is; \uFFFD for what they can't say. `begun`: more bytes would follow. */
export function decodeAs(encoding: string, bytes: Uint8Array, begun = false): string {
  const upper = UPPER[encoding]
  // Where a table is Latin-1 from A0 on, only what lies below is looked up: a long text is mostly that.
  if (upper) return latin1(bytes).replace(upper.endsWith(latin(0xa0)) ? /[\x80-\x9f]/g : /[\x80-\xff]/g, (character) => upper[character.charCodeAt(0) - 0x80]!)
  if (encoding.startsWith('utf-32')) return decodeUtf32(bytes, encoding === 'utf-32le')
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes, { stream: begun })
}

/** Bytes as characters of the same numbers. */
export function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}

function decodeUtf32(bytes: Uint8Array, little: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const parts: string[] = []
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const point = view.getUint32(at, little)
    parts.push(point > 0x10ffff || (point >= 0xd800 && point < 0xe000) ? '\uFFFD' : String.fromCodePoint(point))
  }
  return parts.join('') + (bytes.length % 4 ? '\uFFFD' : '')
}
