import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'vitest'
import { killInTheMiddle } from './kill.ts'

/** Ten kills in two houses at a time; `npm run soak` does fifty. */
for (const seed of [1, 2])
  test.concurrent(`what was answered with success is there after five kills, and nothing half done (house ${seed})`, async ({ expect, onTestFinished }) => {
    const folder = mkdtempSync(join(tmpdir(), 'utsaga-crash-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const outcome = await killInTheMiddle(folder, 5, seed)
    expect(outcome.wrongs).toEqual([])
    expect(outcome.codings).toBeGreaterThan(5)
    expect(outcome.drops).toBeGreaterThan(0)
  }, 150_000)
