import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeText } from '../../src/exchange/decode-text.ts'

const nordic = 'Intervjuare: Hur är det på Åmåls ö? – ”Jo, så där …” sa hon. Ærlig talt, på øya går det bra. Ökningen är é och ü.'
const LETTERS = 'åäöÅÄÖæøÆØéüïö½’–“”…'
const CODES = {
  'windows-1252': 'e5e4f6c5c4d6e6f8c6d8e9fceff6bd92969394' + '85',
  macintosh: '8c8a9a818085bebfaeaf8e9f959a3fd5d0d2d3' + 'c9',
}

/** Bytes of a text in an old encoding of one byte a character; written out by hand, so as not to trust any decoder. */
function encode(text: string, encoding: keyof typeof CODES): Uint8Array {
  const codes = Buffer.from(CODES[encoding], 'hex')
  return Uint8Array.from([...text], (character) => (character < '\u0080' ? character.charCodeAt(0) : codes[LETTERS.indexOf(character)]!))
}
const utf16 = (text: string, order: 'le' | 'be') => {
  const bytes = Buffer.from(text, 'utf16le')
  return order === 'le' ? bytes : Buffer.from(bytes).swap16()
}

test.each([
  ['utf-8', Buffer.from(nordic)],
  ['utf-16le', utf16(nordic, 'le')],
  ['utf-16be', utf16(nordic, 'be')],
  ['windows-1252', encode(nordic, 'windows-1252')],
  ['macintosh', encode(nordic, 'macintosh')],
] as const)('%s is found exactly', (encoding, bytes) => {
  expect(decodeText(bytes)).toEqual({ text: nordic, encoding, bom: false, sure: true })
})

test('a mark decides, and is left out', () => {
  for (const [encoding, mark, bytes] of [
    ['utf-8', [0xef, 0xbb, 0xbf], Buffer.from(nordic)],
    ['utf-16le', [0xff, 0xfe], utf16(nordic, 'le')],
    ['utf-16be', [0xfe, 0xff], utf16(nordic, 'be')],
  ] as const)
    expect(decodeText(Buffer.concat([Buffer.from(mark), bytes]))).toMatchObject({ text: nordic, encoding, bom: true })
})

test.each(['å', 'Då är jag här', 'Vad sa du då? "Så här."', 'café', 'naïve', 'Ö', 'blåbær på øy', '½ år', 'don’t – “really”'])(
  'one line is enough: %s',
  (words) => {
    for (const encoding of ['windows-1252', 'macintosh'] as const) {
      if (encoding === 'macintosh' && words.includes('½')) continue
      expect(decodeText(encode(words, encoding)).text).toBe(words)
    }
  },
)

test('any text in UTF-8 comes back as it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
      fc.pre(!/[\p{Cc}\ufeff]/u.test(text))
      expect(decodeText(Buffer.from(text)).text).toBe(text)
    }),
  )
})

test('what is no text, and another alphabet in an old encoding, are refused', () => {
  const noise = Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919 + (at >> 3) * 104729) % 256)
  expect(() => decodeText(noise)).toThrow('refusal.import-no-text')
  const russian = Uint8Array.from([...'Привет это интервью о жизни'].map((c) => (c === ' ' ? 32 : c.charCodeAt(0) - 0x350)))
  expect(() => decodeText(russian)).toThrow('refusal.import-encoding')
})
