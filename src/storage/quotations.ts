import type { MadeBy } from '../domain/coding.ts'
import type { Span } from '../domain/span.ts'
import type { CountedCodings } from '../domain/tally.ts'
import { sqlOf } from './condition.ts'
import { among, listPacked, packed, packInOrder, unpack, unpackFlat } from './packed.ts'
import { type Selection, unbounded } from './resolve-filter.ts'
import type { Db } from './schema.ts'
import { whileUnchanged } from './seen-version.ts'

/** A coding as lists and exports need it. */
export type SelectedCoding = Span & {
  readonly id: number
  readonly quotationId: number
  readonly sourceId: number
  readonly codeId: number
  readonly coderId: number
  readonly madeBy: MadeBy
  readonly madeAt: string
  readonly example: boolean
}

/** The one quotation query: the codings that a filter selects. Everything that counts or lists quotations goes through it. */
function selected(db: Db, { projectId, condition }: Pick<Selection, 'projectId' | 'condition'>) {
  return db
    .selectFrom('coding')
    .innerJoin('quotation', 'quotation.id', 'coding.quotation_id')
    .innerJoin('source', 'source.id', 'quotation.source_id')
    .where('source.project_id', '=', projectId)
    .where(sqlOf(condition))
}

/** The selected codings in the order of the study: by source, then as the text goes, the longer first where two begin together. */
export async function listSelected(db: Db, selection: Selection): Promise<SelectedCoding[]> {
  const inOrder = selected(db, selection)
    .select([
      'coding.id',
      'coding.quotation_id',
      'quotation.source_id',
      'coding.code_id',
      'coding.coder_id',
      'coding.made_by',
      'coding.made_at',
      'coding.example',
    ])
    .select(['quotation.start_offset', 'quotation.end_offset'])
    .orderBy('source.position')
    .orderBy('source.id')
    .orderBy('quotation.start_offset')
    .orderBy('quotation.end_offset', 'desc')
    .orderBy('coding.id')
  const columns = ['id', 'quotation_id', 'source_id', 'code_id', 'coder_id', 'made_by', 'made_at', 'start_offset', 'end_offset', 'example']
  const rows = await listPacked<Packed>(db, inOrder, columns)
  return rows.map(([id, quotationId, sourceId, codeId, coderId, madeBy, madeAt, start, end, example]) => ({
    id,
    quotationId,
    sourceId,
    codeId,
    coderId,
    madeBy,
    madeAt,
    start,
    end,
    example: example === 1,
  }))
}
type Packed = [number, number, number, number, number, MadeBy, string, number, number, number]

/** Where the codings of some sources lie, for what overlaps a passage: [source, start, end, code, coding]. */
export async function listCodingPlaces(db: Db, sourceIds: readonly number[]): Promise<number[][]> {
  const row = await db
    .selectFrom('coding')
    .innerJoin('quotation', 'quotation.id', 'coding.quotation_id')
    .where(among('quotation.source_id', sourceIds))
    .select(packed('quotation.source_id', 'quotation.start_offset', 'quotation.end_offset', 'coding.code_id', 'coding.id').as('rows'))
    .executeTakeFirst()
  return unpack(row?.rows)
}

/** The codings whose words are shown as examples of their codes, of one code or of all, in the order of the study. */
export async function listExamples(db: Db, projectId: number, codeId?: number): Promise<SelectedCoding[]> {
  let query = db.selectFrom('coding').innerJoin('code', 'code.id', 'coding.code_id').select('coding.id')
  query = query.where('code.project_id', '=', projectId).where('coding.example', '=', 1)
  if (codeId !== undefined) query = query.where('coding.code_id', '=', codeId)
  const ids = (await query.execute()).map((row) => row.id)
  return ids.length === 0 ? [] : listSelected(db, { projectId, condition: { column: 'coding.id', ids, denied: false }, ...unbounded })
}

/** The selected codings for counting, by source and as its text goes: an order in which the indexes give them, with nothing to sort. */
export async function readCounted(db: Db, selection: Pick<Selection, 'projectId' | 'condition'>): Promise<CountedCodings> {
  const inOrder = selected(db, selection)
    .select(['coding.quotation_id', 'coding.code_id', 'quotation.source_id', 'quotation.start_offset', 'quotation.end_offset', 'coding.coder_id'])
    .orderBy('source.position')
    .orderBy('source.id')
    .orderBy('quotation.start_offset')
    .orderBy('quotation.end_offset')
  const columns = ['quotation_id', 'code_id', 'source_id', 'start_offset', 'end_offset', 'coder_id']
  return unpackFlat(await packInOrder(db, inOrder, columns))
}

/** All codings of some sources, for counting. */
export async function readCountedIn(db: Db, projectId: number, sourceIds: Iterable<number>): Promise<CountedCodings> {
  return readCounted(db, { projectId, condition: { column: 'quotation.source_id', ids: [...sourceIds], denied: false } })
}

/** Has the project more codings than this? Stops counting there. */
export async function hasMoreCodings(db: Db, projectId: number, than: number): Promise<boolean> {
  const query = db.selectFrom('coding').innerJoin('code', 'code.id', 'coding.code_id').where('code.project_id', '=', projectId)
  const beyond = query.select('coding.code_id').limit(1).offset(than)
  return whileUnchanged(db, `more than ${than} in ${projectId}`, async () => (await beyond.executeTakeFirst()) !== undefined)
}
