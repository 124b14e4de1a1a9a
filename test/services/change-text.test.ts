// Long because every way in which a text changes is told in one place, on one small study.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { paragraphsOf } from '../../src/domain/paragraph.ts'
import { recogniseTurns } from '../../src/domain/recognise-turns.ts'
import { codePassage } from '../../src/services/code-passage.ts'
import { countWaiting } from '../../src/services/count-waiting.ts'
import { editParagraph } from '../../src/services/edit-paragraph.ts'
import { importSources } from '../../src/services/imports/import-sources.ts'
import { removeCoding } from '../../src/services/remove-coding.ts'
import { removeSource } from '../../src/services/remove-source.ts'
import { previewReplacement, receiveReplacement, replaceText } from '../../src/services/replace-text.ts'
import { replaceWords } from '../../src/services/replace-words.ts'
import { restoreVersion } from '../../src/services/restore-version.ts'
import { dropReview, settleAll, settleReview } from '../../src/services/settle-review.ts'
import { undo } from '../../src/services/undo.ts'
import { perform } from '../../src/storage/ledger.ts'
import type { House } from '../../src/storage/open.ts'
import { openTestHouse, seedSmallStudy } from '../support/house.ts'

const TEXT = 'Anna: We moved here in May, and the train is often late.\nI: And then?\nAnna: Then we stayed. It is good here.'

async function open(text = TEXT) {
  const opened = await openTestHouse()
  const study = await seedSmallStudy(opened.house, text)
  const { house } = opened
  const { projectId, sourceId } = study
  await perform(house.write, { projectId: null, actorId: 1, kind: 'create-coder' }, (ledger) =>
    ledger.insert('coder', { guid: 'b', name: 'Berit', made_at: 'now' }),
  )
  const textNow = () => textOf(house, sourceId)
  const code = async (words: string, codeId = study.fatigueId, coderId = 1) => {
    const { text: now } = await textNow()
    const start = now.indexOf(words)
    return (await codePassage(house, { projectId, sourceId, codeIds: [codeId], coderId, selection: { start, end: start + words.length } }))[0]!
  }
  /** Put words for words within a paragraph, as a person edits it. */
  const mend = async (words: string, to: string, coderId = 1) => {
    const { versionId, text: now } = await textNow()
    const paragraph = paragraphsOf(now).find(({ start, end }) => now.slice(start, end).includes(words))!
    const edited = now.slice(paragraph.start, paragraph.end).replace(words, to)
    return editParagraph(house, { projectId, sourceId, coderId, versionId, paragraph, text: edited })
  }
  const said = async () => quotationsOf(house, sourceId, (await textNow()).text)
  const reviews = () => house.read.selectFrom('carry_review').selectAll().orderBy('id').execute()
  return { ...opened, ...study, textNow, code, mend, said, reviews, where: (actorId: number) => ({ projectId, actorId }) }
}

async function textOf(house: House, sourceId: number): Promise<{ versionId: number; text: string }> {
  const query = house.read.selectFrom('source').innerJoin('source_version as version', 'version.id', 'source.version_id')
  return query.select(['version.id as versionId', 'version.text']).where('source.id', '=', sourceId).executeTakeFirstOrThrow()
}

async function quotationsOf(house: House, sourceId: number, text: string): Promise<string[]> {
  const rows = await house.read.selectFrom('quotation').selectAll().where('source_id', '=', sourceId).orderBy('id').execute()
  return rows.map((row) => text.slice(row.start_offset, row.end_offset))
}

test('a typo mended inside a quotation stays inside it, and one before moves it', async () => {
  const { code, mend, said, reviews } = await open()
  await code('the train is often late')
  await code('It is good here.')
  await mend('often', 'very often')
  await mend('moved', 'came')
  expect(await said()).toEqual(['the train is very often late', 'It is good here.'])
  expect(await reviews()).toEqual([])
})

test('what is not certain waits, is in no count, and goes back with its own ids', async () => {
  const { house, projectId, code, mend, said, reviews, where } = await open()
  const coding = await code('We moved here in May')
  await code('It is good here.')
  const changed = await mend('Anna: We moved', 'Anna: My family came and settled')
  expect(changed).toMatchObject({ carried: 1, waiting: 1 })
  expect(await said()).toEqual(['It is good here.'])
  expect(await house.read.selectFrom('coding').select('id').execute()).toHaveLength(1)
  expect(await countWaiting(house.read, projectId)).toMatchObject({ quotations: 1, total: 1 })
  await settleReview(house, { projectId, coderId: 2, reviewId: (await reviews())[0]!.id, placing: { at: 'words', from: 'My family', to: 'in May' } })
  expect(await said()).toEqual(['My family came and settled here in May', 'It is good here.'])
  expect(await house.read.selectFrom('coding').select('id').where('id', '=', coding.id).executeTakeFirst()).toEqual({ id: coding.id })
  expect(await countWaiting(house.read, projectId)).toMatchObject({ total: 0 })
  await undo(house, where(2))
  expect(await reviews()).toHaveLength(1)
  await undo(house, where(1))
  expect(await said()).toEqual(['We moved here in May', 'It is good here.'])
})

test('two passages laid on the same words become one quotation: no coding and no memo is lost, and undo parts them', async () => {
  const { house, projectId, code, mend, said, reviews, where, fatigueId, teamId } = await open()
  const first = await code('We moved here in May', fatigueId)
  const second = await code('moved here in May', fatigueId)
  await codePassageTwice(house, projectId, second.sourceId, second.span, teamId)
  const memo = { guid: 'm', project_id: projectId, target_kind: 'coding' as const, target_id: second.id, coder_id: 1, text: 'Why?', made_at: 'now' }
  await perform(house.write, { projectId, actorId: 1, kind: 'write-memo' }, (ledger) => ledger.insert('memo', memo))
  await mend('We moved here', 'They had come')
  expect(await reviews()).toHaveLength(2)
  for (const { id } of await reviews()) await settleReview(house, { projectId, coderId: 1, reviewId: id, placing: { at: 'words', from: 'They', to: 'May' } })
  expect(await said()).toEqual(['They had come in May'])
  const codings = await house.read.selectFrom('coding').select(['id', 'code_id']).orderBy('id').execute()
  expect(codings.map((one) => one.code_id)).toEqual([fatigueId, teamId])
  const { target_id } = await house.read.selectFrom('memo').select('target_id').executeTakeFirstOrThrow()
  expect(target_id).toBe(first.id)
  for (let n = 0; n < 3; n++) await undo(house, where(1))
  expect(await said()).toEqual(['We moved here in May', 'moved here in May'])
  expect((await house.read.selectFrom('memo').select('target_id').executeTakeFirstOrThrow()).target_id).toBe(second.id)
})

async function codePassageTwice(house: House, projectId: number, sourceId: number, selection: { start: number; end: number }, codeId: number) {
  await codePassage(house, { projectId, sourceId, codeIds: [codeId], coderId: 1, selection })
}

test('an edit is refused where somebody else changed the text meanwhile, and names who', async () => {
  const { house, projectId, sourceId, textNow, mend } = await open()
  const { versionId, text } = await textNow()
  await mend('often', 'always', 2)
  const wish = { projectId, sourceId, coderId: 1, versionId, paragraph: paragraphsOf(text)[0]!, text: 'Something else' }
  await expect(editParagraph(house, wish)).rejects.toMatchObject({ key: 'refusal.text-conflict', values: { actor: 'Berit' } })
  await expect(mend('late', 'late')).rejects.toMatchObject({ key: 'refusal.text-unchanged' })
})

test('acts made before somebody else’s edit are undone in the text that holds now', async () => {
  const { house, projectId, code, mend, said, where, fatigueId, teamId } = await open()
  const coding = await code('It is good here.')
  await removeCoding(house, { projectId, codingId: coding.id, coderId: 1 })
  await code('we stayed', teamId)
  await mend('We moved', 'My family moved', 2)
  await undo(house, where(1))
  expect(await said()).toEqual([])
  await undo(house, where(1))
  expect(await said()).toEqual(['It is good here.'])
  await undo(house, where(1))
  expect(await said()).toEqual([])
  await code('My family moved here', fatigueId)
  await undo(house, where(2))
  expect(await said(), 'what was coded in the edited text waits when the edit is undone').toEqual([])
  expect(await countWaiting(house.read, projectId)).toMatchObject({ quotations: 1 })
})

test('what an undo put to wait goes back when the text that it lay on holds again', async () => {
  const { house, projectId, code, mend, said, reviews, where } = await open()
  const coding = await code('It is good here.')
  await removeCoding(house, { projectId, codingId: coding.id, coderId: 1 })
  await mend(' It is good here.', '', 2)
  await undo(house, where(1))
  expect(await reviews()).toHaveLength(1)
  await undo(house, where(2))
  expect(await reviews()).toEqual([])
  expect(await said()).toEqual(['It is good here.'])
})

test('a corrected text is read for turns anew, codings follow, and undo puts every turn back', async () => {
  const { house, pool, projectId, where } = await open()
  const text = 'Anna: We moved here in May.\nI: And then?\nAnna: Then we stayed.\nI: Why?\nAnna: It is good here.'
  const { speakers, spans } = recogniseTurns(text)
  const read = { title: 'Anna', caseName: null, originalName: null, bytes: null, text, language: 'en' as const, kind: 'interview' as const }
  const { sources } = await importSources(house, { projectId, coderId: 1, sources: [{ ...read, speakers, spans, repairs: [], losses: [], warnings: [] }] })
  const { sourceId } = sources[0]!
  const codeId = (await house.read.selectFrom('code').select('id').executeTakeFirstOrThrow()).id
  const start = text.indexOf('Then we stayed')
  await codePassage(house, { projectId, sourceId, codeIds: [codeId], coderId: 1, selection: { start, end: start + 14 } })
  const turns = () =>
    house.read
      .selectFrom('source_span')
      .innerJoin('speaker', 'speaker.id', 'speaker_id')
      .select(['speaker.label', 'start_offset', 'end_offset'])
      .where('source_span.source_id', '=', sourceId)
      .where('source_span.kind', '=', 'turn')
      .orderBy('start_offset')
      .execute()
  const before = await turns()
  const corrected = text.replace('I: Why?\nAnna: It is', 'Berit: Yes.\nI: Why?\nBerit: It is')
  const { id } = await receiveReplacement(house, pool, { projectId, sourceId }, { text: corrected.replaceAll('\n', '\r\n') })
  expect(await previewReplacement(house, { projectId, sourceId }, id)).toMatchObject({ carried: 1, waiting: 0 })
  await replaceText(house, { projectId, sourceId, coderId: 1, replacement: id })
  expect((await turns()).map(({ label, start_offset, end_offset }) => [label, corrected.slice(start_offset, end_offset)])).toEqual(
    corrected.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line]),
  )
  expect(await quotationsOf(house, sourceId, corrected)).toEqual(['Then we stayed'])
  await undo(house, where(1))
  expect(await turns()).toEqual(before)
  expect(await house.read.selectFrom('speaker').select('label').where('label', '=', 'Berit').execute()).toEqual([])
})

test('a selection made in a text that was edited since is carried to the same words, or refused', async () => {
  const { house, projectId, sourceId, textNow, mend, said, fatigueId } = await open()
  const { versionId, text } = await textNow()
  const select = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
  await mend('We moved', 'My family moved', 2)
  const wish = { projectId, sourceId, codeIds: [fatigueId], coderId: 1, versionId }
  await codePassage(house, { ...wish, selection: select('we stayed') })
  expect(await said()).toEqual(['we stayed'])
  await expect(codePassage(house, { ...wish, selection: select('Anna: We') })).rejects.toMatchObject({ key: 'refusal.text-moved' })
})

test('words are put for words everywhere, and a speaker is called as in the text', async () => {
  const { house, projectId, sourceId, code, said, textNow } = await open()
  await perform(house.write, { projectId, actorId: 1, kind: 'set-speaker' }, async (ledger) => {
    const speaker_id = await ledger.insert('speaker', { source_id: sourceId, label: 'Anna', role: 'informant', case_id: null })
    await ledger.insert('source_span', { source_id: sourceId, kind: 'turn', start_offset: 0, end_offset: 56, speaker_id })
    await ledger.insert('source_span', { source_id: sourceId, kind: 'label', start_offset: 0, end_offset: 6, speaker_id })
  })
  await code('It is good here.')
  const { count, waiting } = await replaceWords(house, { projectId, sourceId, coderId: 1, find: 'Anna', to: 'Person 1', whole: true })
  expect([count, waiting]).toEqual([2, 0])
  expect((await textNow()).text).toBe(TEXT.replaceAll('Anna', 'Person 1'))
  expect(await said()).toEqual(['It is good here.'])
  expect(await house.read.selectFrom('speaker').select('label').execute()).toEqual([{ label: 'Person 1' }])
  const spans = await house.read.selectFrom('source_span').select(['start_offset', 'end_offset']).orderBy('id').execute()
  expect(spans).toEqual([
    { start_offset: 0, end_offset: 60 },
    { start_offset: 0, end_offset: 10 },
  ])
  await expect(replaceWords(house, { projectId, sourceId, coderId: 1, find: 'Ann', to: 'x', whole: true })).rejects.toMatchObject({
    key: 'refusal.words-not-found',
  })
})

test('what is written at the end of a paragraph belongs to its turn and its answer, not to its quotation', async () => {
  const { house, projectId, sourceId, code, mend, said, textNow } = await open()
  await perform(house.write, { projectId, actorId: 1, kind: 'set-speaker' }, async (ledger) => {
    const speaker_id = await ledger.insert('speaker', { source_id: sourceId, label: 'Anna', role: 'informant', case_id: null })
    await ledger.insert('source_span', { source_id: sourceId, kind: 'turn', start_offset: 0, end_offset: 56, speaker_id })
    await ledger.insert('source_span', { source_id: sourceId, kind: 'label', start_offset: 0, end_offset: 6, speaker_id })
    const guide_id = await ledger.insert('guide', { guid: 'g', project_id: projectId, name: 'Guide' })
    const section_id = await ledger.insert('guide_section', { guide_id, title: '', position: 1 })
    const question_id = await ledger.insert('question', { guid: 'q', section_id, number: 1, text: 'Where do you live?' })
    const case_id = await ledger.insert('study_case', { guid: 'c', project_id: projectId, name: 'Anna', position: 1 })
    const answer_id = await ledger.insert('answer', { case_id, question_id, status: 'answered' })
    await ledger.insert('answer_span', { answer_id, source_id: sourceId, part: 1, start_offset: 6, end_offset: 56 })
  })
  const answer = async () => {
    const { start_offset, end_offset } = await house.read.selectFrom('answer_span').selectAll().executeTakeFirstOrThrow()
    return (await textNow()).text.slice(start_offset, end_offset)
  }
  await code('the train is often late.')
  await mend('often late.', 'often late. Very late.')
  expect(await said()).toEqual(['the train is often late.'])
  expect(await house.read.selectFrom('source_span').select('end_offset').execute()).toEqual([{ end_offset: 67 }, { end_offset: 6 }])
  expect(await answer()).toBe('We moved here in May, and the train is often late. Very late.')
  await mend('We moved here', 'Well, my family came')
  expect(await answer(), 'it begins where what is said begins').toBe('Well, my family came in May, and the train is often late. Very late.')
})

test('an earlier version holds again as a new one, and what has waited since goes back by itself', async () => {
  const { house, projectId, sourceId, code, mend, said, reviews, textNow } = await open()
  await code('We moved here in May')
  await mend('Anna: We moved here in May, and the', 'The')
  expect(await reviews()).toHaveLength(1)
  const restored = await restoreVersion(house, { projectId, sourceId, coderId: 2, number: 1 })
  expect(restored).toMatchObject({ returned: 1 })
  expect((await textNow()).text).toBe(TEXT)
  expect(await said()).toEqual(['We moved here in May'])
  expect(await house.read.selectFrom('source_version').select('number').execute()).toHaveLength(3)
  await expect(restoreVersion(house, { projectId, sourceId, coderId: 2, number: 1 })).rejects.toMatchObject({ key: 'refusal.version-holds' })
})

test('what waits is dropped with a word on why, and undo brings it back; a removed source takes it along', async () => {
  const { house, projectId, sourceId, code, mend, reviews, where } = await open()
  await code('We moved here in May')
  await code('we stayed')
  await mend('We moved', 'They had come')
  const [review] = await reviews()
  await expect(dropReview(house, { projectId, coderId: 1, reviewId: review!.id, why: ' ' })).rejects.toMatchObject({ key: 'refusal.review-why' })
  await dropReview(house, { projectId, coderId: 1, reviewId: review!.id, why: 'Said by somebody else' })
  expect(await reviews()).toEqual([])
  await undo(house, where(1))
  expect(await reviews()).toEqual([review])
  await removeSource(house, { projectId, sourceId, coderId: 1 })
  expect(await reviews()).toEqual([])
  await undo(house, where(1))
  expect(await reviews()).toEqual([review])
  expect(await settleAll(house, { projectId, sourceId, coderId: 1 })).toBe(1)
})

test('any sequence of edits through the services carries every quotation as the identities of its characters do', async () => {
  const words = fc.constantFrom('x', ' and so', 'y z', '', 'ok,')
  const step = fc.record({ paragraph: fc.nat(2), at: fc.nat(60), gone: fc.nat(6), put: words })
  const passage = fc.tuple(fc.nat(TEXT.length - 12), fc.integer({ min: 1, max: 30 }))
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 6 }), fc.array(passage, { minLength: 1, maxLength: 5 }), async (steps, passages) => {
      const { house, projectId, sourceId, fatigueId, textNow, reviews } = await open()
      for (const [start, length] of passages) {
        const selection = { start, end: Math.min(TEXT.length, start + length) }
        await codePassage(house, { projectId, sourceId, codeIds: [fatigueId], coderId: 1, selection }).catch(() => {})
      }
      const coded = await house.read.selectFrom('quotation').selectAll().execute()
      let ids = [...TEXT].map((_, at) => at)
      for (const { paragraph: which, at, gone, put } of steps) {
        const { versionId, text } = await textNow()
        const paragraph = paragraphsOf(text)[which]!
        const from = Math.min(paragraph.start + at, paragraph.end)
        const to = Math.min(from + gone, paragraph.end)
        const now = text.slice(paragraph.start, from) + put + text.slice(to, paragraph.end)
        const wish = { projectId, sourceId, coderId: 1, versionId, paragraph, text: now }
        if (!(await editParagraph(house, wish).catch(() => undefined))) continue
        ids = [...ids.slice(0, from), ...[...put].map(() => -1), ...ids.slice(to)]
      }
      const { text } = await textNow()
      const standing = await house.read.selectFrom('quotation').selectAll().execute()
      expect(standing.length + (await reviews()).length, 'nothing is dropped').toBe(coded.length)
      for (const row of standing) {
        const was = coded.find(({ id }) => id === row.id)!
        // One word may stand for another, so what is left of the passage need not reach its ends; nothing of what stood around it is in it.
        const isOwn = (id: number) => was.start_offset <= id && id < was.end_offset
        const first = ids.findIndex(isOwn)
        const last = ids.findLastIndex(isOwn)
        const there = { start: row.start_offset, end: row.end_offset }
        const holdsOwn = first < 0 || (there.start <= first && last < there.end)
        const holdsOthers = ids.slice(there.start, there.end).some((id) => id >= 0 && !isOwn(id))
        // Where what was put in reads as what stood beside it, nobody can tell the two apart: then it is the same words elsewhere.
        const stands = text.slice(there.start, there.end)
        const sameWords = stands === text.slice(first, last + 1) || stands === TEXT.slice(was.start_offset, was.end_offset)
        expect((holdsOwn && !holdsOthers) || sameWords, `${stands} | ${text}`).toBe(true)
      }
    }),
    { numRuns: 40 },
  )
}, 60_000)
