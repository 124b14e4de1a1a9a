import fc from 'fast-check'
import { expect, test } from 'vitest'
import { paragraphsOf } from '../../src/domain/paragraph.ts'
import { Refusal } from '../../src/domain/refusal.ts'
import { codePassage } from '../../src/services/code-passage.ts'
import { editParagraph } from '../../src/services/edit-paragraph.ts'
import { importSources } from '../../src/services/imports/import-sources.ts'
import { mergeCodes } from '../../src/services/merge-codes.ts'
import { recode } from '../../src/services/recode.ts'
import { removeCoding } from '../../src/services/remove-coding.ts'
import { replaceWords } from '../../src/services/replace-words.ts'
import { restoreVersion } from '../../src/services/restore-version.ts'
import { setStatus } from '../../src/services/set-status.ts'
import { dropReview, settleReview } from '../../src/services/settle-review.ts'
import { redo, undo } from '../../src/services/undo.ts'
import { writeFinding } from '../../src/services/write-finding.ts'
import { writeMemo } from '../../src/services/write-memo.ts'
import { perform } from '../../src/storage/ledger.ts'
import type { House } from '../../src/storage/open.ts'
import { openTestHouse, seedSmallStudy } from '../support/house.ts'

const tables = [
  'setting',
  'coder',
  'project',
  'source',
  'study_case',
  'source_case',
  'attribute',
  'attribute_value',
  'speaker',
  'source_span',
  'code',
  'quotation',
  'coding',
  'memo',
  'guide',
  'question',
  'answer',
  'answer_span',
  'carry_review',
  'finding',
] as const

/** Every table but the history itself and the texts, which are written once. */
async function pictureOf(house: House): Promise<string> {
  const rows = await Promise.all(tables.map((table) => house.read.selectFrom(table).selectAll().orderBy('id').execute()))
  return JSON.stringify(rows)
}

type Step = {
  do: 'code' | 'remove' | 'recode' | 'status' | 'import' | 'edit' | 'words' | 'restore' | 'settle' | 'drop' | 'note' | 'judge' | 'undo' | 'redo'
  coder: 1 | 2
  a: number
  b: number
  pick: number
}
const step: fc.Arbitrary<Step> = fc.record({
  do: fc.constantFrom(
    'code',
    'code',
    'code',
    'remove',
    'recode',
    'status',
    'import',
    'edit',
    'edit',
    'edit',
    'words',
    'restore',
    'settle',
    'drop',
    'note',
    'judge',
    'undo',
    'redo',
  ),
  coder: fc.constantFrom(1, 2),
  a: fc.integer({ min: 0, max: 40 }),
  b: fc.integer({ min: 0, max: 40 }),
  pick: fc.nat({ max: 20 }),
})

async function openTwoCoders(text?: string) {
  const opened = await openTestHouse()
  const small = await seedSmallStudy(opened.house, text)
  const { result: caseId } = await perform(opened.house.write, { projectId: null, actorId: 1, kind: 'create-coder' }, async (ledger) => {
    await ledger.insert('coder', { guid: 'b', name: 'B', made_at: 'now' })
    return ledger.insert('study_case', { guid: 'k', project_id: small.projectId, name: 'K', position: 1 })
  })
  return { ...opened, study: { ...small, caseId } }
}

/** Do a step as a person would: what is refused changes nothing. */
async function take(house: House, study: Awaited<ReturnType<typeof openTwoCoders>>['study'], { do: what, coder: coderId, a, b, pick }: Step): Promise<void> {
  const { projectId, sourceId } = study
  const codes = [study.fatigueId, study.sleepId, study.teamId]
  const codeId = codes[pick % codes.length]!
  const codings = await house.read.selectFrom('coding').select('id').orderBy('id').execute()
  const codingId = codings[pick % Math.max(1, codings.length)]?.id ?? 0
  const where = { projectId, actorId: coderId }
  const before = await pictureOf(house)
  try {
    if (what === 'code')
      await codePassage(house, { projectId, sourceId, codeIds: [codeId], coderId, selection: { start: Math.min(a, b), end: Math.max(a, b) } })
    if (what === 'remove') await removeCoding(house, { projectId, codingId, coderId })
    if (what === 'recode') await recode(house, { projectId, codingId, codeId, coderId })
    if (what === 'status') await setStatus(house, { projectId, sourceId, coderId, status: pick % 2 ? 'done' : 'in work' })
    if (what === 'import') await importSources(house, { projectId, coderId, sources: [readSource(`S${a}`, `C${b % 3}`)] })
    if (what === 'edit') await edit(house, { projectId, sourceId, coderId }, a, b, pick)
    if (what === 'words')
      await replaceWords(house, { projectId, sourceId, coderId, find: ['tired', 'so', 'a'][pick % 3]!, to: ['', 'weary', 'X'][a % 3]!, whole: b % 2 === 0 })
    if (what === 'restore') await restoreVersion(house, { projectId, sourceId, coderId, number: 1 + (pick % 4) })
    const reviews = await house.read.selectFrom('carry_review').select('id').orderBy('id').execute()
    const reviewId = reviews[pick % Math.max(1, reviews.length)]?.id ?? 0
    if (what === 'settle')
      await settleReview(house, { projectId, coderId, reviewId, placing: a % 2 ? { at: 'guess' } : { at: 'words', from: 'tired', to: '' } })
    if (what === 'drop') await dropReview(house, { projectId, coderId, reviewId, why: 'Gone' })
    const quotations = await house.read.selectFrom('quotation').select('id').orderBy('id').execute()
    if (what === 'note')
      await writeMemo(house, { projectId, coderId, place: { kind: 'quotation', id: quotations[a % Math.max(1, quotations.length)]?.id ?? 0 }, text: `${b}` })
    if (what === 'judge')
      await writeFinding(house, { projectId, coderId, cell: { caseId: study.caseId, codeId, questionId: null }, state: a % 2 ? 'yes' : null, text: `${b}` })
    if (what === 'undo') await undo(house, where)
    if (what === 'redo') await redo(house, where)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    expect(await pictureOf(house), `${what} was refused (${error.key}) and yet changed something`).toBe(before)
  }
}

/** Put some letters in the place of a stretch of a paragraph. */
async function edit(house: House, where: { projectId: number; sourceId: number; coderId: number }, a: number, b: number, pick: number): Promise<void> {
  const { versionId, text } = await house.read
    .selectFrom('source')
    .innerJoin('source_version', 'source_version.id', 'version_id')
    .select(['version_id as versionId', 'text'])
    .where('source.id', '=', where.sourceId)
    .executeTakeFirstOrThrow()
  const paragraphs = paragraphsOf(text)
  const paragraph = paragraphs[pick % paragraphs.length]!
  const words = text.slice(paragraph.start, paragraph.end)
  const at = Math.min(a, words.length)
  const put = ['', 'x', ' and so', 'was\nthen', '😴 '][pick % 5]!
  await editParagraph(house, { ...where, versionId, paragraph, text: words.slice(0, at) + put + words.slice(at + (b % 9)) })
}

function readSource(title: string, caseName: string) {
  return {
    title,
    caseName,
    originalName: null,
    bytes: null,
    text: 'Hej',
    language: 'sv' as const,
    kind: 'interview' as const,
    speakers: [],
    spans: [],
    repairs: [],
    losses: [],
    warnings: [],
  }
}

async function drain(house: House, projectId: number, turn: typeof undo): Promise<number> {
  let count = 0
  for (let stuck = 0; stuck < 2; )
    for (const actorId of [1, 2] as const) {
      try {
        await turn(house, { projectId, actorId })
        count++
        stuck = 0
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        stuck++
      }
    }
  return count
}

test('one coder: any sequence of acts, then undo of all, restores; redo of all brings it back', async () => {
  const { house, study } = await openTwoCoders()
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
      const before = await pictureOf(house)
      for (const one of steps) await take(house, study, { ...one, coder: 1 })
      const after = await pictureOf(house)
      const count = await drain(house, study.projectId, undo)
      expect(await pictureOf(house)).toBe(before)
      for (let i = 0; i < count; i++) await redo(house, { projectId: study.projectId, actorId: 1 })
      expect(await pictureOf(house)).toBe(after)
      await drain(house, study.projectId, undo)
    }),
    { numRuns: 50 },
  )
  const broken = await house.read
    .selectFrom('coding')
    .leftJoin('quotation', 'quotation.id', 'coding.quotation_id')
    .select('coding.id')
    .where('quotation.id', 'is', null)
    .execute()
  expect(broken).toEqual([])
}, 90_000)

test('two coders: each may undo what nobody built on, in any order, and all undone is as before', async () => {
  const { house, study } = await openTwoCoders()
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      const before = await pictureOf(house)
      for (const one of steps) await take(house, study, one)
      await drain(house, study.projectId, undo)
      expect(await pictureOf(house)).toBe(before)
    }),
    { numRuns: 60 },
  )
}, 90_000)

test('undo names the coder whose later act stands in the way', async () => {
  const { house, study } = await openTwoCoders()
  const [coding] = await codePassage(house, {
    projectId: study.projectId,
    sourceId: study.sourceId,
    codeIds: [study.fatigueId],
    coderId: 1,
    selection: { start: 0, end: 5 },
  })
  await recode(house, { projectId: study.projectId, codingId: coding!.id, codeId: study.teamId, coderId: 2 })
  await expect(undo(house, { projectId: study.projectId, actorId: 1 })).rejects.toMatchObject({ key: 'refusal.undo-conflict', values: { actor: 'B' } })
  await undo(house, { projectId: study.projectId, actorId: 2 })
  await undo(house, { projectId: study.projectId, actorId: 1 })
  expect(await house.read.selectFrom('coding').selectAll().execute()).toEqual([])
})

test('a new act ends what could be redone', async () => {
  const { house, study } = await openTwoCoders()
  const { projectId, sourceId } = study
  const code = (codeId: number) => codePassage(house, { projectId, sourceId, codeIds: [codeId], coderId: 1, selection: { start: 0, end: 5 } })
  await code(study.fatigueId)
  await undo(house, { projectId, actorId: 1 })
  await code(study.teamId)
  await expect(redo(house, { projectId, actorId: 1 })).rejects.toMatchObject({ key: 'refusal.nothing-to-redo' })
})

test('what an edit let wait waits again when it is redone, whatever is noted on it', async () => {
  const { house, study } = await openTwoCoders('We moved here in May.')
  const { projectId, sourceId, fatigueId } = study
  const [coding] = await codePassage(house, { projectId, sourceId, codeIds: [fatigueId], coderId: 2, selection: { start: 0, end: 20 } })
  await writeMemo(house, { projectId, coderId: 2, place: { kind: 'quotation', id: coding!.quotationId }, text: 'Ask again' })
  const { versionId } = await house.read.selectFrom('source').select('version_id as versionId').where('id', '=', sourceId).executeTakeFirstOrThrow()
  await editParagraph(house, { projectId, sourceId, coderId: 1, versionId, paragraph: { start: 0, end: 21 }, text: 'My family came in May, once.' })
  const edited = await pictureOf(house)
  expect(await house.read.selectFrom('carry_review').selectAll().execute()).toHaveLength(1)
  await undo(house, { projectId, actorId: 1 })
  await redo(house, { projectId, actorId: 1 })
  expect(await pictureOf(house)).toBe(edited)
  const { id: reviewId } = await house.read.selectFrom('carry_review').select('id').executeTakeFirstOrThrow()
  await settleReview(house, { projectId, coderId: 1, reviewId, placing: { at: 'words', from: 'My', to: 'May' } })
  expect(await house.read.selectFrom('coding').select('id').execute()).toEqual([{ id: coding!.id }])
})

test('what an edit left where it lay lies there when the edit is redone', async () => {
  const { house, study } = await openTwoCoders('I: Why?\nAnna: We moved.')
  const { projectId, sourceId } = study
  await perform(house.write, { projectId, actorId: 1, kind: 'create-case' }, async (ledger) => {
    const speaker = await ledger.insert('speaker', { source_id: sourceId, label: 'Anna', role: 'informant' } as never)
    await ledger.insert('source_span', { source_id: sourceId, start_offset: 8, end_offset: 23, kind: 'turn', speaker_id: speaker } as never)
  })
  const { versionId } = await house.read.selectFrom('source').select('version_id as versionId').where('id', '=', sourceId).executeTakeFirstOrThrow()
  await editParagraph(house, { projectId, sourceId, coderId: 1, versionId, paragraph: { start: 8, end: 23 }, text: 'So Anna: We go.' })
  const edited = await pictureOf(house)
  expect(await house.read.selectFrom('source_span').select(['start_offset', 'end_offset']).execute()).toEqual([{ start_offset: 8, end_offset: 23 }])
  await undo(house, { projectId, actorId: 1 })
  await redo(house, { projectId, actorId: 1 })
  expect(await pictureOf(house)).toBe(edited)
})

test('a merge of two codes that both say something of a case is redone', async () => {
  const { house, study } = await openTwoCoders()
  const { projectId, caseId, fatigueId, teamId } = study
  for (const codeId of [fatigueId, teamId])
    await writeFinding(house, { projectId, coderId: 1, cell: { caseId, codeId, questionId: null }, state: null, text: `About ${codeId}` })
  await mergeCodes(house, { projectId, coderId: 1, codeId: fatigueId, intoId: teamId })
  const merged = await pictureOf(house)
  await undo(house, { projectId, actorId: 1 })
  await redo(house, { projectId, actorId: 1 })
  expect(await pictureOf(house)).toBe(merged)
})
