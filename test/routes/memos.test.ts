import { expect, test } from 'vitest'
import { openTestHouse, seedSmallStudy } from '../support/house.ts'

async function open() {
  const test = await openTestHouse()
  const study = await seedSmallStudy(test.house)
  const base = '/projects/night-shift'
  await test.post(`${base}/sources/${study.sourceId}/codings`, { codeId: study.fatigueId, start: 2, end: 11 })
  const write = (kind: string, id: number, text: string) => test.post(`${base}/memos`, { kind, id, text })
  const page = async (query = '') => (await test.get(`${base}/memos${query}`)).text()
  return { ...test, ...study, base, write, page }
}

test('a memo is written on each thing, stands where that is and on the page of all, and is undone', async () => {
  const { write, page, get, post, base, sourceId, fatigueId, projectId } = await open()
  expect(await page()).toContain('are gathered here')
  expect(await (await write('coding', 1, 'Why <b>tired</b>?')).text()).toContain('Why &lt;b&gt;tired&lt;/b&gt;?')
  for (const [kind, id] of [
    ['source', sourceId],
    ['code', fatigueId],
    ['project', projectId],
  ] as const)
    expect((await write(kind, id, `on ${kind}`)).status).toBe(200)
  const all = await page()
  for (const words of ['Why &lt;b&gt;', 'on source', 'on code', 'on project', 'was tired', 'Nurse 01']) expect(all).toContain(words)
  expect(await (await get(`${base}/codings/1`)).text()).toContain('Why &lt;b&gt;')
  expect(await (await get(`${base}/codebook?code=${fatigueId}`)).text()).toContain('on code')
  expect(await page('?kind=code')).not.toContain('on source')
  expect(await page('?q=TIRED+why')).toContain('Why &lt;b&gt;')
  expect(await page('?q=nothing')).toContain('No memo fits')
  expect(await page('?coder=999')).toContain('No memo fits')
  await post(`${base}/undo`, {})
  expect(await page()).not.toContain('on project')
})

test('a memo is edited and removed, and has an address', async () => {
  const { write, get, post, base, page } = await open()
  await write('coding', 1, 'first thought')
  expect(await (await get(`${base}/memos/1`)).text()).toContain('first thought')
  expect(await (await post(`${base}/memos/1`, { text: 'second thought' })).text()).toContain('second thought')
  expect(await (await post(`${base}/memos/1/removal`, {})).text()).not.toContain('second thought')
  expect((await get(`${base}/memos/1`)).status).toBe(404)
  await post(`${base}/undo`, {})
  expect(await page()).toContain('second thought')
  expect((await get('/projects/elsewhere/memos/1')).status).toBe(404)
})

test('a coding takes its memos with it, and undo brings both back', async () => {
  const { write, post, base, house } = await open()
  await write('coding', 1, 'thought')
  await post(`${base}/codings/1/removal`, {})
  expect(await house.read.selectFrom('memo').selectAll().execute()).toEqual([])
  await post(`${base}/undo`, {})
  expect(await house.read.selectFrom('memo').select('target_id').execute()).toEqual([{ target_id: 1 }])
})

test.each([
  ['coding', 99, 'x', 404],
  ['code', 4, 'of another project', 404],
  ['finding', 1, 'x', 404],
  ['coding', 1, '  ', 422],
  ['planet', 1, 'x', 422],
])('%s %i %j is refused with %i', async (kind, id, text, status) => {
  const { write } = await open()
  expect((await write(kind, id, text)).status).toBe(status)
})
