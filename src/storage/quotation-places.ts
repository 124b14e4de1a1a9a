import type { Span } from '../domain/span.ts'
import { among } from './packed.ts'
import type { Db } from './schema.ts'
import { carryBetween, versionFrom } from './text-places.ts'

export type QuotationPlace = Span & { readonly sourceId: number }

/** Where quotations stand in the texts that hold, also such as are no more: those where they stood last, carried on. Left out where their words are no longer there for certain. */
export async function findPlaces(db: Db, ids: ReadonlySet<number>): Promise<Map<number, QuotationPlace>> {
  const columns = ['id', 'source_id as sourceId', 'start_offset as start', 'end_offset as end'] as const
  const standing = await db
    .selectFrom('quotation')
    .select(columns)
    .where(among('id', [...ids]))
    .execute()
  const places = new Map<number, QuotationPlace>(standing.map(({ id, ...place }) => [id, place]))
  for (const id of ids) {
    const last = places.has(id) ? undefined : await findLastPlace(db, id)
    if (last) places.set(id, last)
  }
  return places
}

async function findLastPlace(db: Db, id: number): Promise<QuotationPlace | undefined> {
  const gone = await db
    .selectFrom('change')
    .select(['act_id', 'before'])
    .where('table_name', '=', 'quotation')
    .where('row_id', '=', id)
    .where('after', 'is', null)
    .orderBy('id', 'desc')
    .executeTakeFirst()
  if (!gone) return undefined
  const row = JSON.parse(gone.before!) as { source_id: number; start_offset: number; end_offset: number }
  const source = await db.selectFrom('source').select('version_id').where('id', '=', row.source_id).executeTakeFirst()
  if (!source) return undefined
  const then = (await versionFrom({ trx: db }, row.source_id, gone.act_id)) ?? source.version_id
  const carried = (await carryBetween({ trx: db }, then, source.version_id))({ start: row.start_offset, end: row.end_offset })
  return carried.kind === 'carried' ? { sourceId: row.source_id, ...carried.span } : undefined
}
