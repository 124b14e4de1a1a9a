import { expect, test } from 'vitest'
import { createDemo } from '../../src/services/create-demo.ts'
import { findAnswers } from '../../src/services/find-answers.ts'
import { listToCheck, readAnswerGrids } from '../../src/services/read-answers.ts'
import { openSharedPool, openTestHouse } from '../support/house.ts'

const pool = await openSharedPool()

test('the demo study has questions marked in every interview, and in the two that nobody has finished answers to look at', async () => {
  const { house } = await openTestHouse({ pool })
  await createDemo(house)
  const [grid] = await readAnswerGrids(house.read, 1)
  const madeBy = (name: string) => new Set(grid!.rows.map((row) => row.cells[grid!.cases.findIndex((one) => one.name === name)]!.madeBy))
  expect([madeBy('Hedåsa'), madeBy('Björkvalde'), madeBy('Lövhamn')]).toEqual([new Set(['person']), new Set(['rule']), new Set(['rule'])])
  const check = listToCheck(grid!)
  expect(check.length).toBeGreaterThan(3)
  expect([...new Set(check.map((one) => one.caseName))].sort()).toEqual(['Björkvalde', 'Lövhamn'])
  const marked = await house.read.selectFrom('source_span').select('source_id').distinct().where('kind', '=', 'question').execute()
  expect(marked.length).toBe(13)
  expect(await findAnswers(house, pool, { projectId: 1, coderId: 1 })).toMatchObject({ sources: 13, low: check.length, changed: false })
})
