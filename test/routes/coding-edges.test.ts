import { expect, test } from 'vitest'
import { openTestHouse, seedSmallStudy } from '../support/house.ts'

async function open() {
  const test = await openTestHouse()
  const study = await seedSmallStudy(test.house)
  const base = '/projects/night-shift'
  await test.post(`${base}/sources/${study.sourceId}/codings`, { codeId: study.fatigueId, start: 2, end: 11 })
  const spans = async () => {
    const rows = await test.house.read
      .selectFrom('coding')
      .innerJoin('quotation', 'quotation.id', 'coding.quotation_id')
      .select(['coding.code_id', 'start_offset', 'end_offset'])
      .orderBy('coding.id')
      .execute()
    return rows.map((row) => [row.start_offset, row.end_offset, row.code_id])
  }
  return { ...test, ...study, base, spans }
}

test('an edge moves by a word, or to a place; the coding stays open', async () => {
  const { post, base, spans, fatigueId } = await open()
  const moved = await post(`${base}/codings/1/edges`, { nudge: 'end-back' })
  expect(moved.status).toBe(200)
  expect(await moved.text()).toContain('Moved the edge of 1 Fatigue')
  expect(await spans()).toEqual([[2, 5, fatigueId]])
  await post(`${base}/codings/1/edges`, { nudge: 'start-back' })
  expect(await spans()).toEqual([[0, 5, fatigueId]])
  await post(`${base}/codings/1/edges`, { start: 6, end: 11 })
  expect(await spans()).toEqual([[6, 11, fatigueId]])
  expect((await post(`${base}/codings/1/edges`, { nudge: 'sideways' })).status).toBe(422)
  expect((await post(`${base}/codings/1/edges`, { start: 6, end: 9999 })).status).toBe(422)
  expect((await post('/projects/elsewhere/codings/1/edges', { nudge: 'end-on' })).status).toBe(404)
})

test('parted, joined, copied: each answers with what changed, each is undone by one undo', async () => {
  const { post, get, base, spans, fatigueId, teamId, sourceId } = await open()
  expect(await (await post(`${base}/codings/1/parting`, { at: 6 })).text()).toContain('Split the coding')
  expect(await spans()).toHaveLength(2)
  expect(await (await post(`${base}/codings/1/joining`, {})).text()).toContain('Joined the codings')
  expect(await spans()).toEqual([[2, 11, fatigueId]])
  await post(`${base}/codings/1/copies`, { codeId: teamId })
  expect(await spans()).toEqual([
    [2, 11, fatigueId],
    [2, 11, teamId],
  ])
  for (const _ of 'abc') await post(`${base}/undo`, {})
  expect(await spans()).toEqual([[2, 11, fatigueId]])
  expect(await (await get(`${base}/codings/1`)).text()).toContain('End a word earlier')
  expect(sourceId).toBeGreaterThan(0)
})

test('without JavaScript one comes back to the paragraph, told what was done', async () => {
  const { post, base, sourceId } = await open()
  const back = await post(`${base}/codings/1/edges`, { nudge: 'end-back' }, {})
  expect(back.status).toBe(303)
  expect(back.headers.get('Location')).toBe(`${base}/sources/${sourceId}#st-1`)
})

test('codes are merged from the codebook', async () => {
  const { post, base, spans, fatigueId, teamId, house } = await open()
  const merged = await post(`${base}/codes/${fatigueId}/merger`, { intoId: teamId })
  expect(await merged.text()).toMatch(/Fatigue is merged into \d \w+/)
  expect(await spans()).toEqual([[2, 11, teamId]])
  expect(await house.read.selectFrom('code').select('id').where('id', '=', fatigueId).execute()).toEqual([])
  expect((await post(`${base}/codes/${teamId}/merger`, { intoId: teamId })).status).toBe(409)
})

test('a place that was chosen before the text was corrected is carried, or refused where its words went', async () => {
  const { post, base, spans, house, sourceId, fatigueId } = await open()
  const { version_id: version } = await house.read.selectFrom('source').select('version_id').where('id', '=', sourceId).executeTakeFirstOrThrow()
  const text = 'I was tired 😴, <b>so</b> tired.'
  await post(`${base}/sources/${sourceId}/text-edits`, { versionId: version, start: 0, end: text.length, number: 1, text: `Well, ${text}` })
  expect(await spans()).toEqual([[8, 17, fatigueId]])
  await post(`${base}/codings/1/parting`, { at: 6, version })
  expect(await spans()).toEqual([
    [8, 11, fatigueId],
    [12, 17, fatigueId],
  ])
  expect((await post(`${base}/codings/1/edges`, { start: 0, end: 5, version })).headers.get('HX-Refresh')).toBe('true')
  expect((await spans())[0]).toEqual([6, 11, fatigueId])
  const now = await house.read.selectFrom('source').select('version_id').where('id', '=', sourceId).executeTakeFirstOrThrow()
  await post(`${base}/sources/${sourceId}/text-edits`, {
    versionId: now.version_id,
    start: 0,
    end: text.length + 6,
    number: 1,
    text: 'Nothing of this is left.',
  })
  expect((await post(`${base}/codings/2/edges`, { start: 2, end: 11, version })).status).toBeGreaterThanOrEqual(404)
})

test('what changed in the codebook since a day is told, and nothing that was taken back', async () => {
  const { post, get, base, fatigueId, teamId } = await open()
  await post(`${base}/codes`, { label: 'Came', parentId: '' })
  await post(`${base}/codes/${fatigueId}`, { label: 'Tiredness', color: '', definition: 'being <i>tired</i>' })
  await post(`${base}/codes/${teamId}/removal`, {})
  await post(`${base}/codes`, { label: 'Taken back', parentId: '' })
  await post(`${base}/undo`, {})
  const page = await (await get(`${base}/codebook/changes`)).text()
  for (const words of ['3 codes differ', 'Came</a>', '>Fatigue<', '>Tiredness<', 'being &lt;i&gt;tired', '<s>Team</s>']) expect(page).toContain(words)
  expect(page).not.toContain('Taken back')
  expect(await (await get(`${base}/codebook/changes?since=2999-01-01`)).text()).toContain('as it was that day')
  expect((await get(`${base}/codebook/changes?since=never`)).status).toBe(200)
})

test('codings ticked in a list get another code at once', async () => {
  const { post, get, base, spans, teamId } = await open()
  const list = await (await get(`${base}/quotations?filter=code:Fatigue`)).text()
  expect(list).toMatch(/name="codings"[^>]* value="1"/)
  const back = await post(`${base}/quotations/recoding`, { filter: 'code:Fatigue', page: 1, codings: '1', codeId: teamId }, {})
  expect(back.headers.get('Location')).toBe(`${base}/quotations?filter=code%3AFatigue`)
  expect(await spans()).toEqual([[2, 11, teamId]])
  expect((await post(`${base}/quotations/recoding`, { codeId: teamId })).status).toBe(422)
  expect((await post(`${base}/quotations/recoding`, { codings: '1; drop', codeId: teamId })).status).toBe(422)
  expect((await post('/projects/elsewhere/quotations/recoding', { codings: '1', codeId: teamId })).status).toBe(404)
})
