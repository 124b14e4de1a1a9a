import { describe, expect, test } from 'vitest'
import { openTestHouse, seedSmallStudy } from '../support/house.ts'

async function open() {
  const test = await openTestHouse()
  const study = await seedSmallStudy(test.house)
  const path = `/projects/night-shift/sources/${study.sourceId}`
  return { ...test, ...study, path, code: (fields: Record<string, string | number>) => test.post(`${path}/codings`, fields) }
}

test('codes a passage and answers with the touched paragraph alone', async () => {
  const { code, fatigueId } = await open()
  const res = await code({ codeId: fatigueId, start: 5, end: 12 })
  expect(res.status).toBe(201)
  const html = await res.text()
  expect(html).toContain('>tired</mark>')
  expect(html).toContain('hx-target="#st-1"')
  expect(html).not.toContain('hx-target="#st-2"')
  expect(html).toContain('Coded with 1 Fatigue')
})

test('an address that htmx could not say does not hide what was done', async () => {
  const { app, path, fatigueId } = await open()
  const headers = { 'Sec-Fetch-Site': 'same-origin', 'HX-Request': 'true', 'HX-Current-URL': 'no address' }
  const body = new URLSearchParams({ codeId: `${fatigueId}`, start: '5', end: '12' })
  expect((await app.request(`${path}/codings`, { method: 'POST', headers, body })).status).toBe(201)
})

test('escapes what the participant said', async () => {
  const { code, fatigueId } = await open()
  expect(await (await code({ codeId: fatigueId, start: 16, end: 25 })).text()).toContain('&lt;b&gt;so&lt;/b&gt;')
})

describe('refuses in one sentence, and keeps nothing', () => {
  test.each([
    ['blank', (s: Study) => ({ codeId: s.fatigueId, start: 1, end: 2 }), 422, 'Select some words'],
    ['outside', (s: Study) => ({ codeId: s.fatigueId, start: 0, end: 999 }), 422, 'outside the text'],
    ['backwards', (s: Study) => ({ codeId: s.fatigueId, start: 9, end: 3 }), 422, 'Select some words'],
    ['a code of another project', (s: Study) => ({ codeId: s.foreignId, start: 0, end: 5 }), 404, 'not in the codebook'],
    ['no such code', (_: Study) => ({ codeId: 999, start: 0, end: 5 }), 404, 'not in the codebook'],
    ['not a number', (_: Study) => ({ codeId: 'x', start: 0, end: 5 }), 422, 'malformed'],
  ])('%s', async (_, fields, status, words) => {
    const { house, code, ...study } = await open()
    const res = await code(fields(study))
    expect(res.status).toBe(status)
    expect(res.headers.get('HX-Retarget')).toBe('#notices')
    expect(await res.text()).toContain(words)
    expect(await house.read.selectFrom('coding').selectAll().execute()).toEqual([])
    expect(await house.read.selectFrom('quotation').selectAll().execute()).toEqual([])
    expect((await house.read.selectFrom('act').selectAll().execute()).length).toBe(1)
  })
})
type Study = Awaited<ReturnType<typeof seedSmallStudy>>

test('coding the same passage twice is a conflict, not a duplicate', async () => {
  const { house, code, fatigueId } = await open()
  await code({ codeId: fatigueId, start: 5, end: 12 })
  expect((await code({ codeId: fatigueId, start: 6, end: 11 })).status).toBe(409)
  expect(await house.read.selectFrom('coding').selectAll().execute()).toHaveLength(1)
})

test('two codes on the same words are one quotation and two codings, in one act', async () => {
  const { house, app, path, fatigueId, teamId } = await open()
  const body = new URLSearchParams([
    ['codeId', `${fatigueId}`],
    ['codeId', `${teamId}`],
    ['start', '0'],
    ['end', '5'],
  ])
  const res = await app.request(`${path}/codings`, { method: 'POST', headers: { 'Sec-Fetch-Site': 'same-origin' }, body })
  expect(res.status).toBe(303)
  expect(await house.read.selectFrom('quotation').selectAll().execute()).toHaveLength(1)
  expect(await house.read.selectFrom('coding').selectAll().execute()).toHaveLength(2)
})

test('without JavaScript the form of a paragraph codes a sentence, and comes back to it', async () => {
  const { post, get, path, fatigueId } = await open()
  const page = await (await get(`${path}/paragraphs/2`)).text()
  const extent = /name="extent" value="(\d+-\d+)"/.exec(page)![1]!
  const res = await post(`${path}/codings`, { codeId: fatigueId, start: 0, end: 0, extent }, {})
  expect(res.status).toBe(303)
  expect(res.headers.get('Location')).toBe(`${path}#st-2`)
  expect(await (await get(path)).text()).toContain('>And then it was morning.</mark>')
})

test('undo and redo answer with the paragraph; removing takes the quotation with its last coding', async () => {
  const { house, code, post, path, fatigueId, sleepId } = await open()
  const here = { 'HX-Request': 'true', 'HX-Current-URL': `http://localhost${path}` }
  await code({ codeId: fatigueId, start: 6, end: 11 })
  const undone = await (await post('/projects/night-shift/undo', {}, here)).text()
  expect(undone).toContain('hx-target="#st-1"')
  expect(undone).not.toContain('</mark>')
  expect(await (await post('/projects/night-shift/redo', {}, here)).text()).toContain('>tired</mark>')
  const coding = await house.read.selectFrom('coding').selectAll().executeTakeFirstOrThrow()
  expect(await (await post(`/projects/night-shift/codings/${coding.id}/code`, { codeId: sleepId })).text()).toContain('Recoded as 1.1 Sleep')
  expect(await (await post(`/projects/night-shift/codings/${coding.id}/removal`, {})).text()).toContain('Removed 1.1 Sleep')
  expect(await house.read.selectFrom('quotation').selectAll().execute()).toEqual([])
  expect((await post(`/projects/night-shift/codings/${coding.id}/removal`, {})).status).toBe(404)
  expect((await post(`/projects/elsewhere/codings/${coding.id}/removal`, {})).status).toBe(404)
})
