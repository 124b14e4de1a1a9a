import { expect, test } from 'vitest'
import { valueAt } from '../../src/domain/matrix.ts'
import { codePassage } from '../../src/services/code-passage.ts'
import { readMatrix } from '../../src/services/matrix.ts'
import { cellFilter } from '../../src/services/matrix-filter.ts'
import { readQuotations } from '../../src/services/read-quotations.ts'
import { perform } from '../../src/storage/ledger.ts'
import { openTestHouse, seedSmallStudy } from '../support/house.ts'

const guid = () => crypto.randomUUID()

test('a quotation of a question alone is no informant’s and no answer: the number is that of the list it opens', async () => {
  const { house } = await openTestHouse()
  const { projectId, sourceId, sleepId } = await seedSmallStudy(house, 'R: Tired? Yes, very. Why? Nights.')
  await perform(house.write, { projectId, actorId: 1, kind: 'create-case' }, async (ledger) => {
    const [one] = await ledger.insertMany('study_case', [{ guid: guid(), project_id: projectId, name: 'Ann', position: 1 }])
    await ledger.insert('source_case', { source_id: sourceId, case_id: one! })
    const speaker_id = await ledger.insert('speaker', { source_id: sourceId, label: 'R', role: 'informant', case_id: null })
    const span = (kind: 'turn' | 'question', start_offset: number, end_offset: number) => ({ source_id: sourceId, kind, start_offset, end_offset })
    await ledger.insert('source_span', { ...span('turn', 0, 33), speaker_id })
    await ledger.insert('source_span', span('question', 3, 9))
    await ledger.insert('source_span', span('question', 21, 25))
    const guide_id = await ledger.insert('guide', { guid: guid(), project_id: projectId, name: 'Guide' })
    const section_id = await ledger.insert('guide_section', { guide_id, title: '', position: 1 })
    const question_id = await ledger.insert('question', { guid: guid(), section_id, number: 1, text: 'Tired?' })
    const answer_id = await ledger.insert('answer', { case_id: one!, question_id, status: 'answered' })
    await ledger.insert('answer_span', { answer_id, source_id: sourceId, part: 1, start_offset: 10, end_offset: 33 })
  })
  for (const [start, end] of [
    [10, 13],
    [21, 25],
  ] as const)
    await codePassage(house, { projectId, sourceId, coderId: 1, codeIds: [sleepId], selection: { start, end } })
  for (const columns of ['speakers', 'questions']) {
    const matrix = await readMatrix(house.read, { projectId, filter: '', rows: 'codes', columns })
    const row = matrix.rows.findIndex(({ label }) => label === 'Sleep')
    const filter = cellFilter(matrix, '', { row: matrix.rows[row]!.key, column: matrix.columns[0]!.key })
    const { total } = await readQuotations(house.read, { projectId, filter })
    expect([valueAt(matrix, '', { row, column: 0 }), total.quotations], columns).toEqual([1, 1])
  }
})

test('a share between two groupings is of what those say who are in both, not of what one of each says together', async () => {
  const { house } = await openTestHouse()
  const { projectId, sourceId, sleepId } = await seedSmallStudy(house, 'one two three four')
  await perform(house.write, { projectId, actorId: 1, kind: 'create-case' }, async (ledger) => {
    const { id: _, guid: __, ...source } = await ledger.trx.selectFrom('source').selectAll().where('id', '=', sourceId).executeTakeFirstOrThrow()
    const shared = await ledger.insert('source', { ...source, guid: guid(), title: 'Together', position: 2 })
    const attribute = (name: string, position: number) => ledger.insert('attribute', { guid: guid(), project_id: projectId, name, type: 'category', position })
    const [region, size] = [await attribute('region', 1), await attribute('size', 2)]
    for (const [name, source_id, where, big] of [
      ['Ann', sourceId, 'north', 'small'],
      ['Bo', shared, 'north', 'large'],
      ['Cia', shared, 'south', 'small'],
    ] as const) {
      const [case_id] = await ledger.insertMany('study_case', [{ guid: guid(), project_id: projectId, name, position: 1 }])
      await ledger.insert('source_case', { source_id, case_id: case_id! })
      await ledger.insert('attribute_value', { case_id: case_id!, attribute_id: region, value: where, number_value: null })
      await ledger.insert('attribute_value', { case_id: case_id!, attribute_id: size, value: big, number_value: null })
    }
  })
  await codePassage(house, { projectId, sourceId, coderId: 1, codeIds: [sleepId], selection: { start: 0, end: 7 } })
  const matrix = await readMatrix(house.read, { projectId, filter: '', rows: 'attribute:region', columns: 'attribute:size', value: 'share' })
  const [row, column] = [matrix.rows.findIndex(({ label }) => label === 'north'), matrix.columns.findIndex(({ label }) => label === 'small')]
  expect(valueAt(matrix, '', { row, column }), 'Ann’s two words of four').toBe(0.5)
})
