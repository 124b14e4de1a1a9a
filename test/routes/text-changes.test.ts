import { expect, test } from 'vitest'
import { openTestHouse, seedSmallStudy } from '../support/house.ts'

const TEXT = 'We moved here in May.\nIt was cold, and the train was late.\nThen we stayed.'

async function open() {
  const test = await openTestHouse()
  const study = await seedSmallStudy(test.house, TEXT)
  const path = `/projects/night-shift/sources/${study.sourceId}`
  const holds = async () => {
    const query = test.house.read.selectFrom('source').innerJoin('source_version as version', 'version.id', 'source.version_id')
    return query.select(['version.id', 'version.text']).where('source.id', '=', study.sourceId).executeTakeFirstOrThrow()
  }
  const code = (words: string) => test.post(`${path}/codings`, { codeId: study.fatigueId, start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length })
  const edit = async (number: number, text: string, more: Record<string, string | number> = {}, headers?: Record<string, string>) => {
    const { id, text: now } = await holds()
    const lines = now.split('\n')
    const start = lines.slice(0, number - 1).join('\n').length + (number > 1 ? 1 : 0)
    return test.post(`${path}/text-edits`, { versionId: id, start, end: start + lines[number - 1]!.length, number, text, ...more }, headers)
  }
  return { ...test, ...study, path, holds, code, edit }
}

test('a corrected paragraph is answered with itself and by how much the others moved', async () => {
  const { code, edit, holds, get, path } = await open()
  await code('the train was late')
  const res = await edit(2, 'It was cold, and the train was very late.')
  expect(res.status).toBe(200)
  const html = await res.text()
  expect(html).toContain('>the train was very late</mark>')
  expect(html).toContain('hx-target="#st-2"')
  expect(html).not.toContain('hx-target="#st-3"')
  expect(html).toMatch(/id="text-version"[^>]*data-after="58"[^>]*data-by="5"/)
  expect((await holds()).text).toBe(TEXT.replace('was late', 'was very late'))
  expect(await (await get(path)).text()).toContain('data-start="64"')
})

test('a paragraph that becomes two draws the whole page again, and CRLF is a line feed', async () => {
  const { edit, holds } = await open()
  const res = await edit(2, 'It was cold.\r\nThe train was late.')
  expect(res.headers.get('HX-Refresh')).toBe('true')
  expect((await holds()).text.split('\n')).toHaveLength(4)
})

test('what somebody wrote stays where another was first, beside what stands there now', async () => {
  const { edit, holds, path, post } = await open()
  const { id } = await holds()
  await edit(2, 'It was cold, and the bus was late.')
  const res = await edit(2, 'It was warm, & the train was late.', { versionId: id, start: 22, end: 58 })
  expect(res.status).toBe(409)
  const html = await res.text()
  expect(html).toContain('It was warm, &amp; the train was late.')
  expect(html).toContain('the bus was late')
  const now = await holds()
  expect(html).toContain(`name="versionId" value="${now.id}"`)
  const plain = await post(`${path}/text-edits`, { versionId: id, start: 22, end: 58, number: 2, text: 'x' }, {})
  expect(plain.status).toBe(409)
  expect(await plain.text()).toContain('<h1>')
})

test('every total says how many wait, and the review page settles them', async () => {
  const { code, edit, get, post, path, house } = await open()
  await code('moved here')
  await edit(1, 'They had come to live here in May.')
  for (const page of ['', '/quotations', '/matrix', '/frequencies', '/codebook', '/sources']) {
    const html = await (await get(`/projects/night-shift${page}`)).text()
    expect(html, page).toContain('1 quotation waits for review and is not counted.')
  }
  expect(await (await get(path)).text()).toContain('1 to review')
  const review = await (await get(`${path}/review`)).text()
  expect(review).toContain('<mark class="waits">moved here</mark>')
  expect(review).toContain('<mark class="waits">here</mark>')
  expect(await (await get('/projects/night-shift/review')).text()).toContain('Nurse 01')
  const { id } = await house.read.selectFrom('carry_review').select('id').executeTakeFirstOrThrow()
  expect((await post(`/projects/elsewhere/reviews/${id}/placing`, { at: 'guess' }, {})).status).toBe(404)
  const res = await post(`/projects/night-shift/reviews/${id}/placing`, { at: 'words', from: 'come to live', to: 'here' }, {})
  expect(res.headers.get('Location')).toBe(`${path}/review`)
  expect(await (await get('/projects/night-shift/quotations')).text()).toContain('come to live here')
  expect(await (await get('/projects/night-shift')).text()).not.toContain('for review')
})

test('a corrected file is looked at, then kept as one act; its original is kept, and turns are read anew', async () => {
  const { app, code, get, post, path, house, holds } = await open()
  await code('the train was late')
  const form = new FormData()
  form.set('file', new File([`${TEXT.replace('in May', 'in June')}\nAnd that was all.`], 'corrected.txt'))
  const sent = await app.request(`${path}/replacements`, { method: 'POST', headers: { 'Sec-Fetch-Site': 'same-origin', 'Accept-Language': 'en' }, body: form })
  expect(sent.status).toBe(303)
  const preview = sent.headers.get('Location')!
  const html = await (await get(preview)).text()
  expect(html).toContain('1 quotation or answer is carried along. 0 will wait')
  expect(html).toMatch(/<del>.*May<\/del>/)
  expect((await holds()).text).toBe(TEXT)
  await post(`${preview}/confirmation`, {}, {})
  expect((await holds()).text).toContain('in June')
  const source = await house.read.selectFrom('source').selectAll().where('title', '=', 'Nurse 01').executeTakeFirstOrThrow()
  expect(source.original_name).toBe('corrected.txt')
  expect((await get(preview)).status).toBe(404)
  const versions = await (await get(`${path}/versions`)).text()
  expect(versions).toContain('Version 2')
  expect(versions).toContain('a corrected file'.slice(2))
  expect(await (await get(`${path}/versions/compared?from=1&to=2`)).text()).toMatch(/<ins>.*June<\/ins>/)
  expect(await (await get(`${path}/versions/1/text`)).text()).toBe(TEXT)
  await post(`${path}/versions/1/restoration`, {}, {})
  expect((await holds()).text).toBe(TEXT)
})

test('words are counted before they are replaced', async () => {
  const { get, post, path, holds } = await open()
  const html = await (await get(`${path}/replacement?find=was&to=is&whole=1`)).text()
  expect(html).toContain('“was” stands 2 times in Nurse 01')
  expect((await post(`${path}/words`, { find: 'was', to: 'is', whole: '1' }, {})).status).toBe(303)
  expect((await holds()).text).toBe(TEXT.replaceAll('was', 'is'))
})

test('a search finds what stands in the text now', async () => {
  const { edit, searcher, projectId } = await open()
  expect((await searcher.search(projectId, 'train')).hits).toHaveLength(1)
  await edit(2, 'It was cold, and the tramway was late.')
  expect((await searcher.search(projectId, 'train')).hits).toHaveLength(0)
  expect((await searcher.search(projectId, 'tramway')).hits).toHaveLength(1)
})

test('a version that the source does not have is refused, also another source’s', async () => {
  const { path, post } = await open()
  const fields = { start: 0, end: 21, number: 1, text: 'x' }
  expect((await post(`${path}/text-edits`, { ...fields, versionId: 9999 })).status).toBe(404)
})

test('what has nothing left is shown where it stood, and waits without a proposal', async () => {
  const { code, edit, get, path } = await open()
  await code('It was cold')
  await edit(2, 'Ice lay on every road; nobody went anywhere.')
  const review = await (await get(`${path}/review`)).text()
  expect(review).toContain('We moved here in May.')
  expect(review).toMatch(/May\.\n(<[^>]*>)+Ice lay/)
  expect(review).not.toContain('value="guess"')
})
