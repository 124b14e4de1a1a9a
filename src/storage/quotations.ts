import type { MadeBy } from '../domain/coding.ts'
import type { Span } from '../domain/span.ts'
import type { CountedCodings } from '../domain/tally.ts'
import { sqlOf } from './condition.ts'
import { packed, unpack, unpackFlat } from './packed.ts'
import type { Selection } from './resolve-filter.ts'
import type { Db } from './schema.ts'

/** A coding as lists and exports need it. */
export type SelectedCoding = Span & {
  readonly id: number
  readonly quotationId: number
  readonly sourceId: number
  readonly codeId: number
  readonly coderId: number
  readonly madeBy: MadeBy
  readonly madeAt: string
}

/** The one quotation query: the codings that a filter selects. Everything that counts or lists quotations goes through it. */
function selected(db: Db, { projectId, condition }: Selection) {
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
    .select(['coding.id', 'coding.quotation_id', 'quotation.source_id', 'coding.code_id', 'coding.coder_id', 'coding.made_by', 'coding.made_at'])
    .select(['quotation.start_offset', 'quotation.end_offset'])
    .orderBy('source.position')
    .orderBy('source.id')
    .orderBy('quotation.start_offset')
    .orderBy('quotation.end_offset', 'desc')
    .orderBy('coding.id')
  const columns = ['id', 'quotation_id', 'source_id', 'code_id', 'coder_id', 'made_by', 'made_at', 'start_offset', 'end_offset']
  const row = await db
    .selectFrom(inOrder.as('one'))
    .select(packed(...columns).as('rows'))
    .executeTakeFirst()
  return (unpack(row?.rows) as unknown as Packed[]).map(([id, quotationId, sourceId, codeId, coderId, madeBy, madeAt, start, end]) => ({
    id,
    quotationId,
    sourceId,
    codeId,
    coderId,
    madeBy,
    madeAt,
    start,
    end,
  }))
}
type Packed = [number, number, number, number, number, MadeBy, string, number, number]

/** The selected codings for counting, by source and as its text goes: an order in which the indexes give them, with nothing to sort. */
export async function readCounted(db: Db, selection: Selection): Promise<CountedCodings> {
  const inOrder = selected(db, selection)
    .select(['coding.quotation_id', 'coding.code_id', 'quotation.source_id', 'quotation.start_offset', 'quotation.end_offset', 'coding.coder_id'])
    .orderBy('source.position')
    .orderBy('source.id')
    .orderBy('quotation.start_offset')
    .orderBy('quotation.end_offset')
  const columns = ['quotation_id', 'code_id', 'source_id', 'start_offset', 'end_offset', 'coder_id']
  const row = await db
    .selectFrom(inOrder.as('one'))
    .select(packed(...columns).as('rows'))
    .executeTakeFirst()
  return unpackFlat(row?.rows)
}

/** Has the project more codings than this? Stops counting there. */
export async function hasMoreCodings(db: Db, projectId: number, than: number): Promise<boolean> {
  const row = await db
    .selectFrom('coding')
    .innerJoin('code', 'code.id', 'coding.code_id')
    .where('code.project_id', '=', projectId)
    .select('coding.code_id')
    .limit(1)
    .offset(than)
    .executeTakeFirst()
  return row !== undefined
}
