import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { codePassage } from '../../src/services/code-passage.ts'
import { sayDone } from '../../src/services/independent-coding.ts'
import { openTestHouse, seedSmallStudy } from '../support/house.ts'
import { keepSecondCoder } from '../support/second-coder.ts'

const run = promisify(execFile)

test('the command itself: a row a code with its unit, coefficients and interval; a wrong wish is exit code 1', async () => {
  const { house, folder } = await openTestHouse()
  const { projectId, sourceId, sleepId, teamId } = await seedSmallStudy(
    house,
    'I was tired. So tired. We slept. It was cold.\nAnd then it was morning. We woke up. Nobody spoke.',
  )
  await keepSecondCoder(house, 'Bo')
  const code = (coderId: number, codeId: number, start: number, end: number) =>
    codePassage(house, { projectId, sourceId, coderId, codeIds: [codeId], selection: { start, end } })
  await code(1, sleepId, 0, 22)
  await code(2, sleepId, 0, 12)
  await code(2, teamId, 71, 82)
  await sayDone(house, { projectId, coderId: 1, sourceId, done: true })
  const utsaga = (...words: string[]) =>
    run(process.execPath, ['src/start.js', ...words, '--data', folder, '--json']).catch((error: { code: number; stderr: string }) => error)
  const asked = await utsaga('agreement', 'night-shift', '--coders', 'You,Bo', '--unit', 'sentence')
  const { rows, interval, ...head } = JSON.parse('stdout' in asked ? String(asked.stdout) : '') as { rows: Record<string, unknown>[]; interval: object }
  expect(head).toMatchObject({ coders: ['You', 'Bo'], unit: 'sentence', sources: 1 })
  expect(interval).toEqual({ level: 0.95, method: 'bootstrap', drawn: 'sentence', replicates: 1000, seed: 1960 })
  expect(rows.map((row) => row['code'])).toEqual([null, 'Fatigue', 'Fatigue > Sleep', 'Team'])
  for (const row of rows) expect(Object.keys(row)).toEqual(expect.arrayContaining(['code', 'unit', 'n', 'percent', 'kappa', 'alpha', 'ac1', 'interval']))
  // Seven sentences; both put Sleep on the first, one on the second too: 6 of 7 alike, chance 2/7 × 1/7 + 5/7 × 6/7.
  expect(rows[2]).toMatchObject({ unit: 'sentence', n: 7, percent: 85.714286, kappa: 0.588235 })
  expect(await utsaga('agreement', 'night-shift', '--coders', 'You,Nobody')).toMatchObject({ code: 1 })
}, 60_000)
