import { sql } from 'kysely'
import { expect, test, vi } from 'vitest'
import { undo } from '../../src/services/undo.ts'
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
