import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isFormula, writeCsv } from '../../src/exchange/write-csv.ts'

/** RFC 4180, read as a machine would. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    rows.at(-1)!.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
    if (end === '\r\n') rows.push([])
    if (end === '') break
  }
  return rows.slice(0, -1)
}

test('any words come back as they were, but for the apostrophe before a formula', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'å', '"', ',', '\n', '\r', ' ', '=', '-', '😴', '\t') })
  fc.assert(
    fc.property(fc.array(fc.tuple(word, word), { maxLength: 5 }), (rows) => {
      const text = writeCsv({ name: 't', columns: ['x', 'y'], rows })
      expect(text.startsWith('\uFEFF')).toBe(true)
      const expected = rows.map((row) => row.map((words) => (isFormula(words) ? `'${words}` : words)))
      expect(readCsv(text.slice(1))).toEqual([['x', 'y'], ...expected])
    }),
  )
})

test.each(['=1+1', '@SUM(A1)', '+A1', '\t=1', '-A1+cmd|x', "-2+3+cmd|' /C calc'!A0", '-SUM(A1)', '- =1', "- cmd|' /C calc'!A0"])('%s is escaped', (words) => {
  expect(isFormula(words)).toBe(true)
})

test.each(['- Ja, det tror jag.', '-Nej!', '– Jo (skratt).', '-0.4', '+3,1', '- … vet inte', 'a=b'])('%s stays as it was said', (words) => {
  expect(isFormula(words)).toBe(false)
})
