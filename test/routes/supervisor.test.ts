import fc from 'fast-check'
import { expect, onTestFinished, test, vi } from 'vitest'
import { codePassage } from '../../src/services/code-passage.ts'
import { createDemo } from '../../src/services/create-demo.ts'
import { readFrequencies } from '../../src/services/frequencies.ts'
import { writeMemo } from '../../src/services/write-memo.ts'
import { openTestHouse, seedSmallStudy } from '../support/house.ts'
import { anyStudy, keepStudy } from '../support/random-study.ts'
import { keepSecondCoder } from '../support/second-coder.ts'

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
  const kinds = new Map(
    links.map((link) => [
      decodeURIComponent(link)
        .replace(/\d+/g, '0')
        .replace(/( OR case:#0)+/, ''),
      link,
    ]),
  )
  for (const link of kinds.values()) expect((await get(link)).status, link).toBe(200)
}, 60_000)

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
  const marked = list
    .split('<figure')
    .slice(1)
    .map((one) => one.includes('picked as evidence'))
  expect(marked[0], 'evidence stands first').toBe(true)
  expect(marked).toEqual([...marked].sort((a, b) => Number(b) - Number(a)))
})

test('a visit is remembered by the browser: what has come since is told within the first one too, until somebody says to have seen it', async () => {
  const { get, post, house, projectId } = await demo()
  const eva = `coder=${await keepSecondCoder(house, 'Eva')}`
  let cookie = ''
  let now = Date.parse('2027-01-05T09:00:00Z')
  const after = async (minutes: number) => {
    now += minutes * 60_000
    vi.setSystemTime(now)
    const answer = await get('/projects/demo/supervisor', { Cookie: `${eva}; ${cookie}` })
    cookie = answer.headers
      .getSetCookie()
      .find((one) => one.startsWith('visit-'))!
      .split(';')[0]!
    return answer.text()
  }
  const source = await house.read.selectFrom('source').select('id').executeTakeFirstOrThrow()
  const theme = await house.read.selectFrom('code').select('id').where('parent_id', 'is', null).executeTakeFirstOrThrow()
  const code = (start: number) => codePassage(house, { projectId, coderId: 1, sourceId: source.id, codeIds: [theme.id], selection: { start, end: start + 33 } })
  vi.useFakeTimers({ toFake: ['Date'] })
  onTestFinished(() => void vi.useRealTimers())
  expect(await after(0), 'nobody was here before').not.toMatch(/were here|first time|class="new-since"/)
  expect(await after(2)).not.toMatch(/were here|first time/)
  await code(300)
  expect(await after(10), 'the first visit goes on').toContain('1 new coding,')
  expect(await after(20)).toContain('+1 quotation<')
  await code(400)
  expect(await after(60), 'another visit').toContain('1 new coding,')
  await post('/projects/demo/discussion/seen', {}, { Cookie: eva })
  expect(await after(1), 'seen at once').toContain('Nothing has changed')
  await code(500)
  expect(await after(1)).toContain('1 new coding,')
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

test('what is asked about a quotation is a thread on its coding: it waits for the coder, and stands among the open questions', async () => {
  const { get, post, house } = await demo()
  const eva = { Cookie: `coder=${await keepSecondCoder(house, 'Eva')}` }
  const html = await (await get('/projects/demo/supervisor', eva)).text()
  const asking = html.slice(html.indexOf('class="ask"'))
  const to = /action="([^"]+\/discussion\/coding\/(\d+)\/threads)"/.exec(asking)!
  const back = /name="back" value="([^"]+)"/.exec(asking)![1]!.replaceAll('&amp;', '&')
  const answer = await post(to[1]!, { text: 'Is this really about it?', back }, eva)
  expect(answer.headers.get('Location')).toBe(back)
  const again = await (await get('/projects/demo/supervisor', eva)).text()
  expect(again.slice(again.indexOf('id="open-questions"'))).toContain('Is this really about it?')
  expect(again).toContain('1 other thread is open')
  const { coder_id: owner } = await house.read.selectFrom('coding').select('coder_id').where('id', '=', Number(to[2])).executeTakeFirstOrThrow()
  const coders = await house.read.selectFrom('coder').select(['id', 'guid']).execute()
  for (const { id, guid } of coders) {
    const inbox = await (await get('/projects/demo/discussion', { Cookie: `coder=${guid}` })).text()
    const mine = inbox.slice(inbox.indexOf('Waiting for you'), inbox.indexOf('New since you looked'))
    expect(mine.includes('Is this really about it?'), `coder ${id}`).toBe(id === owner)
  }
})

test('what not all were asked is told with the question and of how many, and the words that fit with their language', async () => {
  const { get } = await demo()
  const html = await (await get('/projects/demo/supervisor')).text()
  expect(html).toMatch(/Do not write “all”[\s\S]{0,400}\/answers\/questions\/\d+">2\. [^<]+<\/a> was put to 10 of 13/)
  expect(html).toContain('fits, in Swedish: <span lang="sv">flera</span>')
  expect(html).toContain('The words that fit are in Swedish, the study’s language.')
  expect(await (await get('/projects/demo/supervisor', { 'Accept-Language': 'sv' })).text()).toContain('passar: <span lang="sv">flera</span>')
})

test('a question in a memo is settled where it stands, also one that was answered, and undone it is open again', async () => {
  const { get, post, house } = await openTestHouse()
  const { projectId } = await seedSmallStudy(house)
  const asked = async () => {
    const html = await (await get('/projects/night-shift/supervisor')).text()
    return html.slice(html.indexOf('id="open-questions"'))
  }
  await writeMemo(house, { projectId, coderId: 1, place: { kind: 'project', id: projectId }, text: 'Who decides?' })
  const to = /action="([^"]+\/discussion\/memos\/\d+\/resolution)"/.exec(await asked())![1]!
  const back = '/projects/night-shift/supervisor#open-questions'
  expect((await post(to, { back }, {})).headers.get('Location')).toBe(back)
  expect(await asked()).not.toContain('Who decides?')
  expect(await (await get('/projects/night-shift/discussion')).text()).toContain('settled the thread')
  await post('/projects/night-shift/undo', {}, {})
  expect(await asked()).toContain('Who decides?')
  expect((await post('/projects/night-shift/discussion/memos/99/resolution', {}, {})).status).toBe(404)
})
