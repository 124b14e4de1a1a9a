import type { FindingState } from '../domain/finding.ts'
import { readAttribution } from './case-turns.ts'
import { listCodes } from './codes.ts'
import { packed, unpack } from './packed.ts'
import { quotationsInAnswersOf } from './quotations-under.ts'
import type { Db } from './schema.ts'

/**
 * Ids of the codings that a finding in this state speaks of (`*`: in any): the case it counts for has one of the code, or of
 * a code above it; or of the question in whose answer, by that case, the quotation lies.
 */
export async function codingsWithState(db: Db, projectId: number, state: FindingState | '*'): Promise<number[]> {
  let query = db
    .selectFrom('finding')
    .innerJoin('study_case', 'study_case.id', 'finding.case_id')
    .where('study_case.project_id', '=', projectId)
    .where('finding.state', 'is not', null)
    .select(['finding.case_id', 'finding.code_id', 'finding.question_id'])
  if (state !== '*') query = query.where('finding.state', '=', state)
  const found = await query.execute()
  if (found.length === 0) return []
  const ofCodes = new Set(found.flatMap((one) => (one.code_id === null ? [] : [`${one.case_id} ${one.code_id}`])))
  const answered = await quotationsInAnswersOf(
    db,
    projectId,
    found.flatMap((one) => (one.question_id === null ? [] : [{ caseId: one.case_id, questionId: one.question_id }])),
  )
  const parentOf = new Map((await listCodes(db, projectId)).map(({ id, parentId }) => [id, parentId]))
  const attribution = await readAttribution(db, projectId)
  const speaks = (caseId: number, codeId: number) => {
    for (let id: number | null | undefined = codeId; id; id = parentOf.get(id)) if (ofCodes.has(`${caseId} ${id}`)) return true
    return false
  }
  return (await listPlacedCodings(db, projectId))
    .filter((one) => answered.has(one.quotationId) || attribution.casesOf(one.sourceId, one.start, one.end).some((id) => speaks(id, one.codeId)))
    .map(({ id }) => id)
}

async function listPlacedCodings(db: Db, projectId: number) {
  const row = await db
    .selectFrom('coding')
    .innerJoin('quotation', 'quotation.id', 'coding.quotation_id')
    .innerJoin('source', 'source.id', 'quotation.source_id')
    .where('source.project_id', '=', projectId)
    .select(packed('coding.id', 'coding.code_id', 'coding.quotation_id', 'quotation.source_id', 'quotation.start_offset', 'quotation.end_offset').as('rows'))
    .executeTakeFirst()
  return unpack(row?.rows).map(([id, codeId, quotationId, sourceId, start, end]) => ({
    id: id!,
    codeId: codeId!,
    quotationId: quotationId!,
    sourceId: sourceId!,
    start: start!,
    end: end!,
  }))
}
