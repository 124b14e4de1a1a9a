import type { Coding } from '../domain/coding.ts'
import type { Span } from '../domain/span.ts'
import type { Ledger } from './ledger.ts'
import { among, listPacked } from './packed.ts'
import type { Db } from './schema.ts'
import { isSeen, onlySeen } from './writer-sight.ts'

function codings(db: Db) {
  return db
    .selectFrom('coding')
    .innerJoin('quotation', 'quotation.id', 'coding.quotation_id')
    .select([
      'coding.id',
      'coding.quotation_id',
      'quotation.guid as quotation_guid',
      'quotation.source_id',
      'coding.code_id',
      'coding.coder_id',
      'coding.made_by',
      'coding.made_at',
      'coding.example',
      'quotation.start_offset',
      'quotation.end_offset',
    ])
}
type CodingRow = Awaited<ReturnType<ReturnType<typeof codings>['executeTakeFirstOrThrow']>>

/** A coding of this project. */
export async function findCoding(db: Db, projectId: number, id: number): Promise<Coding | undefined> {
  const row = await codings(db)
    .innerJoin('source', 'source.id', 'quotation.source_id')
    .where('source.project_id', '=', projectId)
    .where('coding.id', '=', id)
    .executeTakeFirst()
  return row && (await isSeen(db, 'coding', id)) ? toCoding(row) : undefined
}

/** Some codings of this project. */
export async function listCodingsById(db: Db, projectId: number, ids: ReadonlySet<number>): Promise<Coding[]> {
  const query = codings(db).innerJoin('source', 'source.id', 'quotation.source_id').where('source.project_id', '=', projectId)
  return seen(db, (await query.where(among('coding.id', ids)).execute()).map(toCoding))
}

/** In the order of the text, the longer first where two begin together. */
export async function listCodingsInSource(db: Db, sourceId: number, within?: Span): Promise<Coding[]> {
  let query = codings(db).where('quotation.source_id', '=', sourceId)
  if (within) query = query.where('quotation.start_offset', '<', within.end).where('quotation.end_offset', '>', within.start)
  const inOrder = query.orderBy('quotation.start_offset').orderBy('quotation.end_offset', 'desc').orderBy('coding.id')
  const rows = await listPacked<Packed>(db, inOrder, columns)
  return rows.map(([id, quotationId, quotationGuid, codeId, coderId, madeBy, madeAt, start, end, example]) => ({
    id,
    quotationId,
    quotationGuid,
    sourceId,
    codeId,
    coderId,
    madeBy,
    madeAt,
    span: { start, end },
    example: example === 1,
  }))
}
// A long source has thousands.
const columns = ['id', 'quotation_id', 'quotation_guid', 'code_id', 'coder_id', 'made_by', 'made_at', 'start_offset', 'end_offset', 'example']
type Packed = [number, number, string, number, number, Coding['madeBy'], string, number, number, number]

/** Every coding of one code, without those of the codes below it, oldest first. */
export async function listCodingsOfCode(db: Db, codeId: number): Promise<Coding[]> {
  return seen(db, (await codings(db).where('coding.code_id', '=', codeId).orderBy('coding.id').execute()).map(toCoding))
}

function seen(db: Db, all: readonly Coding[]): Promise<Coding[]> {
  return onlySeen(db, 'coding', all, ({ id }) => id)
}

/** Where the newest codings of a project lie, the newest first. */
export async function listNewestPlaces(db: Db, projectId: number, most: number): Promise<Pick<Coding, 'codeId' | 'sourceId' | 'span'>[]> {
  const query = codings(db).innerJoin('code', 'code.id', 'coding.code_id').where('code.project_id', '=', projectId)
  return (await query.orderBy('coding.id', 'desc').limit(most).execute()).map(toCoding)
}

/** The quotation of exactly these words, made if it is not there yet. */
export async function ensureQuotation(ledger: Ledger, sourceId: number, span: Span): Promise<number> {
  const known = await findQuotationAt(ledger.trx, sourceId, span)
  return known ?? ledger.insert('quotation', { guid: crypto.randomUUID(), source_id: sourceId, start_offset: span.start, end_offset: span.end })
}

/** The quotations of these spans of a source, no two alike; those that are not there yet are made together. @returns their ids, in the order of the spans */
export async function ensureQuotations(ledger: Ledger, sourceId: number, spans: readonly Span[]): Promise<number[]> {
  const rows = await ledger.trx.selectFrom('quotation').select(['id', 'start_offset', 'end_offset']).where('source_id', '=', sourceId).execute()
  const known = new Map(rows.map((one) => [`${one.start_offset}-${one.end_offset}`, one.id]))
  const fresh = spans.filter(({ start, end }) => !known.has(`${start}-${end}`))
  const made = await ledger.insertMany(
    'quotation',
    fresh.map(({ start, end }) => ({ guid: crypto.randomUUID(), source_id: sourceId, start_offset: start, end_offset: end })),
  )
  for (const [nth, { start, end }] of fresh.entries()) known.set(`${start}-${end}`, made[nth]!)
  return spans.map(({ start, end }) => known.get(`${start}-${end}`)!)
}

export async function findQuotationAt(db: Db, sourceId: number, span: Span): Promise<number | undefined> {
  const row = await db
    .selectFrom('quotation')
    .select('id')
    .where('source_id', '=', sourceId)
    .where('start_offset', '=', span.start)
    .where('end_offset', '=', span.end)
    .executeTakeFirst()
  return row?.id
}

/** Remove a quotation that nothing points at any more. */
export async function removeIfUnused(ledger: Ledger, quotationId: number): Promise<void> {
  const used = await ledger.trx.selectFrom('coding').select('id').where('quotation_id', '=', quotationId).limit(1).executeTakeFirst()
  const noted = await ledger.trx
    .selectFrom('memo')
    .select('id')
    .where('target_kind', '=', 'quotation')
    .where('target_id', '=', quotationId)
    .limit(1)
    .executeTakeFirst()
  if (!used && !noted) await ledger.remove('quotation', quotationId)
}

/** The quotation that a coding lies on now, wherever it is; undefined where there is no such coding. */
export async function findQuotationOfCoding(db: Db, id: number): Promise<number | undefined> {
  return (await db.selectFrom('coding').select('quotation_id').where('id', '=', id).executeTakeFirst())?.quotation_id
}

/** This coder's coding of exactly this quotation with exactly this code. */
export async function findSameCoding(db: Db, quotationId: number, codeId: number, coderId: number): Promise<number | undefined> {
  const row = await db
    .selectFrom('coding')
    .select('id')
    .where('quotation_id', '=', quotationId)
    .where('code_id', '=', codeId)
    .where('coder_id', '=', coderId)
    .executeTakeFirst()
  return row?.id
}

function toCoding(row: CodingRow): Coding {
  return {
    id: row.id,
    quotationId: row.quotation_id,
    quotationGuid: row.quotation_guid,
    sourceId: row.source_id,
    codeId: row.code_id,
    coderId: row.coder_id,
    madeBy: row.made_by,
    madeAt: row.made_at,
    span: { start: row.start_offset, end: row.end_offset },
    example: row.example === 1,
  }
}

export type Place = Span & { sourceId: number }

/** Where quotations lie, by id; nothing of those that are gone. */
export async function listPlacesOfQuotations(db: Db, ids: ReadonlySet<number>): Promise<Map<number, Place>> {
  if (ids.size === 0) return new Map()
  const rows = await db.selectFrom('quotation').select(['id', 'source_id', 'start_offset', 'end_offset']).where(among('quotation.id', ids)).execute()
  return placesBy(rows)
}

/** Where the quotations of codings lie, by the codings' ids. */
export async function listPlacesOfCodings(db: Db, ids: ReadonlySet<number>): Promise<Map<number, Place>> {
  if (ids.size === 0) return new Map()
  return placesBy(await codings(db).where(among('coding.id', ids)).execute())
}

function placesBy(rows: readonly { id: number; source_id: number; start_offset: number; end_offset: number }[]): Map<number, Place> {
  return new Map(rows.map((row) => [row.id, { sourceId: row.source_id, start: row.start_offset, end: row.end_offset }]))
}
