import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toName, toNote } from '../../src/domain/name.ts'
import { readCodebook } from '../../src/exchange/read-codebook.ts'
import { writeCsv } from '../../src/exchange/write-csv.ts'
import { codePassage } from '../../src/services/code-passage.ts'
import { createCode } from '../../src/services/create-code.ts'
import { editCode } from '../../src/services/edit-code.ts'
import { codebookTable } from '../../src/services/exports/export-codebook.ts'
import { importCodebook } from '../../src/services/import-codebook.ts'
import { markExample } from '../../src/services/mark-example.ts'
import { retireCode } from '../../src/services/retire-code.ts'
import { listCodes } from '../../src/storage/codes.ts'
import { perform } from '../../src/storage/ledger.ts'
import type { House } from '../../src/storage/open.ts'
import { openTestHouse, seedSmallStudy } from '../support/house.ts'

const character = fc.constantFrom('a', 'B', 'å', ' ', '>', '\\', '"', "'", ',', ';', '=', '-', '+', '@', '😴', '1')
const label = fc.string({ unit: character, minLength: 1, maxLength: 8 }).filter((one) => one.trim() !== '')
const note = fc.string({ unit: fc.oneof(character, fc.constantFrom('\n', '\t')), maxLength: 12 })
const anyCode = fc.record({
  label,
  parent: fc.option(fc.nat(9), { freq: 3 }),
  color: fc.option(fc.integer({ min: 1, max: 8 })),
  note,
  when: note,
  retired: fc.boolean(),
})

let made = 0
async function emptyProject(house: House): Promise<number> {
  const row = { guid: crypto.randomUUID(), slug: `book-${++made}`, name: 'Book', language: 'en', made_at: 'now' } as const
  return (await perform(house.write, { projectId: null, actorId: 1, kind: 'create-project' }, (ledger) => ledger.insert('project', row))).result
}
const tableOf = (house: House, id: number) =>
  codebookTable(house.read, { project: { id, slug: 'x', name: 'x' }, filter: '', language: 'sv', options: {} }).then(({ rows }) => rows)
const csvOf = async (house: House, id: number) =>
  writeCsv(await codebookTable(house.read, { project: { id, slug: 'x', name: 'x' }, filter: '', language: 'sv', options: {} }))

test('a codebook taken home and read into an empty project is the same codebook: depth, order, colours, words, what is retired', async () => {
  const { house } = await openTestHouse()
  await fc.assert(
    fc.asyncProperty(fc.array(anyCode, { minLength: 1, maxLength: 12 }), async (codes) => {
      const projectId = await emptyProject(house)
      const who = { projectId, coderId: 1 }
      const ids: number[] = []
      for (const { label, parent, color, note, when } of codes) {
        const parentId = parent === null || ids.length === 0 ? null : ids[ids.length - 1 - (parent % Math.min(3, ids.length))]!
        const twin = (await listCodes(house.read, projectId)).some(
          (one) => one.parentId === parentId && one.label.toLocaleLowerCase('sv') === toName(label).toLocaleLowerCase('sv'),
        )
        if (twin) continue
        const codeId = await createCode(house, { ...who, label, parentId })
        ids.push(codeId)
        await editCode(house, { ...who, codeId, edit: { color, definition: toNote(note), whenToUse: when, whenNot: note, example: when } })
      }
      for (const [index, codeId] of ids.entries()) if (codes[index]?.retired) await retireCode(house, { ...who, codeId })
      const before = await tableOf(house, projectId)
      const otherId = await emptyProject(house)
      const read = readCodebook(await csvOf(house, projectId))
      expect(await importCodebook(house, { projectId: otherId, coderId: 1, codes: read })).toEqual({ created: ids.length, changed: 0, unchanged: 0 })
      expect(await tableOf(house, otherId)).toEqual(before)
      // Read in again nothing is new.
      expect(await importCodebook(house, { projectId: otherId, coderId: 1, codes: read })).toEqual({ created: 0, changed: 0, unchanged: ids.length })
    }),
    { numRuns: 60 },
  )
}, 60_000)

test('what the file says of a retired code holds below it, and a day that is none is refused with its row', async () => {
  const { house } = await openTestHouse()
  const projectId = await emptyProject(house)
  const codes = readCodebook('kod,avslutad\nNatt,2026-01-31\nNatt > Ljus,\nDag,nej\nKväll,ja')
  await importCodebook(house, { projectId, coderId: 1, codes })
  const retired = (await listCodes(house.read, projectId)).filter((one) => one.retiredAt).map(({ label, retiredAt }) => [label, retiredAt!.slice(0, 10)])
  expect(retired).toEqual([
    ['Natt', '2026-01-31'],
    ['Ljus', '2026-01-31'],
    ['Kväll', new Date().toISOString().slice(0, 10)],
  ])
  expect(() => readCodebook('kod,avslutad\nNatt,snart')).toThrow(
    expect.objectContaining({ key: 'refusal.codebook-retired', values: { row: 2, value: 'snart' } }),
  )
})

test('quotations that were picked as examples go along in a column of their own, which is not read in', async () => {
  const { house } = await openTestHouse()
  const { projectId, sourceId, sleepId } = await seedSmallStudy(house)
  const [coding] = await codePassage(house, { projectId, coderId: 1, sourceId, codeIds: [sleepId], selection: { start: 0, end: 11 } })
  await markExample(house, { projectId, coderId: 1, codingId: coding!.id, example: true })
  const rows = await tableOf(house, projectId)
  expect(rows.map((row) => row[6])).toEqual(['', '”I was tired” (Nurse 01, stycke 1)', ''])
  expect(readCodebook(await csvOf(house, projectId)).map((one) => one.example)).toEqual(['', '', ''])
})

test('a file whose paths make more codes than its rows say is refused before anything is made', () => {
  const path = (row: number) => Array.from({ length: 60 }, (_, level) => `q${row} ${level}`).join(' > ')
  const file = (rows: number) => `code\n${Array.from({ length: rows }, (_, row) => path(row)).join('\n')}\n`
  expect(readCodebook(file(83))).toHaveLength(83)
  expect(() => readCodebook(file(84))).toThrow(expect.objectContaining({ key: 'refusal.codebook-long' }))
})
