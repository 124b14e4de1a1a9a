import { expect, test } from 'vitest'
import { openTestHouse, seedSmallStudy } from '../support/house.ts'

const at = '/projects/night-shift'

async function open() {
  const test = await openTestHouse()
  const study = await seedSmallStudy(test.house)
  await test.post(`${at}/sources/${study.sourceId}/codings`, { codeId: study.fatigueId, start: 2, end: 11 })
  const { guid } = await test.house.read.selectFrom('quotation').select('guid').executeTakeFirstOrThrow()
  const go = async (which = guid) => {
    const answer = await test.get(`${at}/q/${which}`)
    return { status: answer.status, to: answer.headers.get('Location'), page: await answer.text() }
  }
  return { ...test, ...study, guid, go }
}

test('an address leads to the words, also after the text before them was corrected and the source renamed', async () => {
  const { go, post, sourceId, house } = await open()
  expect(await go()).toMatchObject({ status: 302, to: `${at}/sources/${sourceId}?at=2-11&focus=1#st-1` })
  expect((await post(`${at}/sources/${sourceId}/words`, { find: 'I', to: 'Yesterday I', whole: '1' })).status).toBeLessThan(400)
  await post(`${at}/sources/${sourceId}/title`, { title: 'Another name' })
  const { start_offset, end_offset } = await house.read.selectFrom('quotation').selectAll().executeTakeFirstOrThrow()
  expect(start_offset).toBeGreaterThan(2)
  expect((await go()).to).toBe(`${at}/sources/${sourceId}?at=${start_offset}-${end_offset}&focus=1#st-1`)
})

test('where the edges of its coding were moved, an address follows; undo leads back', async () => {
  const { go, post, sourceId } = await open()
  await post(`${at}/codings/1/edges`, { nudge: 'end-back' })
  expect((await go()).to).toBe(`${at}/sources/${sourceId}?at=2-5&focus=1#st-1`)
  await post(`${at}/undo`, {})
  expect((await go()).to).toContain('at=2-11')
})

test('where its words wait to be laid again, an address leads to the review, and a memo says that they wait', async () => {
  const { go, post, get, guid, fatigueId, sourceId } = await open()
  await post(`${at}/memos`, { kind: 'code', id: fatigueId, text: `${at}/q/${guid}` })
  await post(`${at}/sources/${sourceId}/words`, { find: 'was tired', to: 'could hardly stand up any more', whole: '1' })
  expect((await go()).to).toMatch(new RegExp(`^${at}/sources/${sourceId}/review#review-\\d+$`))
  expect(await (await get(`${at}/memos`)).text()).toContain('<q>was tired</q> (Nurse 01, waits for review)')
  await post(`${at}/undo`, {})
  expect((await go()).to).toContain('at=2-11')
})

test('gone, an address says what stood there; one that never was is not found', async () => {
  const { go, post } = await open()
  await post(`${at}/codings/1/removal`, {})
  const gone = await go()
  expect(gone.status).toBe(410)
  for (const words of ['was tired', 'Nurse 01', 'took it away']) expect(gone.page).toContain(words)
  expect((await go('00000000-0000-4000-8000-000000000000')).status).toBe(404)
  await post(`${at}/undo`, {})
  expect((await go()).status).toBe(302)
})

test('a source that is removed takes its words from no one: the address says what it was', async () => {
  const { go, post, sourceId } = await open()
  await post(`${at}/sources/${sourceId}/removal`, {})
  const gone = await go()
  expect(gone.status).toBe(410)
  expect(gone.page).toContain('was tired')
})

test('an address of another project is not found, nor one that is no address', async () => {
  const { get, guid } = await open()
  expect((await get(`/projects/elsewhere/q/${guid}`)).status).toBe(404)
  expect((await get(`${at}/q/1`)).status).toBe(404)
})

test('an address in a memo shows the words that stand there now, and nothing of a memo is HTML', async () => {
  const { post, get, guid, fatigueId, sourceId } = await open()
  const text = `<i>See</i> http://127.0.0.1:3000${at}/q/${guid}, and ${at}/q/00000000-0000-4000-8000-000000000000 and /projects/other/q/${guid.replace(/^./, '0')}`
  const shown = await (await post(`${at}/memos`, { kind: 'code', id: fatigueId, text })).text()
  expect(shown).toContain('&lt;i&gt;See&lt;/i&gt; <a class="quotation-link"')
  expect(shown).toContain(`href="${at}/q/${guid}"><q>was tired</q> (Nurse 01, paragraph 1)</a>, and`)
  expect(shown).toContain('>a quotation that is gone</a> and /projects/other/q/')
  await post(`${at}/codings/1/edges`, { nudge: 'end-back' })
  for (const path of [`${at}/memos`, `${at}/codebook?code=${fatigueId}`]) expect(await (await get(path)).text()).not.toContain('<q>was tired</q>')
  await post(`${at}/undo`, {})
  expect(await (await get(`${at}/memos`)).text()).toContain('<q>was tired</q>')
  await post(`${at}/memos`, { kind: 'source', id: sourceId, text })
  expect(await (await get(`${at}/sources/${sourceId}/passage?paragraph=1`)).text()).toContain('quotation-link')
})
