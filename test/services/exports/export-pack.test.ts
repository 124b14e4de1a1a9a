import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { readCases } from '../../../src/exchange/read-cases.ts'
import { readCodebook } from '../../../src/exchange/read-codebook.ts'
import { readSourceFile } from '../../../src/exchange/read-source-file.ts'
import { codePassage } from '../../../src/services/code-passage.ts'
import { createCase } from '../../../src/services/create-case.ts'
import { createProject } from '../../../src/services/create-project.ts'
import { createAttribute } from '../../../src/services/edit-attribute.ts'
import { toldKinds } from '../../../src/services/exports/export-methods.ts'
import { findExporter } from '../../../src/services/exports/exports.ts'
import { importCases } from '../../../src/services/import-cases.ts'
import { importGuide } from '../../../src/services/import-guide.ts'
import { numberCases, setPseudonyms } from '../../../src/services/set-pseudonyms.ts'
import { isTextKey } from '../../../src/texts/catalogue.ts'
import { openTestHouse, seedSmallStudy } from '../../support/house.ts'
import { unzip } from '../../support/unzip.ts'

const NAME = '../Löv/hamn 😴 "x" = Sofia'

async function packed(options: Record<string, string> = {}) {
  const { house } = await openTestHouse()
  const { projectId, sourceId, sleepId } = await seedSmallStudy(house, 'I asked Sofia, well, and she never answered.')
  const who = { projectId, coderId: 1 }
  await createCase(house, { ...who, name: 'Sofia', kind: '' })
  await codePassage(house, { ...who, sourceId, codeIds: [sleepId], selection: { start: 0, end: 43 } })
  await numberCases(house, { ...who, word: 'Case' })
  await setPseudonyms(house, { ...who, cases: [], lines: 'Nurse = Source' })
  const project = { id: projectId, slug: 'night-shift', name: NAME, language: 'en' as const }
  const file = await findExporter('pack', 'zip')(house.read, { project, filter: '', language: 'en', options })
  return { name: file.fileName, files: await unzip(Buffer.from(file.bytes as Uint8Array)) }
}

test('a pack holds what a publication needs, with a README that names every file and sums that hold', async () => {
  const { files } = await packed()
  const names = [...files.keys()]
  for (const name of ['methods.docx', 'codebook.docx', 'frequencies.xlsx', 'quotations.docx', 'matrix.xlsx', 'data/quotations.json', 'README.txt'])
    expect(names).toContain(name)
  for (const name of names) expect(name).toMatch(/^((figures|data)\/)?[\w-]+\.\w+$/)
  const sums = files.get('SHA256SUMS.txt')!.toString().trim().split('\n')
  expect(sums).toHaveLength(names.length - 1)
  for (const line of sums)
    expect(
      createHash('sha256')
        .update(files.get(line.slice(66))!)
        .digest('hex'),
    ).toBe(line.slice(0, 64))
  for (const line of sums.slice(0, -1)) expect(files.get('README.txt')!.toString()).toContain(line.slice(66))
})

test('the names of values are replaced as well: an attribute may be called by a town', async () => {
  const { house } = await openTestHouse()
  const { projectId } = await seedSmallStudy(house)
  const who = { projectId, coderId: 1 }
  await createAttribute(house, { ...who, name: 'Lives in Umeå', type: 'text' })
  const project = { id: projectId, slug: 'night-shift', name: 'Night shift', language: 'en' as const }
  const cases = async (lines: string) => {
    await setPseudonyms(house, { ...who, cases: [], lines })
    await createCase(house, { ...who, name: 'B 2', kind: '' }).catch(() => undefined)
    await numberCases(house, { ...who, word: 'Person' })
    return String((await findExporter('cases', 'json')(house.read, { project, filter: '', language: 'en', options: { pseudonyms: '1' } })).bytes)
  }
  expect(await cases('Umeå = Town A')).toContain('"Lives in Town A"')
  await expect(cases('lives = stays')).rejects.toMatchObject({ key: 'refusal.real-names', values: { names: 'Lives (1)' } })
})

test('with pseudonyms no file of it, nor its name, shows a real one', async () => {
  const { name, files } = await packed({ pseudonyms: '1' })
  expect(name).toBe('lov-hamn-x-case-1-pack-pseudonyms.zip')
  expect(files.get('README.txt')!.toString()).toContain('Names are replaced by pseudonyms.')
  for (const [file, bytes] of files) {
    const said = file.endsWith('.docx') ? (await readSourceFile(bytes, file, 'en'))[0]!.text : bytes.toString()
    expect(/Sofia|Nurse/.test(said), file).toBe(false)
  }
  expect(files.get('data/quotations.csv')!.toString()).toContain('I asked Case 1, well')
})

test('a pack with pseudonyms waits for likely names, or says how many are undecided; coders are numbered and telling attributes left out', async () => {
  const { house } = await openTestHouse()
  const { projectId, sourceId, sleepId } = await seedSmallStudy(house, 'I asked Roslind about it. She moved from Hemby then.')
  await house.write.updateTable('coder').set({ name: 'Maja Ek' }).execute()
  const who = { projectId, coderId: 1 }
  const study = 'case,Employer,Region\nAnn,Sawmill,North\nBo,School,North\nCia,Ann’s clinic,South\nDan,Bakery,South'
  await importCases(house, { ...who, table: readCases(study) })
  await codePassage(house, { ...who, sourceId, codeIds: [sleepId], selection: { start: 0, end: 24 } })
  await numberCases(house, { ...who, word: 'Case' })
  await setPseudonyms(house, { ...who, cases: [], lines: 'Nurse =' })
  const project = { id: projectId, slug: 'night-shift', name: 'Night shift', language: 'en' as const }
  const make = (what: string, format: string, options: Record<string, string>) =>
    findExporter(what, format)(house.read, { project, filter: '', language: 'en', options: { pseudonyms: '1', ...options } })
  await expect(make('pack', 'zip', {})).rejects.toMatchObject({ key: 'refusal.undecided-names', values: { n: 2, names: 'Hemby, Roslind' } })
  const files = await unzip(Buffer.from((await make('pack', 'zip', { 'all-the-same': '1' })).bytes as Uint8Array))
  const methods = files.get('methods.md')!.toString()
  for (const said of ['2 likely names were not decided', 'taken home all the same', 'left out: Employer', 'Coder 1']) expect(methods).toContain(said)
  expect(files.get('README.txt')!.toString()).toContain('2 likely names were not decided')
  expect(files.get('data/quotations.csv')!.toString()).toContain('"replaced, 2 undecided"')
  expect(files.get('data/cases.csv')!.toString()).toContain('case,kind,Region')
  for (const [file, bytes] of files) expect(/Maja|Sawmill|Employer,/.test(bytes.toString()), file).toBe(false)
  const chosen = async (options: Record<string, string>) => String((await make('cases', 'csv', options)).bytes)
  expect(await chosen({ attributes: 'employer' })).toContain('Case 1’s clinic')
  await expect(chosen({ attributes: 'Income' })).rejects.toMatchObject({ key: 'refusal.filter-no-attribute' })
  expect(String((await make('quotations', 'csv', { 'coder-names': '1' })).bytes)).toContain('Maja Ek')
})

test('the methods appendix says when the guide was read in, and has a sentence for every kind of act it tells of', async () => {
  for (const kind of toldKinds) expect(isTextKey(`methods.did-${kind}`), kind).toBe(true)
  const { house } = await openTestHouse()
  const { projectId } = await seedSmallStudy(house)
  await importGuide(house, { projectId, coderId: 1, name: 'Nights', text: '1. How do you sleep?' })
  const project = { id: projectId, slug: 'night-shift', name: 'Night shift', language: 'en' as const }
  const { bytes } = await findExporter('methods', 'md')(house.read, { project, filter: '', language: 'en', options: {} })
  expect(String(bytes)).toMatch(/Interview guide read in[^\n]*\d{4}-\d\d-\d\d/)
})

test('the methods appendix counts the codes that a project was begun with from a file', async () => {
  const { house } = await openTestHouse()
  const rows = readCodebook('label,definition\nSleep,\nSleep > Naps,\nTeam,\n')
  const { id } = await createProject(house, { name: 'Read in', language: 'en', coderId: 1, codes: rows })
  const project = await house.read.selectFrom('project').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const file = await findExporter('methods', 'md')(house.read, { project, filter: '', language: 'en', options: {} })
  expect(String(file.bytes)).toMatch(/Codes read in from a file \| You \| 3 \|/)
})
