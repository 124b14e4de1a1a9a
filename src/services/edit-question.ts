import { toNote } from '../domain/name.ts'
import { Refusal } from '../domain/refusal.ts'
import { listCodes } from '../storage/codes.ts'
import { listThemeLinks, type StoredGuide, type StoredQuestion } from '../storage/guides.ts'
import type { Ledger } from '../storage/ledger.ts'
import type { House } from '../storage/open.ts'
import { type GuideWish, inGuide, removeQuestions } from './edit-guide.ts'
import { sectionOf } from './edit-section.ts'

type QuestionWish = GuideWish & { questionId: number }
const LONGEST = 2000

/** Ask one more question, at the end of a section. Questions after it are counted on. */
export async function createQuestion(house: House, wish: GuideWish & { sectionId: number; text: string }): Promise<number> {
  const text = toQuestion(wish.text)
  return inGuide(house, wish, 'edit-guide', async (ledger, guide) => {
    const section = sectionOf(guide, wish.sectionId)
    const free = Math.max(0, ...questionsIn(guide).map((question) => question.number)) + 1
    const id = await ledger.insert('question', { guid: crypto.randomUUID(), section_id: section.id, number: free, text })
    const added = { id, guid: '', sectionId: section.id, number: free, text, codeIds: [] }
    await countOn(ledger, guide, withSection(guide, section.id, [...section.questions, added]))
    return id
  })
}

/** Change a question's words, its section and the themes that it asks for. Its answers stay its answers. */
export async function editQuestion(house: House, wish: QuestionWish & { text: string; sectionId: number; codeIds: readonly number[] }): Promise<void> {
  const text = toQuestion(wish.text)
  await inGuide(house, wish, 'edit-guide', async (ledger, guide) => {
    const question = questionOf(guide, wish.questionId)
    await ledger.update('question', question.id, { text })
    if (wish.sectionId !== question.sectionId) await moveTo(ledger, guide, question, sectionOf(guide, wish.sectionId).id, 'end')
    await linkThemes(ledger, wish.projectId, question.id, wish.codeIds)
  })
}

async function linkThemes(ledger: Ledger, projectId: number, questionId: number, codeIds: readonly number[]): Promise<void> {
  const codes = new Set((await listCodes(ledger.trx, projectId)).map((code) => code.id))
  if (codeIds.some((id) => !codes.has(id))) throw new Refusal('not-found', 'refusal.no-code')
  const links = await listThemeLinks(ledger.trx, questionId)
  for (const link of links) if (!codeIds.includes(link.codeId)) await ledger.remove('question_theme', link.id)
  for (const codeId of new Set(codeIds))
    if (!links.some((link) => link.codeId === codeId)) await ledger.insert('question_theme', { question_id: questionId, code_id: codeId })
}

/** Move a question one place up or down; at a section's edge it goes into the next section. */
export async function moveQuestion(house: House, wish: QuestionWish & { to: 'up' | 'down' }): Promise<void> {
  await inGuide(house, wish, 'edit-guide', async (ledger, guide) => {
    const question = questionOf(guide, wish.questionId)
    const at = guide.sections.findIndex((section) => section.id === question.sectionId)
    const { questions } = guide.sections[at]!
    const place = questions.indexOf(question)
    const to = place + (wish.to === 'up' ? -1 : 1)
    if (to < 0 || to >= questions.length) {
      const section = guide.sections[at + (wish.to === 'up' ? -1 : 1)]
      if (section) await moveTo(ledger, guide, question, section.id, wish.to === 'up' ? 'end' : 'start')
      return
    }
    const turned = questions.with(place, questions[to]!).with(to, question)
    await countOn(ledger, guide, withSection(guide, question.sectionId, turned))
  })
}

async function moveTo(ledger: Ledger, guide: StoredGuide, question: StoredQuestion, sectionId: number, end: 'start' | 'end'): Promise<void> {
  const without = withSection(
    guide,
    question.sectionId,
    sectionOf(guide, question.sectionId).questions.filter((one) => one !== question),
  )
  const there = sectionOf(without, sectionId).questions
  await countOn(ledger, guide, withSection(without, sectionId, end === 'end' ? [...there, question] : [question, ...there]))
}

/** Take a question away with every answer to it, as one act. */
export async function removeQuestion(house: House, wish: QuestionWish): Promise<void> {
  await inGuide(house, wish, 'edit-guide', async (ledger, guide) => removeQuestions(ledger, [questionOf(guide, wish.questionId).id]))
}

/** Numbers rise through the guide: the same numbers, dealt in the new order, so that those of other questions mostly stay. */
async function countOn(ledger: Ledger, before: StoredGuide, after: StoredGuide): Promise<void> {
  const was = new Map(questionsIn(before).map((question) => [question.id, question]))
  const numbers = questionsIn(after)
    .map((question) => question.number)
    .sort((a, b) => a - b)
  const places = after.sections.flatMap((section) => section.questions.map((question) => ({ question, sectionId: section.id })))
  const changed = places
    .map((place, at) => ({ ...place, number: numbers[at]! }))
    .filter(({ question, sectionId, number }) => was.get(question.id)?.number !== number || question.sectionId !== sectionId)
  // Two questions of a section never have one number, not even on the way.
  for (const [at, { question }] of changed.entries()) await ledger.update('question', question.id, { number: AWAY + at })
  for (const { question, sectionId, number } of changed) await ledger.update('question', question.id, { section_id: sectionId, number })
}
const AWAY = 1_000_000

function withSection(guide: StoredGuide, sectionId: number, questions: StoredQuestion[]): StoredGuide {
  return { ...guide, sections: guide.sections.map((section) => (section.id === sectionId ? { ...section, questions } : section)) }
}

function questionsIn(guide: StoredGuide): StoredQuestion[] {
  return guide.sections.flatMap((section) => section.questions)
}

function questionOf(guide: StoredGuide, questionId: number): StoredQuestion {
  const question = questionsIn(guide).find((one) => one.id === questionId)
  if (!question) throw new Refusal('not-found', 'refusal.no-question')
  return question
}

function toQuestion(raw: string): string {
  const text = toNote(raw).replace(/\s+/g, ' ')
  if (text === '') throw new Refusal('invalid', 'refusal.no-question-text')
  if (text.length > LONGEST) throw new Refusal('invalid', 'refusal.long-note', { most: LONGEST, length: text.length })
  return text
}
