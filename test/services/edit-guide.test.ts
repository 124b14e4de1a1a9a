import fc from 'fast-check'
import { expect, test } from 'vitest'
import { guideText } from '../../src/domain/guide-text.ts'
import { readGuide } from '../../src/domain/read-guide.ts'
import { Refusal } from '../../src/domain/refusal.ts'
import { removeGuide, renameGuide } from '../../src/services/edit-guide.ts'
import { createQuestion, editQuestion, moveQuestion, removeQuestion } from '../../src/services/edit-question.ts'
import { createSection, editSection, removeSection } from '../../src/services/edit-section.ts'
import { findAnswers } from '../../src/services/find-answers.ts'
import { importGuide } from '../../src/services/import-guide.ts'
import { readGuideTexts } from '../../src/services/read-guides.ts'
import { undo } from '../../src/services/undo.ts'
import { GUIDE, openGuideStudy, pictureOf, toldAnswers, wordForWord } from '../support/guide-study.ts'
import { openSharedPool, openTestHouse } from '../support/house.ts'

const shared = await openSharedPool()

async function open() {
  const { house } = await openTestHouse({ pool: shared })
  const study = await openGuideStudy(house)
  const wish = { projectId: study.projectId, coderId: 1, guideId: study.guideId }
  const text = async () => (await readGuideTexts(house, study.projectId))[0]?.text ?? ''
  const sections = () => house.read.selectFrom('guide_section').selectAll().orderBy('position').execute()
  return { house, ...study, wish, text, sections, where: { projectId: study.projectId, actorId: 1 } }
}

test('a guide comes back as the text that it was read from, with its themes', async () => {
  const { text } = await open()
  expect(await text()).toBe(`${GUIDE}\n`)
  expect(guideText(readGuide(GUIDE))).toBe(`${GUIDE}\n`)
})

test('the same guide twice is one; another of its name is refused; themes that are not in the codebook are told', async () => {
  const { house, wish, guideId } = await open()
  expect(await importGuide(house, { ...wish, name: 'x', text: GUIDE })).toMatchObject({ guideId, created: false })
  await expect(importGuide(house, { ...wish, name: 'x', text: '# byar\n1. Annat?' })).rejects.toMatchObject({ key: 'refusal.guide-taken' })
  expect(await importGuide(house, { ...wish, name: 'Fil', text: '1. Hur då? {Fatigue > Sleep}\n1. Varför? {Nowhere}' })).toMatchObject({
    name: 'Fil',
    questions: 2,
    unlinked: ['Nowhere'],
  })
  expect(await importGuide(house, { ...wish, name: 'Fil', called: 'Min', text: '1. Hur då?' })).toMatchObject({ name: 'Min' })
  await expect(importGuide(house, { ...wish, name: 'Tom', text: '' })).rejects.toBeInstanceOf(Refusal)
  const endless = `1. ${'Hur då, '.repeat(300)}?`
  await expect(importGuide(house, { ...wish, name: 'Lång', text: endless })).rejects.toMatchObject({ key: 'refusal.guide-long-question' })
})

test('questions are added, changed, moved and removed, each in one act', async () => {
  const { house, wish, text, questionOf, sections, teamId, fatigueId, where } = await open()
  const before = await pictureOf(house)
  const [first, second] = await sections()
  await createQuestion(house, { ...wish, sectionId: first!.id, text: 'Vad heter  byn?\n' })
  expect(await text()).toContain('2. Vad gör du om dagarna?\n3. Vad heter byn?\n\n## Lokaler\n\n4. Finns det lokaler? {Team}\n5. Vem betalar hyran?')
  await moveQuestion(house, { ...wish, questionId: questionOf(2), to: 'up' })
  expect(await text()).toContain('1. Vad gör du om dagarna?\n2. Hur länge har du bott här?\n3. Vad heter byn?')
  await moveQuestion(house, { ...wish, questionId: questionOf(3), to: 'up' })
  expect(await text()).toContain('3. Vad heter byn?\n4. Finns det lokaler? {Team}\n\n## Lokaler\n\n5. Vem')
  await editQuestion(house, { ...wish, questionId: questionOf(4), text: 'Vem betalar?', sectionId: first!.id, codeIds: [teamId, fatigueId] })
  expect(await text()).toContain('4. Finns det lokaler? {Team}\n5. Vem betalar? {Team} {Fatigue}\n\n## Lokaler\n')
  await removeSection(house, { ...wish, sectionId: second!.id })
  await expect(removeSection(house, { ...wish, sectionId: first!.id })).rejects.toMatchObject({ key: 'refusal.section-has-questions', values: { n: 5 } })
  await editSection(house, { ...wish, sectionId: first!.id, title: 'Allt' })
  await createSection(house, { ...wish, title: 'Sist' })
  await renameGuide(house, { ...wish, name: 'Orter' })
  expect(await text()).toMatch(/^# Orter\n\n## Allt\n\n1\. .*\n\n## Sist\n$/s)
  for (let left = 8; left > 0; left--) await undo(house, where)
  expect(await pictureOf(house)).toBe(before)
})

test('a question or a guide goes with its answers, and undo brings all of it back', async () => {
  const { house, wish, projectId, questionOf, where } = await open()
  await findAnswers(house, wordForWord(), { projectId, coderId: 1 })
  const [before, told] = [await pictureOf(house), await toldAnswers(house)]
  await removeQuestion(house, { ...wish, questionId: questionOf(3) })
  expect(await toldAnswers(house)).toEqual(told.filter((one) => !/ 3 /.test(one)))
  await undo(house, where)
  expect(await pictureOf(house)).toBe(before)
  await removeGuide(house, wish)
  expect(JSON.parse(await pictureOf(house)).slice(1, 8)).toEqual([[], [], [], [], [], [], []])
  await undo(house, where)
  expect(await pictureOf(house)).toBe(before)
})

test('what is not there, or empty, is refused', async () => {
  const { house, wish, questionOf, sections, foreignId } = await open()
  const sectionId = (await sections())[0]!.id
  const before = await pictureOf(house)
  const question = { ...wish, questionId: questionOf(1) }
  for (const [work, key] of [
    [() => createQuestion(house, { ...wish, sectionId, text: ' \n ' }), 'refusal.no-question-text'],
    [() => createQuestion(house, { ...wish, sectionId: 99, text: 'x' }), 'refusal.no-section'],
    [() => editQuestion(house, { ...question, sectionId, text: 'x', codeIds: [foreignId] }), 'refusal.no-code'],
    [() => removeQuestion(house, { ...wish, questionId: 99 }), 'refusal.no-question'],
    [() => removeGuide(house, { ...wish, guideId: 99 }), 'refusal.no-guide'],
    [() => renameGuide(house, { ...wish, name: ' ' }), 'refusal.no-name'],
  ] as [() => Promise<unknown>, string][])
    await expect(work()).rejects.toMatchObject({ key })
  expect(await pictureOf(house)).toBe(before)
})

test('however questions are moved, numbers rise through the guide and none is lost', async () => {
  const { house, wish, where } = await open()
  const move = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.constantFrom('up' as const, 'down' as const))
  await fc.assert(
    fc.asyncProperty(fc.array(move, { maxLength: 8 }), async (moves) => {
      const before = await pictureOf(house)
      let done = 0
      for (const [questionId, to] of moves) {
        const was = await pictureOf(house)
        await moveQuestion(house, { ...wish, questionId, to })
        if ((await pictureOf(house)) !== was) done++
      }
      const [guide] = await readGuideTexts(house, wish.projectId)
      const questions = guide!.sections.flatMap((section) => section.questions)
      expect(questions.map((question) => question.number)).toEqual([1, 2, 3, 4])
      expect(new Set(questions.map((question) => question.text)).size).toBe(4)
      for (let left = done; left > 0; left--) await undo(house, where)
      expect(await pictureOf(house)).toBe(before)
    }),
    { numRuns: 30 },
  )
})
