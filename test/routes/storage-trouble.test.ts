import { closeSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import { sql } from 'kysely'
import { expect, onTestFinished, test, vi } from 'vitest'
import { createApp } from '../../src/app.ts'
import { undo } from '../../src/services/undo.ts'
import { backUp, putBack } from '../../src/storage/backup.ts'
import { checkDatabase } from '../../src/storage/check-database.ts'
import { openHouse } from '../../src/storage/open.ts'
import { openPool } from '../../src/workers/pool.ts'
import { openSearcher } from '../../src/workers/searcher.ts'
import { openTestHouse, seedSmallStudy } from '../support/house.ts'

const base = '/projects/night-shift'

async function study() {
  const tools = await openTestHouse()
  const ids = await seedSmallStudy(tools.house)
  const make = (label: string) => tools.post(`${base}/codes`, { label, parentId: '' })
  const count = async (table: 'act' | 'code') => (await tools.house.read.selectFrom(table).selectAll().execute()).length
  return { ...tools, ...ids, make, count }
}

test('a full disk is said, nothing is half done, and work goes on when there is room', async () => {
  const { house, make, count, get } = await study()
  const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(house.write)
  await sql.raw(`pragma max_page_count = ${rows[0]!.page_count}`).execute(house.write)
  const before = [await count('act'), await count('code')]
  let refused: Response | undefined
  for (let n = 0; n < 400 && !refused; n++) {
    const answer = await make(`Code ${n} ${'x'.repeat(150)}`)
    if (answer.status !== 200) refused = answer
  }
  expect(refused?.status).toBe(507)
  expect(await refused!.text()).toContain('The disk is full, and nothing was saved.')
  const acts = await house.read.selectFrom('act').select('id').where('id', 'not in', house.read.selectFrom('change').select('act_id')).execute()
  expect(acts).toEqual([])
  expect((await count('act')) - before[0]!).toBe((await count('code')) - before[1]!)
  expect((await get(`${base}/codebook`)).status).toBe(200)
  await sql.raw('pragma max_page_count = 1000000').execute(house.write)
  expect((await make('After')).status).toBe(200)
})

test('a folder that can’t be written in is said, and pages are read as before', async () => {
  const { house, make, get } = await study()
  await sql`pragma query_only = on`.execute(house.write)
  const answer = await make('Never')
  expect(answer.status).toBe(507)
  expect(await answer.text()).toContain('can’t be written in')
  expect((await get(base)).status).toBe(200)
})

test('a damaged file is said on the pages that meet it and in acts, others are read as before, and a backup put in its place holds all', async () => {
  const { house, folder, make } = await study()
  await make('Kept')
  backUp(house.file, join(folder, 'copy.sqlite'))
  await house.close()
  damageTable(house.file, 'code')
  const damaged = await openHouse(house.file)
  const deps = { pool: openPool(house.file, 1), searcher: openSearcher(house.file) }
  const app = createApp({ house: damaged, ...deps })
  const get = (path: string) => app.request(path, { headers: { 'Accept-Language': 'en' } })
  const body = new URLSearchParams({ label: 'Never', parentId: '' })
  const act = await app.request(`${base}/codes`, { method: 'POST', headers: { 'Sec-Fetch-Site': 'same-origin', 'Accept-Language': 'sv' }, body })
  for (const [answer, sentence] of [
    [await get(`${base}/codebook`), 'The database is damaged'],
    [act, 'Databasen är skadad'],
  ] as const) {
    expect(answer.status).toBe(507)
    expect(await answer.text()).toContain(sentence)
  }
  expect((await get('/settings')).status).toBe(200)
  expect(() => checkDatabase(house.file)).toThrow('malformed')
  await Promise.all([deps.pool.close(), deps.searcher.close(), damaged.close()])
  await putBack(join(folder, 'copy.sqlite'), house.file, join(folder, 'aside.sqlite'))
  const restored = await openHouse(house.file)
  onTestFinished(() => restored.close())
  expect(await restored.read.selectFrom('code').select('id').where('label', '=', 'Kept').execute()).toHaveLength(1)
})

/** What lies on the first page of a table becomes rubbish, as a bad disk leaves it. */
function damageTable(file: string, table: string): void {
  const sqlite = new SQLite(file)
  sqlite.pragma('wal_checkpoint(TRUNCATE)')
  const size = sqlite.pragma('page_size', { simple: true }) as number
  const { rootpage } = sqlite.prepare('select rootpage from sqlite_master where name = ?').get(table) as { rootpage: number }
  sqlite.close()
  const opened = openSync(file, 'r+')
  writeSync(opened, Buffer.alloc(size, 0xfe), 0, size, (rootpage - 1) * size)
  closeSync(opened)
}

test('a clock that goes backwards changes neither the order of the history nor what is undone', async () => {
  const { make, house, projectId, get } = await study()
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2027-05-01T12:00:00Z') })
  try {
    await make('First')
    vi.setSystemTime(new Date('2020-01-01T00:00:00Z'))
    await make('Second')
    expect((await undo(house, { projectId, actorId: 1 })).about.label).toBe('Second')
    const page = await (await get(`${base}/history`)).text()
    const listed = page.slice(page.indexOf('class="history"'))
    expect(listed.indexOf('Second')).toBeGreaterThan(0)
    expect(listed.indexOf('Second')).toBeLessThan(listed.indexOf('First'))
  } finally {
    vi.useRealTimers()
  }
})
