import type { House } from '../../src/storage/open.ts'

/** All that is said in the answers to a question, in one text, and how many were asked it. */
export async function readAnswered(house: House, questionId: number): Promise<{ text: string; asked: number }> {
  const answers = await house.read.selectFrom('answer').selectAll().where('question_id', '=', questionId).execute()
  const spans = await house.read
    .selectFrom('answer_span')
    .innerJoin('source', 'source.id', 'answer_span.source_id')
    .innerJoin('source_version', 'source_version.id', 'source.version_id')
    .select(['answer_span.start_offset', 'answer_span.end_offset', 'source_version.text'])
    .where(
      'answer_id',
      'in',
      answers.map(({ id }) => id),
    )
    .execute()
  return {
    text: spans.map(({ text, start_offset, end_offset }) => text.slice(start_offset, end_offset)).join('\n'),
    asked: answers.filter(({ status }) => ['answered', 'unanswered', 'dont_know'].includes(status)).length,
  }
}
