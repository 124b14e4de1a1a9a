import SQLite from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { createApp } from '../../src/app.ts'
import { limits } from '../../src/domain/limits.ts'
import { openTestHouse, seedSmallStudy } from '../support/house.ts'
import { keepSecondCoder } from '../support/second-coder.ts'

const base = '/projects/night-shift'

async function study() {
  const tools = await openTestHouse()
  await seedSmallStudy(tools.house)
  const coders = await Promise.all(Array.from({ length: 8 }, (_, at) => keepSecondCoder(tools.house, `Coder ${at}`)))
  const make = (label: string, coder: string) => tools.post(`${base}/codes`, { label, parentId: '' }, { Cookie: `coder=${coder}` })
  /** Another program writes, until it is told to stop. */
  const hold = () => {
    const other = new SQLite(tools.house.file)
    other.exec('begin immediate')
    const release = () => void (other.open && other.exec('commit').close())
    onTestFinished(release)
    return release
  }
  const labels = async () => (await tools.house.read.selectFrom('code').select('label').where('label', 'like', 'New%').execute()).length
  return { ...tools, coders, make, hold, labels }
}

/** A moment in which what was sent comes to where it waits. */
const moment = () => new Promise((resolve) => setTimeout(resolve, 500))

test('an act waits while another program writes, and nobody else does; then it is done', async () => {
  const { get, make, hold, labels, coders } = await study()
  const release = hold()
  const waiting = make('New', coders[0]!)
  await moment()
  const began = performance.now()
  expect((await get(`${base}/codebook`)).status).toBe(200)
  expect(performance.now() - began).toBeLessThan(5000)
  expect(await labels()).toBe(0)
  release()
  expect((await waiting).status).toBe(303)
  expect(await labels()).toBe(1)
})

test('who asks for too much at once is told to wait, and others are answered; nothing that was begun is lost', async () => {
  const { get, make, hold, labels, coders } = await study()
  const [eager, calm] = [coders[0]!, coders[1]!]
  const release = hold()
  const begun = Array.from({ length: limits.inHandEach }, (_, at) => make(`New ${at}`, eager))
  await moment()
  const refused = await make('New too', eager)
  expect([refused.status, refused.headers.get('Retry-After')]).toEqual([429, `${limits.again}`])
  expect(await refused.text()).toContain('You have asked for too much at once')
  expect(await (await get(base, { Cookie: `coder=${eager}`, 'Accept-Language': 'sv' })).text()).toContain('Du har bett om för mycket på en gång')
  expect((await get(base, { Cookie: `coder=${calm}` })).status).toBe(200)
  expect((await get('/health', { Cookie: `coder=${eager}` })).status).toBe(200)
  release()
  expect((await Promise.all(begun)).map(({ status }) => status)).toEqual(begun.map(() => 303))
  expect(await labels()).toBe(limits.inHandEach)
  expect((await make('New again', eager)).status).toBe(303)
})

test('where too many acts wait for the writer, or too much is in hand of all together, the next is refused before it is begun; those that wait are done', async () => {
  const { get, make, hold, labels, coders } = await study()
  const release = hold()
  const each = limits.acts / 4
  const begun = coders.slice(0, 4).flatMap((coder, nth) => Array.from({ length: each }, (_, at) => make(`New ${nth} ${at}`, coder)))
  await moment()
  const refused = await make('New too', coders[5]!)
  expect([refused.status, refused.headers.get('Retry-After')]).toEqual([503, `${limits.again}`])
  expect(await refused.text()).toContain('Utsaga has too much to do just now, and nothing of this was done')
  const room = limits.inHand - limits.acts
  const pages = await Promise.all(Array.from({ length: room + 5 }, (_, at) => get(`${base}/history`, { Cookie: `coder=${coders[4 + (at % 4)]}` })))
  expect(pages.filter(({ status }) => status === 200).length).toBe(room)
  expect(pages.filter(({ status }) => status === 503).length).toBe(5)
  release()
  expect(new Set((await Promise.all(begun)).map(({ status }) => status))).toEqual(new Set([303]))
  expect(await labels()).toBe(limits.acts)
}, 60_000)

test('an import is refused before its files are taken in where too many are being read, and everything new while the program is stopped', async () => {
  const { house, pool, searcher } = await study()
  const send = (app: ReturnType<typeof createApp>, language: string) =>
    app.request(`${base}/imports`, { method: 'POST', headers: { 'Sec-Fetch-Site': 'same-origin', 'Accept-Language': language }, body: new FormData() })
  const full = await send(createApp({ house, pool: { ...pool, waiting: () => limits.readings }, searcher }), 'sv')
  expect([full.status, full.headers.get('Retry-After')]).toEqual([503, `${limits.again}`])
  expect(await full.text()).toContain('För många importer läses just nu')
  const stopping = await send(createApp({ house, pool, searcher, stopping: AbortSignal.abort() }), 'en')
  expect(stopping.status).toBe(503)
  expect(await stopping.text()).toContain('Utsaga is being stopped')
})
