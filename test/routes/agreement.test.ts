import { expect, test } from 'vitest'
import { readAgreement } from '../../src/services/agreement.ts'
import { agreementMakers } from '../../src/services/exports/export-agreement.ts'
import { undo } from '../../src/services/undo.ts'
import { openTestHouse, seedSmallStudy } from '../support/house.ts'
import { addPerson } from '../support/people.ts'
import { keepSecondCoder } from '../support/second-coder.ts'

const base = '/projects/night-shift'
// Ten paragraphs of 99 characters and a line feed, the last without: 999 characters, of which one is added.
const text = Array.from({ length: 10 }, () => `${'word '.repeat(19)}end.`)
  .join('\n')
  .concat('!')

async function twoCoders() {
  const tools = await openTestHouse()
  const ids = await seedSmallStudy(tools.house, text)
  const second = await keepSecondCoder(tools.house, 'Bo')
  const code = (coder: string | undefined, start: number, end: number, codeId: number) =>
    tools.post(`${base}/sources/${ids.sourceId}/codings`, { codeId, start, end }, { 'HX-Request': 'true', ...(coder && { Cookie: `coder=${coder}` }) })
  const page = async (path: string, coder?: string) => (await tools.get(`${base}${path}`, coder ? { Cookie: `coder=${coder}` } : {})).text()
  return { ...tools, ...ids, second, code, page }
}

test('on characters: A codes 0-100 and B 50-150 of 1,000: kappa .444, in JSON with its unit, and by theme', async () => {
  const { house, code, second, sleepId, projectId } = await twoCoders()
  expect(text).toHaveLength(1000)
  await code(undefined, 0, 99, sleepId)
  await code(second, 50, 149, sleepId)
  const make = async (unit: string) => {
    const file = await agreementMakers.json(house.read, {
      project: { id: projectId, slug: 'night-shift', name: 'Night shift' },
      filter: '',
      language: 'en',
      options: { coders: 'You, bo', unit },
    })
    return JSON.parse(String(file.bytes)) as { rows: Record<string, unknown>[]; coders: string[]; sources: number }
  }
  const { rows, coders, sources } = await make('character')
  expect([coders, sources]).toEqual([['You', 'Bo'], 1])
  expect(rows.map(({ code, overall }) => [code, overall])).toEqual([
    [null, true],
    ['Fatigue', false],
    ['Fatigue > Sleep', false],
  ])
  for (const row of rows) {
    expect(row).toMatchObject({ unit: 'character', n: 1000, kappaIs: 'cohen' })
    expect(row['kappa']).toBeCloseTo(0.444, 2)
    expect((row['interval'] as number[])[0]).toBeLessThan(row['kappa'] as number)
  }
  expect((await make('source')).rows[0]).toMatchObject({ n: 1, percent: 100, kappa: null, interval: null })
  expect((await make('sentence')).rows[1]).toMatchObject({ n: 10, percent: 90 })
  expect((await make('turn')).rows[0]).toMatchObject({ n: 0, percent: null })
})

test('wrong wishes are refused in a sentence', async () => {
  const { house, projectId } = await twoCoders()
  const asked = (options: Record<string, string>) =>
    agreementMakers.csv(house.read, { project: { id: projectId, slug: 'x', name: 'x' }, filter: '', language: 'en', options })
  await expect(asked({ unit: 'letter' })).rejects.toMatchObject({ key: 'refusal.agreement-unit' })
  await expect(asked({ coders: 'You,Nobody' })).rejects.toMatchObject({ key: 'refusal.no-coder-named', values: { name: 'Nobody' } })
  await expect(asked({ coders: 'You' })).rejects.toMatchObject({ key: 'refusal.agreement-two' })
})

test('the page shows the numbers with their unit, and leads to the differences, which are settled with a reason and kept', async () => {
  const { code, page, post, second, sleepId, house, projectId } = await twoCoders()
  expect(await page('/agreement')).toContain('when two have coded')
  await code(undefined, 0, 95, sleepId)
  await code(second, 200, 295, sleepId)
  const shown = await page('/agreement?unit=sentence')
  expect(shown).toContain('Number of sentences')
  expect(await page('/agreement?unit=source')).toContain('>undefined<')
  const list = await page('/agreement/differences')
  expect(list).toContain('Open (2)')
  expect(list.match(/>not put</g)).toHaveLength(2)
  const quotationId = Number(/name="quotationId" value="(\d+)"/.exec(list)![1])
  expect((await post(`${base}/agreement/decisions`, { quotationId, codeId: sleepId, applies: 'no', reason: '  ' })).status).toBe(422)
  await post(`${base}/agreement/decisions`, { quotationId, codeId: sleepId, applies: 'no', reason: 'They speak of work.' })
  expect(await page('/agreement/differences')).toContain('Open (1)')
  const settled = await page('/agreement/differences?settled=yes')
  expect(settled).toContain('They speak of work.')
  expect(settled).toMatch(/You decided .*does not belong here/)
  await undo(house, { projectId, actorId: 1 })
  expect(await page('/agreement/differences')).toContain('Open (2)')
})

test('others’ codings are hidden until one is done with a source: on its page, in lists, and among the differences', async () => {
  const { code, page, post, get, second, sleepId, sourceId } = await twoCoders()
  await code(undefined, 0, 95, sleepId)
  await code(second, 200, 295, sleepId)
  const marks = async (coder?: string) => ((await page(`/sources/${sourceId}`, coder)).match(/<li class="coding /g) ?? []).length
  expect(await marks()).toBe(2)
  await post(`${base}/agreement/independence`, { independent: 'yes' })
  expect([await marks(), await marks(second)]).toEqual([1, 1])
  expect((await page('/quotations')).match(/<figure/g)).toHaveLength(1)
  expect(await page('/agreement/differences')).toContain('Open (0)')
  const alone = await page('/agreement?coder=1&coder=2')
  expect(alone).toContain('Only the 0 sources that you are done with are compared.')
  expect(alone).not.toContain('κ</th>')
  const csv = async () => (await page('/exports/quotations.csv')).trim().split('\n').length - 1
  expect(await csv()).toBe(1)
  const zip = await get(`${base}/exports/project.zip`)
  expect([zip.status, await zip.text()]).toEqual([403, expect.stringContaining('Be done with your sources first')])
  await post(`${base}/sources/${sourceId}/done`, { done: 'yes' })
  expect(await csv()).toBe(2)
  expect([await marks(), await marks(second)]).toEqual([2, 1])
  expect((await page('/quotations')).match(/<figure/g)).toHaveLength(2)
  expect(await page('/agreement/differences')).toContain('Open (2)')
  await post(`${base}/sources/${sourceId}/done`, { done: 'no' })
  expect(await marks()).toBe(1)
  await post(`${base}/agreement/independence`, { independent: 'no' })
  expect(await marks()).toBe(2)
})

test('what is coded after one could read the others’ is left out of agreement, said on its page and in JSON, and counted where that is asked for', async () => {
  const { house, code, page, post, second, sleepId, teamId, sourceId, projectId } = await twoCoders()
  const json = async (options: Record<string, string> = {}) => {
    const project = { id: projectId, slug: 'night-shift', name: 'Night shift' }
    const file = await agreementMakers.json(house.read, { project, filter: '', language: 'en', options: { unit: 'character', ...options } })
    return JSON.parse(String(file.bytes)) as { rows: { code: string | null; percent: number; coded: number[] }[]; afterReading: object }
  }
  const done = (coder: string, yes: boolean) => post(`${base}/sources/${sourceId}/done`, { done: yes ? 'yes' : 'no' }, { Cookie: `coder=${coder}` })
  await post(`${base}/agreement/independence`, { independent: 'yes' })
  await code(undefined, 0, 95, sleepId)
  await code(second, 200, 295, sleepId)
  await code(second, 400, 495, teamId)
  await done(second, true)
  const apart = await json()
  expect(apart.afterReading).toEqual({ counted: false, made: 0, changed: 0, coders: [] })
  // Bo is done, reads, opens the source again, and codes as the other did.
  await done(second, false)
  await code(second, 0, 95, sleepId)
  const codingId = house.read.selectFrom('coding').innerJoin('quotation', 'quotation.id', 'quotation_id').select('coding.id')
  const removed = (await codingId.where('start_offset', '=', 200).executeTakeFirstOrThrow()).id
  await post(`${base}/codings/${removed}/removal`, {}, { Cookie: `coder=${second}` })
  const later = await json()
  expect(later.afterReading).toEqual({ counted: false, made: 1, changed: 1, coders: ['Bo'] })
  expect(later.rows).toEqual(apart.rows)
  const all = await json({ 'after-reading': 'yes' })
  expect(all.afterReading).toEqual({ counted: true, made: 1, changed: 1, coders: ['Bo'] })
  expect(all.rows.find((row) => row.code?.endsWith('Sleep'))).toMatchObject({ percent: 100 })
  // The other is done too, and sees how both coded.
  await done('1', true)
  await post(`${base}/agreement/independence`, { independent: 'no' })
  expect((await json()).rows).toEqual(apart.rows)
  const shown = await page('/agreement')
  expect(shown).toContain('Bo put 1 coding and changed or removed 1')
  expect(shown).toContain('That is not counted')
  expect(await page('/agreement?coder=1&coder=2&after-reading=yes')).toContain('Count only what was coded apart')
})

test('when a project stops coding apart, what is put later in a source that one had coded is after reading, and a new source is as in any project', async () => {
  const { house, code, post, second, sleepId, projectId, page } = await twoCoders()
  await post(`${base}/agreement/independence`, { independent: 'yes' })
  await code(undefined, 0, 95, sleepId)
  await code(second, 200, 295, sleepId)
  await post(`${base}/undo`, {})
  await post(`${base}/redo`, {})
  await post(`${base}/agreement/independence`, { independent: 'no' })
  await code(undefined, 200, 295, sleepId)
  expect(await page('/agreement')).toContain('You put 1 coding and changed')
  const { rows } = await readAgreement(house.read, { projectId, coders: [], unit: 'source' })
  expect(rows[0]!.n).toBe(1)
})

test('who is done with a source and coded nothing in it has rated it', async () => {
  const { code, post, page, second, sleepId, sourceId } = await twoCoders()
  await code(undefined, 0, 95, sleepId)
  expect(await page(`/agreement?coder=1&coder=2`)).toContain('when two have coded')
  await post(`${base}/sources/${sourceId}/done`, { done: 'yes' }, { Cookie: `coder=${second}` })
  expect(await page('/agreement/differences?coder=1&coder=2')).toContain('Open (1)')
})

test('who signs in to read and question, and codes nothing, sees what all have coded', async () => {
  const { house, code, get, post, second, sleepId, projectId } = await twoCoders()
  await code(undefined, 0, 95, sleepId)
  await code(second, 200, 295, sleepId)
  await post(`${base}/agreement/independence`, { independent: 'yes' })
  const figures = async (role: 'supervisor' | 'researcher') => {
    const { cookie } = await addPerson(house, role, { [projectId]: role })
    const of = async (page: string, sign: RegExp) => ((await (await get(`${base}/${page}`, { Cookie: cookie })).text()).match(sign) ?? []).length
    return [await of('quotations', /<figure/g), await of('sources/1', /data-coding="/g), await of('sources/1', /class="coding-alone"/g)]
  }
  expect([await figures('supervisor'), await figures('researcher')]).toEqual([
    [2, 2, 0],
    [0, 0, 1],
  ])
})
