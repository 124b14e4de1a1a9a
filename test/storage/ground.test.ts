import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Refusal } from '../../src/domain/refusal.ts'
import { codePassage } from '../../src/services/code-passage.ts'
import { createCode } from '../../src/services/create-code.ts'
import { editCode } from '../../src/services/edit-code.ts'
import { editParagraph } from '../../src/services/edit-paragraph.ts'
import { linkCase } from '../../src/services/link-case.ts'
import { mergeCodes } from '../../src/services/merge-codes.ts'
import { readTranscript, type Transcript } from '../../src/services/read-transcript.ts'
import { renameSource } from '../../src/services/rename-source.ts'
import { setStatus } from '../../src/services/set-status.ts'
import { redo, undo } from '../../src/services/undo.ts'
import { writeMemo } from '../../src/services/write-memo.ts'
import { groundOf } from '../../src/storage/ground.ts'
import { openHouse } from '../../src/storage/open.ts'
import { openTestHouse, seedSmallStudy } from '../support/house.ts'

const text = 'I was tired 😴, so tired.\nAnd then it was morning.\nNobody came.'

/** Which cases its words count for is told by functions: asked of every tenth character. */
function plain({ attribution, ...rest }: Transcript) {
  const cases = Array.from({ length: 6 }, (_, tenth) => attribution.casesOf(rest.source.id, tenth * 10, tenth * 10 + 5))
  return { ...rest, cases: [rest.cases, cases] }
}

test('a page read again and again is at every moment as if read for the first time, whatever is done between', async () => {
  const { house } = await openTestHouse()
  const { projectId, sourceId, fatigueId, sleepId, teamId } = await seedSmallStudy(house, text)
  const where = { projectId, coderId: 1 }
  let nth = 0
  const acts: Record<string, () => Promise<unknown>> = {
    code: () => codePassage(house, { ...where, sourceId, codeIds: [nth % 2 ? sleepId : teamId], selection: { start: nth % 40, end: (nth % 40) + 9 } }),
    create: () => createCode(house, { ...where, label: `New ${nth}`, parentId: fatigueId }),
    name: () => editCode(house, { ...where, codeId: teamId, edit: { label: `Team ${nth}` } }),
    merge: () => mergeCodes(house, { ...where, codeId: sleepId, intoId: teamId }),
    link: () => linkCase(house, { ...where, sourceId, caseName: `Ward ${nth % 3}` }),
    title: () => renameSource(house, { ...where, sourceId, title: `Nurse ${nth}` }),
    status: () => setStatus(house, { ...where, sourceId, status: nth % 2 ? 'done' : 'in work' }),
    text: async () => {
      const { source, paragraphs } = await readTranscript(house, projectId, sourceId, 1)
      return editParagraph(house, { ...where, sourceId, versionId: source.versionId, paragraph: paragraphs[1]!, text: `And then ${nth}.` } as never)
    },
    memo: () => writeMemo(house, { ...where, place: { kind: 'source', id: sourceId }, text: `note ${nth}` }),
    undo: () => undo(house, { projectId, actorId: 1 }),
    redo: () => redo(house, { projectId, actorId: 1 }),
  }
  const done = new Set<string>()
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...Object.keys(acts)), { minLength: 4, maxLength: 12 }), async (names) => {
      for (const name of names) {
        nth++
        await acts[name]!().then(
          () => done.add(name),
          (error) => {
            if (!(error instanceof Refusal)) throw error
          },
        )
        const fresh = await openHouse(house.file)
        expect(plain(await readTranscript(house, projectId, sourceId, 1)), name).toEqual(plain(await readTranscript(fresh, projectId, sourceId, 1)))
        await fresh.close()
      }
    }),
    { numRuns: 12 },
  )
  expect([...done].sort()).toEqual(expect.arrayContaining(['code', 'create', 'link', 'memo', 'name', 'text', 'title', 'undo']))
})

test('what stands still is read once while somebody codes, and again when it is touched', async () => {
  const { house } = await openTestHouse()
  const { projectId, sourceId, sleepId } = await seedSmallStudy(house, text)
  let reads = 0
  const read = async () => (await groundOf(house.read, house.read))('codes', async () => ++reads)
  const code = (end: number) => codePassage(house, { projectId, coderId: 1, sourceId, codeIds: [sleepId], selection: { start: 0, end } })
  // The first coding of a source says that it is in work.
  await code(9)
  await read()
  await code(5)
  expect(await read()).toBe(1)
  await renameSource(house, { projectId, coderId: 1, sourceId, title: 'Another' })
  expect(await read()).toBe(2)
})

test('a moment before what is kept is read as it was', async () => {
  const { house } = await openTestHouse()
  const { projectId, sourceId } = await seedSmallStudy(house, text)
  const other = await openHouse(house.file)
  await other.read.transaction().execute(async (db) => {
    await db.selectFrom('act').selectAll().execute()
    await renameSource(house, { projectId, coderId: 1, sourceId, title: 'Another' })
    const later = await groundOf(other.read, house.read)
    expect(await later('title', async () => 'Another')).toBe('Another')
    const earlier = await groundOf(other.read, db)
    expect(await earlier('title', async () => 'Nurse 01')).toBe('Nurse 01')
  })
  await other.close()
})
