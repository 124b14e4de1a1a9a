import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { readSourceFile } from '../../src/exchange/read-source-file.ts'
import { codePassage } from '../../src/services/code-passage.ts'
import { createCase } from '../../src/services/create-case.ts'
import { createAttribute } from '../../src/services/edit-attribute.ts'
import { findExporter } from '../../src/services/exports.ts'
import { numberCases, setPseudonyms } from '../../src/services/set-pseudonyms.ts'
import { openTestHouse, seedSmallStudy } from '../support/house.ts'
import { unzip } from '../support/unzip.ts'

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
