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
  ['finding', 1, 'x', 422],
  ['case', 9, 'x', 404],
  ['coding', 1, '  ', 422],
  ['planet', 1, 'x', 422],
])('%s %i %j is refused with %i', async (kind, id, text, status) => {
  const { write } = await open()
  expect((await write(kind, id, text)).status).toBe(status)
})

test('the page is narrowed by code with those below it, by source, and turned; and taken home the same', async () => {
  const { write, page, get, base, post, sourceId, fatigueId, sleepId, teamId } = await open()
  await write('coding', 1, 'first, on a coding')
  await write('code', sleepId, 'second, on a code below')
  await write('code', teamId, 'third, elsewhere')
  const narrowed = await page(`?code=${fatigueId}`)
  expect([narrowed.includes('first'), narrowed.includes('second'), narrowed.includes('third')]).toEqual([true, true, false])
  expect(await page(`?source=${sourceId}`)).not.toContain('second')
  const order = await page('?order=oldest')
  expect(order.indexOf('first, on')).toBeLessThan(order.indexOf('third'))
  const csv = await (await get(`${base}/exports/memos.csv?code=${fatigueId}&order=oldest`)).text()
  expect(csv.split('\r\n').map((line) => line.split(',')[0])).toEqual(['kind', 'coding', 'code', ''])
  expect(csv).toContain('I was tired'.slice(2))
  const bytes = new Uint8Array(await (await get(`${base}/exports/memos.docx?q=third`)).arrayBuffer())
  expect(bytes.length).toBeGreaterThan(500)
  const edited = await post(`${base}/memos/1`, { text: 'now fourth' }, { 'HX-Request': 'true', 'HX-Current-URL': `http://localhost${base}/memos?code=1` })
  expect(await edited.text()).toMatch(/hx-target="#memo-1"[\s\S]*now fourth[\s\S]*was tired/)
})

test('without a script a memo is written, and the page on which it was written is there again', async () => {
  const { post, base, fatigueId } = await open()
  const answer = await post(`${base}/memos`, { kind: 'code', id: fatigueId, text: 'x', back: `${base}/codebook?code=${fatigueId}` }, {})
  expect(answer.headers.get('Location')).toBe(`${base}/codebook?code=${fatigueId}`)
  const away = await post(`${base}/memos`, { kind: 'code', id: fatigueId, text: 'x', back: 'https://elsewhere.example' }, {})
  expect(away.headers.get('Location')).toBe(`${base}/memos`)
})
