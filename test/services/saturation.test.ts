import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseFilter } from '../../src/domain/parse-filter.ts'
import { readQuotations } from '../../src/services/read-quotations.ts'
import { readSaturation } from '../../src/services/saturation.ts'
import { openTestHouse } from '../support/house.ts'
import { readRows, recount, rowsOf } from '../support/naive-recount.ts'
import { anyFilterText, anyStudy, keepStudy } from '../support/random-study.ts'

const asked = anyStudy.chain((study) =>
  fc.record({ study: fc.constant(study), filter: anyFilterText(study.parents.length), order: fc.constantFrom('coding' as const, 'import' as const) }),
)

test('the curve ends at the number of codes in use, and each new code opens quotations in its source', async () => {
  const { house } = await openTestHouse()
  await fc.assert(
    fc.asyncProperty(asked, async ({ study, filter, order }) => {
      const { projectId } = await keepStudy(house, study)
      const found = recount(rowsOf(await readRows(house), projectId), projectId, parseFilter(filter))
      const { rows, codes, uncoded } = await readSaturation(house.read, { projectId, filter, order })
      expect(codes).toBe(new Set(found.map(({ coding }) => coding.code_id)).size)
      expect(rows.at(-1)?.total ?? 0).toBe(codes)
      expect(rows.length + uncoded).toBe(3)
      for (const { sourceId, fresh, used } of rows) {
        const here = found.filter(({ quotation }) => quotation.source_id === sourceId)
        expect(used).toBe(new Set(here.map(({ coding }) => coding.code_id)).size)
        for (const { id } of fresh) {
          expect(here.some(({ coding }) => coding.code_id === id)).toBe(true)
          const list = await readQuotations(house.read, { projectId, filter: `(${filter || 'code:*'}) source:#${sourceId} code:#${id}` })
          expect(list.total.quotations).toBeGreaterThan(0)
        }
      }
    }),
    { numRuns: 15 },
  )
})
