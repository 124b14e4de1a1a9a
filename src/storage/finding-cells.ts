import { among } from './packed.ts'
import type { Db } from './schema.ts'

/** `address`: where its matrix shows it. */
export type FindingCell = { id: number; writtenBy: number | null; caseName: string; about: string; summary: string; address: string }

/** Some findings, with the names of their cases and of their codes or questions. */
export async function listCellsOf(db: Db, projectId: number, ids: ReadonlySet<number>): Promise<FindingCell[]> {
  const rows = await db
    .selectFrom('finding')
    .innerJoin('study_case', 'study_case.id', 'finding.case_id')
    .leftJoin('code', 'code.id', 'finding.code_id')
    .leftJoin('question', 'question.id', 'finding.question_id')
    .leftJoin('guide_section', 'guide_section.id', 'question.section_id')
    .where('study_case.project_id', '=', projectId)
    .where(among('finding.id', ids))
    .select(['finding.id', 'finding.written_by as writtenBy', 'study_case.name as caseName', 'code.label', 'question.text', 'finding.summary'])
    .select(['case_id as caseId', 'code_id as codeId', 'question_id as questionId', 'code.parent_id as parentId', 'guide_section.guide_id as guideId'])
    .execute()
  return rows.map(toCell)
}

type Row = { id: number; writtenBy: number | null; caseName: string; label: string | null; text: string | null; summary: string } & {
  caseId: number
  codeId: number | null
  questionId: number | null
  parentId: number | null
  guideId: number | null
}

function toCell({ id, writtenBy, caseName, label, text, summary, caseId, codeId, parentId, questionId, guideId }: Row): FindingCell {
  const topics = codeId === null ? `guide:${guideId}` : parentId === null ? 'themes' : `code:#${parentId}`
  const cell = codeId === null ? `${caseId}.q${questionId}` : `${caseId}.c${codeId}`
  return { id, writtenBy, caseName, about: label ?? text ?? '', summary, address: `topics=${encodeURIComponent(topics)}&cell=${cell}` }
}

/** The finding of a cell, where there is one. @returns its id */
export async function findFindingOf(db: Db, of: { caseId: number; codeId: number | null; questionId: number | null }): Promise<number | undefined> {
  const query = db.selectFrom('finding').select('id').where('case_id', '=', of.caseId)
  const row = await (of.codeId === null ? query.where('question_id', '=', of.questionId) : query.where('code_id', '=', of.codeId)).executeTakeFirst()
  return row?.id
}
