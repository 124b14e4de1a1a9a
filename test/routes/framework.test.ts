import { expect, onTestFinished, test } from 'vitest'
import { kindsIn } from '../../src/domain/act.ts'
import { codePassage } from '../../src/services/code-passage.ts'
import { followKinds } from '../../src/services/follow-kinds.ts'
import { markOf } from '../../src/services/write-finding.ts'
import { openTestHouse, seedSmallStudy } from '../support/house.ts'
import { keepSecondCoder } from '../support/second-coder.ts'

const base = '/projects/night-shift'

async function open() {
  const test = await openTestHouse()
  const study = await seedSmallStudy(test.house)
  await test.post(`${base}/cases`, { name: 'Ward A', kind: 'ward' })
  await test.post(`${base}/cases`, { name: 'Ward B', kind: 'ward' })
  await test.post(`${base}/sources/${study.sourceId}/cases`, { caseName: 'Ward A' })
  await test.post(`${base}/sources/${study.sourceId}/codings`, { codeId: study.fatigueId, start: 2, end: 11 })
  const place = { caseId: 1, codeId: study.fatigueId, questionId: '' }
  const back = `${base}/framework?cell=1.c${study.fatigueId}`
  const write = (fields: Record<string, string>, headers?: Record<string, string>) =>
    test.post(`${base}/framework/findings`, { ...place, state: '', text: '', back, ...fields }, headers)
  const pick = (picked: 'yes' | '') => test.post(`${base}/framework/evidence`, { ...place, codingId: 1, picked, back })
  const page = async (path = '', headers = {}) => (await test.get(`${base}/framework${path}`, headers)).text()
  return { ...test, ...study, place, back, write, pick, page }
}

test('cases stand against themes with their denominator; a case without a source is not in it', async () => {
  const { page } = await open()
  const html = await page()
  expect(html).toContain('1 of 1 with a source have quotations')
  expect(html).toContain('1 no source')
  expect(html).toContain('0 of 1 cells with quotations are summarised.')
  expect(html).toMatch(/To summarise[\s\S]*1 quotation/)
})

test('an open cell has the quotations to sum up beside a field; what is written stands in the table with who and when', async () => {
  const { page, write, fatigueId } = await open()
  const column = await page(`?cell=1.c${fatigueId}`, { 'HX-Request': 'true' })
  expect(column).toMatch(/<textarea[^>]*name="text"/)
  expect(column).toContain('was tired')
  const answer = await write({ state: 'partly', text: 'Tired at night.', seen: markOf('') })
  expect(answer.status).toBe(200)
  const parts = await answer.text()
  for (const target of [`#written-1-c${fatigueId}`, `#said-1-c${fatigueId}`, `#of-all-c${fatigueId}`, '#framework-tally'])
    expect(parts).toContain(`hx-target="${target}"`)
  expect(parts).not.toContain('<textarea')
  expect(parts).toMatch(/You, \d\d?:\d\d/)
  const html = await page()
  expect(html).toContain('Tired at night.')
  expect(html).toContain('0 of 1 with a source say yes')
  expect(html).toMatch(/1 partly, 1 no source/)
  expect(html).toContain('1 of 1 cells with quotations are summarised.')
})

test('a claim without evidence and evidence without a claim are told, each with a way to the first', async () => {
  const { page, write, pick, fatigueId } = await open()
  await pick('yes')
  expect(await page()).toContain('Evidence without a summary')
  expect(await page()).toContain(`${base}/framework?cell=1.c${fatigueId}">1 has evidence but no summary.`)
  await write({ text: 'Tired.' })
  expect(await page()).not.toMatch(/Evidence without a summary|No evidence picked/)
  await pick('')
  expect(await page()).toContain('No evidence picked')
  expect(await page()).toContain('1 without evidence.')
})

test('without a script the page comes again with its cell open, and says what was done', async () => {
  const { write, back, get } = await open()
  const answer = await write({ text: 'Tired.' }, {})
  expect([answer.status, answer.headers.get('Location')]).toEqual([303, back])
  expect(await (await get(back)).text()).toContain('Tired.')
})

test('what another wrote meanwhile is shown beside what the writer has, which is not lost; once seen it can be replaced', async () => {
  const { write, page } = await open()
  await write({ text: 'Theirs.' })
  const late = await write({ text: 'Mine.', seen: markOf('') })
  expect(late.status).toBe(409)
  const told = await late.text()
  expect(told).toMatch(/You wrote here while you were writing[\s\S]*Theirs\./)
  expect(told).toContain(`name="seen" value="${markOf('Theirs.')}"`)
  const plain = await write({ text: 'Mine.', seen: markOf('') }, {})
  expect(plain.status).toBe(409)
  expect(await plain.text()).toMatch(/<textarea[^>]*>\s*Mine\.<\/textarea>/)
  expect((await write({ text: 'Mine.', seen: markOf('Theirs.') })).status).toBe(200)
  expect(await page()).toContain('Mine.')
})

test('a synthesis of all and of each group; one of a group that no case is in any more is kept and shown', async () => {
  const { post, page, fatigueId } = await open()
  await post(`${base}/attributes`, { name: 'size', type: 'category' })
  await post(`${base}/cases/1`, { name: 'Ward A', kind: '', 'value-1': 'large' })
  const write = (attributeId: string, group: string, text: string) =>
    post(`${base}/framework/syntheses`, { codeId: fatigueId, questionId: '', attributeId, group, text, back: `${base}/framework?by=1&cell=g1.c${fatigueId}` })
  await write('', '', 'All are tired.')
  await write('1', 'large', 'Large wards more.')
  const html = await page('?by=1')
  expect(html).toMatch(/All are tired\.[\s\S]*large[\s\S]*Large wards more\.[\s\S]*Ward A/)
  await post(`${base}/cases/1`, { name: 'Ward A', kind: '', 'value-1': 'small' })
  expect(await page(`?by=1&cell=all.c${fatigueId}`)).toMatch(/group large, which no case is in any more[\s\S]*Large wards more\./)
  expect(await (await post(`${base}/undo`, {}, {})).status).toBe(303)
})

test('cells of nothing are refused; an empty study says how to begin', async () => {
  const { page, post, place, get, fatigueId } = await open()
  expect((await get(`${base}/framework?cell=9.c${fatigueId}`)).status).toBe(404)
  expect((await get(`${base}/framework?topics=guide:9`)).status).toBe(404)
  expect((await post(`${base}/framework/findings`, { ...place, caseId: 9, text: 'x' })).status).toBe(404)
  expect((await post(`${base}/framework/findings`, { caseId: 1, text: 'x' })).status).toBe(422)
  for (const id of [1, 2]) await post(`${base}/cases/${id}/removal`, {})
  expect(await page()).toContain('Create a case')
})

test('the history names the case and the theme', async () => {
  const { write, get } = await open()
  await write({ state: 'yes' })
  expect(await (await get(`${base}/history?area=findings`)).text()).toMatch(/wrote the finding of [\s\S]*Ward A[\s\S]* under [\s\S]*Fatigue/)
})

test('what others wrote comes as pieces of the page, with who and when; the stream tells of what is written, and not of what is coded', async () => {
  const { house, get, page, write, projectId, sourceId, fatigueId } = await open()
  const since = (await house.read.selectFrom('act').select('id').orderBy('id', 'desc').executeTakeFirstOrThrow()).id
  const bo = await keepSecondCoder(house, 'Bo')
  await write({ state: 'yes', text: 'Written by Bo.', seen: markOf('') }, { Cookie: `coder=${bo}` })
  const pieces = await page(`/changes?cell=1.c${fatigueId}&since=${since}`, { 'HX-Request': 'true' })
  for (const target of ['#framework-scroll', '#framework-tally', '#cell', '#framework-live']) expect(pieces).toContain(`hx-target="${target}"`)
  expect(pieces).toMatch(/Bo wrote the finding of[\s\S]*Ward A[\s\S]*, \d+:\d\d\./)
  expect(pieces.match(/Written by Bo\./g)).toHaveLength(2)
  const own = await page(`/changes?since=${since}`, { 'HX-Request': 'true', Cookie: `coder=${bo}` })
  expect(own).not.toContain('hx-target="#framework-live"')
  const told: number[] = []
  const following = { projectId, coderId: 1, codes: true, since }
  const leave = await followKinds(house, kindsIn('findings'), following, (actId) => void told.push(actId))
  onTestFinished(leave)
  await expect.poll(() => told).toHaveLength(1)
  await codePassage(house, { projectId, sourceId, codeIds: [fatigueId], coderId: 1, selection: { start: 12, end: 16 } })
  await write({ state: 'yes', text: 'Written again.', seen: markOf('Written by Bo.') })
  await expect.poll(() => told).toHaveLength(2)
  const events = await get(`${base}/framework/events`)
  expect(events.headers.get('Content-Type')).toContain('text/event-stream')
  await events.body!.cancel()
})
