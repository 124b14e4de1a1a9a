import fc from 'fast-check'
import { expect, test } from 'vitest'
import { treeOf } from '../../src/domain/code.ts'
import { type Matrix, type MatrixValue, matrixOfs, unitOf, valueAt } from '../../src/domain/matrix.ts'
import { parseFilter } from '../../src/domain/parse-filter.ts'
import { countCodebook } from '../../src/services/count-codes.ts'
import { readFrequencies } from '../../src/services/frequencies.ts'
import { readMatrix } from '../../src/services/matrix.ts'
import { cellFilter } from '../../src/services/matrix-filter.ts'
import { readQuotations } from '../../src/services/read-quotations.ts'
import { listCodes } from '../../src/storage/codes.ts'
import type { House } from '../../src/storage/open.ts'
import { openTestHouse } from '../support/house.ts'
import { casesWithin, falls, informantWords, isSaidIn, type Word } from '../support/naive-matrix.ts'
import { casesOf, type Rows, readRows, recount, rowsOf } from '../support/naive-recount.ts'
import { anyFilterText, anyStudy, keepStudy } from '../support/random-study.ts'

const side = fc.constantFrom('codes', 'themes', 'code:1', 'cases', 'attribute:region', 'attribute:size', 'sources', 'questions', 'coders', 'speakers')
const kind = (one: string) => (one === 'themes' || one.startsWith('code:') ? 'codes' : one)
// Two attributes more often than chance has them: their cells are of the cases in both.
const sides = fc.oneof(
  { weight: 5, arbitrary: fc.tuple(side, side).filter(([rows, columns]) => kind(rows) !== kind(columns)) },
  { weight: 1, arbitrary: fc.constant<[string, string]>(['attribute:region', 'attribute:size']) },
)
const value = fc.constantFrom<MatrixValue>('quotations', 'codings', 'cases', 'sources', 'words', 'share', 'binary')
const asked = anyStudy.chain((study) =>
  fc.record({
    study: fc.constant(study),
    wishes: fc.array(fc.record({ filter: anyFilterText(study.parents.length), sides, value }), { minLength: 4, maxLength: 4 }),
  }),
)
/** Conditions that chance seldom brings together with what they tell apart. */
const always = ['state:yes', '-state:no', '-region:North', 'region:South OR -case:*']
type Wish = { projectId: number; filter: string; rows: string; columns: string; value: MatrixValue }
type Found = ReturnType<typeof recount>
const distinct = (found: Found) => new Set(found.map(({ quotation }) => quotation.id)).size

test('every number of any matrix is that of a naive recount, and of the list that it opens', async () => {
  const { house } = await openTestHouse()
  await fc.assert(
    fc.asyncProperty(asked, async ({ study, wishes }) => {
      const { projectId } = await keepStudy(house, study)
      const rows = rowsOf(await readRows(house), projectId)
      for (const [at, { filter, sides, value }] of wishes.entries()) {
        const wish = { projectId, rows: sides[0], columns: sides[1], value }
        await countsRight(house, rows, { ...wish, filter })
        await countsRight(house, rows, { ...wish, filter: always[at]!, value: 'words' })
      }
    }),
    { numRuns: 20, endOnFailure: true },
  )
}, 120_000)

async function countsRight(house: House, rows: Rows, wish: Wish) {
  const found = recount(rows, wish.projectId, parseFilter(wish.filter))
  const list = await readQuotations(house.read, { projectId: wish.projectId, filter: wish.filter, size: 1000 })
  expect(list.total, wish.filter).toEqual({ quotations: distinct(found), codings: found.length })
  expect(list.quotations).toHaveLength(list.total.quotations)
  const matrix = await readMatrix(house.read, wish)
  const recounted = recountOf(rows, wish, matrix, found)
  const without = (side: 'rows' | 'columns') =>
    distinct(
      found.filter(
        ({ quotation }) => !found.some((one) => one.quotation.id === quotation.id && matrix[side].some((member) => falls(rows, wish[side], member, one))),
      ),
    )
  expect(matrix.outside, JSON.stringify(wish)).toEqual({ rows: without('rows'), columns: without('columns') })
  for (const row of [-1, ...matrix.rows.keys()])
    for (const column of [-1, ...matrix.columns.keys()]) {
      const place = { row, column }
      const { mine, counts, said } = recounted(place)
      const what = `${JSON.stringify(wish)} ${JSON.stringify(place)}`
      expect(valueAt(matrix, '', place), what).toBe(shown(wish.value, counts, said))
      if (row < 0 && column < 0) expect(matrix.total, what).toMatchObject(withoutWords(counts, wish.value))
      if (row < 0 !== column < 0) expect((row < 0 ? matrix.columns[column] : matrix.rows[row])!, what).toMatchObject(withoutWords(counts, wish.value))
      // Every place of a small matrix is opened, and of a large one every third.
      if ((row + column) % (matrix.rows.length * matrix.columns.length > 8 ? 3 : 1) === 0) await opensItsList(house, wish, matrix, place, distinct(mine))
    }
}

function shown(value: MatrixValue, counts: Counted, said: number): number {
  if (value === 'binary') return counts.quotations > 0 ? 1 : 0
  return value === 'share' ? (said === 0 ? 0 : counts.words / said) : counts[value]
}

type Counted = { quotations: number; codings: number; cases: number; sources: number; words: number }
function withoutWords({ words, ...counts }: Counted, value: MatrixValue): Partial<Counted> {
  return unitOf(value) === 'words' ? { ...counts, words } : counts
}

/** The codings at a place, and what they amount to. */
function recountOf(rows: Rows, wish: Wish, matrix: Matrix, found: Found) {
  const spoken = informantWords(rows, wish.projectId, parseFilter(wish.filter))
  const bounded = casesWithin(rows, wish.projectId, parseFilter(wish.filter))
  return ({ row, column }: { row: number; column: number }) => {
    const members = [
      ...(row < 0 ? [] : [{ side: wish.rows, member: matrix.rows[row]! }]),
      ...(column < 0 ? [] : [{ side: wish.columns, member: matrix.columns[column]! }]),
    ]
    const shared = members.map(({ member }) => member.caseIds).filter((ids) => ids !== null)
    const cases = bounded.filter((id) => shared.every((ids) => ids.includes(id)))
    const mine = found.filter(
      (one) => members.every(({ side, member }) => falls(rows, side, member, one)) && (shared.length < 2 || one.cases.some((id) => cases.includes(id))),
    )
    // Where both sides are of cases: said by one of those that are in both.
    const byBoth = (word: Word) => shared.length < 2 || casesOf(rows, word).some((id) => shared.every((ids) => ids.includes(id)))
    const here = spoken.filter((word) => members.every(({ side, member }) => isSaidIn(rows, side, member, word)) && byBoth(word))
    const quoted = here.filter((word) =>
      mine.some(
        ({ quotation: { source_id, start_offset, end_offset } }) =>
          word.source_id === source_id && start_offset <= word.start_offset && word.start_offset < end_offset,
      ),
    )
    const counts = {
      quotations: distinct(mine),
      codings: mine.length,
      cases: cases.filter((id) => mine.some((one) => one.cases.includes(id))).length,
      sources: new Set(mine.map(({ quotation }) => quotation.source_id)).size,
      words: quoted.length,
    }
    return { mine, counts, said: here.length }
  }
}

async function opensItsList(house: House, { projectId, filter }: Wish, matrix: Matrix, place: { row: number; column: number }, expected: number) {
  const row = place.row < 0 ? 'all' : matrix.rows[place.row]!.key
  const column = place.column < 0 ? 'all' : matrix.columns[place.column]!.key
  if (expected === 0) return
  const { total } = await readQuotations(house.read, { projectId, filter: cellFilter(matrix, filter, { row, column }) })
  expect(total.quotations).toBe(expected)
}

test('what is coded of a question within an answer is nobody’s: neither in the cell of who was asked, nor in its list', async () => {
  const { house } = await openTestHouse()
  const asked = { start: 10, end: 20 }
  const coding = { source: 0, code: 0, coder: 0, made: 'person' } as const
  const study: Parameters<typeof keepStudy>[1] = {
    ...{ parents: [null], sourceCases: [[0, 0]], regions: ['North'], sizes: [1], memos: [], findings: [], questions: [[]] },
    speakers: [{ source: 0, one: null, role: 'informant' }],
    turns: [{ place: { start: 0, end: 60 }, speaker: 0 }],
    holes: [{ source: 0, place: asked, kind: 'question' }],
    answers: [{ one: 0, question: 0, status: 'answered', place: { start: 0, end: 40 }, source: 0 }],
    codings: [
      { ...coding, place: asked },
      { ...coding, place: { start: 30, end: 40 } },
    ],
  }
  const { projectId } = await keepStudy(house, study)
  for (const columns of ['speakers', 'questions']) {
    const matrix = await readMatrix(house.read, { projectId, filter: '', rows: 'codes', columns })
    expect(matrix.columns[0]!.quotations, columns).toBe(1)
    await opensItsList(house, { projectId, filter: '', rows: 'codes', columns, value: 'quotations' }, matrix, { row: 0, column: 0 }, 1)
  }
})

test('totals agree with each other where the unit allows, and say when they do not', async () => {
  const { house } = await openTestHouse()
  await fc.assert(
    fc.asyncProperty(asked, async ({ study, wishes }) => {
      const { projectId } = await keepStudy(house, study)
      for (const { filter, sides, value } of wishes) {
        const wish = { projectId, filter, rows: sides[0], columns: sides[1] }
        const matrix = await readMatrix(house.read, { ...wish, value })
        const { rows, columns } = saidToAddUp(matrix)
        expect(matrix.addsUp, JSON.stringify(wish)).toEqual({ rows, columns })
        if (matrix.rows.length > 0 && matrix.rows.every(({ caseIds }) => caseIds) && value === 'cases') expect(matrix.addsUp.columns).toBe(true)
        if (value === 'codings' && sides[1] === 'coders') expect(matrix.addsUp.rows).toBe(true)
        for (const of of matrixOfs) sharesAgree(matrix, of)
        await turnsRound(house, { ...wish, value }, matrix)
      }
    }),
    { numRuns: 15, endOnFailure: true },
  )
}, 60_000)

const sum = (numbers: number[]) => numbers.reduce((all, n) => all + n, 0)

function saidToAddUp(matrix: Matrix): { rows: boolean; columns: boolean } {
  const unit = unitOf(matrix.value)
  const width = matrix.columns.length
  const cells = [...matrix.cells.counted]
  const row = (at: number) => sum(cells.slice(at * width, (at + 1) * width))
  const column = (at: number) => sum(cells.filter((_, cell) => cell % width === at))
  return {
    rows: matrix.rows.every((one, at) => one[unit] === row(at)) && sum(matrix.columns.map((one) => one[unit])) === matrix.total[unit],
    columns: matrix.columns.every((one, at) => one[unit] === column(at)) && sum(matrix.rows.map((one) => one[unit])) === matrix.total[unit],
  }
}

function sharesAgree(matrix: Matrix, of: (typeof matrixOfs)[number]): void {
  for (const row of matrix.rows.keys())
    for (const column of matrix.columns.keys()) {
      const value = valueAt(matrix, of, { row, column })
      if (matrix.value === 'share' || of !== '') expect(value).toBeGreaterThanOrEqual(0)
      if (matrix.value === 'share' || (of !== '' && matrix.value !== 'binary')) expect(value).toBeLessThanOrEqual(1)
    }
}

/** Rows and columns that change places count the same. */
async function turnsRound(house: House, wish: Wish, matrix: Matrix): Promise<void> {
  const other = await readMatrix(house.read, { ...wish, rows: wish.columns, columns: wish.rows })
  for (const row of [-1, ...matrix.rows.keys()])
    for (const column of [-1, ...matrix.columns.keys()]) expect(valueAt(other, '', { row: column, column: row })).toBe(valueAt(matrix, '', { row, column }))
  expect(other.total).toEqual(matrix.total)
}

test('the supervisor’s page, the codebook and the matrix say the same', async () => {
  const { house } = await openTestHouse()
  await fc.assert(
    fc.asyncProperty(asked, fc.constantFrom('attribute:region', 'attribute:size'), async ({ study, wishes }, columns) => {
      const { projectId } = await keepStudy(house, study)
      const { filter } = wishes[0]!
      const matrix = await readMatrix(house.read, { projectId, filter, rows: 'themes', columns, value: 'cases' })
      const quoted = await readMatrix(house.read, { projectId, filter, rows: 'themes', columns })
      const { themes } = await readFrequencies(house.read, { projectId, filter, split: columns })
      for (const [at, row] of matrix.rows.entries()) {
        const { whole, split } = themes.find(({ code }) => `${code.id}` === row.key)!
        expect(whole).toMatchObject({ cases: row.cases, base: row.base.of, casesInBase: row.base.within, quotations: row.quotations, codings: row.codings })
        for (const [column, part] of split.entries())
          expect(part).toMatchObject({
            cases: valueAt(matrix, '', { row: at, column }),
            quotations: valueAt(quoted, '', { row: at, column }),
          })
      }
      const all = await readMatrix(house.read, { projectId, filter: '', columns: 'cases' })
      const counts = await countCodebook(house.read, projectId, treeOf(await listCodes(house.read, projectId)))
      for (const row of all.rows) expect(counts.get(Number(row.key))?.quotations ?? 0).toBe(row.quotations)
    }),
    { numRuns: 10, endOnFailure: true },
  )
}, 60_000)
