import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Arrangement, arrange } from '../../src/domain/arrange-matrix.ts'
import { roundBetween } from '../../src/domain/case-groups.ts'
import { addsUp, type Matrix, type MatrixMember } from '../../src/domain/matrix.ts'
import { windowOf } from '../../src/domain/matrix-window.ts'

const plain: Arrangement = { of: '', sort: '', sortColumns: '', pinRows: [], pinColumns: [], hideEmpty: false }
const member = (key: string, more: Partial<MatrixMember> = {}): MatrixMember => ({
  key,
  label: `Name ${key}`,
  detail: '',
  code: null,
  caseIds: null,
  filter: '',
  quotations: 1,
  codings: 1,
  cases: 1,
  sources: 1,
  words: 0,
  base: { basis: 'source', of: 1, within: 1, waiting: 0 },
  said: 0,
  ...more,
})
const code = (id: number, parentId: number | null, retired = false) => ({
  id,
  key: `${id}`,
  tone: 1,
  depth: parentId ? 1 : 0,
  path: '',
  retired,
  parentId,
  themeId: parentId ?? id,
})

/** Themes 1 and 2; 3 and 4 are codes of 1. Two columns. */
function study(): Matrix {
  const rows = [
    member('1', { code: code(1, null), quotations: 5 }),
    member('3', { code: code(3, 1), quotations: 1 }),
    member('4', { code: code(4, 1), quotations: 4 }),
    member('2', { code: code(2, null), quotations: 9 }),
    member('5', { code: code(5, null, true), quotations: 0, codings: 0 }),
  ]
  const columns = [member('7', { quotations: 6 }), member('8', { quotations: 0 })]
  const cells = { quotations: Uint32Array.from([5, 0, 1, 0, 4, 0, 9, 0, 0, 0]), counted: Uint32Array.from([5, 0, 1, 0, 4, 0, 9, 0, 0, 0]) }
  const counted = { value: 'quotations' as const, rows, columns, cells: { ...cells, said: new Uint32Array(), states: new Uint8Array(10) } }
  const matrix = {
    ...counted,
    total: { quotations: 14, codings: 14, cases: 1, sources: 1, words: 0, said: 0 },
    outside: { rows: 0, columns: 0 },
    cases: 1,
    withSource: 1,
  }
  return { ...matrix, addsUp: addsUp(matrix) }
}
const keys = (matrix: Matrix, order: readonly number[]) => order.map((at) => matrix.rows[at]!.key)

test('codes are sorted under what they stand under; a retired code with nothing stands nowhere', () => {
  const matrix = study()
  expect(keys(matrix, arrange(matrix, plain).rows)).toEqual(['1', '3', '4', '2'])
  expect(keys(matrix, arrange(matrix, { ...plain, sort: '7' }).rows)).toEqual(['2', '1', '4', '3'])
  expect(keys(matrix, arrange(matrix, { ...plain, sort: '-7' }).rows)).toEqual(['1', '3', '4', '2'])
  expect(keys(matrix, arrange(matrix, { ...plain, sort: '-name' }).rows)).toEqual(['2', '1', '4', '3'])
  expect(keys(matrix, arrange(matrix, { ...plain, sort: 'nothing' }).rows)).toEqual(['1', '3', '4', '2'])
})

test('what is pinned stands first, what is empty can be hidden, and a theme can be alone', () => {
  const matrix = study()
  const pinned = arrange(matrix, { ...plain, pinRows: ['4', 'gone'], pinColumns: ['8'] })
  expect(keys(matrix, pinned.rows)).toEqual(['4', '1', '3', '2'])
  expect([pinned.pinnedRows, pinned.columns, pinned.pinnedColumns]).toEqual([1, [1, 0], 1])
  expect(arrange(matrix, { ...plain, hideEmpty: true }).columns).toEqual([0])
  expect(keys(matrix, arrange(matrix, { ...plain, theme: 1 }).rows)).toEqual(['1', '3', '4'])
})

test('a window is always within the table, holds what is pinned, and the cell that is asked for', () => {
  const side = fc.tuple(fc.integer({ min: 1, max: 400 }), fc.nat(3))
  fc.assert(
    fc.property(side, side, fc.nat(500), fc.nat(500), fc.boolean(), ([rows, pinnedRows], [columns, pinnedColumns], top, left, around) => {
      const numbers = (n: number) => Array.from({ length: n }, (_, at) => at)
      const arranged = {
        rows: numbers(rows),
        columns: numbers(columns),
        pinnedRows: Math.min(rows, pinnedRows),
        pinnedColumns: Math.min(columns, pinnedColumns),
      }
      const cell = { row: top % rows, column: left % columns }
      const window = around ? windowOf(arranged, {}, cell) : windowOf(arranged, { top, left })
      for (const [places, all, pinned] of [
        [window.rows, rows, arranged.pinnedRows],
        [window.columns, columns, arranged.pinnedColumns],
      ] as const) {
        expect(new Set(places).size).toBe(places.length)
        expect(places.slice(0, pinned)).toEqual(numbers(pinned))
        expect(Math.max(...places)).toBeLessThan(all)
      }
      if (rows * columns <= 3000) expect([window.rows.length, window.columns.length]).toEqual([rows, columns])
      if (around) expect([window.rows.includes(cell.row), window.columns.includes(cell.column)]).toEqual([true, true])
    }),
  )
})

test('an edge between two groups of numbers is round, and parts them as they were', () => {
  expect([roundBetween(9870, 10460), roundBetween(13350, 15120), roundBetween(3, 4), roundBetween(-5, 2), roundBetween(0.11, 0.19)]).toEqual([
    10000, 15000, 4, 0, 0.15,
  ])
  const number = fc.double({ min: -1e6, max: 1e6, noNaN: true })
  fc.assert(
    fc.property(number, number, (a, b) => {
      fc.pre(a !== b)
      const [low, high] = [Math.min(a, b), Math.max(a, b)]
      const edge = roundBetween(low, high)
      expect(edge).toBeGreaterThan(low)
      expect(edge).toBeLessThanOrEqual(high)
    }),
  )
})
