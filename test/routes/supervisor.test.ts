import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codePassage } from '../../src/services/code-passage.ts'
import { createDemo } from '../../src/services/create-demo.ts'
import { readFrequencies } from '../../src/services/frequencies.ts'
import { writeMemo } from '../../src/services/write-memo.ts'
import { newestActId } from '../../src/storage/progress.ts'
import { openTestHouse, seedSmallStudy } from '../support/house.ts'
import { anyStudy, keepStudy } from '../support/random-study.ts'

async function demo() {
  const tools = await openTestHouse()
  await createDemo(tools.house)
  const { id: projectId } = await tools.house.read.selectFrom('project').select('id').executeTakeFirstOrThrow()
  return { ...tools, projectId }
}
const linksIn = (html: string) => [...html.matchAll(/href="(\/projects\/[^"]+)"/g)].map(([, href]) => href!.replaceAll('&amp;', '&'))

test('an empty study says what will stand there', async () => {
  const { get, house } = await openTestHouse()
  await seedSmallStudy(house)
  expect(await (await get('/projects/night-shift/supervisor')).text()).toContain('will stand here')
})

test('where nobody has judged, the page says that it counts quotations', async () => {
  const { get, house } = await openTestHouse()
  const { projectId } = await keepStudy(house, fc.sample(anyStudy, { numRuns: 1, seed: 3 })[0]!)
  const { slug } = await house.read.selectFrom('project').select('slug').where('id', '=', projectId).executeTakeFirstOrThrow()
  expect(await (await get(`/projects/${slug}/supervisor`)).text()).toContain('Nobody has judged')
})

test('what was judged is told of those asked, who speaks against stands beside, and everything opens', async () => {
  const { get, house, projectId } = await demo()
  const html = await (await get('/projects/demo/supervisor')).text()
  const { themes } = await readFrequencies(house.read, { projectId, filter: '', split: '' })
  for (const { whole } of themes) {
    expect(html).toMatch(new RegExp(`<b>${whole.parts.yes}</b> of ${whole.base}`))
    expect(html).toContain(`${whole.parts.no} no</a>`)
  }
  expect(html).toContain('Speaks against')
  const picture = /hx-get="([^"]+part=picture)"/.exec(html)![1]!.replaceAll('&amp;', '&')
  expect(await (await get(picture, { 'HX-Request': 'true' })).text()).toMatch(/^<svg class="cloud in-narrow"/)
  const links = [...new Set(linksIn(html.slice(html.indexOf('<main'), html.indexOf('</main>'))))]
  expect(links.length).toBeGreaterThan(20)
  // One of each kind: the sources alone are thirteen.
  const kinds = new Map(links.map((link) => [link.replace(/\d+/g, '0'), link]))
  for (const link of kinds.values()) expect((await get(link)).status, link).toBe(200)
})

test('the numbers of those who speak against open just their quotations', async () => {
  const { get, house, projectId } = await demo()
  const { themes } = await readFrequencies(house.read, { projectId, filter: '', split: '' })
  const { code, whole } = themes[0]!
  const html = await (await get(`/projects/demo/supervisor?theme=${code.id}`)).text()
  const row = html.slice(html.indexOf(`data-theme="${code.id}"`))
  const address = /href="([^"]+)">\d+ no</.exec(row)![1]!.replaceAll('&amp;', '&')
  const list = await (await get(address)).text()
  const names = whole.units.filter(({ state }) => state === 'no').map(({ name }) => name)
  for (const name of names) expect(list).toContain(name)
  const cited = [...list.matchAll(/>([^<>]+), paragraph \d+</g)].map(([, source]) => source)
  expect(new Set(cited)).toEqual(new Set(names))
  expect(new URL(address, 'http://localhost').searchParams.get('filter')).toBe(`code:#${code.id} state:no`)
  expect(list, 'headed as it was said').toMatch(/<h1>Speaks? against: /)
  const marked = list.split('<figure').slice(1).map((one) => one.includes('picked as evidence'))
  expect(marked[0], 'evidence stands first').toBe(true)
  expect(marked).toEqual([...marked].sort((a, b) => Number(b) - Number(a)))
})

test('a visit is remembered by the browser: the next one says what has come since, one within half an hour still does', async () => {
  const { get, house, projectId } = await demo()
  const first = await get('/projects/demo/supervisor')
  expect(await first.text()).toContain('your first time')
  const cookie = first.headers.get('Set-Cookie')!.split(';')[0]!
  const [name, value] = cookie.split('=') as [string, string]
  const [, , act, at] = value.split('-').map(Number) as [number, number, number, number]
  expect(act).toBe(await newestActId(house.read))
  const earlier = `${name}=${act}-0-${act}-${at - 3_600_000}`
  expect(await (await get('/projects/demo/supervisor', { Cookie: earlier })).text()).toContain('Nothing has changed')
  const source = await house.read.selectFrom('source').select('id').executeTakeFirstOrThrow()
  const theme = await house.read.selectFrom('code').select('id').where('parent_id', 'is', null).executeTakeFirstOrThrow()
  await codePassage(house, { projectId, coderId: 1, sourceId: source.id, codeIds: [theme.id], selection: { start: 300, end: 333 } })
  const next = await get('/projects/demo/supervisor', { Cookie: earlier })
  const html = await next.text()
  expect(html).toContain('1 new coding,')
  expect(html).toContain('+1 quotation<')
  const again = await get('/projects/demo/supervisor', { Cookie: next.headers.get('Set-Cookie')!.split(';')[0]! })
  expect(await again.text()).toContain('1 new coding,')
})

test('a question stands until somebody else has answered; a fragment has the quotations alone', async () => {
  const { get, post, house, projectId } = await demo()
  const theme = await house.read.selectFrom('code').select('id').where('parent_id', 'is', null).executeTakeFirstOrThrow()
  const anna = await house.read.selectFrom('coder').select('id').where('name', '=', 'Anna L').executeTakeFirstOrThrow()
  await writeMemo(house, { projectId, coderId: 1, place: { kind: 'code', id: theme.id }, text: 'Is this one theme or two?' })
  expect(await (await get('/projects/demo/supervisor')).text()).toMatch(/one theme or two\?[\s\S]*waiting for an answer/)
  await writeMemo(house, { projectId, coderId: anna.id, place: { kind: 'code', id: theme.id }, text: 'One.' })
  expect(await (await get('/projects/demo/supervisor')).text()).toMatch(/one theme or two\?[\s\S]*Anna L answered/)
  await post(`/projects/demo/discussion/code/${theme.id}/threads`, { text: 'Should this be parted.' }, {})
  expect(await (await get('/projects/demo/supervisor')).text()).toContain(`/projects/demo/discussion/code/${theme.id}">Should this be parted.`)
  const fragment = await (await get(`/projects/demo/supervisor?theme=${theme.id}&part=against`, { 'HX-Request': 'true' })).text()
  expect(fragment).toMatch(/^<section class="section against" id="against"/)
})
