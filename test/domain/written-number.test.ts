import fc from 'fast-check'
import { expect, test } from 'vitest'
import { guessType, numberIn } from '../../src/domain/attribute.ts'
import { filterOfCloud } from '../../src/domain/cloud-filter.ts'
import { parseCloudRequest } from '../../src/domain/cloud-request.ts'
import { attributeTest } from '../../src/domain/compare-attribute.ts'
import { filterSentence } from '../../src/domain/filter-sentence.ts'
import { numbersIn } from '../../src/domain/numbers-in.ts'
import { parseFilter, readClause } from '../../src/domain/parse-filter.ts'
import { columnWriting, unmistakable } from '../../src/domain/written-number.ts'
import { sayIn } from '../../src/texts/catalogue.ts'

test.each([
  [['20.000', '31.444', '8.900'], 'thousands', [20000, 31444, 8900]],
  [['20,000', '31,444', '8,900', '450'], 'thousands', [20000, 31444, 8900, 450]],
  [['2.500.000', '900.000', '900000'], 'thousands', [2500000, 900000, 900000]],
  [['1.234,5', '20.000'], 'thousands', [1234.5, 20000]],
  [['1,234.5', '20,000'], 'thousands', [1234.5, 20000]],
  [['20.000', '0,8'], 'thousands', [20000, 0.8]],
  [['0.125', '1.250', '3.500'], 'plain', [0.125, 1.25, 3.5]],
  [['2.5', '1.234'], 'plain', [2.5, 1.234]],
  [['0,8', '−2,6'], 'plain', [0.8, -2.6]],
  [['46 800', '46\u00a0800,5'], 'plain', [46800, 46800.5]],
  [['1.234'], 'doubt', [1234]],
  [['1.234', '12'], 'doubt', [1234, 12]],
  [['1.234', '2.345', '3.456', '46800'], 'doubt', [1234, 2345, 3456, 46800]],
  [['20.000', '31,444', '1.200'], 'doubt', [20000, 31444, 1200]],
])('the numbers %j are read by all of them: %s', (values, is, numbers) => {
  const column = columnWriting(values)
  expect(column.is).toBe(is)
  expect(values.map((value) => column.read(value))).toEqual(numbers)
})

test('where nobody can tell, a column is no number unless somebody says which', () => {
  expect(guessType(['20.000', '31.444', '8.900'])).toBe('number')
  expect(guessType(['2.500.000', '900.000'])).toBe('number')
  expect(guessType(['1.234'])).not.toBe('number')
  expect(columnWriting(['1.234']).read('1.234', 'decimals')).toBe(1.234)
  expect(columnWriting(['1.2.3']).read('1.2.3')).toBeNull()
  expect(columnWriting(['20.00.000', '1.000.000']).read('20.00.000')).toBeNull()
})

test.each([
  ['population:>20.000', 20000, 20001],
  ['population:<=20,000', 20001, 20000],
  ['population: > 20 000', 20000, 20001],
  ['population>= 20000', 19999, 20000],
  ['share:>0.125', 0.125, 0.126],
  ['share:>0,8', 0.8, 0.9],
  ['share:>2.5', 2.5, 3],
  ['share:>.5', 0.5, 0.6],
  ['share:1.234..2.5', 1.2, 1.234],
  ['population:20.000..30.000', 1000, 25000],
])('%s lets through as it is written', (text, not, passes) => {
  const { clause, end } = readClause(text, 0)
  expect(end).toBe(text.length)
  const test = attributeTest('number', clause as Parameters<typeof attributeTest>[1])
  expect([test('', not), test('', passes)]).toEqual([false, true])
})

test('bounds may be written with signs between their thousands', () => {
  expect(numbersIn('10.000; 20,000; 2,5')).toEqual([10000, 20000, 2.5])
})

test('a number that a condition is made of is read back as itself, and what is kept as it is kept', () => {
  fc.assert(
    fc.property(fc.integer({ min: -2_000_000, max: 2_000_000 }), fc.constantFrom(1, 10, 100, 1000), (whole, parts) => {
      const number = whole / parts + 0
      expect(numberIn(unmistakable(number), 'thousands')).toBe(number)
      expect(numberIn(`${number}`)).toBe(number)
    }),
  )
})

test('the sentence of a condition says its numbers as they were understood, as the reader writes them', () => {
  const said = (text: string) => (['sv', 'en'] as const).map((language) => filterSentence(parseFilter(text), sayIn(language), {}).replaceAll('\u00a0', ' '))
  expect(said('population:>20.000')).toEqual(['population över 20 000', 'population over 20,000'])
  expect(said('population: < 20 000')).toEqual(['population under 20 000', 'population under 20,000'])
  expect(said('share:0.125..0.8')).toEqual(['share från 0,125 till 0,8', 'share from 0.125 to 0.8'])
  expect(said('year:>2019')).toEqual(['year över 2019', 'year over 2019'])
  expect(said('place:12345')).toEqual(['place är 12345', 'place is 12345'])
  expect(said('date:>2026-01-02')[1]).toBe('date over 2026-01-02')
})

test('a group of a cloud that is parted at thousandths is asked for at them', () => {
  const asked = (group: string) => filterOfCloud(parseCloudRequest({ group }), parseCloudRequest({ group }).group, [{ id: 1, name: 'share', type: 'number' }])
  const test = ({ clause }: ReturnType<typeof asked> & { clause?: unknown }) => attributeTest('number', clause as Parameters<typeof attributeTest>[1])
  expect(test(asked('1<1.234'))('', 1.3)).toBe(false)
  expect(test(asked('1=1.234'))('', 1.234)).toBe(true)
})
