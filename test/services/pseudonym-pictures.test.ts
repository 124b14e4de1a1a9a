import { expect, test } from 'vitest'
import { readCases } from '../../src/exchange/read-cases.ts'
import { codePassage } from '../../src/services/code-passage.ts'
import { createCode } from '../../src/services/create-code.ts'
import { findExporter } from '../../src/services/exports/exports.ts'
import { importCases } from '../../src/services/import-cases.ts'
import { linkCase } from '../../src/services/link-case.ts'
import { numberCases, setPseudonyms } from '../../src/services/set-pseudonyms.ts'
import { listStudyCases } from '../../src/storage/study-cases.ts'
import { openTestHouse, seedSmallStudy } from '../support/house.ts'
import { unzip } from '../support/unzip.ts'

const drawn = (svg: string) => svg.slice(svg.indexOf('<g '), svg.lastIndexOf('</g>'))
const TEXT = 'Sofia Bergdal was tired. sofia said so, and BERGDAL agreed: work, work at the mill.'

/** A study of one case, called so, with the words said there; its theme is called after it too. */
async function study(name: string, lines = '', numbered = true) {
  const { house } = await openTestHouse()
  const { projectId, sourceId } = await seedSmallStudy(house, TEXT)
  const who = { projectId, coderId: 1 }
  const others = Array.from({ length: 3 }, (_, n) => `${numbered ? 'Other' : 'Case'} ${n + 2},Town ${n},5`).join('\n')
  await importCases(house, { ...who, table: readCases(`case,Home,Age\n"${name}",Hemby,4\n${others}`) })
  await linkCase(house, { ...who, sourceId, caseName: name })
  const theme = await createCode(house, { ...who, label: `What ${name} said`, parentId: null })
  await codePassage(house, { ...who, sourceId, codeIds: [theme], selection: { start: 0, end: TEXT.length } })
  await house.write
    .updateTable('source')
    .set({ title: `${name}, first` })
    .execute()
  await house.write.updateTable('coder').set({ name: 'Maja' }).execute()
  const cases = (await listStudyCases(house.read, projectId)).map(({ id, name }) => ({ caseId: id, replacement: name }))
  if (numbered) await numberCases(house, { ...who, word: 'Case' })
  await setPseudonyms(house, { ...who, cases: numbered ? [] : cases.map((one) => ({ ...one, replacement: null })), lines })
  const project = { id: projectId, slug: 'night-shift', name: 'Night shift', language: 'en' as const }
  const make = async (what: string, format: string, options: Record<string, string> = {}, filter = '') =>
    (await findExporter(what, format)(house.read, { project, filter, language: 'en', options: { pseudonyms: '1', ...options } })).bytes
  return { make, pack: async () => unzip(Buffer.from((await make('pack', 'zip', { 'all-the-same': '1' })) as Uint8Array)) }
}

test('pictures are drawn with what stands for names: the very picture of a study where they are called so', async () => {
  const real = await study('Sofia Bergdal')
  const masked = await study('Case 1', '', false)
  for (const [what, options] of [
    ['chart', { name: 'bars' }],
    ['chart', { name: 'states' }],
    ['chart', { name: 'heat' }],
    ['saturation', {}],
    ['comparison', { by: 'attribute:Age' }],
    ['word-cloud', { of: 'codes' }],
  ] as [string, Record<string, string>][]) {
    const svg = String(await real.make(what, 'svg', options))
    expect(svg.match(/.{0,40}(sofia|bergdal).{0,20}/i)?.[0], what).toBe(undefined)
    expect(svg, what).toContain('replaced by pseudonyms')

    expect(drawn(svg) === drawn(String(await masked.make(what, 'svg', options))), what).toBe(true)
  }
})

test('a cloud of words loses the names, however they are written, and their parts; the pack has every picture', async () => {
  const { make, pack } = await study('Sofia Bergdal')
  const svg = String(await make('word-cloud', 'svg'))
  expect(svg).toContain('work: ')
  expect(svg).toContain('are left out')
  expect(svg.match(/.{0,40}(sofia|bergdal).{0,20}/i)?.[0]).toBe(undefined)
  expect(/sofia|bergdal/i.test(`${await make('word-cloud', 'csv')}${await make('word-cloud', 'json')}`)).toBe(false)
  const files = await pack()
  for (const name of ['bars', 'states', 'heat', 'saturation', 'word-cloud'])
    for (const format of ['svg', 'png']) expect([...files.keys()]).toContain(`figures/${name}.${format}`)
})

test('the last look goes over what is drawn and told: a name that would be left in a picture stops it, with a list', async () => {
  const { make } = await study('Sofia Bergdal', 'Fatigu = Tiredness')
  await expect(make('chart', 'svg', { name: 'bars' })).rejects.toMatchObject({ key: 'refusal.real-names', values: { names: 'Fatigue (2)' } })
})

test('what is left out is not told by grouping or narrowing either, and coders are numbered on the sides of a matrix', async () => {
  const { make } = await study('Sofia Bergdal')
  const refused = { key: 'refusal.attribute-left-out', values: { name: 'Home' } }
  await expect(make('matrix', 'csv', { columns: 'attribute:Home' })).rejects.toMatchObject(refused)
  await expect(make('frequencies', 'csv', { split: 'attribute:Home' })).rejects.toMatchObject(refused)
  await expect(make('framework', 'csv', { by: 'Home' })).rejects.toMatchObject(refused)
  await expect(make('word-cloud', 'svg', { group: 'home=Hemby' })).rejects.toMatchObject(refused)
  await expect(make('quotations', 'csv', {}, 'Home:Hemby')).rejects.toMatchObject(refused)
  await expect(make('chart', 'svg', { name: 'heat', by: 'attribute:Age', attributes: 'Home' })).rejects.toMatchObject({ values: { name: 'Age' } })
  expect(String(await make('matrix', 'csv', { columns: 'attribute:Home', attributes: 'Home' }))).toContain('Hemby')
  expect(String(await make('matrix', 'csv', { columns: 'coders' }))).toContain('Coder 1')
  expect(String(await make('matrix', 'json', { columns: 'coders' }, 'coder:Maja'))).not.toContain('Maja')
})
