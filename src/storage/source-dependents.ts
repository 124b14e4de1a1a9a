import { listReviews } from './carry-reviews.ts'
import { listAnswersGoneWith } from './found-answers.ts'
import { listMemoIdsOnAll } from './memos.ts'
import type { Db } from './schema.ts'

/** Everything that hangs on a source: `rows` by table, in the order in which they can be removed before the source itself, and the ids of its codings, on the text and waiting. */
export async function listHangingOnSource(db: Db, sourceId: number) {
  const quotations = await idsOf(db.selectFrom('quotation').select('id').where('source_id', '=', sourceId))
  const codings = await idsOf(
    db.selectFrom('coding').innerJoin('quotation', 'quotation.id', 'coding.quotation_id').select('coding.id').where('quotation.source_id', '=', sourceId),
  )
  const memos = await idsOf(
    db
      .selectFrom('memo')
      .select('id')
      .where((eb) =>
        eb.or([
          eb.and([eb('target_kind', '=', 'source'), eb('target_id', '=', sourceId)]),
          eb.and([eb('target_kind', '=', 'quotation'), eb('target_id', 'in', eb.selectFrom('quotation').select('id').where('source_id', '=', sourceId))]),
          eb.and([
            eb('target_kind', '=', 'coding'),
            eb(
              'target_id',
              'in',
              eb
                .selectFrom('coding')
                .innerJoin('quotation', 'quotation.id', 'coding.quotation_id')
                .select('coding.id')
                .where('quotation.source_id', '=', sourceId),
            ),
          ]),
        ]),
      ),
  )
  const reviews = await listReviews(db, sourceId)
  const held = reviews.flatMap((review) => ('quotation' in review.held ? [review.held] : []))
  const onQuotations = await listMemoIdsOnAll(
    db,
    'quotation',
    held.map(({ quotation }) => quotation.id),
  )
  const waiting = held.flatMap((one) => one.codings.map(({ id }) => id))
  const onCodings = await listMemoIdsOnAll(db, 'coding', waiting)
  const rows = [
    ['memo', [...memos, ...onQuotations, ...onCodings]],
    ['carry_review', reviews.map(({ id }) => id)],
    ['coding', codings],
    ['quotation', quotations],
    ['dismissal', await idsOf(db.selectFrom('dismissal').select('id').where('source_id', '=', sourceId))],
    ['answer_span', await idsOf(db.selectFrom('answer_span').select('id').where('source_id', '=', sourceId))],
    ['answer', await listAnswersGoneWith(db, sourceId)],
    ['source_span', await idsOf(db.selectFrom('source_span').select('id').where('source_id', '=', sourceId))],
    ['speaker', await idsOf(db.selectFrom('speaker').select('id').where('source_id', '=', sourceId))],
    ['source_done', await idsOf(db.selectFrom('source_done').select('id').where('source_id', '=', sourceId))],
    ['source_case', await idsOf(db.selectFrom('source_case').select('id').where('source_id', '=', sourceId))],
  ] as const
  return { rows, codings: [...codings, ...waiting] }
}

async function idsOf(query: { execute(): Promise<{ id: number }[]> }): Promise<number[]> {
  return (await query.execute()).map((row) => row.id)
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
