import type { GivenAnswer } from '../domain/asked.ts'
import { listWaitingAnswers } from './carry-reviews.ts'
import type { Db } from './schema.ts'

/** Every answer of the project's cases that have a source: without one there are no words that anything could be traced to. Those whose words all wait are told as waiting. */
export async function listGivenAnswers(db: Db, projectId: number): Promise<GivenAnswer[]> {
  const waiting = await listWaitingAnswers(db, projectId)
  const rows = await db
    .selectFrom('answer')
    .innerJoin('study_case', 'study_case.id', 'answer.case_id')
    .where('study_case.project_id', '=', projectId)
    .where(({ or, exists, selectFrom }) =>
      or([
        exists(selectFrom('source_case').select('source_case.id').whereRef('source_case.case_id', '=', 'answer.case_id')),
        exists(selectFrom('speaker').select('speaker.id').whereRef('speaker.case_id', '=', 'answer.case_id')),
      ]),
    )
    .select(['answer.id', 'answer.case_id as caseId', 'answer.question_id as questionId', 'answer.status'])
    .execute()
  return rows.map(({ id, status, ...of }) => ({ ...of, status: waiting.has(id) ? 'waiting' : status }))
}

/** The cases that have an answer to each guide, whatever it says, by guide id. */
export async function listAnswering(db: Db, projectId: number): Promise<Map<number, Set<number>>> {
  const rows = await db
    .selectFrom('answer')
    .innerJoin('question', 'question.id', 'answer.question_id')
    .innerJoin('guide_section as section', 'section.id', 'question.section_id')
    .innerJoin('guide', 'guide.id', 'section.guide_id')
    .where('guide.project_id', '=', projectId)
    .select(['guide.id as guideId', 'answer.case_id as caseId'])
    .distinct()
    .execute()
  const cases = new Map<number, Set<number>>()
  for (const { guideId, caseId } of rows) cases.set(guideId, (cases.get(guideId) ?? new Set()).add(caseId))
  return cases
}

/** The questions that ask for each code, by code id. */
export async function listLinkedQuestions(db: Db, projectId: number): Promise<Map<number, Set<number>>> {
  const rows = await db
    .selectFrom('question_theme')
    .innerJoin('code', 'code.id', 'question_theme.code_id')
    .where('code.project_id', '=', projectId)
    .select(['question_theme.code_id as codeId', 'question_theme.question_id as questionId'])
    .execute()
  const questions = new Map<number, Set<number>>()
  for (const { codeId, questionId } of rows) questions.set(codeId, (questions.get(codeId) ?? new Set()).add(questionId))
  return questions
}
