import { expect, test } from 'vitest'
import { openTestHouse, seedSmallStudy } from '../support/house.ts'

const text = 'Tired, <b>so</b> tired. Then morning.\nTired again.\nNot me.'

async function nightShift() {
  const opened = await openTestHouse()
  const study = await seedSmallStudy(opened.house, text)
  const { version_id } = await opened.house.read.selectFrom('source').select('version_id').executeTakeFirstOrThrow()
  const hit = `${study.sourceId}-${version_id}-0-5`
  return { ...opened, study, hit, fields: { q: 'tired', codeId: study.sleepId, extent: 'sentence' } }
}

test('what would happen is told before anything does; then it happens, is shown and can be undone', async () => {
  const { get, post, hit, fields } = await nightShift()
  const page = await (await get('/projects/night-shift/search?q=tired')).text()
  expect(page).toContain(`name="hit" value="${hit}"`)
  const plan = await (await post('/projects/night-shift/search/plan', { ...fields, hit })).text()
  expect(plan).toContain('1 sentence in 1 source will be coded with 1.1 Sleep.')
  const all = await (await post('/projects/night-shift/search/plan', { ...fields, all: 'yes' })).text()
  expect(all).toContain('2 sentences in 1 source')
  const chosen = /name="chosen" value="([^"]+)"/.exec(all)![1]!
  const res = await post('/projects/night-shift/search/codings', { ...fields, chosen })
  const html = await res.text()
  expect(html).toContain('Coded 2 passages with Sleep.')
  expect(html).toContain('class="key t1 sub">1.1<')
  const again = await (await post('/projects/night-shift/search/plan', { ...fields, chosen, hit })).text()
  expect(again).toContain('1 is so coded by you already')
  expect(again).not.toContain('type="submit"')
  expect((await post('/projects/night-shift/undo', { back: '/' })).status).toBeLessThan(400)
  expect(await (await get('/projects/night-shift/search?q=tired')).text()).not.toContain('class="key t1 sub">1.1<')
})

test('without a script the plan is a page, and the act leads back to the search', async () => {
  const { post, hit, fields } = await nightShift()
  const plan = await (await post('/projects/night-shift/search/plan', { ...fields, hit }, {})).text()
  expect(plan).toContain('<!doctype html>')
  expect(plan).toContain(`value="${hit}"`)
  const res = await post('/projects/night-shift/search/codings', { ...fields, chosen: hit }, {})
  expect([res.status, res.headers.get('Location')]).toEqual([303, '/projects/night-shift/search?q=tired&order=text&show=50'])
})

test('nothing chosen, forged hits and foreign codes are refused in a sentence', async () => {
  const { post, fields, hit, study } = await nightShift()
  const refused = async (form: Record<string, string | number>) => {
    const res = await post('/projects/night-shift/search/plan', { ...fields, ...form })
    return [res.status, (await res.text()).replace(/<[^>]*>/g, '').trim()]
  }
  expect(await refused({})).toEqual([422, expect.stringContaining('Choose at least one hit first.')])
  expect((await refused({ hit: '1-1-0' }))[0]).toBe(422)
  expect((await refused({ hit: '999-1-0-5' }))[0]).toBe(404)
  expect((await refused({ hit, codeId: study.foreignId }))[0]).toBe(404)
})
