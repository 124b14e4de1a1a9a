import { decodeAs, knownEncodings } from './decode-as.ts'

/** Windows' numbers of code pages, where their encodings have other names than "windows-" and the number. */
const PAGES: Readonly<Record<number, string>> = {
  437: 'ibm437',
  850: 'ibm850',
  866: 'ibm866',
  932: 'shift_jis',
  936: 'gb18030',
  949: 'euc-kr',
  950: 'big5',
  1361: 'euc-kr',
  10000: 'macintosh',
  10001: 'shift_jis',
  10007: 'x-mac-cyrillic',
  20866: 'koi8-r',
  21866: 'koi8-u',
  54936: 'gb18030',
  65001: 'utf-8',
}

/** The encoding of a code page by its number (\ansicpg); undefined where we don't have it. */
export function encodingOfPage(page: number): string | undefined {
  const name = PAGES[page] ?? (page > 28590 && page < 28607 ? `iso-8859-${page - 28590}` : `windows-${page}`)
  return knownEncodings.includes(name) ? name : undefined
}

const CHARSETS: Readonly<Record<number, number>> = {
  77: 10000,
  78: 932,
  128: 932,
  129: 949,
  130: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
  254: 437,
  255: 850,
}

/** The encoding of a font by its character set (\fcharset); undefined where it is the document's. "symbol" is that of signs. */
export function encodingOfCharset(charset: number): string | undefined {
  return charset === 2 ? 'symbol' : CHARSETS[charset] === undefined ? undefined : encodingOfPage(CHARSETS[charset]!)
}

/** What bytes (as characters of their numbers) say. Bytes that were not escaped and are UTF-8 are that: programs that write them never meant a code page. */
export function decodeBytes(bytes: string, encoding: string, escaped: boolean): string {
  if (!/[\x80-\xff]/.test(bytes)) return bytes
  if (encoding === 'symbol') return bytes.replace(/[\x80-\xff]/g, (one) => signOf(0xf000 + one.charCodeAt(0)))
  const buffer = Buffer.from(bytes, 'latin1')
  if (!escaped) {
    const text = decodeAs('utf-8', buffer)
    if (!text.includes('\uFFFD')) return text
  }
  return decodeAs(encoding, buffer)
}

/** A sign of the fonts Symbol and Wingdings by its number in the private area: the bullets of lists and some arrows; others as they are. */
export function signOf(unit: number): string {
  const low = unit & 0xff
  if ([0x76, 0x6c, 0x6e, 0x71, 0xa7, 0xa8, 0xb7, 0xd8, 0xfc].includes(low)) return '•'
  return low === 0xe0 || low === 0xae ? '→' : String.fromCharCode(unit)
}
