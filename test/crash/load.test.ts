import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { corpusFolder } from '../bench/corpus.ts'
import { startServer } from '../support/server.ts'
import { wrongsIn } from './evidence.ts'
import { growth, underLoad } from './load.ts'

const MEGABYTE = 1_000_000

test('thirty seconds of load by four people at once leave a sound database and no growing memory', async () => {
  const into = mkdtempSync(join(tmpdir(), 'utsaga-load-'))
  onTestFinished(() => rmSync(into, { recursive: true, force: true }))
  const folder = await corpusFolder('small', into)
  const server = await startServer(folder)
  onTestFinished(() => server.stop())
  const load = await underLoad(server, folder, 30)
  expect(load.faults).toEqual([])
  expect(load.codings).toBeGreaterThan(20)
  expect(growth(load)).toBeLessThan(150 * MEGABYTE)
  await server.stop()
  expect(server.said()).toBe('')
  expect(wrongsIn(folder, { codings: [], drops: [] })).toEqual([])
}, 150_000)
