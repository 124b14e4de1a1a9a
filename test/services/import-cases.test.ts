import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { importCaseFile } from '../../src/services/import-cases.ts'
import { listStudyCases } from '../../src/storage/study-cases.ts'
import { openSharedPool, openTestHouse, seedSmallStudy } from '../support/house.ts'
import { xlsxOf } from '../support/xlsx.ts'

const pool = await openSharedPool()

test('a file of cases is read from its path, CSV or workbook, onto the cases that are there whatever their capitals', async () => {
  const { house, folder } = await openTestHouse({ pool })
  const { projectId } = await seedSmallStudy(house)
  const read = (name: string, bytes: Buffer | string) => {
    writeFileSync(join(folder, name), bytes)
    return importCaseFile(house, pool, { projectId, coderId: 1, path: join(folder, name) })
  }
  expect(await read('ort.csv', 'ort;slag;läge\nAlvik;ort;kust\nBerg;ort;inland')).toBe(2)
  expect(
    await read(
      'ort.xlsx',
      await xlsxOf({
        A: [
          ['ort', 'invånare'],
          ['alvik', 1200],
          ['Cedersby', 80],
        ],
      }),
    ),
  ).toBe(2)
  expect((await listStudyCases(house.read, projectId)).map((one) => [one.name, one.kind, ...one.values.values()])).toEqual([
    ['Alvik', 'ort', 'kust', '1200'],
    ['Berg', 'ort', 'inland'],
    ['Cedersby', '', '80'],
  ])
  await expect(read('ort.pdf', '%PDF-1.7')).rejects.toThrow('refusal.')
  await expect(importCaseFile(house, pool, { projectId, coderId: 1, path: join(folder, 'nowhere.csv') })).rejects.toThrow('refusal.file-unread')
})

test('six thousand cases come without anybody waiting for long', { timeout: 30_000 }, async () => {
  const { house, folder } = await openTestHouse({ pool })
  const { projectId } = await seedSmallStudy(house)
  const rows = Array.from({ length: 6000 }, (_, at) => `K${at};${at % 9};Ort ${at % 20};${at * 3}`)
  writeFileSync(join(folder, 'many.csv'), ['id;a;b;c', ...rows].join('\n'))
  expect(await importCaseFile(house, pool, { projectId, coderId: 1, path: join(folder, 'many.csv') })).toBe(6000)
  expect((await listStudyCases(house.read, projectId)).every((one) => one.values.size === 3)).toBe(true)
})
