import type { JudgedCell } from '../domain/finding.ts'
import type { Db } from './schema.ts'

/** Every cell of a project that somebody has judged: what a case says of a code or a question. */
export async function listJudgedCells(db: Db, projectId: number): Promise<JudgedCell[]> {
  const rows = await db
    .selectFrom('finding')
    .innerJoin('study_case', 'study_case.id', 'finding.case_id')
    .where('study_case.project_id', '=', projectId)
    .select(['finding.case_id as caseId', 'finding.code_id as codeId', 'finding.question_id as questionId', 'finding.state'])
    .where('finding.state', 'is not', null)
    .execute()
  return rows.map(({ state, ...cell }) => ({ ...cell, state: state! }))
}
