import { expect, test } from 'vitest'
import { citer, inQuotes, toPattern } from '../../src/domain/citation.ts'

const values: Record<string, string> = { number: '4', group: 'landsbygdskommun', role: 'chef', empty: '' }
const fieldOf = (name: string) => values[name] ?? ''

test.each([
  ['Informant {number}, {group}', 'Informant 4, landsbygdskommun'],
  ['{role}, {group}', 'chef, landsbygdskommun'],
  ['{role}, {empty}, {group}', 'chef, landsbygdskommun'],
  ['{empty}, {group}', 'landsbygdskommun'],
  ['Informant {number} ({empty})', 'Informant 4'],
  ['Intervju K{number}', 'Intervju K4'],
  ['{empty}', ''],
])('%s', (pattern, said) => expect(citer(pattern)(fieldOf)).toBe(said))

test('a pattern is kept where the project has its names, whatever their capitals', () => {
  expect(toPattern('  Informant {Number},  {region} ', ['Region'])).toBe('Informant {Number}, {region}')
  expect(() => toPattern('{region}', [])).toThrow(expect.objectContaining({ key: 'refusal.citation-field' }))
  expect(() => toPattern('   ', [])).toThrow(expect.objectContaining({ key: 'refusal.citation-length' }))
})

test('each language has its quotation marks', () => {
  expect((['sv', 'nb', 'nn', 'en'] as const).map((language) => inQuotes('ja', language))).toEqual(['”ja”', '«ja»', '«ja»', '“ja”'])
})
