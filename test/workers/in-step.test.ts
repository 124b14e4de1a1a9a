import fc from 'fast-check'
import { expect, test } from 'vitest'
import { paragraphsOf } from '../../src/domain/paragraph.ts'
import { parseQuery } from '../../src/domain/parse-query.ts'
import { Refusal } from '../../src/domain/refusal.ts'
import { codePassage } from '../../src/services/code-passage.ts'
import { editParagraph } from '../../src/services/edit-paragraph.ts'
import { removeSource } from '../../src/services/remove-source.ts'
import { setSynonyms } from '../../src/services/set-synonyms.ts'
import { redo, undo } from '../../src/services/undo.ts'
import { editMemo, removeMemo, writeMemo } from '../../src/services/write-memo.ts'
import { perform } from '../../src/storage/ledger.ts'
import type { House } from '../../src/storage/open.ts'
import { textsOf } from '../../src/storage/source-versions.ts'
import { ProjectIndexes } from '../../src/workers/project-indexes.ts'
import { openTestHouse, seedSmallStudy } from '../support/house.ts'

const queries = ['tired', 'morning ', 'night', 'awake OR tired ', 'tird ', '"so tired"', 'code:Fatigue', 'tired -code:Fatigue', 'shift~', 'sleep ']

type Study = { house: House; projectId: number; sourceId: number; fatigueId: number }
const who = ({ projectId }: Study) => ({ projectId, coderId: 1, actorId: 1 })

/** Things that people do, each a number to choose by. */
const acts: ((study: Study, pick: number) => Promise<unknown>)[] = [
  (study, pick) => edit(study, pick, ['I was awake all night.', 'Wide awake, and the shift was long.', 'So tired, so tired.'][pick % 3]!),
  (study) => undo(study.house, who(study)),
  (study) => redo(study.house, who(study)),
  (study, pick) =>
    writeMemo(study.house, { ...who(study), place: { kind: 'source', id: study.sourceId }, text: ['A tired memo.', 'On sleep\nand shifts'][pick % 2]! }),
  async (study, pick) => editMemo(study.house, { ...who(study), memoId: await someMemo(study, pick), text: 'Awake, said the memo.' }),
  async (study, pick) => removeMemo(study.house, { ...who(study), memoId: await someMemo(study, pick) }),
  (study, pick) => setSynonyms(study.house, { ...who(study), text: ['tired = sleepy', 'night, shift\ntired, awake', ''][pick % 3]! }),
  (study, pick) =>
    codePassage(study.house, { ...who(study), sourceId: study.sourceId, codeIds: [study.fatigueId], selection: { start: pick % 5, end: 6 + (pick % 9) } }),
  (study) => removeSource(study.house, { ...who(study), sourceId: study.sourceId }),
  ({ house, projectId, sourceId }, pick) =>
    perform(house.write, { projectId, actorId: 1, kind: 'set-speaker' }, async (ledger) => {
      const [label] = await ledger.trx.selectFrom('source_span').select('id').where('kind', '=', 'label').execute()
      if (label) await ledger.remove('source_span', label.id)
      else await ledger.insert('source_span', { source_id: sourceId, kind: 'label', start_offset: 0, end_offset: 5 + (pick % 6), speaker_id: null })
    }),
]

async function edit({ house, projectId, sourceId }: Study, pick: number, text: string): Promise<void> {
  const { version_id } = await house.read.selectFrom('source').select('version_id').where('id', '=', sourceId).executeTakeFirstOrThrow()
  const paragraphs = paragraphsOf((await textsOf(house.read, [sourceId])).get(sourceId)!)
  const paragraph = paragraphs[pick % paragraphs.length]!
  await editParagraph(house, { projectId, sourceId, coderId: 1, versionId: version_id, paragraph, text })
}

async function someMemo({ house }: Study, pick: number): Promise<number> {
  const memos = await house.read.selectFrom('memo').select('id').execute()
  return memos[pick % Math.max(1, memos.length)]?.id ?? 0
}

async function answersOf(indexes: ProjectIndexes, projectId: number) {
  return indexes.with(projectId, async ({ index, conditions, synonyms }) => {
    const answers = []
    for (const typed of queries) {
      const query = index.understand(parseQuery(typed), synonyms)
      const { placesOf, problems } = await conditions.find(query)
      answers.push({ typed, ...index.search(query, { placesOf }), problems })
    }
    return answers
  })
}

test('an index brought in step with any acts answers as one built afresh', async () => {
  const { house } = await openTestHouse()
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.nat(acts.length - 1), fc.nat(30)), { minLength: 1, maxLength: 8 }), async (steps) => {
      const study = { house, ...(await seedAnother(house)) }
      const kept = new ProjectIndexes(house.read)
      await kept.build(study.projectId)
      for (const [which, pick] of steps) {
        await acts[which]!(study, pick).catch((error) =>
          expect(error instanceof Refusal || /no result|FOREIGN KEY/.test(String(error)), String(error)).toBe(true),
        )
        if (pick % 2 === 0) await answersOf(kept, study.projectId)
      }
      expect(await answersOf(kept, study.projectId)).toEqual(await answersOf(new ProjectIndexes(house.read), study.projectId))
    }),
    { numRuns: 12 },
  )
}, 120_000)

let seeded = 0
async function seedAnother(house: House) {
  const study = await seedSmallStudy(house, 'I was tired 😴, so tired.\nAnd then it was morning.\n\nThe night shift, again.')
  const number = ++seeded
  await house.write
    .updateTable('project')
    .set({ slug: `night-${number}` })
    .where('id', '=', study.projectId)
    .execute()
  await house.write
    .updateTable('project')
    .set({ slug: `elsewhere-${number}` })
    .where('id', '=', study.elsewhereId)
    .execute()
  return study
}
