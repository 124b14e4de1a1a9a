import fc from 'fast-check'
import { expect, test } from 'vitest'
import { flatten, treeOf } from '../../src/domain/code.ts'
import { codePassage } from '../../src/services/code-passage.ts'
import { countCase } from '../../src/services/count-case.ts'
import { countCodes, countTouchedCodes } from '../../src/services/count-codes.ts'
import { linkCase } from '../../src/services/link-case.ts'
import { removeCoding } from '../../src/services/remove-coding.ts'
import { progressOf } from '../../src/services/source-progress.ts'
import { redo, undo } from '../../src/services/undo.ts'
import { listCodes } from '../../src/storage/codes.ts'
import { listCodingsInSource } from '../../src/storage/codings.ts'
import { listStudyCases } from '../../src/storage/study-cases.ts'
import { openTestHouse, seedSmallStudy } from '../support/house.ts'

const text = Array.from({ length: 30 }, (_, i) => (i % 7 === 3 ? '' : `Paragraph ${i} 😴 and some words`)).join('\n')
type Step = { kind: 'code'; start: number; length: number; code: number } | { kind: 'remove' | 'undo' | 'redo' }
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('code' as const), start: fc.nat(text.length - 60), length: fc.integer({ min: 12, max: 59 }), code: fc.nat(2) }),
  },
  fc.record({ kind: fc.constantFrom('remove' as const, 'undo' as const, 'redo' as const) }),
)

test('progress and counts that are kept in step are those read anew, whatever was done', async () => {
  const { house } = await openTestHouse()
  const { projectId, sourceId, fatigueId, sleepId, teamId } = await seedSmallStudy(house, text)
  await linkCase(house, { projectId, coderId: 1, sourceId, caseName: 'Ward' })
  const [ward] = await listStudyCases(house.read, projectId)
  const codeIds = [fatigueId, sleepId, teamId]
  const act = async (one: Step) => {
    if (one.kind === 'code') {
      const selection = { start: one.start, end: one.start + one.length }
      return codePassage(house, { projectId, sourceId, codeIds: [codeIds[one.code]!], coderId: 1, selection })
    }
    if (one.kind === 'undo') return undo(house, { projectId, actorId: 1 })
    if (one.kind === 'redo') return redo(house, { projectId, actorId: 1 })
    const last = (await listCodingsInSource(house.read, sourceId)).at(-1)
    return last && removeCoding(house, { projectId, coderId: 1, codingId: last.id })
  }
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
      for (const one of steps) {
        await act(one).catch((error: Error) => expect(error.name).toBe('Refusal'))
        // Another object for the same house knows nothing yet, and reads all of it.
        expect(await progressOf(house, projectId)).toEqual(await progressOf({ ...house }, projectId))
      }
      const codes = flatten(treeOf(await listCodes(house.read, projectId)))
      const counted = await countCodes(house, projectId)
      const ofCase = await countCase(house, projectId, ward!.id, codes)
      const touched = await countTouchedCodes(
        house,
        new Map(codes.map((code) => [code.id, code])),
        codes.map((code) => code.id),
      )
      for (const code of codes) {
        expect(touched.get(code.id)).toBe(counted.get(code.id))
        expect(ofCase.get(code.id) ?? 0).toBe(counted.get(code.id))
      }
    }),
    { numRuns: 15 },
  )
})
