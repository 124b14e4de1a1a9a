import { expect, test } from 'vitest'
import { flatten, treeOf } from '../../src/domain/code.ts'
import { codePassage } from '../../src/services/code-passage.ts'
import { undo } from '../../src/services/undo.ts'
import { listCodes } from '../../src/storage/codes.ts'
import { openTestHouse, seedSmallStudy } from '../support/house.ts'

const base = '/projects/night-shift'
const SCRIPT = '<script>alert(1)</script>'

async function open() {
  const opened = await openTestHouse()
  const seeded = await seedSmallStudy(opened.house)
  const paths = async () => flatten(treeOf(await listCodes(opened.house.read, seeded.projectId))).map((code) => `${code.key} ${code.path}`)
  return { ...opened, ...seeded, paths }
}
const fields = { label: 'Fatigue', color: '', definition: '', whenToUse: '', whenNot: '', example: '' }

test('a code is made, changed, moved and undone, each in one act', async () => {
  const { post, paths, house, projectId, fatigueId, teamId } = await open()
  const before = await paths()
  expect((await post(`${base}/codes`, { label: 'Naps', parentId: fatigueId })).status).toBe(200)
  expect(await paths()).toEqual(['1 Fatigue', '1.1 Fatigue > Sleep', '1.2 Fatigue > Naps', '2 Team'])
  await post(`${base}/codes/${teamId}/move`, { to: 'up' })
  expect((await paths())[0]).toBe('1 Team')
  await post(`${base}/codes/${teamId}/move`, { to: 'under', parentId: fatigueId })
  expect(await paths()).toContain('1.3 Fatigue > Team')
  for (let i = 0; i < 3; i++) await undo(house, { projectId, actorId: 1 })
  expect(await paths()).toEqual(before)
})

test('what the codebook holds is said anew with every act, and undo says what it took back', async () => {
  const { post, get } = await open()
  const made = await post(`${base}/codes`, { label: 'Naps & <naps>', parentId: '' })
  expect(await made.text()).toContain('hx-target="#codebook-head"')
  const undone = await post(`${base}/undo`, { back: `${base}/codebook` }, {})
  const page = await get(undone.headers.get('Location')!, { Cookie: undone.headers.get('Set-Cookie')!.split(';')[0]! })
  expect(await page.text()).toContain('Undone: You made the code Naps &amp; &lt;naps&gt;')
})

test('what is written in every field is kept as text and shown escaped', async () => {
  const { post, get, fatigueId } = await open()
  const written = { label: `x${SCRIPT}`, color: 3, definition: SCRIPT, whenToUse: SCRIPT, whenNot: SCRIPT, example: `</textarea>${SCRIPT}` }
  const res = await post(`${base}/codes/${fatigueId}`, written)
  expect(res.status).toBe(200)
  for (const html of [await res.text(), await (await get(`${base}/codebook?code=${fatigueId}`)).text(), await (await get(`${base}/history`)).text()]) {
    expect(html).not.toContain('<script>alert')
    expect(html).toContain('&lt;script&gt;')
  }
})

test('labels are unique among siblings, whatever their case', async () => {
  const { post } = await open()
  const res = await post(`${base}/codes`, { label: ' fatigue ', parentId: '' })
  expect(res.status).toBe(409)
  expect(await res.text()).toContain('There is a code “Fatigue”')
})

test.each([
  [{ label: 'x'.repeat(10_000), parentId: '' }, 422],
  [{ label: '   ', parentId: '' }, 422],
  [{ label: 'ok', parentId: 99_999 }, 404],
  [{ label: 'ok', parentId: 'one' }, 422],
])('a code that can not be made: %j', async (form, status) => {
  const { post, paths } = await open()
  const before = await paths()
  expect((await post(`${base}/codes`, form)).status).toBe(status)
  expect(await paths()).toEqual(before)
})

test('a code of another project is refused by every act', async () => {
  const { post, foreignId, fatigueId } = await open()
  const at = `${base}/codes/${foreignId}`
  const refused = await Promise.all([
    post(at, fields),
    post(`${at}/move`, { to: 'up' }),
    post(`${at}/retirement`, {}),
    post(`${at}/restoration`, {}),
    post(`${at}/removal`, {}),
    post(`${base}/codes/${fatigueId}/move`, { to: 'under', parentId: foreignId }),
    post(`${base}/codes`, { label: 'new', parentId: foreignId }),
  ])
  expect(refused.map((res) => res.status)).toEqual([404, 404, 404, 404, 404, 404, 404])
})

test('no code comes below itself', async () => {
  const { post, fatigueId, sleepId } = await open()
  const res = await post(`${base}/codes/${fatigueId}/move`, { to: 'under', parentId: sleepId })
  expect(res.status).toBe(409)
  expect(await res.text()).toContain('cannot stand below itself')
})

test('a code with codings is not removed but retired, and its codings stay', async () => {
  const { post, get, house, projectId, sourceId, sleepId, fatigueId } = await open()
  await codePassage(house, { projectId, sourceId, codeIds: [sleepId], coderId: 1, selection: { start: 0, end: 5 } })
  const refused = await post(`${base}/codes/${sleepId}/removal`, {})
  expect([refused.status, await refused.text()]).toEqual([409, expect.stringContaining('is used and cannot be removed')])
  expect((await post(`${base}/codes/${fatigueId}/removal`, {})).status).toBe(409)
  await post(`${base}/codes/${fatigueId}/retirement`, {})
  const codes = await listCodes(house.read, projectId)
  expect(codes.filter((code) => code.retiredAt).map((code) => code.id)).toEqual([fatigueId, sleepId])
  expect(await (await get(`${base}/codebook`)).text()).toMatch(/Fatigue.*retired/s)
  await post(`${base}/codes/${sleepId}/restoration`, {})
  expect((await listCodes(house.read, projectId)).filter((code) => code.retiredAt)).toEqual([])
})

test('a code nobody used is removed, and comes back', async () => {
  const { post, paths, house, projectId, teamId } = await open()
  await post(`${base}/codes/${teamId}/removal`, {})
  expect(await paths()).not.toContain('2 Team')
  await undo(house, { projectId, actorId: 1 })
  expect(await paths()).toContain('2 Team')
})

test('a file is merged by path; without a script the page comes back and says what was done', async () => {
  const { app, get, paths, house, projectId } = await open()
  const body = new FormData()
  body.set('codebook', 'file')
  body.set('file', new File(['kod;definition\nfatigue;Tired\nFatigue > Naps;Short sleep\nNight > Light;'], 'book.csv'))
  const res = await app.request(`${base}/codebook/file`, { method: 'POST', headers: { 'Sec-Fetch-Site': 'same-origin', 'Accept-Language': 'en' }, body })
  expect([res.status, res.headers.get('Location')]).toEqual([303, `${base}/codebook`])
  expect(await paths()).toEqual(['1 Fatigue', '1.1 Fatigue > Sleep', '1.2 Fatigue > Naps', '2 Team', '3 Night', '3.1 Night > Light'])
  const page = await (await get(`${base}/codebook`, { Cookie: res.headers.get('Set-Cookie')!.split(';')[0]! })).text()
  expect(page).toContain('3 new codes, 1 changed')
  expect(page).toContain(`action="${base}/undo"`)
  await undo(house, { projectId, actorId: 1 })
  expect(await paths()).toEqual(['1 Fatigue', '1.1 Fatigue > Sleep', '2 Team'])
})

test('a row is named, coloured and moved without opening it: the code that is open stays, and it says where the other stands now', async () => {
  const { post, paths, house, fatigueId, sleepId, teamId } = await open()
  const moved = await (await post(`${base}/codes/${sleepId}/move`, { to: 'before', siblingId: teamId, open: teamId })).text()
  expect(await paths()).toEqual(['1 Fatigue', '2 Sleep', '3 Team'])
  expect(moved).toContain('Moved Sleep. It is 2 now')
  expect(moved).toContain(`action="${base}/codes/${teamId}/merger"`)
  expect(await (await post(`${base}/codes/${sleepId}/move`, { to: 'in' })).text()).toContain('It is 1.1 now, below Fatigue')
  await post(`${base}/codes/${fatigueId}/label`, { label: 'Tired' })
  await post(`${base}/codes/${fatigueId}/color`, { color: 5 })
  const row = await house.read.selectFrom('code').select(['label', 'color']).where('id', '=', fatigueId).executeTakeFirst()
  expect(row).toEqual({ label: 'Tired', color: 5 })
  expect((await post(`${base}/codes/${teamId}/label`, { label: 'TIRED' })).status).toBe(409)
})

test('the form of a new code offers the place that was just used, and never below the one just made', async () => {
  const { post, get, fatigueId, sleepId } = await open()
  const offered = (html: string) => /<form[^>]*id="new-code".*?<\/form>/s.exec(html)![0].match(/<option value="(\d*)" selected/)?.[1]
  expect(offered(await (await post(`${base}/codes`, { label: 'Light', parentId: '' })).text())).toBeUndefined()
  expect(offered(await (await post(`${base}/codes`, { label: 'Naps', parentId: fatigueId })).text())).toBe(`${fatigueId}`)
  expect(offered(await (await get(`${base}/codebook?code=${fatigueId}`)).text())).toBeUndefined()
  expect(offered(await (await get(`${base}/codebook?code=${sleepId}`)).text())).toBe(`${fatigueId}`)
})

test('the tree is one, as deep as it goes', async () => {
  const { post, get, sleepId } = await open()
  await post(`${base}/codes`, { label: 'Naps', parentId: sleepId })
  const html = await (await get(`${base}/codebook`)).text()
  const levels = [...html.matchAll(/role="treeitem".*?aria-level="(\d)"(?: aria-expanded="(true)")?/gs)].map(
    ([, level, open]) => `${level}${open ? ' open' : ''}`,
  )
  expect(levels).toEqual(['1 open', '2 open', '3', '1'])
})
