import { expect, test } from 'vitest'
import { codePassage } from '../../src/services/code-passage.ts'
import { undo } from '../../src/services/undo.ts'
import { listCodes } from '../../src/storage/codes.ts'
import { listProjects } from '../../src/storage/projects.ts'
import { findSource } from '../../src/storage/sources.ts'
import { openTestHouse, seedSmallStudy } from '../support/house.ts'

const base = '/projects/night-shift'
const SCRIPT = '<script>alert(1)</script>'
const form = { name: 'Ålands öar', language: 'sv', codebook: 'five-themes', file: '' }

test('a project begins with five themes, none, or a file; its slug is free', async () => {
  const { post, house } = await openTestHouse()
  const slugs = []
  for (const wish of [form, { ...form, codebook: 'empty' }, { ...form, name: 'Demo', codebook: 'empty' }, { ...form, name: '日本', codebook: 'empty' }])
    slugs.push((await post('/projects', wish, {})).headers.get('Location'))
  expect(slugs).toEqual(['/projects/alands-oar', '/projects/alands-oar-2', '/projects/demo-2', '/projects/project'])
  const [first, second] = await listProjects(house.read)
  const themes = await listCodes(house.read, first!.id)
  expect(themes).toHaveLength(5)
  expect(themes.every((code) => code.parentId === null && code.definition && code.whenToUse && code.whenNot)).toBe(true)
  expect(await listCodes(house.read, second!.id)).toEqual([])
})

test('a project from a file that is wrong says the row, and nothing is kept', async () => {
  const { app, house } = await openTestHouse()
  const body = new FormData()
  for (const [name, value] of Object.entries({ ...form, codebook: 'file' })) body.set(name, value)
  body.set('file', new File(['code,color\nx,1\ny,blue'], 'x.csv'))
  const res = await app.request('/projects', { method: 'POST', headers: { 'Sec-Fetch-Site': 'same-origin', 'Accept-Language': 'en' }, body })
  expect([res.status, await res.text()]).toEqual([422, expect.stringContaining('Row 3')])
  expect(await listProjects(house.read)).toEqual([])
})

test('a file that was chosen beside another way to begin is refused, never let lie without a word', async () => {
  const { app, house } = await openTestHouse()
  for (const codebook of ['five-themes', 'empty']) {
    const body = new FormData()
    for (const [name, value] of Object.entries({ ...form, codebook })) body.set(name, value)
    body.set('file', new File(['code\nHarbour'], 'codes.csv'))
    const res = await app.request('/projects', { method: 'POST', headers: { 'Sec-Fetch-Site': 'same-origin', 'Accept-Language': 'en' }, body })
    expect([res.status, await res.text()]).toEqual([422, expect.stringContaining('You chose a file')])
  }
  expect(await listProjects(house.read)).toEqual([])
})

test.each([
  [{ ...form, name: 'x'.repeat(10_000) }, 422],
  [{ ...form, name: ' ' }, 422],
  [{ ...form, language: 'xx' }, 422],
  [{ ...form, codebook: 'file' }, 422],
])('a project that can not be made', async (wish, status) => {
  const { post, house } = await openTestHouse()
  expect((await post('/projects', wish)).status).toBe(status)
  expect(await listProjects(house.read)).toEqual([])
})

test('a name with script is shown as text on every page', async () => {
  const { post, get } = await openTestHouse()
  const where = (await post('/projects', { ...form, name: SCRIPT }, {})).headers.get('Location')!
  await post(where, { name: SCRIPT, question: SCRIPT }, {})
  for (const path of ['/', where, `${where}/sources`, `${where}/codebook`, `${where}/cases`, `${where}/history`, '/history', '/settings'])
    expect(await (await get(path)).text(), path).not.toContain('<script>alert')
})

test('an empty study shows three steps; one with a source how far it has come', async () => {
  const { get, post, house } = await openTestHouse()
  const { projectId, sourceId, fatigueId } = await seedSmallStudy(house)
  await post('/projects', { ...form, name: 'Empty', codebook: 'empty' })
  expect(await (await get('/projects/empty')).text()).toContain('Three steps')
  expect(await (await get(base)).text()).toMatch(/0 of 1<\/a> sources are done.*0 of 2 paragraphs are coded/s)
  await codePassage(house, { projectId, sourceId, codeIds: [fatigueId], coderId: 1, selection: { start: 0, end: 5 } })
  const home = await (await get(base)).text()
  expect(home).toMatch(/1 of 2 paragraphs are coded.*You made 1 coding/s)
  expect(home).toContain('Go on in Nurse 01, paragraph 1')
  expect(home).toMatch(/You coded a quotation in <a[^>]*>Nurse 01<\/a> with <a[^>]*>Fatigue/)
  await undo(house, { projectId, actorId: 1 })
  expect(await (await get(base)).text()).toContain('0 of 2 paragraphs are coded')
})

test('a source is renamed, linked to a case, removed with its codings, and all of it undone', async () => {
  const { post, get, house } = await openTestHouse()
  const { projectId, sourceId, fatigueId } = await seedSmallStudy(house)
  await codePassage(house, { projectId, sourceId, codeIds: [fatigueId], coderId: 1, selection: { start: 0, end: 5 } })
  const at = `${base}/sources/${sourceId}`
  await post(`${at}/title`, { title: SCRIPT })
  await post(`${at}/cases`, { caseName: 'Ward 3' })
  expect(await (await get(`${base}/sources?sort=name`)).text()).toMatch(/&lt;script&gt;.*Ward 3/s)
  expect(await (await get(`${at}/text`)).text()).toContain('I was tired 😴, <b>so</b> tired.')
  await post(`${at}/removal`, {})
  expect(await findSource(house.read, projectId, sourceId)).toBeUndefined()
  expect(await (await get(`${base}/history`)).text()).toContain('removed the source')
  for (let i = 0; i < 4; i++) await undo(house, { projectId, actorId: 1 })
  expect(await findSource(house.read, projectId, sourceId)).toMatchObject({ title: 'Nurse 01', status: 'not started' })
})

test('the language and kind of a source are set right, searched by at once, and undone', async () => {
  const { post, get, house, searcher } = await openTestHouse()
  const { projectId, sourceId } = await seedSmallStudy(house)
  const at = `${base}/sources/${sourceId}`
  const kind = async () => (await searcher.search(projectId, 'tires ')).hits[0]?.best.kind
  expect(await kind()).toBe('stem')
  const { headers } = await post(`${at}/description`, { language: 'sv', kind: 'report' }, {})
  expect(headers.get('location')).toBe(`${at}/edit`)
  expect(await (await get(`${at}/edit`)).text()).toMatch(/value="sv" selected.*value="report" selected/s)
  expect(await kind()).toBe('fuzzy')
  expect((await searcher.search(projectId, 'kind:report language:sv')).total).toBe(2)
  await undo(house, { projectId, actorId: 1 })
  expect(await kind()).toBe('stem')
  expect(await findSource(house.read, projectId, sourceId)).toMatchObject({ language: 'en', kind: 'interview' })
  expect((await post(`${at}/description`, { language: 'de', kind: 'report' })).status).toBe(422)
})

test('the overview says a case once where the title names it, and before a title that does not', async () => {
  const { post, get, house } = await openTestHouse()
  const { sourceId } = await seedSmallStudy(house)
  const at = `${base}/sources/${sourceId}`
  await post(`${at}/cases`, { caseName: 'nurse 01' })
  expect(await (await get(base)).text()).toMatch(/<a class="title"[^>]*>Nurse 01<\/a>/)
  await post(`${at}/title`, { title: 'Nurse 011' })
  expect(await (await get(base)).text()).toMatch(/<a class="title"[^>]*>nurse 01: Nurse 011<\/a>/)
})

test('a source of another project is neither renamed, linked nor removed', async () => {
  const { post, house } = await openTestHouse()
  const { sourceId } = await seedSmallStudy(house)
  const at = `/projects/elsewhere/sources/${sourceId}`
  const refused = await Promise.all([post(`${at}/title`, { title: 'x' }), post(`${at}/case`, { caseName: 'x' }), post(`${at}/removal`, {})])
  expect(refused.map((res) => res.status)).toEqual([404, 404, 404])
})

test('the history pages, undoes and marks what is undone', async () => {
  const { post, get, house } = await openTestHouse()
  const { fatigueId } = await seedSmallStudy(house)
  for (let i = 0; i < 60; i++) await post(`${base}/codes`, { label: `Code ${i}`, parentId: fatigueId })
  const first = await (await get(`${base}/history`)).text()
  expect(first.match(/<li id="act-/g)).toHaveLength(50)
  const older = /href="(\/projects\/night-shift\/history\?before=\d+)"/.exec(first)![1]!
  expect((await (await get(older)).text()).match(/<li id="act-/g)).toHaveLength(10)
  await post(`${base}/undo`, { back: `${base}/history` }, {})
  const after = await (await get(`${base}/history`)).text()
  expect(after).toMatch(/Undone: .*<s>.*Code 59/s)
  const id = /id="act-(\d+)"/.exec(after)![1]!
  expect(await (await get(`${base}/history/${id}`)).text()).toContain('Removed')
  expect((await get(`/projects/elsewhere/history/${id}`)).status).toBe(404)
})

test('who codes, in what language and light', async () => {
  const { post, get } = await openTestHouse()
  await post('/settings/name', { name: 'Anna', back: '/' })
  expect((await post('/settings/coders', { name: 'Anna', back: '/' })).status).toBe(409)
  await post('/settings/coders', { name: SCRIPT, back: '//evil.example' })
  const page = await (await get('/settings?back=//evil.example')).text()
  expect(page).toContain('Anna')
  expect(page).not.toMatch(/<script>alert|(href|value|action)="\/\/evil/)
  await post('/settings/coder', { coderId: 1, back: '/' })
  expect((await (await get('/health')).json()).coder).toBe('Anna')
  expect((await post('/settings/coder', { coderId: 99, back: '/' })).status).toBe(404)
  const dark = await post('/settings/theme?back=/history', { theme: 'dark' }, {})
  expect([dark.headers.get('Location'), dark.headers.get('Set-Cookie')]).toEqual(['/history', expect.stringContaining('theme=dark')])
  expect((await post('/settings/language', { language: 'xx' })).status).toBe(422)
})
