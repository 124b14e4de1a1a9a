import type { AnswerStatus } from '../domain/answer.ts'
import type { Db } from './schema.ts'

export type ThemeAnswer = { codeId: number; caseId: number; status: AnswerStatus }

/** How each case answered the questions that are linked to a theme. */
export async function listThemeAnswers(db: Db, projectId: number): Promise<ThemeAnswer[]> {
  return db
    .selectFrom('question_theme')
    .innerJoin('answer', 'answer.question_id', 'question_theme.question_id')
    .innerJoin('code', 'code.id', 'question_theme.code_id')
    .select(['question_theme.code_id as codeId', 'answer.case_id as caseId', 'answer.status'])
    .where('code.project_id', '=', projectId)
    .execute()
}
