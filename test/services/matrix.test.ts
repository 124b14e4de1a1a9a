import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseFilter } from '../../src/domain/parse-filter.ts'
import { readFrequencies } from '../../src/services/frequencies.ts'
import { type Matrix, readMatrix } from '../../src/services/matrix.ts'
import { cellFilter } from '../../src/services/matrix-filter.ts'
import { readQuotations } from '../../src/services/read-quotations.ts'
import type { House } from '../../src/storage/open.ts'
import { openTestHouse } from '../support/house.ts'
import { below, type Rows, readRows, recount, rowsOf } from '../support/naive-recount.ts'
import { anyFilterText, anyStudy, keepStudy } from '../support/random-study.ts'

const asked = anyStudy.chain((study) =>
  fc.record({
    study: fc.constant(study),
    filters: fc.array(anyFilterText(study.parents.length), { minLength: 3, maxLength: 3 }),
    columns: fc.constantFrom('cases', 'attribute:region', 'attribute:size'),
  }),
)
const distinct = (found: { quotation: any }[]) => new Set(found.map(({ quotation }) => quotation.id)).size

test('every number is that of a naive recount, and of the list that it opens', async () => {
  const { house } = await openTestHouse()
  await fc.assert(
    fc.asyncProperty(asked, async ({ study, filters, columns }) => {
      const { projectId } = await keepStudy(house, study)
      const rows = rowsOf(await readRows(house), projectId)
      for (const filter of ['-code:"Code 0"', 'code:"Code 1"', ...filters]) await countsRight(house, rows, projectId, filter, columns)
    }),
    { numRuns: 12 },
  )
})

async function countsRight(house: House, rows: Rows, projectId: number, filter: string, columns: string) {
  const found = recount(rows, projectId, parseFilter(filter))
  const list = await readQuotations(house.read, { projectId, filter, size: 1000 })
  expect(list.total, filter).toEqual({ quotations: distinct(found), codings: found.length })
  expect(list.quotations).toHaveLength(list.total.quotations)
  const matrix = await readMatrix(house.read, { projectId, filter, columns })
  expect(matrix.total).toMatchObject({ quotations: distinct(found), codings: found.length })
  for (const row of matrix.rows) {
    const mine = found.filter(({ coding }) => below(rows, row.code.id).includes(coding.code_id))
    expect(row).toMatchObject({ quotations: distinct(mine), codings: mine.length, sources: new Set(mine.map(({ quotation }) => quotation.source_id)).size })
    for (const [column, { caseIds }] of matrix.columns.entries()) {
      const here = mine.filter(({ cases }) => cases.some((id) => caseIds.includes(id)))
      expect(row.cells.quotations[column]).toBe(distinct(here))
      expect(row.cells.cases[column]).toBe(caseIds.filter((id) => here.some(({ cases }) => cases.includes(id))).length)
    }
  }
  await opensItsList(house, projectId, filter, matrix)
}

/** One cell, one row's total and one column's, by the filters that their links carry. */
async function opensItsList(house: House, projectId: number, filter: string, matrix: Matrix) {
  const listed = async (row: string, column: string) =>
    (await readQuotations(house.read, { projectId, filter: cellFilter(matrix, filter, { row, column }) })).total.quotations
  const [row] = matrix.rows.filter(({ quotations }) => quotations > 0)
  if (!row) return
  expect(await listed(`${row.code.id}`, 'all')).toBe(row.quotations)
  for (const [index, column] of matrix.columns.entries()) expect(await listed(`${row.code.id}`, column.key)).toBe(row.cells.quotations[index])
  for (const column of matrix.columns) expect(await listed('all', column.key)).toBe(column.quotations)
}

test('totals agree with each other', async () => {
  const { house } = await openTestHouse()
  await fc.assert(
    fc.asyncProperty(asked, async ({ study, filters, columns }) => {
      const { projectId } = await keepStudy(house, study)
      const filter = filters[0]!
      const matrix = await readMatrix(house.read, { projectId, filter, columns })
      const { themes } = await readFrequencies(house.read, { projectId, filter, split: columns === 'cases' ? '' : columns })
      expect(matrix.columns.reduce((sum, { cases }) => sum + cases, 0)).toBe(matrix.total.cases)
      for (const row of matrix.rows) {
        expect(row.cells.cases.reduce((sum, n) => sum + n, 0)).toBe(row.cases)
        expect(Math.max(0, ...row.cells.quotations)).toBeLessThanOrEqual(row.quotations)
        expect(row.casesInBase).toBeLessThanOrEqual(Math.min(row.cases, row.base))
        expect(row.base).toBeLessThanOrEqual(matrix.cases)
        const theme = themes.find(({ code }) => code.id === row.code.id)
        if (row.code.depth > 0) continue
        expect(theme!.whole).toMatchObject({ cases: row.cases, base: row.base, casesInBase: row.casesInBase, quotations: row.quotations, codings: row.codings })
        const { answered, unanswered, dont_know } = theme!.whole.standings
        if (theme!.basis === 'asked') expect(answered + unanswered + dont_know).toBe(theme!.whole.base)
        for (const [group, part] of theme!.split.entries())
          expect(part).toMatchObject({ cases: row.cells.cases[group], quotations: row.cells.quotations[group] })
      }
    }),
    { numRuns: 15 },
  )
})
