import { expect, test } from 'vitest'
import { actKinds, kindsIn } from '../../src/domain/act.ts'
import { readTables } from '../../src/storage/project-tables.ts'
import { isTextKey, sayIn } from '../../src/texts/catalogue.ts'
import { plainSentence } from '../../views/acts/act-sentence.tsx'
import { toldFields } from '../../views/acts/changed-fields.ts'
import type { Reader } from '../../views/layout/reader.ts'
import { openTestHouse, seedSmallStudy } from '../support/house.ts'
import { keepSecondCoder } from '../support/second-coder.ts'

const base = '/projects/night-shift'

async function open() {
  const test = await openTestHouse()
  const study = await seedSmallStudy(test.house)
  const page = async (query = '') => (await test.get(`${base}/history${query}`)).text()
  const acts = async (query = '') => (await page(query)).match(/id="act-\d+"/g) ?? []
  return { ...test, ...study, page, acts }
}

test('every kind of act has a sentence in both languages and one area', () => {
  expect(new Set(actKinds).size).toBe(actKinds.length)
  expect(kindsIn('codings')).toEqual(expect.arrayContaining(['code-passage', 'code-hits', 'split-code', 'mark-example']))
  for (const language of ['sv', 'en'] as const) {
    const reader = { say: sayIn(language), coderName: (name: string) => name } as Reader
    const names = { sources: new Map([[1, 'Källan']]), codes: new Map([[2, 'Koden']]), cases: new Map([[3, 'Fallet']]) }
    for (const kind of actKinds) {
      const act = { kind, actor: 'Anna', about: { sourceId: 1, codeId: 2, caseId: 3, count: 2, label: 'L' }, tookBack: null }
      const said = plainSentence(reader, act, names)
      expect(said, kind).toMatch(/^Anna \p{Ll}/u)
      expect(said, kind).not.toMatch(/[{}\ue000-\uf8ff]|undefined/)
    }
  }
})

test('the history is narrowed by coder, by what it is about and by days, and keeps that on its further pages', async () => {
  const { post, page, acts, sourceId, fatigueId, teamId } = await open()
  await post(`${base}/sources/${sourceId}/codings`, { codeId: fatigueId, start: 2, end: 11 })
  await post(`${base}/codings/1/code`, { codeId: teamId })
  await post(`${base}/codes`, { label: 'Night', parentId: '' })
  await post(`${base}/undo`, {})
  expect(await acts('?area=codings')).toHaveLength(2)
  expect(await acts('?area=codebook')).toHaveLength(1)
  expect(await acts('?area=undoing')).toHaveLength(1)
  expect(await acts('?coder=1')).toHaveLength(4)
  expect(await acts('?coder=9')).toEqual([])
  expect(await acts('?from=2000-01-01&to=2000-12-31')).toEqual([])
  const today = new Date().toLocaleDateString('sv-SE')
  expect(await acts(`?from=${today}&to=${today}`)).toHaveLength(4)
  expect(await acts('?from=nonsense&area=nothing')).toHaveLength(4)
  for (let n = 0; n < 52; n++) await post(`${base}/codes`, { label: `C${n}`, parentId: '' })
  const older = /href="([^"]*area=codebook[^"]*before=\d+)"/.exec(await page('?area=codebook'))![1]!.replaceAll('&amp;', '&')
  expect(await acts(older.slice(older.indexOf('?')))).toHaveLength(3)
  expect(await page('?area=codings')).toContain('changed the code to <a')
})

test('what an act changed is told in names and words, those of its time', async () => {
  const { post, get, sourceId, fatigueId, teamId } = await open()
  const act = async (id: number) => (await get(`${base}/history/${id}`)).text()
  await post(`${base}/sources/${sourceId}/codings`, { codeId: fatigueId, start: 2, end: 11 })
  await post(`${base}/codings/1/code`, { codeId: teamId })
  await post(`${base}/sources/${sourceId}/words`, { find: 'I', to: 'Yesterday I', whole: '1' })
  await post(`${base}/codings/1/edges`, { nudge: 'end-back' })
  const recoded = await act(3)
  expect(recoded).toContain('<td>Fatigue</td><td>Team</td>')
  expect(recoded).not.toContain('quotation_id')
  expect(await act(2)).toContain('<q>was tired</q>')
  expect(await act(5)).toMatch(/<td><q>was tired<\/q><\/td><td><q>was<\/q><\/td>/)
})

test('what an act touched opens where it stands now: a coding, a memo, a thread, a cell of the framework; what is gone opens nothing', async () => {
  const { house, post, get, sourceId, fatigueId } = await open()
  const rowsOf = async (id: number) =>
    [...(await (await get(`${base}/history/${id}`)).text()).matchAll(/class="small" href="([^"]+)"/g)].map((found) => found[1]!)
  const newest = async () => Number((await house.read.selectFrom('act').select('id').orderBy('id', 'desc').limit(1).executeTakeFirstOrThrow()).id)
  const did = async (path: string, form: Record<string, string | number>) => {
    await post(`${base}${path}`, form)
    const places = await rowsOf(await newest())
    for (const place of places) expect([place, (await get(place)).status]).toEqual([place, 200])
    return places
  }
  expect(await did(`/sources/${sourceId}/codings`, { codeId: fatigueId, start: 2, end: 11 })).toContain(`${base}/codings/1`)
  const coded = await newest()
  expect(await did('/memos', { kind: 'coding', id: 1, text: 'Look again' })).toContain(`${base}/memos/1`)
  expect(await did('/discussion/coding/1/threads', { text: 'Is it?' })).toContain(`${base}/discussion/coding/1`)
  await post(`${base}/undo`, {})
  await post(`${base}/undo`, {})
  await post(`${base}/undo`, {})
  expect(await rowsOf(coded)).not.toContain(`${base}/codings/1`)
})

test('every table and field that the history shows has a word, and ids stand by the names of what they point at', async () => {
  const { house, post, get, sourceId, fatigueId } = await open()
  const beside = new Set(['account', 'act', 'change', 'invitation', 'original', 'session', 'source_version', 'version_change'])
  for (const { name, columns } of (await readTables(house.read)).filter((table) => !beside.has(table.name))) {
    expect(isTextKey(`history.table-${name}`), name).toBe(true)
    const row = Object.fromEntries(columns.map((column) => [column, 'x']))
    for (const field of toldFields(name, null, row, false)) expect(isTextKey(`history.field-${field}`), `${name}.${field}`).toBe(true)
  }
  await post(`${base}/memos`, { kind: 'code', id: fatigueId, text: 'Look again.' })
  const act = Math.max(...(await house.read.selectFrom('act').select('id').execute()).map(({ id }) => id))
  expect(await (await get(`${base}/history/${act}`)).text()).toMatch(/Which<\/th><td>Fatigue<\/td>/)
  await post(`${base}/sources/${sourceId}/status`, { status: 'in work' })
  expect(await (await get(`${base}/history/${act + 1}`)).text()).toContain('<td>In work</td>')
})

test('an undo that somebody stands in the way of says what, and offers the one before; without a script too', async () => {
  const { post, house, sourceId, fatigueId, teamId } = await open()
  await post(`${base}/codes`, { label: 'Night', parentId: '' })
  await post(`${base}/sources/${sourceId}/codings`, { codeId: fatigueId, start: 2, end: 11 })
  const coder = `coder=${await keepSecondCoder(house, 'Eva')}`
  await post(`${base}/codings/1/code`, { codeId: teamId }, { 'HX-Request': 'true', Cookie: coder })
  const blocked = await post(`${base}/undo`, {})
  expect([blocked.status, blocked.headers.get('HX-Retarget')]).toEqual([409, '#notices'])
  const notice = (await blocked.text()).replace(/<[^>]*>/g, '')
  expect(notice).toContain('This can’t be undone: You coded a quotation in Nurse 01')
  expect(notice).toMatch(/Since then: Eva .*Ask Eva to undo that first/)
  const plain = await (await post(`${base}/undo`, {}, {})).text()
  const past = /name="past" value="(\d+)"/.exec(plain)![1]!
  expect((await post(`${base}/undo`, { past }, {})).status).toBe(303)
  expect(await house.read.selectFrom('code').selectAll().where('label', '=', 'Night').execute()).toEqual([])
  expect(await house.read.selectFrom('coding').selectAll().execute()).toHaveLength(1)
})
