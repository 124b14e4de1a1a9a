import { expect, test } from 'vitest'
import { findAnswers } from '../../src/services/find-answers.ts'
import { docxOf } from '../support/docx.ts'
import { GUIDE, openGuideStudy, toldAnswers, wordForWord } from '../support/guide-study.ts'
import { openTestHouse, seedSmallStudy } from '../support/house.ts'

const base = '/projects/night-shift'
const plain = { 'Accept-Language': 'en' }

async function open() {
  const opened = await openTestHouse()
  const study = await openGuideStudy(opened.house)
  const find = () => findAnswers(opened.house, wordForWord(), { projectId: study.projectId, coderId: 1 })
  const page = async (path: string) => (await opened.get(`${base}${path}`)).text()
  return { ...opened, ...study, find, page }
}

test('an empty study says what a guide is for, and has answers nowhere', async () => {
  const { house, get } = await openTestHouse()
  await seedSmallStudy(house)
  expect(await (await get(`${base}/guides`)).text()).toContain('The guides will stand here')
  expect(await (await get(`${base}/answers`)).text()).toContain('Begin with an interview guide')
  expect((await get(`${base}/guides/proposal`)).status).toBe(404)
  expect((await get(`${base}/guides/finding`)).status).toBe(303)
})

test('a guide is written, or read from a Word file in a thread', async () => {
  const { house, app, get } = await openTestHouse()
  await seedSmallStudy(house)
  const send = (fields: Record<string, string | File>) => {
    const body = new FormData()
    for (const [name, value] of Object.entries(fields)) body.set(name, value)
    return app.request(`${base}/guides`, { method: 'POST', headers: { 'Sec-Fetch-Site': 'same-origin', ...plain }, body })
  }
  const written = await send({ text: GUIDE, name: '' })
  expect([written.status, written.headers.get('Location')]).toEqual([303, `${base}/guides/1`])
  const heading = '<w:p><w:pPr><w:pStyle w:val="Heading2"/></w:pPr><w:r><w:t>Havet</w:t></w:r></w:p>'
  const lines = ['1. Vad ser du?', '2. Vad hör du?'].map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`).join('')
  const bytes = new Uint8Array(await docxOf(heading + lines))
  expect((await send({ file: new File([bytes], 'Kusten.docx') })).headers.get('Location')).toBe(`${base}/guides/2`)
  const page = await (await get(`${base}/guides/2`)).text()
  for (const words of ['<h1>Kusten</h1>', 'Vad ser du?', 'Vad hör du?']) expect(page).toContain(words)
  const refused = await send({ text: ' ' })
  expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining('The text has no questions')])
  expect((await send({ file: new File([], 'x.docx') })).status).toBe(422)
})

test('a guide is changed by its forms; a section with questions stays', async () => {
  const { post, page, questionOf, teamId, house } = await open()
  const sections = await house.read.selectFrom('guide_section').select('id').orderBy('position').execute()
  const at = `${base}/guides/1`
  expect((await post(`${at}/questions`, { sectionId: sections[1]!.id, text: 'Och sen?' }, plain)).headers.get('Location')).toBe(`${at}#question-5`)
  await post(`${at}/questions/${questionOf(1)}`, { text: 'Hur länge, då?', sectionId: sections[0]!.id, codeId: teamId })
  await post(`${at}/questions/${questionOf(1)}/move`, { to: 'down' })
  const shown = await page('/guides/1')
  expect(shown).toContain('1. Vad gör du om dagarna?\n2. Hur länge, då? {Team}')
  expect(shown).toContain('5. Och sen?')
  const refused = await post(`${at}/sections/${sections[0]!.id}/removal`, {})
  expect([refused.status, await refused.text()]).toEqual([409, expect.stringContaining('has 2 questions')])
  for (const path of ['/guides/99', '/guides/1/questions/99/removal', '/guides/1/sections/99/removal'])
    expect((await post(`${base}${path}`, { name: 'x' })).status, path).toBe(404)
  await post(`${at}/removal`, {})
  expect(await page('/guides')).toContain('The guides will stand here')
})

test('answers are found by a button, in a thread, and said; a source can follow none', async () => {
  const { post, page, sourceOf } = await open()
  const found = await post(`${base}/guides/finding`, {}, plain)
  expect(found.status).toBe(303)
  expect(found.headers.get('Location')).toMatch(/answers$|finding$/)
  const source = `${base}/guides/sources/${sourceOf('Granby')}`
  expect((await post(source, { guideId: 1 }, plain)).headers.get('Location')).toBe(`${base}/guides#following`)
  expect(await page('/guides')).toContain('<option value="1" selected="">Byar</option>')
  await post(source, { guideId: '' })
  expect((await post(source, { guideId: 99 })).status).toBe(404)
  expect((await post(`${base}/guides/sources/99`, { guideId: 1 })).status).toBe(404)
  expect((await post(`${base}/guides/finding/cancellation`, {}, plain)).headers.get('Location')).toBe(`${base}/guides`)
})

test('the overview has every case by its form with denominators, and lists what to check', async () => {
  const { find, page } = await open()
  expect(await page('/answers')).toContain('Nobody has looked for the answers yet')
  await find()
  const shown = await page('/answers')
  for (const words of [
    '1 of 2 asked',
    '2 of 2 asked',
    'To check: 1',
    'Sjöändan, question 2: answered, unsure',
    'Furuvik, question 2: not asked',
    'Granby, question 4: don’t know',
  ])
    expect(shown, words).toContain(words)
  expect(await page('/answers/check')).toContain('2. Vad gör du om dagarna?')
  expect(await page('/answers?guide=1&from=60')).toContain('Byar')
})

test('an answer is corrected by a form: as fragments to htmx, and by a page without', async () => {
  const { find, post, house, get, caseOf, questionOf, sourceOf } = await open()
  await find()
  const [caseId, question, source] = [caseOf('Granby'), questionOf(1), sourceOf('Granby')]
  const path = `${base}/answers/${caseId}`
  const html = await (await get(`${path}?question=${question}`)).text()
  for (const words of [
    '<span class="asked preamble">Vi spelar in nu.</span>',
    '<span class="asked">Hur länge har du bott här?</span>',
    '<span class="answer chosen" data-part="1">I tolv år, och jag trivs.</span>',
  ])
    expect(html).toContain(words)
  const res = await post(`${path}/${question}`, { does: 'step', source, part: 1, edge: 'end', by: 'word', steps: -2 })
  const fragments = await res.text()
  expect(fragments).toContain('<span class="answer chosen" data-part="1">I tolv år, och</span>')
  expect(fragments.match(/<hx-partial/g)!.length).toBe(5)
  const bare = await post(`${path}/${question}`, { does: 'status', source, status: 'unanswered' }, plain)
  expect([bare.status, bare.headers.get('Location')]).toEqual([303, `${path}?source=${source}&question=${question}#answer`])
  expect((await toldAnswers(house))[0]).toBe('Granby 1 unanswered person')
  await post(`${path}/${question}`, { does: 'place', source, fromParagraph: 2, fromWord: 7, toParagraph: 2, toWord: 9 })
  expect((await toldAnswers(house))[0]).toBe('Granby 1 answered person | I tolv år,')
  await post(`${path}/${question}`, { does: 'assign', source, part: 1, to: questionOf(3) })
  expect((await toldAnswers(house)).filter((one) => one.startsWith('Granby') && one.includes('person'))).toEqual([
    'Granby 1 unanswered person',
    'Granby 3 answered person | I tolv år, | Ja, den gamla mejeriet.',
  ])
})

test.each([
  [{ does: 'status', source: 2, status: 'no_source' }, 422],
  [{ does: 'step', source: 2, part: 1, edge: 'end', by: 'word', steps: 0 }, 422],
  [{ does: 'step', source: 2, part: 9, edge: 'end', by: 'word', steps: 1 }, 404],
  [{ does: 'move', source: 2, part: 1, start: 5, end: 1_000_000 }, 422],
  [{ does: 'add', source: 3, start: 0, end: 3 }, 404],
  [{ does: 'vanish', source: 2 }, 422],
] as [Record<string, string | number>, number][])('the correction %j is refused', async (fields, status) => {
  const { find, post, house, caseOf, questionOf } = await open()
  await find()
  const before = await toldAnswers(house)
  expect((await post(`${base}/answers/${caseOf('Granby')}/${questionOf(1)}`, fields)).status).toBe(status)
  expect(await toldAnswers(house)).toEqual(before)
})

test('script in a guide and in a text is shown as text', async () => {
  const { post, page, house, caseOf } = await open()
  const script = '<script>alert(1)</script>'
  await post(`${base}/guides/1/questions`, { sectionId: 1, text: script })
  await post(`${base}/guides/1/sections`, { title: script })
  await post(`${base}/guides/1`, { name: script })
  await findAnswers(house, wordForWord(), { projectId: 1, coderId: 1 })
  for (const path of ['/guides', '/guides/1', '/answers', `/answers/${caseOf('Granby')}?question=1`, '/history'])
    expect(await page(path)).not.toContain('<script>alert')
})
