import { expect, test } from 'vitest'
import { codePassage } from '../../src/services/code-passage.ts'
import { createCase } from '../../src/services/create-case.ts'
import { findExporter } from '../../src/services/exports.ts'
import { linkCase } from '../../src/services/link-case.ts'
import { setPseudonyms } from '../../src/services/set-pseudonyms.ts'
import { listStudyCases } from '../../src/storage/study-cases.ts'
import { openTestHouse, seedSmallStudy } from '../support/house.ts'

const TEXT = 'Well, my name is Karin Stromdal mostly. Then Karin Stromdal said no.'

/** A study of one informant, whose source is called so; the given stretches of her words are coded. */
async function study({ title = 'One', name = 'Karin Stromdal', lines = '', project = 'Night shift', spans = [[0, TEXT.length]] as [number, number][] }) {
  const { house } = await openTestHouse()
  const { projectId, sourceId, sleepId } = await seedSmallStudy(house, TEXT)
  const who = { projectId, coderId: 1 }
  await house.write
    .updateTable('source')
    .set({ title, original_name: `${title}.txt` })
    .execute()
  await createCase(house, { ...who, name, kind: '' })
  await linkCase(house, { ...who, sourceId, caseName: name })
  for (const [start, end] of spans) await codePassage(house, { ...who, sourceId, codeIds: [sleepId], selection: { start, end } })
  const cases = (await listStudyCases(house.read, projectId)).map(({ id }) => ({ caseId: id, replacement: 'Informant 1' }))
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
