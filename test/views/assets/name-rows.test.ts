import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MORE, type Name, rowsOf } from '../../../views/assets/name-rows.js'

const ROW = 24
const names = (...from: number[]): Name[] => from.map((one) => ({ from: one, key: 28 }))
const room = (tall: number, width = 170) => ({ top: 0, bottom: tall, row: ROW, width })

test('a name stands beside its line, or below the one before it', () => {
  expect(rowsOf(names(0, 10, 100), room(200))).toEqual({
    left: 0,
    rows: [
      { at: 0, names: [0] },
      { at: 24, names: [1] },
      { at: 100, names: [2] },
    ],
  })
})

test('names at the end of a paragraph are pulled up into it', () => {
  expect(rowsOf(names(40, 60), room(72)).rows.map(({ at }) => at)).toEqual([24, 48])
})

test('where there is no room, the nearest share a row as keys', () => {
  expect(rowsOf(names(0, 90, 100), room(2 * ROW)).rows.map((row) => row.names)).toEqual([[0], [1, 2]])
})

test('six codings on one line are six keys, and what has no place is counted', () => {
  expect(rowsOf(names(0, 0, 0, 0, 0, 0), room(36))).toEqual({ left: 0, rows: [{ at: 0, names: [0, 1, 2, 3, 4, 5] }] })
  const many = rowsOf(names(...Array(15).fill(0)), room(36))
  expect(many.rows[0]!.names.length * 28 + MORE).toBeLessThanOrEqual(170)
  expect(many.rows[0]!.names.length + many.left).toBe(15)
})

test('whatever is coded: each name once or counted, in order, within the room, none over another', () => {
  const coded = fc.array(fc.record({ from: fc.integer({ min: 0, max: 300 }), key: fc.integer({ min: 26, max: 60 }) }), { maxLength: 40 })
  fc.assert(
    fc.property(coded, fc.integer({ min: 24, max: 400 }), fc.integer({ min: 90, max: 260 }), (unordered, tall, width) => {
      const ordered = [...unordered].sort((a, b) => a.from - b.from)
      const { rows, left } = rowsOf(ordered, room(tall, width))
      const placed = rows.flatMap((row) => row.names)
      expect(placed.length + left).toBe(ordered.length)
      expect(new Set(placed).size).toBe(placed.length)
      expect([...placed].sort((a, b) => a - b)).toEqual(placed)
      for (const [nth, { at, names: keys }] of rows.entries()) {
        expect(at).toBeGreaterThanOrEqual(0)
        expect(at + ROW).toBeLessThanOrEqual(Math.max(tall, ROW))
        if (nth > 0) expect(at - rows[nth - 1]!.at).toBeGreaterThanOrEqual(ROW)
        if (keys.length > 1) expect(keys.reduce((sum, key) => sum + ordered[key]!.key, 0)).toBeLessThanOrEqual(width)
      }
      if (ordered.length * ROW <= tall)
        expect(
          rows.every((row) => row.names.length === 1),
          'room for all is room for names',
        ).toBe(true)
    }),
  )
})
