import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { RawTable } from '../../src/domain/raw-text.ts'
import { Refusal } from '../../src/domain/refusal.ts'
import { readRaw } from '../../src/exchange/read-raw.ts'
import { bombOf, zipOf } from '../support/docx.ts'
import { xlsxOf } from '../support/xlsx.ts'

async function read(bytes: Buffer | string, name = 'a.csv'): Promise<RawTable> {
  const extracted = await readRaw(Buffer.from(bytes as string), name)
  if (extracted.kind !== 'table') throw new Error('no table')
  return extracted.table
}
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`

test.each([
  ['semicolons', 'a;b\n1;2'],
  ['commas', 'a,b\n1,2'],
  ['tabs', 'a\tb\r\n1\t2\r\n'],
  ['bars', 'a|b\n1|2'],
  ['a byte order mark', '\uFEFFa;b\n1;2'],
  ['what a spreadsheet says of its separator', 'sep=;\r\na;b\r\n1;2'],
  ['empty rows', 'a;b\n\n;\n1;2\n'],
])('a sheet parted by %s', async (_, text) => {
  expect(await read(text)).toMatchObject({ head: ['a', 'b'], rows: [['1', '2']] })
})

test('cells keep their lines and lose the spaces around them; letters in pieces are composed', async () => {
  expect((await read('a,b\n" två\r\nrader ","e\u0301"')).rows).toEqual([['två\nrader', 'é']])
})

test('rows may be longer than the head, names may be missing or stand twice: every value keeps a column', async () => {
  const table = await read('id,svar,svar,\n1,a,b,c,d\n2')
  expect(table.head).toEqual(['id', 'svar', 'svar (2)', 'D', 'E'])
  expect(table.rows).toEqual([['1', 'a', 'b', 'c', 'd'], ['2']])
  expect(table.repairs).toEqual([{ kind: 'ragged-rows', count: 1 }])
})

test('any table of words comes back from CSV and from a workbook', async () => {
  const cell = fc
    .string({ unit: fc.constantFrom('a', 'å', '"', ';', ',', '\n', '<', '&', '😴', '=', '1'), minLength: 1, maxLength: 6 })
    .map((words) => `x${words}x`)
  const rows = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 5 })
  await fc.assert(
    fc.asyncProperty(rows, async (body) => {
      const all = [['id', 'one', 'two'], ...body]
      expect((await read(all.map((cells) => cells.map(quoted).join(';')).join('\r\n'))).rows).toEqual(body)
      expect((await read(await xlsxOf({ A: all }), 'a.xlsx')).rows).toEqual(body)
    }),
    { numRuns: 40 },
  )
})

test('numbers, days, times and booleans of a workbook are written plainly; formulas as the values they had', async () => {
  const day = new Date(Date.UTC(2026, 0, 5))
  const time = new Date(Date.UTC(2026, 0, 5, 10, 30))
  const table = await read(
    await xlsxOf({
      A: [
        ['d', 't', 'n', 'b', 's'],
        [day, time, 0.1 + 0.2, true, '=1+1'],
        [null, null, 46_800, false, ' x '],
      ],
    }),
    'a.xlsx',
  )
  expect(table.rows).toEqual([
    ['2026-01-05', '2026-01-05 10:30', '0.3', 'true', '=1+1'],
    ['', '', '46800', 'false', 'x'],
  ])
})

test('the first sheet with rows is read, the others are told; a merged label belongs to all its rows', async () => {
  const rows = [
    ['ort', 'namn'],
    ['Alvik', 'a'],
    [null, 'b'],
    ['Berg', 'c'],
  ]
  const table = await read(await xlsxOf({ A: rows, Tom: [], Kodlista: [['x']] }, [[1, 2, 0]]), 'a.xlsx')
  expect(table.rows).toEqual([
    ['Alvik', 'a'],
    ['Alvik', 'b'],
    ['Berg', 'c'],
  ])
  expect(table.losses).toEqual([{ kind: 'sheets', count: 1, example: 'Kodlista' }])
  expect(table.repairs).toEqual([{ kind: 'merged-cells', count: 1 }])
})

test.each<[string, string, () => Promise<Buffer> | Buffer | string, string]>([
  ['a hundred thousand columns', 'a.csv', () => `${'x;'.repeat(100_000)}\n${'1;'.repeat(100_000)}`, 'refusal.table-columns'],
  ['more columns than anybody fills', 'a.csv', () => `${'x,'.repeat(10_001)}\n1`, 'refusal.table-columns'],
  ['too many rows', 'a.csv', () => `x\n${'1\n'.repeat(100_001)}`, 'refusal.table-rows'],
  ['a head and nothing below', 'a.csv', () => 'a,b\n', 'refusal.table-empty'],
  ['a quote that never ends', 'a.csv', () => 'a,b\n1,"två\n2,tre\n', 'refusal.csv-quote'],
  ['a zip that is no workbook', 'a.xlsx', () => zipOf({ 'a.txt': 'hej' }), 'refusal.import-broken-xlsx'],
  ['a workbook that is no XML', 'a.xlsx', () => zipOf({ 'xl/workbook.xml': '<workbook><sheets>' }), 'refusal.import-broken-xlsx'],
  ['a workbook without rows', 'a.xlsx', () => xlsxOf({ A: [] }), 'refusal.table-empty'],
  ['a DOCTYPE', 'a.xlsx', () => zipOf({ 'xl/workbook.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a/>' }), 'refusal.import-doctype'],
  ['a bomb', 'a.xlsx', () => bombOf('xl/worksheets/sheet1.xml', 400), 'refusal.import-large-xlsx'],
  ['text named xlsx', 'a.xlsx', () => 'hej', 'refusal.import-not-that'],
])('%s is refused quickly, in a sentence', async (_, name, bytes, key) => {
  const made = await bytes()
  const began = performance.now()
  const refusal = await read(made as Buffer, name).catch((error) => error)
  expect(refusal).toBeInstanceOf(Refusal)
  expect(refusal.key).toBe(key)
  expect(performance.now() - began).toBeLessThan(2000)
})

test('an unended quote is told with its row', async () => {
  await expect(read('a,b\n1,"två\n2,tre\n')).rejects.toMatchObject({ values: { row: 2 } })
})

test('two cells far apart make no table of what lies between', async () => {
  const far =
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row></sheetData></worksheet>'
  const parts = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    'xl/workbook.xml':
      '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': far,
  }
  await expect(read(await zipOf(parts), 'a.xlsx')).rejects.toThrow('refusal.')
})

test('a cell of five megabytes is read whole', async () => {
  const long = 'ord '.repeat(1_250_000).trim()
  expect((await read(`id;svar\n1;"${long}"`)).rows[0]![1]).toBe(long)
})
