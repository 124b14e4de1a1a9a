import { expect, test } from 'vitest'
import { readCases } from '../../src/exchange/read-cases.ts'
import { codePassage } from '../../src/services/code-passage.ts'
import { createCase } from '../../src/services/create-case.ts'
import { findExporter } from '../../src/services/exports/exports.ts'
import { importCases } from '../../src/services/import-cases.ts'
import { linkCase } from '../../src/services/link-case.ts'
import { findLikelyNames } from '../../src/services/read-pseudonyms.ts'
import { setPseudonyms } from '../../src/services/set-pseudonyms.ts'
import { listStudyCases } from '../../src/storage/study-cases.ts'
import { openTestHouse, seedSmallStudy } from '../support/house.ts'

const TEXT = 'Well, my name is Karin Stromdal mostly. Then Karin Stromdal said no.'

/** A study of one informant, whose source is called so; the given stretches of her words are coded. */
async function study({
  title = 'One',
  name = 'Karin Stromdal',
  lines = '',
  project = 'Night shift',
  values = '',
  spans = [[0, TEXT.length]] as [number, number][],
}) {
  const { house } = await openTestHouse()
  const { projectId, sourceId, sleepId } = await seedSmallStudy(house, TEXT)
  const who = { projectId, coderId: 1 }
  await house.write
    .updateTable('source')
    .set({ title, original_name: `${title}.txt` })
    .execute()
  await createCase(house, { ...who, name, kind: '' })
  const [attribute, ...of] = values.split('\n')
  if (attribute)
    await importCases(house, { ...who, table: readCases(`case,${attribute}\n${of.map((one, at) => `${at === 0 ? name : `Other ${at}`},${one}`).join('\n')}`) })
  await linkCase(house, { ...who, sourceId, caseName: name })
  for (const [start, end] of spans) await codePassage(house, { ...who, sourceId, codeIds: [sleepId], selection: { start, end } })
  const cases = (await listStudyCases(house.read, projectId)).map(({ id }, at) => ({ caseId: id, replacement: `Informant ${at + 1}` }))
  await setPseudonyms(house, { ...who, cases, lines })
  const input = { project: { id: projectId, slug: 'night-shift', name: project, language: 'en' as const }, filter: '', language: 'en' as const }
  return async (what: string, format: string, options: Record<string, string> = {}) => {
    const { bytes, fileName } = await findExporter(what, format)(house.read, { ...input, options: { pseudonyms: '1', ...options } })
    return { said: String(bytes), fileName }
  }
}

test('a title made of the name of a file loses the name, whatever separates its words', async () => {
  const make = await study({ title: 'Karin_Stromdal' })
  for (const [what, format] of ['quotations csv', 'transcripts json', 'sources txt', 'sources csv', 'saturation csv', 'coverage json'].map((one) =>
    one.split(' '),
  )) {
    const { said } = await make(what!, format!)
    expect(said.match(/.{0,30}(karin|stromdal).{0,20}/i)?.[0], `${what}.${format}`).toBe(undefined)
  }
})

test('words are listed without those of names', async () => {
  const make = await study({})
  for (const format of ['csv', 'json']) {
    const { said } = await make('words', format)
    expect(said).toContain('mostly')
    expect(/karin|stromdal/i.test(said), format).toBe(false)
  }
  expect((await make('words', 'csv', { pseudonyms: '' })).said).toContain('karin')
})

test('a name that the edge of a quotation or of what stands round it goes through is replaced whole', async () => {
  const at = TEXT.indexOf('Karin S')
  const make = await study({
    spans: [
      [0, at + 7],
      [at + 5, TEXT.indexOf(' mostly')],
      [TEXT.indexOf('Karin S', at + 1) + 5, TEXT.length],
    ],
  })
  const rows = JSON.parse((await make('quotations', 'json')).said)
  expect(rows.map((row: any) => [row.before, row.quotation, row.after, row.published === row.quotation])).toEqual([
    ['', 'Well, my name is Informant 1', 'Informant 1 mostly.', true],
    ['Well, my name is Informant 1', 'Informant 1', 'mostly.', true],
    ['Then Informant 1', 'Informant 1 said no.', '', true],
  ])
  expect(/Karin|tromdal/.test((await make('quotations', 'html', { context: '1' })).said)).toBe(false)
})

test('a title and a case that stand beside each other are no one word', async () => {
  const make = await study({ title: 'one', lines: 'Stromdal = Surname' })
  expect(JSON.parse((await make('transcripts', 'json')).said)[0]).toMatchObject({ source: 'one', case: 'Informant 1' })
})

test('the name of a file tells no name that its project is called by', async () => {
  const make = await study({ lines: 'Stromdal = Surname\nÅsele = Town', project: 'Stromdalstudien' })
  expect((await make('frequencies', 'csv')).fileName).toBe('project-frequencies-pseudonyms.csv')
  const plain = await study({ lines: 'Åsele = Town', project: 'Aselestudien' })
  expect((await plain('frequencies', 'csv')).fileName).toBe('project-frequencies-pseudonyms.csv')
  const other = await study({ project: 'Karin Stromdal: a life' })
  expect((await other('frequencies', 'csv')).fileName).toBe('informant-1-a-life-frequencies-pseudonyms.csv')
})

test('a title that is its case in other capitals or accents is called as the case is, in references too', async () => {
  for (const [title, name] of [
    ['focus', 'Focus'],
    ['intervju_stromdal', 'Strömdal'],
  ] as const) {
    const make = await study({ title, name })
    const [row] = JSON.parse((await make('quotations', 'json')).said)
    expect([row.source, row.reference]).toEqual(['Informant 1', expect.stringContaining('Informant 1')])
    for (const [what, format] of ['sources csv', 'sources txt', 'transcripts html', 'transcripts csv', 'coverage csv'].map((one) => one.split(' ')))
      expect(new RegExp(title, 'i').test((await make(what!, format!)).said), `${what}.${format}`).toBe(false)
  }
})

test('a value that is left out does not come back in the title of its source or in the reference', async () => {
  const make = await study({ title: 'Interview 5: Head of trade in Hemby', values: 'Place\nhemby\nOldtown\nNewtown' })
  for (const [what, format] of ['quotations csv', 'quotations html', 'transcripts csv', 'sources txt', 'sources csv', 'coverage csv'].map((one) =>
    one.split(' '),
  ))
    expect(/hemby/i.test((await make(what!, format!)).said), `${what}.${format}`).toBe(false)
  expect((await make('quotations', 'csv', { attributes: 'Place' })).said).toContain('Interview 5: Head of trade in Hemby')
})

test('numbers that nearly every case has for itself stay behind unless they are chosen', async () => {
  const make = await study({ values: 'People\n28345\n1200\n431' })
  expect((await make('cases', 'csv')).said).not.toContain('28345')
  expect((await make('cases', 'csv', { attributes: 'People' })).said).toContain('28345')
})

test('who was found to speak is a likely name unless it is a role', async () => {
  const { house } = await openTestHouse()
  const { projectId, sourceId } = await seedSmallStudy(house, 'nn')
  for (const label of ['FERN', 'Moderator', 'Informant 3', 'R'])
    await house.write.insertInto('speaker').values({ source_id: sourceId, label, role: 'informant' }).execute()
  const found = (await findLikelyNames(house.read, projectId)).names.map(({ name }) => name)
  expect(found).toContain('FERN')
  expect(found.filter((name) => /Moderator|Informant|^R$/.test(name))).toEqual([])
})
