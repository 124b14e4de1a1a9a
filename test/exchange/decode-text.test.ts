import fc from 'fast-check'
import { expect, test } from 'vitest'
import { latin1 } from '../../src/exchange/decode-as.ts'
import { candidatesFor, decodeText, knownEncodings } from '../../src/exchange/decode-text.ts'

const nordic = 'Intervjuare: Hur är det på Åmåls ö? – ”Jo, så där …” sa hon. Ærlig talt, på øya går det bra. Ökningen är é och ü.'
const LETTERS = 'åäöÅÄÖæøÆØéüïö½’–“”…«»'
const CODES = {
  'windows-1252': 'e5e4f6c5c4d6e6f8c6d8e9fceff6bd9296939485abbb',
  macintosh: '8c8a9a818085bebfaeaf8e9f959a3fd5d0d2d3c9c7c8',
}

/** Bytes of a text in an old encoding of one byte a character; written out by hand, so as not to trust any decoder. */
function encode(text: string, encoding: keyof typeof CODES): Uint8Array {
  const codes = Buffer.from(CODES[encoding], 'hex')
  return Uint8Array.from([...text], (character) => (character < '\u0080' ? character.charCodeAt(0) : codes[LETTERS.indexOf(character)]!))
}
const wide = (text: string, bits: 16 | 32, order: 'le' | 'be') => {
  const bytes = bits === 16 ? Buffer.from(text, 'utf16le') : Buffer.concat([...text].map((one) => Buffer.from(Uint32Array.of(one.codePointAt(0)!).buffer)))
  return order === 'le' ? bytes : bits === 16 ? Buffer.from(bytes).swap16() : Buffer.from(bytes).swap32()
}
/** Bytes of a text in an encoding of one byte a character, by reading all bytes with it. */
function encodeAs(text: string, encoding: string): Uint8Array {
  const upper = Array.from({ length: 128 }, (_, at) => decodeText(Uint8Array.of(at + 128), encoding).text)
  return Uint8Array.from([...text], (character) => (character < '\u0080' ? character.charCodeAt(0) : 128 + upper.indexOf(character)))
}

test.each([
  ['utf-8', Buffer.from(nordic)],
  ['utf-16le', wide(nordic, 16, 'le')],
  ['utf-16be', wide(nordic, 16, 'be')],
  ['windows-1252', encode(nordic, 'windows-1252')],
  ['iso-8859-1', encode(nordic.replace(/[–”…]/g, '"'), 'windows-1252')],
  ['macintosh', encode(nordic, 'macintosh')],
] as const)('%s is found exactly', (encoding, bytes) => {
  const text = encoding === 'iso-8859-1' ? nordic.replace(/[–”…]/g, '"') : nordic
  expect(decodeText(bytes)).toEqual({ text, encoding, bom: false, sure: true })
})

test('a mark decides, and is left out', () => {
  for (const [encoding, mark, bytes] of [
    ['utf-8', [0xef, 0xbb, 0xbf], Buffer.from(nordic)],
    ['utf-16le', [0xff, 0xfe], wide(nordic, 16, 'le')],
    ['utf-16be', [0xfe, 0xff], wide(nordic, 16, 'be')],
    ['utf-32le', [0xff, 0xfe, 0, 0], wide(`${nordic}😴`, 32, 'le')],
    ['utf-32be', [0, 0, 0xfe, 0xff], wide(`${nordic}😴`, 32, 'be')],
  ] as const)
    expect(decodeText(Buffer.concat([Buffer.from(mark), bytes]))).toMatchObject({ text: expect.stringContaining(nordic), encoding, bom: true, sure: true })
})

test.each([
  ...[
    'å',
    'Då är jag här',
    'Vad sa du då? "Så här."',
    'café',
    'naïve',
    'Ö',
    'blåbær på øy',
    '½ år',
    'don’t – “really”',
    'Ja – det stämmer',
    'It’s fine',
    'Eh … no',
  ],
  ...['ÅRSMÖTE', 'Jeg sa: «Kom hit!»', 'Öl och bär', '• Å'],
])('one line is enough: %s', (words) => {
  for (const encoding of ['windows-1252', 'macintosh'] as const) {
    if (/[½•]/.test(words)) continue
    expect(decodeText(encode(words, encoding)).text).toBe(words)
  }
})

test('nothing but ö in macintosh is sure; a letter that may be a dash is not', () => {
  expect(decodeText(encode('för att dörren öppnas', 'macintosh'))).toMatchObject({ text: 'för att dörren öppnas', sure: true })
  expect(decodeText(Uint8Array.of(0x61, 0x20, 0xe0, 0x20, 0x62)).sure).toBe(false)
  expect(decodeText(Buffer.from('6192629a', 'hex')).sure).toBe(false)
})

const word = fc.constantFrom(
  ...[
    'på',
    'är',
    'för',
    'også',
    'være',
    'gård',
    'sjö',
    'fjäll',
    'Åse',
    'Örebro',
    'Ærø',
    'BLÅBÆR',
    'kød',
    'élite',
    'menü',
    'hur',
    'det',
    'blev',
    'the',
    'town',
    'and',
  ],
  ...['”ja”', '–', 'så …', 'don’t', '«nei»', '12–14', 'ö', 'å', 'æ', 'i', 'Då?'],
)

test('any line of Nordic and English words comes back from each encoding, or is not sure', () => {
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), (words) => {
      const text = words.join(' ')
      fc.pre(/\p{L}/u.test(text))
      for (const bytes of [Buffer.from(text), wide(text, 16, 'le'), wide(text, 16, 'be'), encode(text, 'windows-1252'), encode(text, 'macintosh')]) {
        const read = decodeText(bytes)
        if (read.sure || /[åäöæø].*[åäöæø]/i.test(text)) expect(read.text).toBe(text)
      }
    }),
    { numRuns: 500 },
  )
})

test('any text in UTF-8 comes back as it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
      fc.pre(!/[\p{Cc}\ufeff]/u.test(text))
      expect(decodeText(Buffer.from(text)).text).toBe(text)
    }),
  )
})

test('UTF-8 with older lines pasted in, or cut off inside a letter, loses no letter', () => {
  const lines = Buffer.from('Här är några ord på svenska.\n')
  const pasted = Buffer.concat([lines, encode('Och så några på.\n', 'windows-1252'), lines, lines])
  expect(decodeText(pasted)).toMatchObject({ text: expect.stringContaining('Och så några på.'), encoding: 'utf-8', sure: false })
  expect(decodeText(Buffer.concat([lines, Buffer.from('å').subarray(0, 1)]))).toMatchObject({ text: 'Här är några ord på svenska.\nÃ', sure: false })
})

const foreign: [string, string][] = [
  ['windows-1251', 'Привет, это интервью о жизни в маленьком городе у реки.'],
  ['koi8-r', 'Привет, это интервью о жизни в маленьком городе у реки.'],
  ['ibm866', 'Привет, это интервью о жизни в маленьком городе у реки.'],
  ['windows-1253', 'Καλημέρα, αυτή είναι μια συνέντευξη για τη ζωή στην πόλη.'],
  ['windows-1255', 'שלום, זה ראיון על החיים בעיר קטנה ליד הנהר'],
  ['windows-1256', 'مرحبا، هذه مقابلة عن الحياة في بلدة صغيرة قرب النهر'],
  ['windows-1250', 'Chodziłam do szkoły, gdzie wszyscy się znają, i mówię też o pracy.'],
  ['windows-1254', 'Merhaba, bu küçük bir şehirde yaşam üzerine bir görüşme, değil mi? Işık açık.'],
  ['ibm850', 'Då kom vi på att föreningen är för liten och får växa.'],
]
test.each(foreign)('%s is guessed, and is never sure', (encoding, text) => {
  const bytes = encodeAs(text, encoding)
  expect(decodeText(bytes)).toMatchObject({ text, sure: false })
  const [first, ...rest] = candidatesFor(bytes)
  expect(first!.sample.startsWith(text.slice(0, 30))).toBe(true)
  expect(rest.length).toBeGreaterThan(1)
})

const asian: [string, string, string][] = [
  ['shift_jis', '82b182cc92ac82cc90ed82e682e890e682cc98628142', 'この町の戦より先の話。'],
  ['euc-kr', 'bec8b3e7c7cfbcbcbfe42e20c0ccb0cdc0ba20c0dbc0ba20b5b5bdc3c0c720c0ccbedfb1e2c0d4b4cfb4d92e', '안녕하세요. 이것은 작은 도시의 이야기입니다.'],
  ['gb18030', 'd5e2cac7d2bbb8f6d0a1b3c7b5c4b9cacac2a3acced2c3c7d4dad5e2c0efc9fabbeea1a3', '这是一个小城的故事，我们在这里生活。'],
]
test.each(asian)('%s is guessed by the signs that every text has', (encoding, hex, text) => {
  expect(decodeText(Buffer.from(hex, 'hex'))).toMatchObject({ text, encoding, sure: false })
})

test('another alphabet in UTF-16 without a mark is guessed', () => {
  const text = 'Привет, это интервью о жизни в маленьком городе у реки.'
  for (const order of ['le', 'be'] as const) expect(decodeText(wide(text, 16, order))).toMatchObject({ text, encoding: `utf-16${order}`, sure: false })
})

test('what a person chose is what is read, by any name it has', () => {
  const bytes = encodeAs('łódź', 'iso-8859-2')
  expect(decodeText(bytes, 'latin2')).toEqual({ text: 'łódź', encoding: 'iso-8859-2', bom: false, sure: true })
  expect(decodeText(Buffer.from('\ufeffå'), 'UTF-8')).toEqual({ text: 'å', encoding: 'utf-8', bom: true, sure: true })
  expect(decodeText(Uint8Array.of(0x6a, 0xe5), 'utf-8').text).toBe('j\ufffd')
  expect(decodeText(Uint8Array.of(0x85), 'windows-1252').text).toBe('…')
  expect(decodeText(Uint8Array.of(0x85), 'iso-8859-1').text).toBe('\u0085')
  for (const encoding of knownEncodings) expect(decodeText(Buffer.from('abcd'), encoding).encoding).toBe(encoding)
  expect(() => decodeText(bytes, 'klingon')).toThrow('refusal.import-unknown-encoding')
})

test('what can be chosen among differs, is short, and begins with what was guessed', () => {
  const candidates = candidatesFor(encode(`${'Ord utan prickar. '.repeat(50)}\n${nordic}`, 'macintosh'))
  expect(candidates.length).toBeLessThanOrEqual(6)
  expect(new Set(candidates.map((one) => one.sample)).size).toBe(candidates.length)
  expect(candidates[0]).toEqual({ encoding: 'macintosh', sample: nordic.slice(0, 120).trim() })
  for (const { sample } of candidates) expect([...sample].length).toBeLessThanOrEqual(120)
  expect(candidatesFor(Buffer.from('plain words'))).toEqual([{ encoding: 'utf-8', sample: 'plain words' }])
})

test('what is no text is refused', () => {
  const noise = Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919 + (at >> 3) * 104729) % 256)
  expect(() => decodeText(noise)).toThrow('refusal.import-no-text')
  expect(latin1(noise)).toHaveLength(5000)
})

test('a long file costs little more to decode than a short one', () => {
  const bytes = Buffer.alloc(5_000_000, encode(`${nordic}\n`, 'windows-1252'))
  const began = performance.now()
  expect(decodeText(bytes).sure).toBe(true)
  expect(performance.now() - began).toBeLessThan(3000)
})
