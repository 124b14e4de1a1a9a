import { expect, test } from 'vitest'
import { readSourceFile } from '../../src/exchange/read-source-file.ts'
import { codePassage } from '../../src/services/code-passage.ts'
import { createCase } from '../../src/services/create-case.ts'
import { editParagraph } from '../../src/services/edit-paragraph.ts'
import { perform } from '../../src/storage/ledger.ts'
import { openTestHouse, seedSmallStudy } from '../support/house.ts'

const TEXT = 'I asked Sofia in Lövhamn, well, and she never answered.\nThen Sofia called. The Lövhamnsbo said nothing.'

async function studied() {
  const opened = await openTestHouse()
  const { house } = opened
  const ids = await seedSmallStudy(house, TEXT)
  const { projectId, sourceId, sleepId } = ids
  await createCase(house, { projectId, coderId: 1, name: 'Lövhamn', kind: '' })
  await perform(house.write, { projectId, actorId: 1, kind: 'link-case' }, async (ledger) => {
    const { id } = await ledger.trx.selectFrom('study_case').select('id').executeTakeFirstOrThrow()
    await ledger.insert('source_case', { source_id: sourceId, case_id: id })
  })
  await codePassage(house, { projectId, sourceId, coderId: 1, codeIds: [sleepId], selection: { start: 0, end: 55 } })
  const { id: quotationId } = await house.read.selectFrom('quotation').select('id').executeTakeFirstOrThrow()
  const base = '/projects/night-shift'
  const file = async (name: string) => {
    const answer = await opened.get(`${base}/exports/${name}`)
    return { status: answer.status, bytes: Buffer.from(await answer.arrayBuffer()), name: answer.headers.get('Content-Disposition') ?? '' }
  }
  const edits = async () => JSON.stringify(await house.read.selectFrom('publication_edit').selectAll().execute())
  const names = async () => JSON.stringify(await house.read.selectFrom('pseudonym').selectAll().execute())
  return { ...opened, ...ids, base, quotationId, file, edits, names }
}

test('a quotation is shortened and clarified beside its words, shown as a difference, copied with its reference, and undone', async () => {
  const { post, get, base, quotationId, file, edits, house } = await studied()
  const acts = `${base}/quotations/${quotationId}/acts`
  const to = `${base}/quotations/${quotationId}/publication`
  expect(await (await get(acts)).text()).toContain('data-text="“I asked Sofia in Lövhamn, well, and she never answered.” (Nurse 01, paragraph 1)"')
  const saved = await post(to, { written: 'I asked [the chief] in Lövhamn, … and she never answered.' })
  expect(await saved.text()).toContain('published so')
  const page = await (await get(acts)).text()
  expect(page).toContain('I asked <del>Sofia</del><ins>[the chief]</ins> in Lövhamn, <del>well,</del><ins>…</ins> and she never answered.')
  expect(page).toContain('data-text="“I asked [the chief] in Lövhamn, … and she never answered.” (Nurse 01, paragraph 1)"')
  const csv = (await file('quotations.csv')).bytes.toString()
  expect(csv).toContain('"I asked Sofia in Lövhamn, well, and she never answered."')
  expect(csv).toContain('"I asked [the chief] in Lövhamn, … and she never answered."')
  const refused = await post(to, { written: 'I begged Sofia in Lövhamn, well, and she never answered.' })
  expect(refused.status).toBe(422)
  const kept = await edits()
  await post(to, { written: '', whole: '1' })
  expect(await edits()).toBe('[]')
  await post(`${base}/undo`, {})
  expect(await edits()).toBe(kept)
  await post(`${base}/undo`, {})
  expect(await edits()).toBe('[]')
  expect(await house.read.selectFrom('quotation').select('id').execute()).toHaveLength(1)
})

test('where the words are changed, what was shortened waits, and the words are published whole', async () => {
  const { post, get, base, quotationId, sourceId, projectId, file, house } = await studied()
  await post(`${base}/quotations/${quotationId}/publication`, { written: 'I asked … never answered.' })
  const { version_id: versionId } = await house.read.selectFrom('source').select('version_id').where('id', '=', sourceId).executeTakeFirstOrThrow()
  const paragraph = { start: 0, end: 55 }
  await editParagraph(house, { projectId, sourceId, coderId: 1, versionId, paragraph, text: 'I asked Sofia in Lövhamn, well, and she always answered.' })
  expect((await file('quotations.csv')).bytes.toString()).not.toContain('I asked … never')
  expect(await (await get(`${base}/quotations/${quotationId}/acts`)).text()).toContain('published whole')
})

test('names are replaced in what leaves; while one would still be read, nothing does', async () => {
  const { post, get, base, file, names } = await studied()
  const undecided = await file('quotations.csv?pseudonyms=1')
  expect([undecided.status, undecided.bytes.toString()]).toEqual([409, expect.stringContaining('no pseudonym yet: Lövhamn')])
  await post(`${base}/pseudonyms/numbers`, { word: 'Town' }, {})
  const before = await names()
  await post(`${base}/pseudonyms`, { 'case-1': 'Town A', lines: 'Sofia = Eva\nNurse 01 = Source 1' }, {})
  await post(`${base}/undo`, {})
  expect(await names()).toBe(before)
  await post(`${base}/redo`, {})
  const quotations = await file('quotations.csv?pseudonyms=1')
  expect(quotations.name).toContain('quotations-pseudonyms.csv')
  expect(quotations.bytes.toString()).toContain('"I asked Eva in Town A, well, and she never answered.",')
  expect(quotations.bytes.toString()).toContain('replaced')
  expect(quotations.bytes.toString()).not.toMatch(/Sofia|Lövhamn|Nurse 01/)
  const refused = await file('transcripts.docx?pseudonyms=1')
  expect([refused.status, refused.bytes.toString()]).toEqual([409, expect.stringContaining('Lövhamnsbo (1)')])
  await post(`${base}/pseudonyms/found`, { name: 'Lövhamnsbo', replacement: 'townsman' }, {})
  const [docx] = await readSourceFile((await file('transcripts.docx?pseudonyms=1')).bytes, 'x.docx', 'en')
  expect(docx!.text).toContain('Then Eva called. The townsman said nothing.')
  expect(docx!.text).toContain('Names are replaced by pseudonyms.')
  const cloud = await file('word-cloud.svg?pseudonyms=1')
  expect([cloud.status, /sofia|lövhamn/i.test(cloud.bytes.toString())]).toEqual([200, false])
  expect(await (await get(`${base}/pseudonyms`)).text()).toContain('Town A')
})

test('likely names are found for a person to decide, and not asked of again', async () => {
  const { post, get, base } = await studied()
  const page = async () => {
    for (;;) {
      const html = await (await get(`${base}/pseudonyms`)).text()
      if (!html.includes('The sources are being read')) return html
    }
  }
  const found = async () => [...(await page()).matchAll(/<b>([^<]+)<\/b> <a href="[^"]*search/g)].map(([, name]) => name)
  expect(await found()).toEqual(['Sofia', 'Lövhamn', 'Lövhamnsbo', 'Nurse'])
  const published = async () => {
    for (;;) {
      const html = await (await get(`${base}/publication`)).text()
      if (!html.includes('The sources are being read')) return html
    }
  }
  expect(await published(), 'nothing is begun').not.toContain('undecided')
  await post(`${base}/pseudonyms/found`, { name: 'Nurse', stays: '1', replacement: '' }, {})
  await post(`${base}/pseudonyms/found`, { name: 'Sofia', replacement: 'Eva' }, {})
  expect(await found()).toEqual(['Lövhamn', 'Lövhamnsbo'])
  expect(await published()).toMatch(/2 likely names are undecided\..*pseudonyms#found-names.*name="all-the-same"/s)
  expect((await get(`${base}/exports/cases.csv?attributes=&attributes=`)).status).toBe(200)
  expect((await post(`${base}/pseudonyms/found`, { name: 'Lövhamn', replacement: 'near Sofia' }, {})).status).toBe(422)
})

test('a pattern of references is the project’s own', async () => {
  const { post, get, base } = await studied()
  expect((await post(`${base}/publication/pattern`, { pattern: '{case}, {mood}' })).status).toBe(422)
  await post(`${base}/publication/pattern`, { pattern: 'Interview {number}, {case}' }, {})
  expect(await (await get(`${base}/publication`)).text()).toContain('(Interview 1, Lövhamn)')
})
