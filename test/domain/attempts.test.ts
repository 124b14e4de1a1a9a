import { expect, test } from 'vitest'
import { Attempts } from '../../src/domain/attempts.ts'

const MINUTE = 60_000

test('so many tries are let through within a time, and the wait is what is left of it', () => {
  const tries = new Attempts({ most: 3, milliseconds: 15 * MINUTE })
  expect([0, 1, 2].map((minute) => tries.count('a', minute * MINUTE))).toEqual([0, 0, 0])
  expect(tries.count('a', 5 * MINUTE)).toBe(10 * MINUTE)
  expect(tries.count('b', 5 * MINUTE)).toBe(0)
  expect(tries.count('a', 15 * MINUTE)).toBe(0)
})

test('who goes on after each wait waits twice as long, up to the longest; who leaves it be as long again begins anew', () => {
  const tries = new Attempts({ most: 1, milliseconds: 15 * MINUTE, longest: 50 * MINUTE })
  const waits: number[] = []
  let now = 0
  for (let nth = 0; nth < 4; nth++) {
    expect(tries.count('a', now)).toBe(0)
    const wait = tries.count('a', now)
    waits.push(wait / MINUTE)
    now += wait
  }
  expect(waits).toEqual([15, 30, 50, 50])
  now += 50 * MINUTE
  tries.count('a', now)
  expect(tries.count('a', now)).toBe(15 * MINUTE)
})

test('a clock that goes backwards begins anew, what is forgiven is forgotten, and no more keys are kept than there is room for', () => {
  const tries = new Attempts({ most: 1, milliseconds: MINUTE })
  tries.count('a', 100)
  expect(tries.count('a', 50)).toBe(0)
  tries.forgive('a')
  expect(tries.count('a', 60)).toBe(0)
  for (let nth = 0; nth < 10_100; nth++) tries.count(`${nth}`, 100)
  expect(tries.size).toBe(10_000)
})
