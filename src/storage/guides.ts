import { idsOf } from '../domain/ids-of.ts'
import { listHangingFindings } from './findings.ts'
import type { Db } from './schema.ts'

export type StoredQuestion = { id: number; guid: string; sectionId: number; number: number; text: string; codeIds: number[] }
export type StoredSection = { id: number; title: string; position: number; questions: StoredQuestion[] }
/** `askedOf`: the filter on cases by which somebody said whom it is for; '' where nobody has. */
export type StoredGuide = { id: number; guid: string; name: string; askedOf: string; sections: StoredSection[] }

/** The guides of a project with their sections and questions, all in order. */
export async function listGuides(db: Db, projectId: number): Promise<StoredGuide[]> {
  const guides = await db.selectFrom('guide').select(['id', 'guid', 'name', 'asked_of as askedOf']).where('project_id', '=', projectId).orderBy('id').execute()
  const sections = await db
    .selectFrom('guide_section as section')
    .innerJoin('guide', 'guide.id', 'section.guide_id')
    .select(['section.id', 'section.guide_id', 'section.title', 'section.position'])
    .where('guide.project_id', '=', projectId)
    .orderBy('section.position')
    .execute()
  const questions = await listQuestions(db, projectId)
  return guides.map((guide) => ({
    ...guide,
    sections: sections
      .filter((section) => section.guide_id === guide.id)
      .map(({ id, title, position }) => ({ id, title, position, questions: questions.filter((question) => question.sectionId === id) })),
  }))
}

async function listQuestions(db: Db, projectId: number): Promise<StoredQuestion[]> {
  const rows = await db
    .selectFrom('question')
    .innerJoin('guide_section as section', 'section.id', 'question.section_id')
    .innerJoin('guide', 'guide.id', 'section.guide_id')
    .leftJoin('question_theme', 'question_theme.question_id', 'question.id')
    .select(['question.id', 'question.guid', 'question.section_id as sectionId', 'question.number', 'question.text', 'question_theme.code_id as codeId'])
    .where('guide.project_id', '=', projectId)
    .orderBy('question.number')
    .orderBy('question_theme.id')
    .execute()
  const questions = new Map<number, StoredQuestion>()
  for (const { codeId, ...row } of rows) {
    const one = questions.get(row.id) ?? { ...row, codeIds: [] }
    questions.set(row.id, one)
    if (codeId !== null) one.codeIds.push(codeId)
  }
  return [...questions.values()]
}

export async function findGuide(db: Db, projectId: number, guideId: number): Promise<StoredGuide | undefined> {
  return (await listGuides(db, projectId)).find((guide) => guide.id === guideId)
}

/** What hangs on questions, by table, in the order in which it can be removed before them. */
export async function listHangingOnQuestions(db: Db, questionIds: readonly number[]) {
  const spans = await db
    .selectFrom('answer_span')
    .innerJoin('answer', 'answer.id', 'answer_span.answer_id')
    .select('answer_span.id')
    .where('answer.question_id', 'in', questionIds)
    .execute()
  return [
    ...(await listHangingFindings(db, { questionIds })),
    ['answer_span', idsOf(spans)],
    ['answer', idsOf(await db.selectFrom('answer').select('id').where('question_id', 'in', questionIds).execute())],
    ['source_span', idsOf(await db.selectFrom('source_span').select('id').where('question_id', 'in', questionIds).execute())],
    ['question_theme', idsOf(await db.selectFrom('question_theme').select('id').where('question_id', 'in', questionIds).execute())],
  ] as const
}

/** Which themes a question is linked to, as rows. */
export async function listThemeLinks(db: Db, questionId: number): Promise<{ id: number; codeId: number }[]> {
  return db.selectFrom('question_theme').select(['id', 'code_id as codeId']).where('question_id', '=', questionId).orderBy('id').execute()
}

export type FollowingSource = { id: number; title: string; guideId: number | null }

/** Every source of the project in its order, with the guide that it follows. */
export async function listFollowing(db: Db, projectId: number): Promise<FollowingSource[]> {
  return db.selectFrom('source').select(['id', 'title', 'guide_id as guideId']).where('project_id', '=', projectId).orderBy('position').orderBy('id').execute()
}
