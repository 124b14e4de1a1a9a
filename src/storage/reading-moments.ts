import { sql } from 'kysely'
import { among } from './packed.ts'
import type { Db } from './schema.ts'

/** A coder of a source and the first act by which others' codings there were open to them. */
export type ReadingMoment = { readonly coderId: number; readonly sourceId: number; readonly actId: number }

/** When each first said to be done with a source. An undo takes back that they are done, not that they could read. */
export async function listFirstDone(db: Db, projectId: number): Promise<ReadingMoment[]> {
  const sourceId = sql<number>`json_extract(act.about, '$.sourceId')`
  return db
    .selectFrom('act')
    .where('project_id', '=', projectId)
    .where('kind', '=', 'finish-source')
    .where(sourceId, 'is not', null)
    .groupBy(['actor_id', sourceId])
    .select((eb) => ['actor_id as coderId', sourceId.as('sourceId'), eb.fn.min<number>('id').as('actId')])
    .execute()
}

/** The act by which all were first let see each other's codings after they had been apart, if any. */
export async function findEndOfApart(db: Db, projectId: number): Promise<number | undefined> {
  const row = await db
    .selectFrom('act')
    .leftJoin('act as first', 'first.id', 'act.undoes')
    .where('act.project_id', '=', projectId)
    .where(({ or, eb }) => or([eb('act.kind', '=', 'end-independence'), eb('first.kind', '=', 'begin-independence')]))
    .select((eb) => eb.fn.min<number | null>('act.id').as('id'))
    .executeTakeFirst()
  return row?.id ?? undefined
}

/** An act of a coder on a coding of their own: as it found it, null where it made it, and as it left it, null where it took it away. */
export type OwnChange = {
  readonly actId: number
  readonly coderId: number
  readonly rowId: number
  readonly before: CodingThen | null
  readonly after: CodingThen | null
}
export type CodingThen = { readonly quotation_id: number; readonly code_id: number; readonly coder_id: number }

/** What these coders did to their own codings after an act, oldest first. */
export async function listOwnChanges(db: Db, wish: { projectId: number; coderIds: readonly number[]; afterActId: number }): Promise<OwnChange[]> {
  const rows = await db
    .selectFrom('change')
    .innerJoin('act', 'act.id', 'change.act_id')
    .where('act.project_id', '=', wish.projectId)
    .where(among('act.actor_id', wish.coderIds))
    .where('act.id', '>', wish.afterActId)
    .where('table_name', '=', 'coding')
    .where(sql<boolean>`json_extract(coalesce(change.before, change.after), '$.coder_id') = act.actor_id`)
    .select(['act.id as actId', 'act.actor_id as coderId', 'change.row_id as rowId', 'change.before', 'change.after'])
    .orderBy('change.id')
    .execute()
  const read = (text: string | null) => (text === null ? null : (JSON.parse(text) as CodingThen))
  return rows.map(({ before, after, ...row }) => ({ ...row, before: read(before), after: read(after) }))
}

/** Some codings as they stand, by id. */
export async function listCodingsNow(db: Db, ids: ReadonlySet<number>): Promise<Map<number, CodingThen>> {
  const rows = await db.selectFrom('coding').select(['id', 'quotation_id', 'code_id', 'coder_id']).where(among('id', ids)).execute()
  return new Map(rows.map(({ id, ...row }) => [id, row]))
}
