import { expect, onTestFinished, test } from 'vitest'
import { followActs } from '../../src/services/follow-acts.ts'
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
  expect(page).toMatch(/<select id="hits-code"[^>]*required[^>]*><option value="">/)
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
  expect(await refused({ hit, codeId: '' })).toEqual([422, expect.stringContaining('Choose a code first.')])
})

test('what is coded on hundreds of hits is done in a thread: one act, once however often it is sent, told to who listens, taken back and done again whole', async () => {
  const sentences = Array.from({ length: 260 }, (_, n) => `The nurse was tired ${n}.`)
  const { house, post } = await openTestHouse()
  const { sourceId, sleepId } = await seedSmallStudy(house, sentences.join('\n'))
  const { version_id: versionId } = await house.read.selectFrom('source').select('version_id').where('id', '=', sourceId).executeTakeFirstOrThrow()
  const starts = sentences.map((_, n) => sentences.slice(0, n).join('\n').length + Math.min(n, 1))
  const chosen = sentences.map((one, n) => `${sourceId}-${versionId}-${starts[n]}-${starts[n]! + one.length}`).join(' ')
  const heard: number[] = []
  const leave = followActs(house, 1, ({ upTo }) => void heard.push(upTo))
  onTestFinished(leave)
  const count = async () => (await house.read.selectFrom('coding').select('made_by').where('code_id', '=', sleepId).execute()).map(({ made_by }) => made_by)
  const acts = async () => house.read.selectFrom('act').select(['id', 'kind']).orderBy('id', 'desc').execute()
  const before = (await acts()).length
  const send = (wish: string) =>
    post('/projects/night-shift/search/codings', { q: 'tired', codeId: sleepId, extent: 'sentence', chosen }, { 'HX-Request': 'true', 'Utsaga-Wish': wish })
  const wish = crypto.randomUUID()
  const [first, again] = await Promise.all([send(wish), send(wish)])
  expect([first.status, again.status]).toEqual([200, 200])
  expect(await count()).toEqual(sentences.map(() => 'rule'))
  expect((await acts()).length).toBe(before + 1)
  expect(heard.at(-1)).toBe((await acts())[0]!.id)
  expect((await send(crypto.randomUUID())).status).toBe(409)
  expect((await post('/projects/night-shift/undo', {})).status).toBe(200)
  expect(await count()).toEqual([])
  expect(await house.read.selectFrom('quotation').select('id').execute()).toEqual([])
  expect((await post('/projects/night-shift/redo', {})).status).toBe(200)
  expect((await count()).length).toBe(sentences.length)
  expect((await acts()).map(({ kind }) => kind).slice(0, 3)).toEqual(['redo', 'undo', 'code-hits'])
}, 60_000)
