import type { Span } from '../domain/span.ts'

import { withoutAsked } from './asked-words.ts'
import { listPacked } from './packed.ts'
import type { Db } from './schema.ts'

/** Where an answer is given: one of its parts. */
export type AnswerPlace = Span & { readonly answerId: number; readonly sourceId: number; readonly questionId: number; readonly caseId: number }

/** Every part of every answer of a project, without the words of questions within it, by source and as its text goes. */
export async function listAnswerPlaces(db: Db, projectId: number): Promise<AnswerPlace[]> {
  const inOrder = db
    .selectFrom('answer_span')
    .innerJoin('answer', 'answer.id', 'answer_span.answer_id')
    .innerJoin('source', 'source.id', 'answer_span.source_id')
    .where('source.project_id', '=', projectId)
    .select(['answer_span.answer_id', 'answer_span.source_id', 'answer.question_id', 'answer.case_id', 'answer_span.start_offset', 'answer_span.end_offset'])
    .orderBy('answer_span.source_id')
    .orderBy('answer_span.start_offset')
  const columns = ['answer_id', 'source_id', 'question_id', 'case_id', 'start_offset', 'end_offset']
  const rows = await listPacked<[number, number, number, number, number, number]>(db, inOrder, columns)
  return withoutAsked(
    db,
    rows.map(([answerId, sourceId, questionId, caseId, start, end]) => ({ answerId, sourceId, questionId, caseId, start, end })),
  )
}
