import { expect, test } from 'vitest'
import { countParagraphs } from '../../src/domain/paragraph.ts'
import { recogniseTurns } from '../../src/domain/recognise-turns.ts'
import { importSources } from '../../src/services/imports/import-sources.ts'
import { readMatrix } from '../../src/services/matrix.ts'
import { undo } from '../../src/services/undo.ts'
import { ensureQuotation } from '../../src/storage/codings.ts'
import { perform } from '../../src/storage/ledger.ts'
import type { House } from '../../src/storage/open.ts'
import { listSourceSpans } from '../../src/storage/source-spans.ts'
import { textsOf } from '../../src/storage/source-versions.ts'
import { listSpeakers } from '../../src/storage/speakers.ts'
import { listSourceCases, listStudyCases } from '../../src/storage/study-cases.ts'
import { openSharedPool, openTestHouse, seedSmallStudy } from '../support/house.ts'

const pool = await openSharedPool()
const base = '/projects/night-shift'
const group =
  'Ledare: Hur är det här? Det här spelas in.\nAnna: Lugnt och skönt.\nBo: Bussen går inte.\nA: Jo, på vardagar.\nLedare: Tack?\nA: Tack.\nBo: Tack.'

async function open() {
  const opened = await openTestHouse({ pool })
  const seeded = await seedSmallStudy(opened.house)
  const source = (title: string, text: string) => {
    const { speakers, spans } = recogniseTurns(text, { anna: { role: 'informant' }, ledare: { role: 'interviewer' } })
    const read = { title, text, speakers, spans, originalName: null, bytes: null, language: 'sv', kind: 'focus group', caseName: null } as const
    return { ...read, repairs: [], losses: [], warnings: [] }
  }
  const wish = { projectId: seeded.projectId, coderId: 1, sources: [source('Grupp 1', group), source('Grupp 2', 'Anna: Hej?\nBo: Hej.\nAnna: Jaså?\nBo: Ja.')] }
  const { sources } = await importSources(opened.house, wish)
  const [first, second] = sources.map((one) => one.sourceId) as [number, number]
  const speakersOf = async (sourceId: number) =>
    (await listSpeakers(opened.house.read, sourceId)).map(({ label, role, caseName, turns }) => [label, role, caseName, turns])
  const save = async (label: string, fields: Record<string, string>, sourceId = first) => {
    const one = (await listSpeakers(opened.house.read, sourceId)).find((speaker) => speaker.label === label)!
    return opened.post(`${base}/sources/${sourceId}/speakers/${one.id}`, { name: label, role: one.role, caseName: one.caseName ?? '', ...fields })
  }
  const casesOf = async (sourceId: number) =>
    (await listSourceCases(opened.house.read, seeded.projectId)).filter((link) => link.sourceId === sourceId).map((link) => link.caseName)
  return { ...opened, ...seeded, first, second, speakersOf, save, casesOf }
}

const everything = (house: House) =>
  Promise.all(
    (['speaker', 'source_span', 'source_case', 'study_case', 'source'] as const).map((table) =>
      house.read.selectFrom(table).selectAll().orderBy('id').execute(),
    ),
  )

test('the page shows each speaker with its role and case; it changes them without touching the text, and undo brings all back', async () => {
  const { get, house, projectId, first, save, speakersOf, casesOf } = await open()
  const page = await (await get(`${base}/sources/${first}/speakers`)).text()
  for (const label of ['Ledare', 'Anna', 'Bo', 'A']) expect(page).toContain(`value="${label}"`)
  expect(page).toContain('in all 2 sources')
  const before = await everything(house)
  expect((await save('A', { name: 'Anna', caseName: 'Anna Ek' })).status).toBe(200)
  expect(await speakersOf(first)).toEqual([
    ['Ledare', 'interviewer', null, 2],
    ['Anna', 'informant', 'Anna Ek', 3],
    ['Bo', 'informant', null, 2],
  ])
  expect(await casesOf(first)).toEqual(['Anna Ek'])
  await save('Anna', { caseName: 'anna EK' })
  expect(await listStudyCases(house.read, projectId)).toHaveLength(1)
  await save('Anna', { caseName: '' })
  expect(await casesOf(first)).toEqual([])
  for (let i = 0; i < 2; i++) await undo(house, { projectId, actorId: 1 })
  expect(await everything(house)).toEqual(before)
})

test('name and role may be given to a label in all sources; the case is this source’s alone', async () => {
  const { house, projectId, first, second, save, speakersOf, casesOf } = await open()
  const before = await everything(house)
  await save('Bo', { name: 'Bo Ek', role: 'other', caseName: 'Bo', everywhere: 'yes' })
  expect((await speakersOf(second)).at(-1)).toEqual(['Bo Ek', 'other', null, 2])
  expect([await casesOf(first), await casesOf(second)]).toEqual([['Bo'], []])
  await undo(house, { projectId, actorId: 1 })
  expect(await everything(house)).toEqual(before)
})

test('what an interviewer said of the formalities is theirs again when they are an informant', async () => {
  const { house, first, save } = await open()
  const preambles = () => house.read.selectFrom('source_span').select('id').where('source_id', '=', first).where('kind', '=', 'preamble').execute()
  expect(await preambles()).toHaveLength(1)
  await save('Ledare', { role: 'informant' })
  expect(await preambles()).toHaveLength(0)
})

test('in a focus group a coding counts for the case whose turn it overlaps', async () => {
  const { house, projectId, first, save, teamId } = await open()
  await save('Anna', { caseName: 'Anna' })
  await save('Bo', { caseName: 'Bo' })
  await perform(house.write, { projectId, actorId: 1, kind: 'code-passage' }, async (ledger) => {
    for (const words of ['Lugnt och', 'Bussen går', 'skönt.\nBo: Bussen']) {
      const start = group.indexOf(words)
      const quotation_id = await ensureQuotation(ledger, first, { start, end: start + words.length })
      await ledger.insert('coding', {
        guid: crypto.randomUUID(),
        quotation_id,
        code_id: teamId,
        coder_id: 1,
        made_by: 'person',
        made_at: '2026-01-05T09:00:00.000Z',
      })
    }
  })
  const matrix = await readMatrix(house.read, { projectId, filter: '', columns: 'cases' })
  const at = matrix.rows.findIndex((one) => one.code?.id === teamId)
  const row = matrix.rows[at]!
  expect(matrix.columns.map((column, nth) => [column.label, matrix.cells.quotations[at * matrix.columns.length + nth]])).toEqual([
    ['Anna', 2],
    ['Bo', 2],
  ])
  expect(row.quotations).toBe(3)
})

test('a source has several cases by hand; a case that speaks in it stays', async () => {
  const { app, get, house, projectId, first, save, casesOf } = await open()
  const post = (fields: [string, string][]) =>
    app.request(`${base}/sources/${first}/cases`, {
      method: 'POST',
      headers: { 'Sec-Fetch-Site': 'same-origin', 'Accept-Language': 'en' },
      body: new URLSearchParams(fields),
    })
  expect((await post([['caseName', 'Alvik']])).status).toBe(303)
  const alvik = (await listStudyCases(house.read, projectId))[0]!.id
  await post([
    ['caseName', 'Berg'],
    ['kept', `${alvik}`],
  ])
  await save('Anna', { caseName: 'Anna' })
  expect(await casesOf(first)).toEqual(['Alvik', 'Berg', 'Anna'])
  const page = await (await get(`${base}/sources/${first}/edit`)).text()
  expect(page).toContain('speaks in the source')
  await post([['caseName', '']])
  expect(await casesOf(first)).toEqual(['Anna'])
  await undo(house, { projectId, actorId: 1 })
  expect(await casesOf(first)).toEqual(['Alvik', 'Berg', 'Anna'])
})

test.each([
  ['/sources/999/speakers/1', 404],
  ['/sources/1/speakers/999', 404],
])('%s is refused', async (path, status) => {
  const { post } = await open()
  expect((await post(`${base}${path}`, { name: 'x', role: 'informant', caseName: '' })).status).toBe(status)
})

test('a role that is none, and a name that is empty, are refused; script is shown as text', async () => {
  const { get, save, first, speakersOf } = await open()
  expect((await save('Bo', { role: 'boss' })).status).toBe(422)
  expect((await save('Bo', { name: ' ' })).status).toBe(422)
  await save('Bo', { name: '<script>alert(1)</script>', caseName: '<script>alert(2)</script>' })
  expect((await speakersOf(first))[2]![0]).toBe('<script>alert(1)</script>')
  expect(await (await get(`${base}/sources/${first}/speakers`)).text()).not.toContain('<script>alert')
})

test('a speaker is saved in its line, so that what is written about the others stays; two that become one draw the page anew', async () => {
  const { post, house, first, get } = await open()
  const ids = new Map((await listSpeakers(house.read, first)).map(({ label, id }) => [label, id]))
  const send = (label: string, name: string) => post(`${base}/sources/${first}/speakers/${ids.get(label)}`, { name, role: 'informant', caseName: '' })
  const html = await (await send('Anna', 'Anna Ek')).text()
  expect(html).toContain(`hx-target="#speaker-${ids.get('Anna')}"`)
  expect(html).not.toContain(`id="speaker-${ids.get('Bo')}"`)
  expect((await send('A', 'Anna Ek')).headers.get('HX-Redirect')).toBe(`${base}/sources/${first}/speakers`)
  expect(await (await get(`${base}/sources/${first}/speakers`)).text()).not.toContain('value="nobody"')
  expect(await (await get(`${base}/sources`)).text()).toContain(`href="${base}/sources/${first}/speakers"`)
})

test('a source without speakers gets one for the paragraphs that are theirs; where somebody speaks already it is refused, and undo takes it back', async () => {
  const { post, get, house, projectId, first, sourceId, speakersOf, casesOf } = await open()
  const before = await everything(house)
  const text = (await textsOf(house.read, [sourceId])).get(sourceId)!
  const add = (fields: Record<string, string>, to = sourceId) =>
    post(`${base}/sources/${to}/speakers`, { name: 'Eva', role: 'informant', caseName: '', from: '1', to: '1', ...fields })
  expect(await (await get(`${base}/sources/${sourceId}/speakers`)).text()).toContain(`max="${countParagraphs(text)}" value="${countParagraphs(text)}"`)
  expect((await add({ caseName: 'Eva Ek' })).status).toBe(200)
  expect([await speakersOf(sourceId), await casesOf(sourceId)]).toEqual([[['Eva', 'informant', 'Eva Ek', 1]], ['Eva Ek']])
  const [turn] = (await listSourceSpans(house.read, [sourceId])).filter(({ kind }) => kind === 'turn')
  expect(text.slice(turn!.start, turn!.end)).toBe(text.split('\n').find((line) => line.trim() !== ''))
  expect((await add({ name: 'Bo' })).status).toBe(409)
  expect((await add({ from: '999', to: '999' })).status).toBe(422)
  expect((await add({ name: 'Ledare' }, first)).status).toBe(409)
  await undo(house, { projectId, actorId: 1 })
  expect(await everything(house)).toEqual(before)
})
