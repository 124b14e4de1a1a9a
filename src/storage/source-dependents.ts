import { idsOf } from '../domain/ids-of.ts'
import { listReviews } from './carry-reviews.ts'
import { listAnswersGoneWith } from './found-answers.ts'
import { listMemoIdsInSource, listMemoIdsOnAll } from './memos.ts'
import type { Db } from './schema.ts'

/** Everything that hangs on a source: `rows` by table, in the order in which they can be removed before the source itself, and the ids of its codings, on the text and waiting. */
export async function listHangingOnSource(db: Db, sourceId: number) {
  const ofCodings = db.selectFrom('coding').innerJoin('quotation', 'quotation.id', 'coding.quotation_id').select('coding.id')
  const codings = idsOf(await ofCodings.where('quotation.source_id', '=', sourceId).execute())
  const reviews = await listReviews(db, sourceId)
  const held = reviews.flatMap((review) => ('quotation' in review.held ? [review.held] : []))
  const waiting = held.flatMap((one) => idsOf(one.codings))
  const onQuotations = held.map(({ quotation }) => quotation.id)
  const memos = [
    ...(await listMemoIdsInSource(db, sourceId)),
    ...(await listMemoIdsOnAll(db, 'quotation', onQuotations)),
    ...(await listMemoIdsOnAll(db, 'coding', waiting)),
  ]
  const rows = [
    ['memo', memos],
    ['carry_review', idsOf(reviews)],
    ['coding', codings],
    ['quotation', await listIdsIn(db, 'quotation', sourceId)],
    ['dismissal', await listIdsIn(db, 'dismissal', sourceId)],
    ['answer_span', await listIdsIn(db, 'answer_span', sourceId)],
    ['answer', await listAnswersGoneWith(db, sourceId)],
    ['source_span', await listIdsIn(db, 'source_span', sourceId)],
    ['speaker', await listIdsIn(db, 'speaker', sourceId)],
    ['source_done', await listIdsIn(db, 'source_done', sourceId)],
    ['source_case', await listIdsIn(db, 'source_case', sourceId)],
  ] as const
  return { rows, codings: [...codings, ...waiting] }
}

type TableOfSource = 'quotation' | 'dismissal' | 'answer_span' | 'source_span' | 'speaker' | 'source_done' | 'source_case'
async function listIdsIn(db: Db, table: TableOfSource, sourceId: number): Promise<number[]> {
  return idsOf(
    await db
      .selectFrom(table as 'quotation')
      .select('id')
      .where('source_id', '=', sourceId)
      .execute(),
  )
}

/** How many speakers each source of a project has. */
export async function countSpeakers(db: Db, projectId: number): Promise<Map<number, number>> {
  const rows = await db
    .selectFrom('speaker')
    .innerJoin('source', 'source.id', 'speaker.source_id')
    .select((eb) => ['speaker.source_id as sourceId', eb.fn.countAll<number>().as('n')])
    .where('source.project_id', '=', projectId)
    .groupBy('speaker.source_id')
    .execute()
  return new Map(rows.map((row) => [row.sourceId, Number(row.n)]))
}
