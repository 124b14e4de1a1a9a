import type { Span } from '../domain/span.ts'
import type { Db } from './schema.ts'

const MOST_CHANGES = 2000

/** The newest act of the whole house: what was read before it may be out of date. */
export async function newestActId(db: Db): Promise<number> {
  const row = await db.selectFrom('act').select('id').orderBy('id', 'desc').limit(1).executeTakeFirst()
  return row?.id ?? 0
}

/** The newest act, and the projects in which acts after another were made; null where one of them is of the whole house. */
export async function findNewsAfter(db: Db, after: number): Promise<{ newest: number; projects: Set<number> | null }> {
  const acts = await db.selectFrom('act').select(['id', 'project_id']).where('id', '>', after).execute()
  const projects = acts.some((act) => act.project_id === null) ? null : new Set(acts.map((act) => act.project_id!))
  return { newest: Math.max(after, ...acts.map(({ id }) => id)), projects }
}

/** The sources whose codings or text changed after an act; null where so much changed that all should be read again. */
export async function listTouchedSources(db: Db, afterActId: number): Promise<Set<number> | null> {
  // By act alone: an index on the table's name would read every change there ever was of these tables.
  const changes = await db
    .selectFrom('change')
    .select(['table_name', 'row_id', 'before', 'after'])
    .where('act_id', '>', afterActId)
    .limit(MOST_CHANGES + 1)
    .execute()
  if (changes.length > MOST_CHANGES) return null
  const rows = changes
    .filter((change) => ['quotation', 'coding', 'source', 'source_done'].includes(change.table_name))
    .map((change) => ({ ...change, row: JSON.parse((change.after ?? change.before)!) as { source_id?: number; quotation_id?: number } }))
  const touched = new Set(rows.map(({ table_name, row_id, row }) => (table_name === 'source' ? row_id : row.source_id)).filter((id) => id !== undefined))
  const quotations = [...new Set(rows.map(({ row }) => row.quotation_id).filter((id) => id !== undefined))]
  if (quotations.length > 0) {
    const standing = await db.selectFrom('quotation').select('source_id').distinct().where('id', 'in', quotations).execute()
    for (const { source_id } of standing) touched.add(source_id)
  }
  return touched
}

/** A quotation of a source; `read`: somebody coded it, here or where it was imported from, not a rule alone. */
export type ProgressSpan = Span & { sourceId: number; read: boolean }

/** Every quotation of the sources that has a coding, in no order that is promised. */
export async function listSpans(db: Db, of: { projectId: number; sourceIds?: readonly number[] }): Promise<ProgressSpan[]> {
  let query = db
    .selectFrom('quotation')
    .innerJoin('source', 'source.id', 'quotation.source_id')
    .select(({ exists, selectFrom }) => [
      'quotation.source_id as sourceId',
      'quotation.start_offset as start',
      'quotation.end_offset as end',
      exists(selectFrom('coding').select('coding.id').whereRef('coding.quotation_id', '=', 'quotation.id').where('coding.made_by', '<>', 'rule')).as('read'),
    ])
    .where('source.project_id', '=', of.projectId)
    .where(({ exists, selectFrom }) => exists(selectFrom('coding').select('coding.id').whereRef('coding.quotation_id', '=', 'quotation.id')))
  if (of.sourceIds) query = query.where('quotation.source_id', 'in', of.sourceIds)
  return (await query.execute()).map((row) => ({ ...row, read: Boolean(row.read) }))
}

/** Codings by source and coder. */
export async function countCodings(
  db: Db,
  of: { projectId: number; sourceIds?: readonly number[] },
): Promise<{ sourceId: number; coderId: number; codings: number }[]> {
  let query = db
    .selectFrom('coding')
    .innerJoin('quotation', 'quotation.id', 'coding.quotation_id')
    .innerJoin('source', 'source.id', 'quotation.source_id')
    .select((eb) => ['quotation.source_id as sourceId', 'coding.coder_id as coderId', eb.fn.countAll<number>().as('codings')])
    .where('source.project_id', '=', of.projectId)
    .groupBy(['quotation.source_id', 'coding.coder_id'])
  if (of.sourceIds) query = query.where('quotation.source_id', 'in', of.sourceIds)
  return (await query.execute()).map((row) => ({ ...row, codings: Number(row.codings) }))
}

/** Where this coder coded last in a project: the newest coding that stands. */
export async function findLastCoding(db: Db, projectId: number, coderId: number): Promise<{ sourceId: number; start: number; madeAt: string } | undefined> {
  return db
    .selectFrom('coding')
    .innerJoin('quotation', 'quotation.id', 'coding.quotation_id')
    .innerJoin('source', 'source.id', 'quotation.source_id')
    .select(['quotation.source_id as sourceId', 'quotation.start_offset as start', 'coding.made_at as madeAt'])
    .where('source.project_id', '=', projectId)
    .where('coding.coder_id', '=', coderId)
    .where('coding.made_by', '=', 'person')
    .orderBy('coding.id', 'desc')
    .limit(1)
    .executeTakeFirst()
}
