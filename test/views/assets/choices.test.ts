import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Choice, scoreOf } from '../../../views/assets/choices.js'

const choice = (label: string, path = '', key = '4.2', definition = '') =>
  ({ label, path, key, digits: key.replaceAll('.', ''), definition, words: label.split(/[^\p{L}\p{N}]+/u) }) as Choice

test('a code is found by what stands first, by any part, and by a letter wrong', () => {
  const office = choice('lokaler som redan finns', 'efterfrågan > lokaler', '4.2', 'rum som står tomma')
  const order = ['lokal', 'redan', 'aler som', 'efterfr finns', 'efterfr', 'tomma', 'lokla', 'lkaler', 'lrf'].map((typed) => scoreOf(office, typed))
  expect(order.every((score) => score > 0)).toBe(true)
  expect(order).toEqual(order.toSorted((a, b) => b - a))
  expect(scoreOf(office, 'hyra')).toBe(0)
})

test('digits go down the tree, and a point tells 1.12 from 11.2', () => {
  expect(scoreOf(choice('a', '', '4.2.1'), '42')).toBeGreaterThan(0)
  expect(scoreOf(choice('a', '', '4.2'), '42')).toBeGreaterThan(scoreOf(choice('a', '', '4.2.1'), '42'))
  expect(scoreOf(choice('a', '', '1.12'), '1.12')).toBe(1000)
  expect(scoreOf(choice('a', '', '11.2'), '1.12')).toBe(0)
  expect(scoreOf(choice('a', '', '1.12'), '1.1')).toBe(0)
})

test('one letter changed, left out, put in or changed about is still found', () => {
  const word = fc.string({ unit: fc.constantFrom(...'abcdefghijklmnoprstuvåäö'), minLength: 5, maxLength: 12 })
  fc.assert(
    fc.property(word, fc.nat(), fc.constantFrom('x', 'z'), fc.constantFrom('change', 'leave', 'put', 'swap'), (label, n, letter, how) => {
      const at = 1 + (n % (label.length - 2))
      const rest = {
        change: letter + label.slice(at + 1),
        leave: label.slice(at + 1),
        put: letter + label.slice(at),
        swap: label[at + 1]! + label[at]! + label.slice(at + 2),
      }[how]
      expect(scoreOf(choice(label), label.slice(0, at) + rest)).toBeGreaterThan(0)
    }),
  )
})
