import type { AnswerStatus } from '../domain/answer.ts'
import type { Span } from '../domain/span.ts'
import type { Db } from './schema.ts'

export type AnswerInSource = Span & { caseId: number; questionId: number; number: number; text: string; status: AnswerStatus; part: number }

/** Where questions of a guide are put in a source, in the order of the text. */
export async function listQuestionsAsked(db: Db, sourceId: number): Promise<{ questionId: number; number: number; text: string; at: number }[]> {
  return db
    .selectFrom('source_span')
    .innerJoin('question', 'question.id', 'source_span.question_id')
    .select(['question.id as questionId', 'question.number', 'question.text', 'source_span.start_offset as at'])
    .where('source_span.source_id', '=', sourceId)
    .orderBy('source_span.start_offset')
    .execute()
}

/** The passages of a source in which a question of the guide is answered, in the order of the text. */
export async function listAnswersInSource(db: Db, sourceId: number): Promise<AnswerInSource[]> {
  return db
    .selectFrom('answer_span')
    .innerJoin('answer', 'answer.id', 'answer_span.answer_id')
    .innerJoin('question', 'question.id', 'answer.question_id')
    .select([
      'answer.case_id as caseId',
      'question.id as questionId',
      'question.number',
      'question.text',
      'answer.status',
      'answer_span.part',
      'answer_span.start_offset as start',
      'answer_span.end_offset as end',
    ])
    .where('answer_span.source_id', '=', sourceId)
    .orderBy('answer_span.start_offset')
    .execute()
}

/** The part that an answer's span had, or the next where another has it now. */
export async function freePart(db: Db, { answer_id, part }: { answer_id: number; part: number }): Promise<number> {
  const rows = await db.selectFrom('answer_span').select('part').where('answer_id', '=', answer_id).execute()
  const parts = rows.map((row) => row.part)
  return parts.includes(part) ? Math.max(...parts) + 1 : part
}

/** What was asked, where an answer still stands. */
export async function findQuestionOfAnswer(db: Db, answerId: number): Promise<string | undefined> {
  const query = db.selectFrom('answer').innerJoin('question', 'question.id', 'answer.question_id').select('question.text')
  return (await query.where('answer.id', '=', answerId).executeTakeFirst())?.text
}
