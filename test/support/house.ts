import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, onTestFinished } from 'vitest'
import { createApp } from '../../src/app.ts'
import { perform } from '../../src/storage/ledger.ts'
import { type House, openHouse } from '../../src/storage/open.ts'
import { keepVersion } from '../../src/storage/source-versions.ts'
import type { Access } from '../../src/web/env.ts'
import { openPool, type Pool } from '../../src/workers/pool.ts'
import { openSearcher } from '../../src/workers/searcher.ts'

/** Threads for all tests of a file, for jobs that read no database: a thread takes a second to begin. */
export async function openSharedPool(): Promise<Pool> {
  const folder = mkdtempSync(join(tmpdir(), 'utsaga-pool-'))
  const house = await openHouse(join(folder, 'utsaga.sqlite'))
  await house.close()
  const pool = openPool(house.file, 1)
  afterAll(async () => {
    await pool.close()
    rmSync(folder, { recursive: true, force: true })
  })
  return pool
}

/** A fresh house in a folder of its own, gone when the test is. */
export async function openTestHouse(shared: { pool?: Pool; access?: Access } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'utsaga-'))
  const house = await openHouse(join(folder, 'utsaga.sqlite'))
  const pool = shared.pool ?? openPool(house.file, 1)
  const searcher = openSearcher(house.file)
  const app = createApp({ house, pool, searcher, access: shared.access ?? { accounts: false } })
  onTestFinished(async () => {
    await searcher.close()
    if (!shared.pool) await pool.close()
    await house.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const post = (path: string, fields: Record<string, string | number>, headers: Record<string, string> = { 'HX-Request': 'true' }) =>
    app.request(path, {
      method: 'POST',
      headers: { 'Sec-Fetch-Site': 'same-origin', 'Accept-Language': 'en', ...headers },
      body: new URLSearchParams(Object.entries(fields).map(([name, value]): [string, string] => [name, `${value}`])),
    })
  const get = (path: string, headers: Record<string, string> = {}) => app.request(path, { headers: { 'Accept-Language': 'en', ...headers } })
  return { folder, house, pool, searcher, app, post, get }
}

/** A project `night-shift` with one source, two themes (the first with a code below) and a project `elsewhere` with a code of its own. */
export async function seedSmallStudy(house: House, text = 'I was tired 😴, <b>so</b> tired.\nAnd then it was morning.') {
  const at = '2026-01-05T09:00:00.000Z'
  const { result } = await perform(house.write, { projectId: null, actorId: 1, kind: 'create-project' }, async (ledger) => {
    const project = (slug: string) => ledger.insert('project', { guid: crypto.randomUUID(), slug, name: slug, language: 'en', made_at: at })
    const code = (project_id: number, label: string, position: number, parent_id: number | null = null) =>
      ledger.insert('code', { guid: crypto.randomUUID(), project_id, parent_id, label, position, color: null, made_at: at, retired_at: null })
    const projectId = await project('night-shift')
    const elsewhereId = await project('elsewhere')
    const guid = crypto.randomUUID()
    const versionId = await keepVersion(ledger.trx, { sourceGuid: guid, number: 1, text, actId: ledger.actId })
    const sourceId = await ledger.insert('source', {
      guid,
      project_id: projectId,
      title: 'Nurse 01',
      kind: 'interview',
      language: 'en',
      position: 1,
      version_id: versionId,
      original_id: null,
      original_name: null,
      made_at: at,
    })
    const fatigueId = await code(projectId, 'Fatigue', 1)
    const sleepId = await code(projectId, 'Sleep', 1, fatigueId)
    const teamId = await code(projectId, 'Team', 2)
    const foreignId = await code(elsewhereId, 'Foreign', 1)
    return { projectId, elsewhereId, sourceId, fatigueId, sleepId, teamId, foreignId }
  })
  return result
}
