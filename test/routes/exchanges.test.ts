import fc from 'fast-check'
import { expect, test } from 'vitest'
import { writeQdc } from '../../src/exchange/write-qdc.ts'
import { writeQdpx } from '../../src/exchange/write-qdpx.ts'
import { anyExchanged } from '../support/exchanged.ts'
import { openTestHouse, seedSmallStudy } from '../support/house.ts'

const at = '2026-11-21T12:00:00.000Z'
const sample = fc.sample(anyExchanged, { numRuns: 1, seed: 21 })[0]!

async function upload(app: { request: (path: string, init: RequestInit) => Response | Promise<Response> }, bytes: Uint8Array | string, into = '') {
  const form = new FormData()
  form.set('into', into)
  form.set('files', new File([bytes as BlobPart], 'study 😴.qdpx'))
  return app.request('/exchanges', { method: 'POST', headers: { 'Sec-Fetch-Site': 'same-origin', 'Accept-Language': 'en' }, body: form })
}

test('a file is looked at, taken into a new project, and undone as one', async () => {
  const { app, get, post, house } = await openTestHouse()
  const sent = await upload(app, await writeQdpx({ ...sample, at }))
  expect(sent.status).toBe(303)
  const path = sent.headers.get('Location')!
  const preview = await (await get(path)).text()
  expect(preview).toContain('Nothing is saved yet')
  expect(preview).toContain(`${sample.project.codes.length} code`)
  expect(await house.read.selectFrom('project').select('id').execute()).toEqual([])
  const done = await post(`${path}/confirmation`, { into: '', name: 'Brought along', language: 'nb' }, {})
  expect(done.headers.get('Location')).toBe('/projects/brought-along')
  expect(await (await get('/projects/brought-along/codebook')).text()).toContain('Code 0')
  expect(await (await get('/history')).text()).toContain('from another program')
  expect((await get(path)).status).toBe(404)
  await post('/undo', {}, {})
  expect((await get('/projects/brought-along')).status).toBe(404)
})

test('the same into a project that is there: codes by path, and twice adds nothing', async () => {
  const { app, get, post, house } = await openTestHouse()
  await seedSmallStudy(house)
  const [first] = sample.project.codes
  const codes = [
    { ...first!, label: 'fatigue', parent: null },
    { ...first!, guid: crypto.randomUUID(), label: 'Brand new', parent: 0 },
  ]
  const file = writeQdc({ codes, sets: [] })
  const path = (await upload(app, file, 'night-shift')).headers.get('Location')!
  expect(path).toMatch(/\?into=night-shift$/)
  const preview = await (await get(path)).text()
  expect(preview).toContain('2 codes, of which 1 is here already')
  expect(preview).toMatch(/fatigue\s*<span[^>]*>is here<\/span>/)
  const confirm = (where: string) => post(`${where.split('?')[0]}/confirmation`, { into: 'night-shift' }, {})
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
  const { app } = await openTestHouse()
  const sent = await upload(app, 'nothing of the kind')
  expect(sent.status).toBe(422)
  expect(await sent.text()).toContain('can’t be read')
  expect((await upload(app, '')).status).toBe(422)
})
