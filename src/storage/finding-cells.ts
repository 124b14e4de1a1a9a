import type { Db } from './schema.ts'

/** A finding by its id, with the names of its case and of its code or question. */
export async function findCellOf(db: Db, projectId: number, id: number): Promise<{ caseName: string; about: string; summary: string } | undefined> {
  const row = await db
    .selectFrom('finding')
    .innerJoin('study_case', 'study_case.id', 'finding.case_id')
    .leftJoin('code', 'code.id', 'finding.code_id')
    .leftJoin('question', 'question.id', 'finding.question_id')
    .where('study_case.project_id', '=', projectId)
    .where('finding.id', '=', id)
    .select(['study_case.name as caseName', 'code.label', 'question.text', 'finding.summary'])
    .executeTakeFirst()
  return row && { caseName: row.caseName, about: row.label ?? row.text ?? '', summary: row.summary }
}
