import { existsSync, readdirSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { sweepDrafts } from '../../src/services/imports/draft-folder.ts'
import { listChanges } from '../../src/storage/acts.ts'
import { listCaseNames } from '../../src/storage/import-places.ts'
import { listSourceSpans } from '../../src/storage/source-spans.ts'
import { textsOf } from '../../src/storage/source-versions.ts'
import { listSources } from '../../src/storage/sources.ts'
import { bombOf, docxOf, paragraph } from '../support/docx.ts'
import { openSharedPool, openTestHouse, seedSmallStudy } from '../support/house.ts'

const PATH = '/projects/night-shift/imports'
const pool = await openSharedPool()
const interview = 'I: Det här spelas in. Går det bra?\r\nR: Ja, det går bra för mig.\r\nI: Varför?\r\nR: För att jag bor här, och det är inte så dumt.'

async function openWithProject() {
  const opened = await openTestHouse({ pool })
  const study = await seedSmallStudy(opened.house)
  const drop = async (files: Record<string, string | Buffer>) => {
    const form = new FormData()
    for (const [name, bytes] of Object.entries(files)) form.append('files', new File([new Uint8Array(Buffer.from(bytes))], name))
    const body = new Request('http://localhost', { method: 'POST', body: form })
    const headers = { 'Content-Type': body.headers.get('Content-Type')!, 'Sec-Fetch-Site': 'same-origin', 'Accept-Language': 'en' }
    return opened.app.request(PATH, { method: 'POST', headers, body: await body.arrayBuffer() })
  }
  const preview = async (files: Record<string, string | Buffer>) => {
    const path = (await drop(files)).headers.get('location')!
    for (;;) {
      const html = await (await opened.get(path)).text()
      if (!html.includes('id="reading"')) return { path, html }
    }
  }
  const confirm = (path: string, fields: Record<string, string>) => opened.post(`${path}/confirmation`, fields, {})
  return { ...opened, ...study, drop, preview, confirm, draftsOnDisk: () => readdirSync(join(opened.folder, 'imports')) }
}
/** The form's fields of a file with one source, as a person leaves them. */
const wish = (n: number, fields: Record<string, string> = {}) => {
  const source = { title: '', case: 'Älvbro', language: 'sv', kind: 'interview', ...fields }
  return { [`file.${n}`]: '1', [`keep.${n}`]: 'yes', ...Object.fromEntries(Object.entries(source).map(([key, value]) => [`${key}.${n}.0`, value])) }
}

test('where nobody is marked as speaking, the preview says what counts as the informant’s words', async () => {
  const { preview } = await openWithProject()
  const questions = ['Vad betyder platsen för dig?', 'Vem ordnar den?', 'Hur går det till?', 'Vad saknar du?', 'Vad kostar det?']
  const asked = await preview({ 'a.md': questions.map((question) => `**${question}**\n\nDet betyder mycket för oss alla, särskilt om vintern.\n`).join('\n') })
  expect(asked.html).toContain('No speakers were found, but 5 questions.')
  expect((await preview({ 'b.txt': 'Bara en rad med text, som inte är så lång.' })).html).toContain('The whole text counts as the informant’s words.')
})

test('files are dropped, looked at, confirmed in one act, undone and redone', async () => {
  const { house, projectId, preview, confirm, post, get, draftsOnDisk } = await openWithProject()
  const { path, html } = await preview({
    'intervju_älvbro.txt': interview,
    'x.docx': await docxOf(paragraph('Bara en rad med text, som inte är så lång.')),
    'c.txt': '',
  })
  expect(html).toContain('value="Älvbro"')
  expect(html).toContain('The file is empty.')
  expect(html).toContain('3 line ends took the form')
  expect(html).toContain('Import 2 sources')
  expect((await listSources(house.read, projectId)).length).toBe(1)

  const done = await confirm(path, { ...wish(0), ...wish(1, { case: '' }) })
  expect(done.status).toBe(303)
  expect(draftsOnDisk()).toEqual([])
  const [, first, second] = await listSources(house.read, projectId)
  expect(first).toMatchObject({ title: 'intervju_älvbro', language: 'sv', originalName: 'intervju_älvbro.txt', paragraphs: 4, position: 2 })
  expect(second).toMatchObject({ title: 'x', position: 3 })
  const text = (await textsOf(house.read, [first!.id])).get(first!.id)!
  expect(text).toBe(interview.replaceAll('\r\n', '\n'))
  const spans = await listSourceSpans(house.read, [first!.id])
  expect(spans.filter((span) => span.kind === 'turn').map((span) => span.role)).toEqual(['interviewer', 'informant', 'interviewer', 'informant'])
  expect(spans.filter((span) => span.kind === 'preamble').length).toBe(1)
  expect((await listCaseNames(house.read, projectId)).map((one) => one.name)).toEqual(['Älvbro'])
  expect(await (await get(done.headers.get('location')!)).text()).toContain('2 sources were imported')

  await post('/projects/night-shift/undo', {})
  expect((await listSources(house.read, projectId)).length).toBe(1)
  expect(await listCaseNames(house.read, projectId)).toEqual([])
  await post('/projects/night-shift/redo', {})
  expect((await listSources(house.read, projectId)).length).toBe(3)
  expect(await listSourceSpans(house.read, [first!.id])).toEqual(spans)
})

test('what a person corrects is what is kept: case, language, kind and roles, also for all files at once', async () => {
  const { house, projectId, preview, confirm } = await openWithProject()
  const { path } = await preview({ 'a.txt': interview, 'b.txt': `${interview} Ja.` })
  await confirm(path, {
    ...wish(0, { case: 'X', language: 'nb', kind: 'focus group' }),
    ...{ 'split.0': 'auto', 'label.0.0': 'I', 'role.0.0': 'informant', 'label.0.1': 'R', 'role.0.1': 'informant' },
    ...wish(1, { case: 'X' }),
    ...{ 'all-label.0': 'I', 'all.0': '', 'all-label.1': 'R', 'all.1': 'interviewer' },
  })
  const [, first, second] = await listSources(house.read, projectId)
  expect(first).toMatchObject({ language: 'nb', kind: 'focus group' })
  const rolesIn = async (id: number) =>
    Object.fromEntries((await listSourceSpans(house.read, [id])).filter((span) => span.kind === 'turn').map((span) => [span.speaker, span.role]))
  expect(await rolesIn(first!.id)).toEqual({ I: 'informant', R: 'interviewer' })
  expect(await rolesIn(second!.id)).toEqual({ I: 'interviewer', R: 'interviewer' })
  expect((await listCaseNames(house.read, projectId)).length).toBe(1)
})

test('the same file twice is noticed and not ticked; the same name is no error', async () => {
  const { house, projectId, preview, confirm } = await openWithProject()
  const once = await preview({ 'a.txt': interview })
  await confirm(once.path, wish(0))
  const again = await preview({ 'a.txt': interview, 'b.txt': `${interview} Ja.`, 'c.txt': `${interview} Ja.` })
  expect(again.html).toContain('The same file is here already: a.')
  expect(again.html).toContain('The same file is here already: b.txt.')
  expect(again.html.match(/<input type="checkbox"[^>]* checked/g)?.length).toBe(1)
  await confirm(again.path, wish(1))
  await confirm((await preview({ 'a.txt': `${interview} Nej.` })).path, wish(0))
  expect((await listSources(house.read, projectId)).map((source) => source.title)).toEqual(['Nurse 01', 'a', 'b', 'a'])
  expect((await listCaseNames(house.read, projectId)).length).toBe(1)
})

test('script in every name and field is text', async () => {
  const { preview, confirm, get, house, projectId } = await openWithProject()
  const evil = '<script>alert(1)'
  const { path, html } = await preview({ [`${evil}.txt`]: `${evil}: hej?\n**${evil}:** hej\nAnna "><img>: Hej?\nAnna "><img>: Hå?` })
  expect(html).not.toContain(evil)
  expect(html).toContain('&lt;script&gt;alert(1).txt')
  const text = await (await get(`${path}/files/0/texts/0`)).text()
  expect(text).not.toContain(evil)
  const plain = await get(`${path}/files/0/texts/0/plain`)
  expect(plain.headers.get('content-type')).toContain('text/plain')
  await confirm(path, wish(0, { case: evil }))
  expect((await listCaseNames(house.read, projectId)).map((one) => one.name)).toEqual([evil])
})

test('a wrong form, a draft of another project, and one that is gone are refused, and nothing is kept', async () => {
  const { house, projectId, preview, confirm, get, post, drop, app } = await openWithProject()
  const { path } = await preview({ 'a.txt': interview })
  expect((await confirm(path, wish(0, { language: 'xx' }))).status).toBe(422)
  expect((await confirm(path, { ...wish(0), 'split.0': 'auto', 'label.0.0': 'I', 'role.0.0': 'boss' })).status).toBe(422)
  expect((await confirm(path, {})).status).toBe(422)
  expect((await confirm(path, wish(7))).status).toBe(422)
  const elsewhere = path.replace('night-shift', 'elsewhere')
  for (const address of [elsewhere, `${elsewhere}/files/0/texts/0`, `${PATH}/..%2f..`, `${PATH}/x`]) expect((await get(address)).status).toBe(404)
  expect((await post(`${elsewhere}/cancellation`, {}, {})).status).toBe(404)
  expect((await confirm(elsewhere, wish(0))).status).toBe(404)
  expect((await listSources(house.read, projectId)).length).toBe(1)
  const both = await Promise.all([confirm(path, wish(0)), confirm(path, wish(0))])
  expect(both.map((res) => res.status).sort()).toEqual([303, 404])
  expect((await listSources(house.read, projectId)).length).toBe(2)
  expect((await drop({})).status).toBe(422)
  const cut = { 'Content-Type': 'multipart/form-data; boundary=x', 'Sec-Fetch-Site': 'same-origin' }
  expect(
    (await app.request(PATH, { method: 'POST', headers: cut, body: '--x\r\nContent-Disposition: form-data; name="files"; filename="a"\r\n\r\nhal' })).status,
  ).toBe(422)
  expect((await app.request(PATH, { method: 'POST', headers: { 'Sec-Fetch-Site': 'same-origin', 'Content-Type': 'text/plain' }, body: 'x' })).status).toBe(422)
})

test('cancelled, failed and old drafts leave nothing on disk', async () => {
  const { preview, post, get, folder, house, draftsOnDisk } = await openWithProject()
  const { path } = await preview({ 'a.txt': interview })
  expect((await post(`${path}/cancellation`, {}, {})).status).toBe(303)
  expect(draftsOnDisk()).toEqual([])
  const old = await preview({ 'a.txt': interview })
  const day = new Date(Date.now() - 25 * 3600 * 1000)
  utimesSync(join(folder, 'imports', old.path.split('/').at(-1)!), day, day)
  await preview({ 'b.txt': interview })
  expect(existsSync(join(folder, 'imports', old.path.split('/').at(-1)!))).toBe(false)
  expect((await get(old.path)).status).toBe(404)
  await sweepDrafts(house, Date.now() + 25 * 3600 * 1000)
  expect(draftsOnDisk()).toEqual([])
})

test('one that can’t be read does not stop the others', async () => {
  const { preview, house, projectId, confirm } = await openWithProject()
  const { path, html } = await preview({ 'bomb.docx': bombOf('word/document.xml', 400), 'not.docx': 'hej', 'a.txt': interview })
  expect(html).toContain('unreasonably large')
  expect(html).toContain('not a Word document')
  await confirm(path, { ...wish(0), ...wish(1), ...wish(2) })
  const sources = await listSources(house.read, projectId)
  expect(sources.map((source) => source.title)).toEqual(['Nurse 01', 'a'])
  expect((await listChanges(house.read, 2)).some((change) => change.table === 'source')).toBe(true)
})

test('a page asked for by htmx while reading goes to the preview when it is done', async () => {
  const { drop, get } = await openWithProject()
  const path = (await drop({ 'a.txt': interview })).headers.get('location')!
  for (;;) {
    const res = await get(path, { 'HX-Request': 'true' })
    if (res.headers.get('HX-Redirect') === path) break
    expect(await res.text()).toContain('of 1 files read')
  }
})
