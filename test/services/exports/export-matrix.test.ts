import { expect, test } from 'vitest'
import { readSourceFile } from '../../../src/exchange/read-source-file.ts'
import { codePassage } from '../../../src/services/code-passage.ts'
import { findExporter } from '../../../src/services/exports/exports.ts'
import { perform } from '../../../src/storage/ledger.ts'
import type { House } from '../../../src/storage/open.ts'
import { openTestHouse, seedSmallStudy } from '../../support/house.ts'

/** Three cases: one coded, one that was not asked of the first theme, one without a source. */
async function studied() {
  const { house } = await openTestHouse()
  const ids = await seedSmallStudy(house)
  const { projectId, sourceId, sleepId, teamId, fatigueId } = ids
  await perform(house.write, { projectId, actorId: 1, kind: 'create-case' }, async (ledger) => {
    const guid = () => crypto.randomUUID()
    const cases = await ledger.insertMany(
      'study_case',
      ['Ann', 'Bo', 'Cia'].map((name, position) => ({ guid: guid(), project_id: projectId, name, position })),
    )
    await ledger.insert('source_case', { source_id: sourceId, case_id: cases[0]! })
    const first = await ledger.trx.selectFrom('source').selectAll().where('id', '=', sourceId).executeTakeFirstOrThrow()
    const { id: _, guid: __, ...source } = first
    const other = await ledger.insert('source', { ...source, guid: guid(), title: 'Nurse 02', position: 2 })
    await ledger.insert('source_case', { source_id: other, case_id: cases[1]! })
    const guide_id = await ledger.insert('guide', { guid: guid(), project_id: projectId, name: 'Guide' })
    const section_id = await ledger.insert('guide_section', { guide_id, title: '', position: 1 })
    const question_id = await ledger.insert('question', { guid: guid(), section_id, number: 1, text: 'Tired?' })
    await ledger.insert('question_theme', { question_id, code_id: fatigueId })
    await ledger.insert('answer', { case_id: cases[0]!, question_id, status: 'unanswered' })
    await ledger.insert('answer', { case_id: cases[1]!, question_id, status: 'not_asked' })
  })
  const wish = { projectId, sourceId, coderId: 1 }
  await codePassage(house, { ...wish, codeIds: [sleepId, teamId], selection: { start: 0, end: 11 } })
  await codePassage(house, { ...wish, codeIds: [sleepId], selection: { start: 6, end: 27 } })
  return { house, projectId }
}
async function made(house: House, projectId: number, format: string, options: Record<string, string> = {}) {
  const input = { project: { id: projectId, slug: 'night-shift', name: 'Night shift' }, filter: '', language: 'en' as const, options }
  return (await findExporter('matrix', format)(house.read, input)).bytes
}
const csv = async (house: House, projectId: number, options: Record<string, string> = {}) =>
  String(await made(house, projectId, 'csv', options))
    .replace('\uFEFF', '')
    .trim()
    .split('\r\n')

test('nothing, not asked and no source are told apart in every format', async () => {
  const { house, projectId } = await studied()
  expect(await csv(house, projectId)).toEqual([
    'code,Ann,Bo,Cia,quotations,cases,cases_in_base,base,base_is',
    'Fatigue,2,not_asked,no_source,2,1,1,1,asked',
    'Fatigue > Sleep,2,not_asked,no_source,2,1,1,1,asked',
    'Team,1,0,no_source,1,1,1,2,source',
    ',2,0,0,2,1,1,2,source',
  ])
  const json = JSON.parse(String(await made(house, projectId, 'json')))
  expect(json.rows.map((row: any) => row.cells)).toEqual([
    [2, 'not_asked', 'no_source'],
    [2, 'not_asked', 'no_source'],
    [1, 0, 'no_source'],
  ])
  expect(json).toMatchObject({ values: 'quotations', rows_are: 'codes', columns_are: 'cases', rows_add_up: true, columns_add_up: false })
  const bytes = await made(house, projectId, 'docx')
  expect(await made(house, projectId, 'docx')).toEqual(bytes)
  const [docx] = await readSourceFile(Buffer.from(bytes as Uint8Array), 'matrix.docx', 'en')
  for (const words of ['Number of quotations', 'Ann', 'not asked', 'no source', 'Distinct quotations']) expect(docx!.text).toContain(words)
})

test('any rows, columns and values, as shares too; words count once where quotations overlap', async () => {
  const { house, projectId } = await studied()
  expect(await csv(house, projectId, { rows: 'cases', columns: 'themes', values: 'words' })).toEqual([
    'case,Fatigue,Team,words,quotations,cases,cases_in_base,base,base_is',
    'Ann,7,3,7,2,1,1,1,source',
    'Bo,not_asked,0,0,0,0,0,1,source',
    'Cia,no_source,no_source,0,0,0,0,0,source',
    ',7,3,7,2,1,1,2,source',
  ])
  const [, fatigue] = await csv(house, projectId, { columns: 'coders', values: 'quotations', of: 'total', rows: 'themes' })
  expect(fatigue).toBe('Fatigue,1,1,2,1,1,1,asked')
  const [head, ...rows] = await csv(house, projectId, { columns: 'sources', rows: 'themes', values: 'share' })
  expect([head, rows[0]]).toEqual([
    'theme,Nurse 01,Nurse 02,share,quotations,cases,cases_in_base,base,base_is',
    'Fatigue,0.5833333333333334,0,0.2916666666666667,2,1,1,1,asked',
  ])
  const [, binary] = await csv(house, projectId, { columns: 'questions', values: 'binary' })
  expect(binary).toBe('Fatigue,0,1,2,1,1,1,asked')
})

test.each([
  [{ values: 'shoes' }, 'refusal.matrix-value'],
  [{ of: 'half' }, 'refusal.matrix-of'],
  [{ rows: 'shoes' }, 'refusal.matrix-side'],
  [{ rows: 'cases', columns: 'cases' }, 'refusal.matrix-same'],
  [{ columns: 'attribute:shoes' }, 'refusal.filter-no-attributes'],
  [{ rows: 'code:Shoes' }, 'refusal.filter-no-code'],
])('%j is refused', async (options, key) => {
  const { house, projectId } = await studied()
  await expect(made(house, projectId, 'csv', options as Record<string, string>)).rejects.toMatchObject({ key })
})
