import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeTable } from '../../src/exchange/decode-table.ts'
import { readCases } from '../../src/exchange/read-cases.ts'
import { readCodebook } from '../../src/exchange/read-codebook.ts'
import { readCsv } from '../../src/exchange/read-csv.ts'

const cell = fc.string({ unit: fc.constantFrom('a', 'å', ' ', '"', ',', ';', '\n', '\r\n', '\t', '😴', "'"), maxLength: 8 })
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`

test('any cells written by RFC 4180 are read back as they were', () => {
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }), (rows) => {
      const kept = rows.filter((row) => row.some((one) => one.trim() !== ''))
      expect(readCsv(rows.map((row) => row.map(quoted).join(',')).join('\r\n'), ',')).toEqual(kept)
    }),
  )
})

test('the separator is the one the first line has most of', () => {
  expect(readCsv('a;b,c;d\n1;2;3')).toEqual([
    ['a', 'b,c', 'd'],
    ['1', '2', '3'],
  ])
  expect(readCsv('\uFEFFa\tb\r\n1\t2\r\n')).toEqual([
    ['a', 'b'],
    ['1', '2'],
  ])
})

test('a quote that never ends is told with its row', () => {
  expect(() => readCsv('a,b\n1,"two')).toThrow(expect.objectContaining({ key: 'refusal.csv-quote', values: { row: 2 } }))
})

test('a long file with many quotes is read in no time', () => {
  const begun = performance.now()
  readCsv(`code\n${'"a""b"\n'.repeat(100_000)}`)
  expect(performance.now() - begun).toBeLessThan(2000)
})

test('bytes: UTF-8, UTF-16 with its mark, windows-1252; nothing and binary refused', () => {
  expect(decodeTable(new TextEncoder().encode('kod\nÅlder'))).toBe('kod\nÅlder')
  expect(decodeTable(new Uint8Array([0xff, 0xfe, 0xe5, 0x00]))).toBe('å')
  expect(decodeTable(new Uint8Array([0xc5, 0x6c]))).toBe('Ål')
  expect(() => decodeTable(new Uint8Array())).toThrow('refusal.table-empty')
  expect(() => decodeTable(new Uint8Array([1, 0, 2]))).toThrow('refusal.table-binary')
})

test('a codebook is forgiving of its headings', () => {
  const [theme, code] = readCodebook('Kod;Färg;Definition;När;När inte;Exempel\nFlytt;3;Om flytt;a;b;c\nFlytt > Hem;;;;;')
  expect(theme).toMatchObject({ row: 2, labels: ['Flytt'], color: 3, definition: 'Om flytt', whenToUse: 'a', whenNot: 'b', example: 'c' })
  expect(code).toMatchObject({ labels: ['Flytt', 'Hem'], color: null, definition: '' })
  expect(readCodebook('Tema,Kod\nFlytt,\nFlytt,Hem').map((one) => one.labels)).toEqual([['Flytt'], ['Flytt', 'Hem']])
})

test.each([
  ['', 'refusal.table-empty'],
  ['code\n', 'refusal.table-empty'],
  ['a,b\n1,2', 'refusal.codebook-head'],
  ['code,color\nx,9', 'refusal.codebook-color'],
  ['code\nx\nX', 'refusal.codebook-twice'],
  [`code\n${'x'.repeat(10_000)}`, 'refusal.codebook-row'],
  ['code,definition\n,lost', 'refusal.codebook-row'],
])('a codebook %j is refused: %s', (text, key) => {
  expect(() => readCodebook(text)).toThrow(key)
})

test('cases: the first column names, kind is known, twice is refused with its row', () => {
  const { attributes, cases } = readCases('case,kind,region,population\nÅsmyra,kommun,Norra,"46 800"\nVinterå,kommun,,5310')
  expect(attributes).toEqual(['region', 'population'])
  expect(cases[0]).toEqual({ row: 2, name: 'Åsmyra', kind: 'kommun', values: ['Norra', '46 800'] })
  expect(() => readCases('case,a\nx,1\nx,2')).toThrow(expect.objectContaining({ key: 'refusal.case-twice', values: { row: 3, name: 'x' } }))
  expect(() => readCases('case,a,a\nx,1,2')).toThrow('refusal.column-twice')
  expect(() => readCases('case,a\n,1')).toThrow('refusal.cases-row')
})
