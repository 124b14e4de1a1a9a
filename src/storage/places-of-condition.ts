import { both, type Clause, clause as filterOf } from '../domain/filter.ts'
import { namedBy } from '../domain/named.ts'
import { type Span, unionOf } from '../domain/span.ts'
import { type Place, placesOf } from './asked-words.ts'
import { listCaseTurns, listSourceCases } from './case-turns.ts'
import { listCasesWith } from './cases-with.ts'
import { sqlOf } from './condition.ts'
import { listNameables } from './nameables.ts'
import { packed } from './packed.ts'
import { placesInAnswers, placesOfRole, placesOfSpeakers } from './quotations-under.ts'
import { resolveFilter } from './resolve-filter.ts'
import type { Db } from './schema.ts'
import { listSourcesThat } from './sources-that.ts'

/** Where a condition holds: by source, in order and apart. */
export type ConditionPlaces = ReadonlyMap<number, readonly Span[]>
const WHOLE = { start: 0, end: Number.MAX_SAFE_INTEGER }

/**
 * Where clauses of a filter hold in the texts of a project; several, where they are asked of one and the same coding. Refuses what
 * the project does not have. What counts for a case is its turns, or in a source where no case's turns are marked the whole.
 */
export async function placesOfCondition(db: Db, projectId: number, clauses: readonly Clause[]): Promise<ConditionPlaces> {
  const places = await listPlaces(db, projectId, clauses)
  const bySource = new Map<number, Span[]>()
  for (const { sourceId, start, end } of places) {
    const known = bySource.get(sourceId)
    if (known) known.push({ start, end })
    else bySource.set(sourceId, [{ start, end }])
  }
  return new Map([...bySource].map(([sourceId, spans]) => [sourceId, unionOf(spans)]))
}

async function listPlaces(db: Db, projectId: number, clauses: readonly Clause[]): Promise<Place[]> {
  const [clause] = clauses
  if (!clause) return []
  switch (clause.key) {
    case 'case':
      return placesOfCases(db, projectId, new Set(namedBy(await listNameables(db, projectId, 'case'), clause, true)))
    case 'attribute':
      return placesOfCases(db, projectId, await listCasesWith(db, projectId, clause))
    case 'source':
      return whole(namedBy(await listNameables(db, projectId, 'source'), clause, false))
    case 'kind':
    case 'language':
      return whole(await listSourcesThat(db, projectId, clause))
    case 'speaker':
      return placesOfSpeakers(db, namedBy(await listNameables(db, projectId, 'speaker'), clause, false))
    case 'role':
      return placesOfRole(db, projectId, clause.value)
    case 'question':
      return placesInAnswers(db, { questionIds: namedBy(await listNameables(db, projectId, 'question'), clause, true) })
    case 'answer':
      return placesInAnswers(db, { status: clause.value })
    default:
      return placesOfCodings(db, projectId, clauses)
  }
}

async function placesOfCases(db: Db, projectId: number, caseIds: ReadonlySet<number>): Promise<Place[]> {
  const turns = await listCaseTurns(db, projectId)
  const spoken = new Set(turns.map(({ sourceId }) => sourceId))
  const linked = (await listSourceCases(db, projectId)).filter(({ sourceId, caseId }) => caseIds.has(caseId) && !spoken.has(sourceId))
  return [...turns.filter(({ caseId }) => caseIds.has(caseId)), ...whole(linked.map(({ sourceId }) => sourceId))]
}

async function placesOfCodings(db: Db, projectId: number, clauses: readonly Clause[]): Promise<Place[]> {
  const { condition } = await resolveFilter(db, projectId, both(...clauses.map(filterOf)))
  const row = await db
    .selectFrom('coding')
    .innerJoin('quotation', 'quotation.id', 'coding.quotation_id')
    .innerJoin('source', 'source.id', 'quotation.source_id')
    .where('source.project_id', '=', projectId)
    .where(sqlOf(condition))
    .select(packed('quotation.source_id', 'quotation.start_offset', 'quotation.end_offset').as('rows'))
    .executeTakeFirst()
  return placesOf(row?.rows)
}

function whole(sourceIds: readonly number[]): Place[] {
  return sourceIds.map((sourceId) => ({ sourceId, ...WHOLE }))
}
