import { expect, test } from 'vitest'
import { codePassage } from '../../src/services/code-passage.ts'
import { openTestHouse, seedSmallStudy } from '../support/house.ts'

async function codedStudy() {
  const opened = await openTestHouse()
  const study = await seedSmallStudy(opened.house)
  const { projectId, sourceId, fatigueId, sleepId, teamId } = study
  for (const codeIds of [[fatigueId], [sleepId], [teamId]])
    await codePassage(opened.house, { projectId, sourceId, codeIds, coderId: 1, selection: { start: 6, end: 11 } })
  return { ...opened, ...study, path: `/projects/night-shift/sources/${sourceId}` }
}
const codesIn = (html: string) =>
  [...html.matchAll(/<li class="(coding[^"]*)"[^>]*data-code="(\d+)"/g)].map(([, names, code]) => ({ code: Number(code), off: / off/.test(names!) }))

test('every coding is on the page, and what was not chosen is off: a code takes its sub-codes along', async () => {
  const { get, path, fatigueId, sleepId, teamId } = await codedStudy()
  const page = await (await get(`${path}?show=${fatigueId}`)).text()
  expect(codesIn(page)).toEqual([
    { code: fatigueId, off: false },
    { code: sleepId, off: false },
    { code: teamId, off: true },
  ])
  expect(page).toMatch(/<mark class="run a1" data-codings="\d+ \d+ \d+"/)
  const none = await (await get(`${path}?show=none`)).text()
  expect(none).toMatch(/<mark data-codings="\d+ \d+ \d+"/)
  expect(codesIn(await (await get(`${path}?show=by-77`)).text()).every(({ off }) => off)).toBe(true)
  expect(codesIn(await (await get(`${path}?show=nonsense`)).text()).every(({ off }) => !off)).toBe(true)
})

test('the overview comes by itself, of what is chosen', async () => {
  const { get, path, teamId } = await codedStudy()
  const bars = (html: string) => [...html.matchAll(/<path class="m(\d)" d="(M[^"]*)"/g)].map((match) => match[1])
  expect(bars(await (await get(`${path}/overview`)).text())).toEqual(['1', '2'])
  expect(bars(await (await get(`${path}/overview?show=${teamId}`)).text())).toEqual(['2'])
  expect(bars(await (await get(`${path}/overview?show=none`)).text())).toEqual([])
})

test('what is coded under another choice is shown for now, and the toast says so', async () => {
  const { post, path, teamId } = await codedStudy()
  const from = (show: string) => ({ 'HX-Request': 'true', 'HX-Current-URL': `http://localhost${path}${show}` })
  const code = async (show: string, start: number) => (await post(`${path}/codings`, { codeId: teamId, start, end: start + 3 }, from(show))).text()
  const hidden = await code('?show=none', 0)
  expect(hidden).toContain('It is shown until you move on')
  expect(hidden.match(/class="coding [^"]*fresh[^"]*"/g)).toHaveLength(1)
  expect(codesIn(hidden).filter(({ off }) => !off)).toHaveLength(1)
  const mine = await code('?show=mine', 2)
  expect(mine).not.toContain('until you move on')
  expect(mine).not.toContain('fresh')
})

test('the menu of a source keeps how the text is set and stays where it is', async () => {
  const { post } = await openTestHouse()
  const fields = { size: 'large', numbers: 'fifth', keys: 'off' }
  const kept = await post('/settings/reading?stay=1&back=/projects/x/sources/1', fields)
  expect(kept.status).toBe(204)
  expect(decodeURIComponent(kept.headers.getSetCookie()[0]!)).toContain('size=large&numbers=fifth&keys=off')
  const plain = await post('/settings/reading?stay=1&back=/projects/x/sources/1', fields, {})
  expect([plain.status, plain.headers.get('Location')]).toEqual([303, '/projects/x/sources/1'])
  expect((await post('/settings/reading?stay=1&back=//elsewhere.example', fields, {})).headers.get('Location')).toBe('/settings')
})
