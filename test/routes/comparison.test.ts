import { expect, test } from 'vitest'
import { codePassage } from '../../src/services/code-passage.ts'
import { openTestHouse, seedSmallStudy } from '../support/house.ts'

const base = '/projects/night-shift'

async function open() {
  const opened = await openTestHouse()
  const study = await seedSmallStudy(opened.house)
  const { projectId, sourceId, sleepId } = study
  const code = async (start: number, end: number) =>
    (await codePassage(opened.house, { projectId, coderId: 1, sourceId, codeIds: [sleepId], selection: { start, end } }))[0]!
  const [first, second] = [await code(0, 5), await code(6, 11)]
  const codings = () => opened.house.read.selectFrom('coding').select(['id', 'code_id as code', 'example']).orderBy('id').execute()
  return { ...opened, ...study, first, second, codings, list: { filter: `code:#${sleepId}`, by: 'source', group: `${sourceId}` } }
}

test('a quotation that leaves the list is taken away, and the counts say so; one that stays is drawn anew', async () => {
  const { post, first, second, teamId, sleepId, sourceId, list, codings } = await open()
  const gone = await (await post(`${base}/quotations/codings/${first.id}/code`, { ...list, codeId: teamId })).text()
  expect(gone).toContain(`hx-target="#q${first.quotationId}" hx-swap="delete"`)
  expect(gone).toMatch(/id="quotations-said"><b>1 quotation/)
  expect(gone).toMatch(new RegExp(`id="group-${sourceId}">Nurse 01 <span[^>]*>1 of 1`))
  const stays = await (await post(`${base}/quotations/codings/${second.id}/copies`, { ...list, codeId: teamId })).text()
  expect(stays).toContain(`hx-target="#q${second.quotationId}" hx-swap="outerMorph"`)
  expect(stays).toContain('also has')
  const last = await (await post(`${base}/quotations/codings/${second.id}/removal`, list)).text()
  expect(last).toContain(`hx-target="#group-${sourceId}" hx-swap="delete"`)
  expect((await codings()).map((one) => one.code)).toEqual([teamId, teamId])
  expect(sleepId).not.toBe(teamId)
})

test('without a script the list comes back at the quotation, and a page of its own has the forms', async () => {
  const { post, get, second, teamId, list } = await open()
  const acts = await (await get(`${base}/quotations/${second.quotationId}/acts?filter=${encodeURIComponent(list.filter)}`)).text()
  expect(acts).toContain(`action="${base}/quotations/codings/${second.id}/code"`)
  const res = await post(`${base}/quotations/codings/${second.id}/copies`, { ...list, codeId: teamId }, {})
  expect([res.status, res.headers.get('Location')]).toEqual([
    303,
    `${base}/quotations?filter=${encodeURIComponent(list.filter)}&by=source#q${second.quotationId}`,
  ])
})

test('an example is marked from the list, the source and the codebook alike', async () => {
  const { post, get, first, sleepId, list, codings } = await open()
  const to = `${base}/codings/${first.id}/example`
  expect(await (await post(to, { ...list, page: 'quotations', example: 1 })).text()).toContain('example in the codebook')
  expect((await codings())[0]!.example).toBe(1)
  expect(await (await get(`${base}/codebook?code=${sleepId}`)).text()).toContain('Nurse 01, paragraph 1')
  expect(await (await post(to, { page: 'codebook', example: 0 })).text()).toContain('hx-target="#code"')
  expect(await (await post(to, { page: 'source', example: 1 })).text()).toContain('hx-target="#passage"')
  expect((await post(to, { page: 'source', example: 0 }, {})).status).toBe(303)
  expect((await codings())[0]!.example).toBe(0)
  expect((await post(`${base}/codings/999/example`, { example: 1 })).status).toBe(404)
})

test('the next page comes as rows alone', async () => {
  const { get, first, list } = await open()
  const html = await (await get(`${base}/quotations?filter=${encodeURIComponent(list.filter)}&after=${first.quotationId}`, { 'HX-Request': 'true' })).text()
  expect(html).not.toContain('<html')
  expect(html.match(/<figure/g)).toHaveLength(1)
})

test('a code is parted by what was ticked or by a filter; what has changed since it was counted is refused', async () => {
  const { post, get, first, second, sleepId, teamId, codings } = await open()
  const to = `${base}/codes/${sleepId}/split`
  const page = await (await get(`${to}?codings=${first.id}`)).text()
  expect(page).toContain('Move 1 of 2 codings')
  expect(await (await get(`${to}?filter=coder:You&into=code&intoId=${teamId}`, { 'HX-Request': 'true' })).text()).toContain(
    '2 of 2 codings will have the code Team',
  )
  const stale = await post(to, { seen: 1, filter: '', into: 'under', label: 'Naps' }, {})
  expect([stale.status, await stale.text()]).toEqual([409, expect.stringContaining('now they are 2')])
  const done = await post(to, { seen: 1, codings: first.id, into: 'beside', label: 'Naps' }, {})
  expect(done.status).toBe(303)
  const made = (await codings()).find((one) => one.id === first.id)!.code
  expect(done.headers.get('Location')).toBe(`${base}/codebook?code=${made}#code`)
  expect((await codings()).find((one) => one.id === second.id)!.code).toBe(sleepId)
  expect((await get(`${base}/codes/9999/split`)).status).toBe(404)
  expect((await get(`${to}?filter=${encodeURIComponent('a OR')}`)).status).toBe(422)
})
