import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { writeQdc } from '../../src/exchange/write-qdc.ts'
import { writeQdpx } from '../../src/exchange/write-qdpx.ts'
import { gather, writeZip } from '../../src/exchange/write-zip.ts'
import { makeExchangeDraft } from '../../src/services/exchange/exchange-drafts.ts'
import { takeExchange } from '../../src/services/exchange/exchange-work.ts'
import { importExchange } from '../../src/services/exchange/import-exchange.ts'
import { pathsOf } from '../../src/services/imports/draft-folder.ts'
import { anyExchanged } from '../support/exchanged.ts'
import { openSharedPool, openTestHouse, seedSmallStudy } from '../support/house.ts'

const shared = await openSharedPool()
const at = '2026-11-21T12:00:00.000Z'
const sample = fc.sample(anyExchanged, { numRuns: 1, seed: 21 })[0]!

async function upload(app: { request: (path: string, init: RequestInit) => Response | Promise<Response> }, bytes: Uint8Array | string, into = '') {
  const form = new FormData()
  form.set('into', into)
  form.set('files', new File([bytes as BlobPart], 'study 😴.qdpx'))
  return app.request('/exchanges', { method: 'POST', headers: { 'Sec-Fetch-Site': 'same-origin', 'Accept-Language': 'en' }, body: form })
}

type Get = Awaited<ReturnType<typeof openTestHouse>>['get']
/** What a page comes to that says how far a piece of work has come until it is done; where it leads on, from there. */
async function settled(get: Get, path: string): Promise<Response> {
  for (let tries = 0; tries < 400; tries++) {
    const page = await get(path)
    if (page.status !== 200 || !(await page.clone().text()).includes('id="reading"')) return page
    await wait(50)
  }
  throw new Error('It was never done.')
}

test('a file is looked at, taken into a new project, and undone as one', async () => {
  const { app, get, post, house } = await openTestHouse({ pool: shared })
  const sent = await upload(app, await writeQdpx({ ...sample, at }))
  expect(sent.status).toBe(303)
  const path = sent.headers.get('Location')!
  const preview = await (await settled(get, path)).text()
  expect(preview).toContain('Nothing is saved yet')
  expect(preview).toContain(`${sample.project.codes.length} code`)
  expect(await house.read.selectFrom('project').select('id').execute()).toEqual([])
  const sentOn = await post(`${path}/confirmation`, { into: '', name: 'Brought along', language: 'nb' }, {})
  expect(sentOn.headers.get('Location')).toBe(path)
  const done = await settled(get, path)
  expect(done.headers.get('Location')).toBe('/projects/brought-along')
  expect(await (await get('/projects/brought-along/codebook')).text()).toContain('Code 0')
  expect(await (await get('/history')).text()).toContain('from another program')
  expect((await get(path)).status).toBe(404)
  await post('/undo', {}, {})
  expect((await get('/projects/brought-along')).status).toBe(404)
})

test('a study of our own that is here already is looked at against itself, and not offered as a new project', async () => {
  const { app, get, house } = await openTestHouse()
  await seedSmallStudy(house)
  const zip = new Uint8Array(await (await get('/projects/night-shift/exports/project.zip')).arrayBuffer())
  const path = (await upload(app, zip)).headers.get('Location')!
  const led = await settled(get, path)
  expect(led.headers.get('Location')).toBe(`${path}?into=night-shift`)
  const preview = await (await get(`${path}?into=night-shift`)).text()
  expect(preview).toContain('The project is here already: night-shift.')
  expect(preview).not.toContain('<option value=""')
})

test('the same into a project that is there: codes by path, and twice adds nothing', async () => {
  const { app, get, post, house } = await openTestHouse({ pool: shared })
  await seedSmallStudy(house)
  const [first] = sample.project.codes
  const codes = [
    { ...first!, label: 'fatigue', parent: null },
    { ...first!, guid: crypto.randomUUID(), label: 'Brand new', parent: 0 },
  ]
  const file = writeQdc({ codes, sets: [] })
  const path = (await upload(app, file, 'night-shift')).headers.get('Location')!
  expect(path).toMatch(/\?into=night-shift$/)
  const preview = await (await settled(get, path)).text()
  expect(preview).toContain('2 codes, of which 1 is here already')
  expect(preview).toMatch(/fatigue\s*<span[^>]*>is here<\/span>/)
  const confirm = async (where: string) => {
    await settled(get, where)
    await post(`${where.split('?')[0]}/confirmation`, { into: 'night-shift' }, {})
    await settled(get, where)
  }
  await confirm(path)
  expect(await house.read.selectFrom('code').select('label').where('label', '=', 'Brand new').execute()).toHaveLength(1)
  await confirm((await upload(app, file, 'night-shift')).headers.get('Location')!)
  expect(await house.read.selectFrom('act').select('id').where('kind', '=', 'import-project').execute()).toHaveLength(1)
})

test('the page of a project offers it to other programs, and says what is lost', async () => {
  const { get, house } = await openTestHouse()
  await seedSmallStudy(house)
  const page = await (await get('/projects/night-shift/exchange')).text()
  expect(page).toContain('/projects/night-shift/exports/project.qdpx')
  expect(page).toContain('1 source with emoji')
  const file = await get('/projects/night-shift/exports/project.qdpx')
  expect(file.headers.get('Content-Disposition')).toContain('night-shift-project.qdpx')
  expect(
    Buffer.from(await file.arrayBuffer())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK')
  expect(await (await get('/projects/night-shift/exports/codebook.qdc')).text()).toContain('urn:QDA-XML:codebook:1.0')
})

test('what is none is refused in a sentence, and nothing waits', async () => {
  const { app, get, folder } = await openTestHouse({ pool: shared })
  const sent = await upload(app, 'nothing of the kind')
  const said = sent.status === 303 ? await settled(get, sent.headers.get('Location')!) : sent
  expect(said.status).toBe(422)
  expect(await said.text()).toContain('can’t be read')
  expect((await upload(app, '')).status).toBe(422)
  expect(readdirSync(join(folder, 'imports'))).toEqual([])
})

test('hostile files are refused in a sentence by the way that people send them, or told of, and nothing is left of them', async () => {
  const { app, get, house, folder } = await openTestHouse({ pool: shared })
  const zip = (parts: Record<string, string | Uint8Array>) => gather(writeZip(Object.entries(parts).map(([name, content]) => ({ name, content }))))
  const qde = (inside = '', before = '') => `${before}<Project xmlns="urn:QDA-XML:project:1.0" name="Odd">${inside}</Project>`
  const ten = Object.fromEntries(Array.from({ length: 10 }, (_, n) => [`${n}.qde`, qde()]))
  const users = Array.from({ length: 1001 }, (_, n) => `<User guid="x" name="U${n}"/>`.replace('x', crypto.randomUUID())).join('')
  const whole = await zip({ 'project.qde': qde() })
  const refused: [string, Uint8Array][] = [
    ['Pack one at a time', await zip(ten)],
    ['DOCTYPE', await zip({ 'project.qde': qde('&a;', '<!DOCTYPE Project [<!ENTITY a SYSTEM "file:///etc/passwd">]>') })],
    ['unreasonably large', await zip({ 'project.qde': qde(), 'sources/a.txt': new Uint8Array(60 * 1024 * 1024) })],
    ['more than 1,000 coders', await zip({ 'project.qde': qde(`<Users>${users}</Users>`) })],
    ['broken', await zip({ 'project.qde': qde('<Sources>') })],
    ['no project', await zip({ 'sources/project.txt': qde() })],
    ['cut short', whole.subarray(0, whole.length - 30)],
  ]
  for (const [words, bytes] of refused) {
    const sent = await upload(app, bytes)
    const page = sent.status === 303 ? await settled(get, sent.headers.get('Location')!) : sent
    expect([page.status >= 400 && page.status < 500, await page.text()], words).toEqual([true, expect.stringContaining(words)])
  }
  expect(readdirSync(join(folder, 'imports'))).toEqual([])
  const lost = qde(
    `<Sources><TextSource guid="no" name="../../x" plainTextPath="internal://../../../etc/passwd"/></Sources><Graphs><Graph guid="no"/></Graphs>`,
  )
  const told = await settled(get, (await upload(app, await zip({ 'project.qde': lost, 'x/y.txt': 'x' }))).headers.get('Location')!)
  expect([told.status, (await told.text()).includes('1 source without text')]).toEqual([200, true])
  expect(await house.read.selectFrom('act').select('id').execute()).toEqual([])
})

test('a file that takes its time says how far it has come, begins again after a restart, and is let go at once', async () => {
  const { get, post, house, folder } = await openTestHouse({ pool: shared })
  const id = crypto.randomUUID()
  mkdirSync(join(folder, 'imports', id), { recursive: true })
  writeFileSync(pathsOf(house, id).bytes(0), await many(100))
  const asked = async () => (await get(`/exchanges/${id}`, { 'HX-Request': 'true' })).text()
  expect(await asked()).toMatch(/id="reading".*<progress[^>]*max="100" value="0"/)
  expect((await post(`/exchanges/${id}/cancellation`, {}, {})).headers.get('Location')).toBe('/')
  expect(readdirSync(join(folder, 'imports'))).toEqual([])
  expect((await get(`/exchanges/${id}`)).status).toBe(404)
})

test('reading and taking in say how far they have come, to the end', async () => {
  const { house, folder } = await openTestHouse({ pool: shared })
  writeFileSync(join(folder, 'file'), await many(30))
  const said: { read: number[]; take: number[] } = { read: [], take: [] }
  const onProgress = (kind: 'read' | 'take') => (done: number, of: number) => said[kind].push(done / of)
  const draftId = await makeExchangeDraft(house, shared, (to) => copyFile(join(folder, 'file'), to), { onProgress: onProgress('read') })
  await importExchange(house, { draftId, coderId: 1, into: { name: 'Told', language: 'en' } }, { onProgress: onProgress('take') })
  for (const shares of [said.read, said.take]) {
    expect(shares.length).toBeGreaterThan(20)
    expect(shares).toEqual([...shares].sort((a, b) => a - b))
    expect(shares[0]).toBe(0)
    expect(shares.at(-1)).toBeGreaterThan(0.8)
    expect(shares.at(-1)).toBeLessThanOrEqual(1)
  }
})

test('a draft that nobody waits for any more while it is taken in stays as it was, and nothing of it is kept', async () => {
  const { app, get, post, house } = await openTestHouse({ pool: shared })
  const path = (await upload(app, await many(60))).headers.get('Location')!
  await settled(get, path)
  const { finished } = takeExchange(house, { draftId: path.split('/')[2]!, coderId: 1, into: { name: 'Too much', language: 'en' } })
  expect(await (await get(path, { 'HX-Request': 'true' })).text()).toContain('Taking the file in')
  expect((await post(`${path}/cancellation`, {}, {})).headers.get('Location')).toBe(path)
  await finished
  expect(await house.read.selectFrom('project').select('id').execute()).toEqual([])
  expect(await house.read.selectFrom('act').select('id').execute()).toEqual([])
  expect(await (await settled(get, path)).text()).toContain('Nothing is saved yet')
})

/** A study of so many interviews. */
async function many(count: number): Promise<Uint8Array> {
  const [first] = sample.sources
  const text = 'What we said then is what we say now. '.repeat(600)
  const sources = Array.from({ length: count }, (_, nth) => ({
    ...first!,
    guid: crypto.randomUUID(),
    title: `Source ${nth}`,
    text,
    original: null,
    selections: Array.from({ length: 20 }, (_, at) => {
      const coding = { guid: crypto.randomUUID(), code: 0, user: 0, at }
      return { guid: crypto.randomUUID(), start: at * 38, end: at * 38 + 20, codings: [{ ...coding, at: first!.madeAt }] }
    }),
  }))
  return writeQdpx({ project: { ...sample.project, cases: [], memos: [], sets: [] }, sources, at })
}
