import { coefficientsOf } from '../../src/domain/agreement/coefficients.ts'

/** The coefficients of units as the values that each coder gave them; null where one gave none. `least`: values there are, if not all are given. */
export function ofUnits(units: readonly (readonly (number | null)[])[], least = 1) {
  const patterns = units.map((unit) => Int32Array.from(unit, (value) => value ?? -1))
  const values = Math.max(least, ...units.flat().map((value) => (value ?? 0) + 1))
  return coefficientsOf({ patterns, values, categories: values }, new Float64Array(units.length).fill(1))
}

/** Of two coders' table: `table[a][b]` units that one called a and the other b. */
export function ofTable(table: readonly (readonly number[])[]) {
  const cells = table.flatMap((row, a) => row.map((n, b) => ({ pattern: Int32Array.of(a, b), n })))
  return coefficientsOf(
    { patterns: cells.map(({ pattern }) => pattern), values: table.length, categories: table.length },
    Float64Array.from(cells, ({ n }) => n),
  )
}

/** Units as a coder a line has them: a sign a unit, `.` where there is none. Values are numbered from 0 as they are met. */
export function unitsOf(...coders: readonly string[]): (number | null)[][] {
  const known = [...new Set(coders.join('').replaceAll('.', ''))]
  return Array.from({ length: coders[0]!.length }, (_, unit) => coders.map((row) => (row[unit] === '.' ? null : known.indexOf(row[unit]!))))
}

/** Units as counts: how many coders chose each category. */
export function unitsOfCounts(rows: readonly (readonly number[])[]): number[][] {
  return rows.map((row) => row.flatMap((n, category) => new Array<number>(n).fill(category)))
}
