import { expect, test } from 'vitest'
import { readSourceFile } from '../../../src/exchange/read-source-file.ts'
import { setPattern } from '../../../src/services/citation-pattern.ts'
import { codePassage } from '../../../src/services/code-passage.ts'
import { createCase } from '../../../src/services/create-case.ts'
import { editPublication } from '../../../src/services/edit-publication.ts'
import { findExporter } from '../../../src/services/exports/exports.ts'
import { createCoder } from '../../../src/services/settle-coder.ts'
import { findCoderByName } from '../../../src/storage/coders.ts'
import { perform } from '../../../src/storage/ledger.ts'
import { openTestHouse, seedSmallStudy } from '../../support/house.ts'

/** Two quotations of Ann (Sweden), one of them with two codes. */
async function studied() {
  const { house, pool } = await openTestHouse()
  const ids = await seedSmallStudy(house, '[00:12] I was tired 😴, so tired.\nAnd then it was morning.')
  const { projectId, sourceId, sleepId, teamId } = ids
  const wish = { projectId, sourceId, coderId: 1 }
  await createCase(house, { projectId, coderId: 1, name: 'Ann', kind: 'chief' })
  await perform(house.write, { projectId, actorId: 1, kind: 'link-case' }, async (ledger) => {
    const { id } = await ledger.trx.selectFrom('study_case').select('id').executeTakeFirstOrThrow()
    await ledger.insert('source_case', { source_id: sourceId, case_id: id })
    await ledger.insert('source_span', { source_id: sourceId, kind: 'timestamp', start_offset: 0, end_offset: 7 })
  })
  await codePassage(house, { ...wish, codeIds: [sleepId, teamId], selection: { start: 8, end: 19 } })
  await codePassage(house, { ...wish, codeIds: [sleepId], selection: { start: 34, end: 58 } })
  const make = async (format: string, options: Record<string, string> = {}, filter = '') => {
    const project = { id: projectId, slug: 'night-shift', name: 'Night shift', language: 'en' as const }
    return findExporter('quotations', format)(house.read, { project, filter, language: 'en', options })
  }
  const text = async (format: string, options: Record<string, string> = {}, filter = '') => String((await make(format, options, filter)).bytes)
  return { house, pool, make, text, ...ids }
}

test('quotations stand under their themes and codes, each once, with marks of the language and the reference of the project', async () => {
  const { house, text, projectId } = await studied()
  await setPattern(house, { projectId, coderId: 1, pattern: '{role} {number}, {time}' })
  expect((await text('md')).split('\n').filter(Boolean)).toEqual([
    '# Quotations: Night shift',
    '*Names stand as in the sources: they are not replaced.*',
    '*2 quotations from 1 of 1 cases.*',
    '**Contents**',
    '- 1 Fatigue',
    '  - 1.1 Sleep',
    '- 2 Team',
    '## 1 Fatigue',
    '### 1.1 Sleep',
    '*2 quotations from 1 of 1 cases.*',
    '> “I was tired” (chief 1, 00:12)',
    '> “And then it was morning.” (chief 1, 00:12)',
    '## 2 Team',
    '*1 quotation from 1 of 1 cases.*',
    '> “I was tired” (chief 1, 00:12)',
  ])
})

test('by case, by question or in the order of the study; with what is said around where it is asked for', async () => {
  const { text } = await studied()
  expect(await text('md', { 'group-by': 'case' })).toContain('## Ann')
  expect(await text('md', { 'group-by': 'question' })).toContain('## Answers to no question of the guide')
  const plain = await text('md', { 'group-by': 'none', context: '1' })
  expect(plain).toContain('> “I was tired” *😴, so tired.* (Nurse 01, paragraph 1)')
  expect(plain).not.toContain('## ')
  await expect(text('md', { 'group-by': 'mood' })).rejects.toMatchObject({ key: 'refusal.group-by' })
  await expect(text('html', {}, 'code:')).rejects.toMatchObject({ key: 'refusal.filter-no-value' })
})

test('the same words in every format', async () => {
  const { make, text } = await studied()
  const [docx] = await readSourceFile(Buffer.from((await make('docx')).bytes as Uint8Array), 'x.docx', 'en')
  for (const said of [docx!.text, await text('html'), await text('latex'), await text('csv'), await text('json')]) {
    expect(said).toContain('I was tired')
    expect(said).toContain('Nurse 01, paragraph 2')
  }
  expect(await text('html', {}, 'code:Team')).not.toContain('morning')
  expect(await text('csv')).toContain(',I was tired,"Nurse 01, paragraph 1",1,00:12,,real')
})

test('what two coders coded, each in their own words of it, is printed once with both their names; what was shortened stands by itself', async () => {
  const { house, text, projectId, sourceId, sleepId } = await studied()
  await createCoder(house, { coderId: 1, name: 'Ann Dahl' })
  const ann = (await findCoderByName(house.read, 'Ann Dahl'))!.id
  const wish = { projectId, sourceId, coderId: ann, codeIds: [sleepId] }
  await codePassage(house, { ...wish, selection: { start: 8, end: 32 } })
  await codePassage(house, { ...wish, selection: { start: 34, end: 58 } })
  const printed = async () => (await text('md', {}, 'code:Sleep')).split('\n').filter((line) => line.startsWith('>'))
  expect(await printed()).toEqual([
    '> “I was tired 😴, so tired” (Nurse 01, paragraph 1; 2 quotations, coded by Ann Dahl, You)',
    '> “And then it was morning.” (Nurse 01, paragraph 2; coded by You, Ann Dahl)',
  ])
  expect(await text('md', {}, 'code:Sleep')).toContain('*3 quotations from 1 of 1 cases.*')
  const [short] = await house.read.selectFrom('quotation').select('id').where('end_offset', '=', 19).execute()
  await editPublication(house, { projectId, coderId: 1, quotationId: short!.id, written: 'I was [very] tired' })
  expect(await printed()).toHaveLength(3)
})
