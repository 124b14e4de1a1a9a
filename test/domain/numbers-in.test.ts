import { expect, test } from 'vitest'
import { numbersIn } from '../../src/domain/numbers-in.ts'

test.each([
  ['5000; 10 000,5', [5000, 10000.5]],
  ['5\u00a0000;10\u202f000;', [5000, 10000]],
  ['5000 10000', [5000, 10000]],
  ['2,5', [2.5]],
  ['many; 3; ; NaN; Infinity', [3]],
  ['', []],
])('%s is read as the numbers in it', (text, numbers) => {
  expect(numbersIn(text)).toEqual(numbers)
})

test('no more than twenty are taken', () => {
  expect(numbersIn('1 '.repeat(50))).toHaveLength(20)
})
