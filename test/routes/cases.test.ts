import { expect, test } from 'vitest'
import { undo } from '../../src/services/undo.ts'
import { listAttributes, listSourceCases, listStudyCases } from '../../src/storage/study-cases.ts'
import { openSharedPool, openTestHouse, seedSmallStudy } from '../support/house.ts'
import { xlsxOf } from '../support/xlsx.ts'

const pool = await openSharedPool()

const base = '/projects/night-shift'
const SCRIPT = '<script>alert(1)</script>'

async function open() {
  const opened = await openTestHouse({ pool })
  const seeded = await seedSmallStudy(opened.house)
  const cases = () => listStudyCases(opened.house.read, seeded.projectId)
  const told = async () => (await cases()).map((one) => [one.name, one.kind, ...one.values.values()])
  const upload = (path: string, text: string) => {
    const body = new FormData()
    body.set('file', new File([text], 'cases.csv'))
    return opened.app.request(`${base}${path}`, { method: 'POST', headers: { 'Sec-Fetch-Site': 'same-origin', 'Accept-Language': 'en' }, body })
  }
  /** Upload a file and confirm its preview as it stands, or with these types chosen. */
  const readIn = async (text: string, types: Record<string, string> = {}) => {
    const page = await (await upload('/cases/file', text)).text()
    const body = new FormData()
    body.set('table', unescaped(/name="table" value="([^"]*)"/.exec(page)![1]!))
    for (const [, name, options] of page.matchAll(/<select name="(type\.\d+)"[^>]*>(.*?)<\/select>/gs))
      body.set(name!, /value="(\w+)" selected/.exec(options!)![1]!)
    for (const [name, type] of Object.entries(types)) body.set(name, type)
    return opened.app.request(`${base}/cases/confirmation`, { method: 'POST', headers: { 'Sec-Fetch-Site': 'same-origin', 'Accept-Language': 'en' }, body })
  }
  return { ...opened, ...seeded, cases, told, upload, readIn }
}
const unescaped = (html: string) =>
  html.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')

test('a case is made, gets values and a source, and each is undone in turn', async () => {
  const { post, house, projectId, sourceId, cases, told } = await open()
  await post(`${base}/cases`, { name: 'Ward 3', kind: 'ward' })
  await post(`${base}/attributes`, { name: 'Beds', type: 'number' })
  const [ward] = await cases()
  const [beds] = await listAttributes(house.read, projectId)
  await post(`${base}/cases/${ward!.id}`, { name: 'Ward 4', kind: 'ward', [`value-${beds!.id}`]: '1 200', sources: 'shown', sourceId })
  expect(await told()).toEqual([['Ward 4', 'ward', '1200']])
  expect((await listSourceCases(house.read, projectId))[0]).toMatchObject({ sourceId, caseName: 'Ward 4' })
  await undo(house, { projectId, actorId: 1 })
  expect(await told()).toEqual([['Ward 3', 'ward']])
  expect(await listSourceCases(house.read, projectId)).toEqual([])
})

test('a value that does not fit its type is refused and nothing is kept', async () => {
  const { post, house, projectId, cases, told } = await open()
  await post(`${base}/cases`, { name: 'Ward 3', kind: '' })
  await post(`${base}/attributes`, { name: 'Beds', type: 'number' })
  const [ward] = await cases()
  const [beds] = await listAttributes(house.read, projectId)
  const res = await post(`${base}/cases/${ward!.id}`, { name: 'Renamed', kind: '', [`value-${beds!.id}`]: 'many' })
  expect([res.status, await res.text()]).toEqual([422, expect.stringContaining('“many” is not a number')])
  expect(await told()).toEqual([['Ward 3', '']])
})

test('a type changes only where every value fits it', async () => {
  const { readIn, post, house, projectId } = await open()
  await readIn('case,size\nA,10\nB,large')
  const [size] = await listAttributes(house.read, projectId)
  expect(size).toMatchObject({ name: 'size', type: 'category' })
  expect((await post(`${base}/attributes/${size!.id}`, { name: 'size', type: 'number' })).status).toBe(422)
  expect((await listAttributes(house.read, projectId))[0]).toMatchObject({ type: 'category' })
})

test('a file of cases is merged by name, types are guessed, and all of it is one act', async () => {
  const { readIn, told, house, projectId } = await open()
  expect((await readIn('case;kind;region;population\nA;town;North;"46 800"\nB;town;South;5310\nC;town;North;')).status).toBe(303)
  expect((await listAttributes(house.read, projectId)).map(({ name, type }) => [name, type])).toEqual([
    ['region', 'category'],
    ['population', 'number'],
  ])
  await readIn('case,population\nB,6000\nD,1')
  expect(await told()).toEqual([
    ['A', 'town', 'North', '46800'],
    ['B', 'town', 'South', '6000'],
    ['C', 'town', 'North'],
    ['D', '', '1'],
  ])
  const wrong = await readIn('case,population\nE,1\nF,none')
  expect([wrong.status, await wrong.text()]).toEqual([422, expect.stringContaining('Row 3: “none” does not fit')])
  await undo(house, { projectId, actorId: 1 })
  await undo(house, { projectId, actorId: 1 })
  expect(await told()).toEqual([])
})

test('a preview tells what would come, keeps nothing, and lets types be chosen', async () => {
  const { upload, readIn, told, house, projectId } = await open()
  const file = 'case,started,size\nA,2020,<b>10</b>\nB,2021,12'
  const page = await (await upload('/cases/file', file)).text()
  expect(page).toContain('2 new cases, and 0 that are here already')
  expect(page).toContain('&lt;b&gt;10&lt;/b&gt; · 12')
  expect(await told()).toEqual([])
  expect((await readIn(file, { 'type.0': 'date', 'type.1': 'text' })).status).toBe(303)
  expect((await listAttributes(house.read, projectId)).map(({ name, type }) => [name, type])).toEqual([
    ['started', 'date'],
    ['size', 'text'],
  ])
  const again = await (await upload('/cases/file', 'case,started\nA,soon\nC,2022')).text()
  expect(again).toContain('1 new case, and 1 that is here already')
  expect(again).toContain('here already: date')
  expect(again).toContain('New cases: C.')
  expect(again).toContain('1 value does not fit the type')
})

test('a preview says which values keep a column from being dates, and which column is the kind', async () => {
  const { upload } = await open()
  const rows = ['A,town,2021-02-01,007', 'B,town,2021-02-03,008', 'C,farm,2021-02-04,009', 'D,farm,05.02.2021,010']
  const page = await (await upload('/cases/file', `case,type,met,no\n${rows.join('\n')}`)).text()
  expect(page).toContain('3 of 4 are dates, but not 05.02.2021. Dates are written 2021-02-05.')
  expect(page).toContain('The column “type” says what kind the cases are.')
  expect(page, 'numbers that begin with 0 are names').not.toContain('are numbers, but not')
})

test.each([
  ['A;20.000\nB;31.444\nC;8.900', {}, ['20000', '31444', '8900'], 'Read as 20,000 · 31,444 · 8,900.'],
  ['A;20.000\nB;31.444\nC;8.900', { 'type.0': 'decimals' }, ['20', '31.444', '8.9'], 'number (20.000 is 20)'],
  ['A;2.500.000\nB;900.000', {}, ['2500000', '900000'], 'Read as 2,500,000 · 900,000.'],
  ['A;0,8\nB;1,234', {}, ['0.8', '1.234'], 'For example'],
  ['A;1.234', {}, ['1.234'], '1.234 may be 1,234 or 1.234. Choose which, else it stays as it is written.'],
  ['A;1.234', { 'type.0': 'number' }, ['1234'], 'number (1.234 is 1,234)'],
])('numbers of a file are read by all of their column, and the preview says how: %s %j', async (rows, types, values, says) => {
  const { upload, readIn, cases } = await open()
  const file = `case;people\n${rows}`
  expect(await (await upload('/cases/file', file)).text()).toContain(says)
  expect((await readIn(file, types)).status).toBe(303)
  expect((await cases()).flatMap((one) => [...one.values.values()])).toEqual(values)
})

test('beside decimals 1.234 is one, and a field that nobody touched keeps its number', async () => {
  const { post, readIn, cases, house, projectId, upload } = await open()
  await readIn('case;share\nA;0,8\nB;1,234')
  expect(await (await upload('/cases/file', 'case;share\nC;2.345')).text()).toContain('Read as 2.345.')
  await readIn('case;share\nC;2.345')
  const [share] = await listAttributes(house.read, projectId)
  const told = async () => (await cases()).flatMap((one) => [...one.values.values()])
  await post(`${base}/cases/${(await cases())[1]!.id}`, { [`value-${share!.id}`]: '1.234' })
  expect(await told()).toEqual(['0.8', '1.234', '2.345'])
  await post(`${base}/cases/${(await cases())[1]!.id}`, { [`value-${share!.id}`]: '20.000' })
  expect(await told()).toEqual(['0.8', '20000', '2.345'])
})

test('a workbook is read, and what is no table is refused', async () => {
  const { app, upload } = await open()
  const body = new FormData()
  body.set(
    'file',
    new File(
      [
        new Uint8Array(
          await xlsxOf({
            A: [
              ['case', 'beds'],
              ['Ward 1', 12],
              ['Ward 2', 14],
            ],
            B: [['x']],
          }),
        ),
      ],
      'cases.xlsx',
    ),
  )
  const page = await (
    await app.request(`${base}/cases/file`, { method: 'POST', headers: { 'Sec-Fetch-Site': 'same-origin', 'Accept-Language': 'en' }, body })
  ).text()
  expect(page).toContain('Read in 2 cases')
  expect(page).toContain('1 other sheet of the workbook (B)')
  expect((await upload('/cases/file', 'case\n')).status).toBe(422)
})

test.each([['not json'], ['{"attributes":["a"],"cases":[{"row":2,"name":"x","kind":null,"values":[]}]}'], ['{"attributes":[],"cases":[]}']])(
  'a table that nobody previewed is refused: %s',
  async (table) => {
    const { post, told } = await open()
    expect((await post(`${base}/cases/confirmation`, { table })).status).toBe(422)
    expect(await told()).toEqual([])
  },
)

test('values of a category are offered to other cases', async () => {
  const { readIn, get, cases } = await open()
  await readIn('case,region\nA,North\nB,South\nC,North')
  const page = await (await get(`${base}/cases/${(await cases())[0]!.id}`)).text()
  expect(page).toMatch(/<datalist id="values-\d+"><option value="North"[^>]*>(<\/option>)?<option value="South"/)
})

test('removing a case or an attribute takes what hangs on it, and undo brings all of it back', async () => {
  const { readIn, post, told, house, projectId, cases } = await open()
  await readIn('case,region\nA,North\nB,North')
  const before = await told()
  await post(`${base}/cases/${(await cases())[0]!.id}/removal`, {})
  await post(`${base}/attributes/${(await listAttributes(house.read, projectId))[0]!.id}/removal`, {})
  expect(await told()).toEqual([['B', '']])
  for (let i = 0; i < 2; i++) await undo(house, { projectId, actorId: 1 })
  expect(await told()).toEqual(before)
})

test('script in every field is shown as text', async () => {
  const { post, get, house, projectId, cases } = await open()
  await post(`${base}/cases`, { name: SCRIPT, kind: SCRIPT })
  await post(`${base}/attributes`, { name: SCRIPT, type: 'text' })
  const [one] = await cases()
  const [attribute] = await listAttributes(house.read, projectId)
  await post(`${base}/cases/${one!.id}`, { name: SCRIPT, kind: SCRIPT, [`value-${attribute!.id}`]: SCRIPT })
  for (const path of ['/cases', `/cases/${one!.id}`, '/history', '']) {
    const res = await get(`${base}${path}`)
    expect(res.status).toBe(200)
    expect(await res.text()).not.toContain('<script>alert')
  }
})

test.each([
  ['/cases', { name: 'x'.repeat(10_000), kind: '' }, 422],
  ['/cases', { name: ' ', kind: '' }, 422],
  ['/cases/99', { name: 'x', kind: '' }, 404],
  ['/cases/99/removal', {}, 404],
  ['/attributes', { name: 'x', type: 'blob' }, 422],
  ['/attributes/99', { name: 'x', type: 'text' }, 404],
  ['/attributes/99/removal', {}, 404],
])('%s %j is refused', async (path, form, status) => {
  const { post, told } = await open()
  expect((await post(`${base}${path}`, form)).status).toBe(status)
  expect(await told()).toEqual([])
})

test('a source of another project is not linked', async () => {
  const { post, cases, house, projectId } = await open()
  await post(`${base}/cases`, { name: 'A', kind: '' })
  const res = await post(`${base}/cases/${(await cases())[0]!.id}`, { name: 'A', kind: '', sources: 'shown', sourceId: 999 })
  expect(res.status).toBe(404)
  expect(await listSourceCases(house.read, projectId)).toEqual([])
})
