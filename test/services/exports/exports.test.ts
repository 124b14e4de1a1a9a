import { expect, test } from 'vitest'
import { exportable, exportFormats, extensionOf, formatsOf } from '../../../src/domain/export-format.ts'
import { findExporter } from '../../../src/services/exports/exports.ts'
import { openTestHouse, seedSmallStudy } from '../../support/house.ts'

test('everything that can be taken home is made for an empty study, in every format, and named after it', async () => {
  const { house } = await openTestHouse()
  const { projectId } = await seedSmallStudy(house)
  const input = { project: { id: projectId, slug: 'night-shift', name: 'Night shift' }, filter: '', language: 'en' as const, options: {} }
  for (const what of Object.keys(exportable))
    for (const format of formatsOf(what)) {
      const file = await findExporter(what, format)(house.read, input)
      expect(file).toMatchObject({ fileName: `night-shift-${what}.${extensionOf(format)}`, mediaType: exportFormats[format].mediaType })
      expect(file.bytes.length).toBeGreaterThan(0)
    }
})

test('a wrong filter is refused in a thread as well', async () => {
  const { house, pool } = await openTestHouse()
  const { projectId } = await seedSmallStudy(house)
  const input = { project: { id: projectId, slug: 'night-shift', name: 'Night shift' }, filter: 'code:', language: 'en' as const, options: {} }
  await expect(pool.run('export', { what: 'matrix', format: 'csv', input })).rejects.toMatchObject({ key: 'refusal.filter-no-value', values: { place: 6 } })
})
