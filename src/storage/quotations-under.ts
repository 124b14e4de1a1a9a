import type { AnswerStatus } from '../domain/answer.ts'
import { touches } from '../domain/attribution.ts'
import { informantSpans } from '../domain/informant-words.ts'
import type { SpanKind, SpeakerRole } from '../domain/source.ts'
import { type Span, unionOf } from '../domain/span.ts'
import { type Place, placesOf, withoutAsked } from './asked-words.ts'
import { readAttribution } from './case-turns.ts'
import { among, packed, unpack } from './packed.ts'
import type { Db } from './schema.ts'

/** Ids of the project's quotations that count for any of these cases; `sourceIds` are the cases' sources. */
export async function quotationsOfCases(db: Db, projectId: number, caseIds: ReadonlySet<number>, sourceIds: readonly number[]): Promise<number[]> {
  const attribution = await readAttribution(db, projectId, sourceIds)
  const counts = (quotation: Place) => attribution.casesOf(quotation.sourceId, quotation.start, quotation.end).some((id) => caseIds.has(id))
  return (await listQuotationPlaces(db, projectId, sourceIds)).filter(counts).map(({ id }) => id)
}

/** Ids of quotations that overlap a coding of any of these codes, whoever made it. */
export async function quotationsOverlappingCodes(db: Db, projectId: number, codeIds: readonly number[]): Promise<number[]> {
  const row = await db
    .selectFrom('coding')
    .innerJoin('quotation', 'quotation.id', 'coding.quotation_id')
    .where(among('coding.code_id', codeIds))
    .select(packed('quotation.source_id', 'quotation.start_offset', 'quotation.end_offset').as('rows'))
    .executeTakeFirst()
  return quotationsOver(db, projectId, placesOf(row?.rows))
}

/** Ids of quotations that overlap a turn of any of these speakers. */
export async function quotationsOfSpeakers(db: Db, projectId: number, speakerIds: readonly number[]): Promise<number[]> {
  return quotationsOver(db, projectId, await placesOfSpeakers(db, speakerIds))
}

/** The turns of these speakers; of informants without the questions and preambles in them. */
export async function placesOfSpeakers(db: Db, speakerIds: readonly number[]): Promise<(Place & { speakerId: number })[]> {
  const row = await db
    .selectFrom('source_span')
    .innerJoin('speaker', 'speaker.id', 'source_span.speaker_id')
    .where('source_span.kind', '=', 'turn')
    .where(among('source_span.speaker_id', speakerIds))
    .select(packed('source_span.source_id', 'source_span.start_offset', 'source_span.end_offset', 'speaker.id', 'speaker.role').as('rows'))
    .executeTakeFirst()
  const turns = (unpack(row?.rows) as unknown as [number, number, number, number, SpeakerRole][]).map(([sourceId, start, end, speakerId, role]) => ({
    place: { sourceId, start, end, speakerId },
    role,
  }))
  const of = (informants: boolean) => turns.filter(({ role }) => (role === 'informant') === informants).map(({ place }) => place)
  return [...of(false), ...(await withoutAsked(db, of(true)))]
}

/** Ids of quotations that overlap words of this role. */
export async function quotationsOfRole(db: Db, projectId: number, role: SpeakerRole): Promise<number[]> {
  return quotationsOver(db, projectId, await placesOfRole(db, projectId, role))
}

/** The words of a role. The informant's words are `informantSpans`; the others' are their turns. */
export async function placesOfRole(db: Db, projectId: number, role: SpeakerRole): Promise<Place[]> {
  if (role === 'informant') return informantPlaces(db, projectId)
  const speakers = await db
    .selectFrom('speaker')
    .innerJoin('source', 'source.id', 'speaker.source_id')
    .where('source.project_id', '=', projectId)
    .where('speaker.role', '=', role)
    .select('speaker.id')
    .execute()
  return placesOfSpeakers(
    db,
    speakers.map(({ id }) => id),
  )
}

type WhichAnswers = { questionIds: readonly number[] } | { status: AnswerStatus }

/** Ids of quotations that overlap the words in which these questions were answered, or answers of this status were given. */
export async function quotationsInAnswers(db: Db, projectId: number, which: WhichAnswers): Promise<number[]> {
  return quotationsOver(db, projectId, await placesInAnswers(db, which))
}

/** The words in which these questions were answered, or answers of this status were given in any project. */
export async function placesInAnswers(db: Db, which: WhichAnswers): Promise<Place[]> {
  let query = db
    .selectFrom('answer_span')
    .innerJoin('answer', 'answer.id', 'answer_span.answer_id')
    .select(packed('answer_span.source_id', 'answer_span.start_offset', 'answer_span.end_offset').as('rows'))
  query = 'status' in which ? query.where('answer.status', '=', which.status) : query.where(among('answer.question_id', which.questionIds))
  return withoutAsked(db, placesOf((await query.executeTakeFirst())?.rows))
}

/** Quotations that overlap the words in which these cases answered these questions. */
export async function quotationsInAnswersOf(db: Db, projectId: number, pairs: readonly { caseId: number; questionId: number }[]): Promise<Set<number>> {
  if (pairs.length === 0) return new Set()
  const wanted = new Set(pairs.map(({ caseId, questionId }) => `${caseId} ${questionId}`))
  const row = await db
    .selectFrom('answer_span')
    .innerJoin('answer', 'answer.id', 'answer_span.answer_id')
    .where(
      among(
        'answer.question_id',
        pairs.map(({ questionId }) => questionId),
      ),
    )
    .select(packed('answer_span.source_id', 'answer_span.start_offset', 'answer_span.end_offset', 'answer.case_id', 'answer.question_id').as('rows'))
    .executeTakeFirst()
  const places = unpack(row?.rows).filter(([, , , caseId, questionId]) => wanted.has(`${caseId} ${questionId}`))
  const answered = places.map(([sourceId, start, end]) => ({ sourceId: sourceId!, start: start!, end: end! }))
  return new Set(await quotationsOver(db, projectId, await withoutAsked(db, answered)))
}

async function quotationsOver(db: Db, projectId: number, places: readonly Place[]): Promise<number[]> {
  const bySource = new Map<number, Place[]>()
  for (const place of places) {
    const group = bySource.get(place.sourceId)
    if (group) group.push(place)
    else bySource.set(place.sourceId, [place])
  }
  const unions = new Map([...bySource].map(([sourceId, spans]) => [sourceId, unionOf(spans)]))
  const quotations = await listQuotationPlaces(db, projectId, [...unions.keys()])
  return quotations.filter(({ sourceId, start, end }) => touches(unions.get(sourceId)!, start, end)).map(({ id }) => id)
}

/** The informants' words in every source of a project: spans in order, without overlaps. */
export async function informantPlaces(db: Db, projectId: number): Promise<Place[]> {
  const sources = await db
    .selectFrom('source')
    .innerJoin('source_version as version', 'version.id', 'source.version_id')
    .where('source.project_id', '=', projectId)
    .select(['source.id', 'version.length'])
    .execute()
  const row = await db
    .selectFrom('source_span as span')
    .innerJoin('source', 'source.id', 'span.source_id')
    .leftJoin('speaker', 'speaker.id', 'span.speaker_id')
    .where('source.project_id', '=', projectId)
    .select(packed('span.source_id', 'span.start_offset', 'span.end_offset', 'span.kind', 'speaker.role').as('rows'))
    .executeTakeFirst()
  const spans = new Map<number, (Span & { kind: SpanKind; role: SpeakerRole | null })[]>(sources.map(({ id }) => [id, []]))
  for (const [sourceId, start, end, kind, role] of unpack(row?.rows) as unknown as [number, number, number, SpanKind, SpeakerRole | null][])
    spans.get(sourceId)?.push({ start, end, kind, role })
  return sources.flatMap(({ id, length }) => informantSpans({ length }, spans.get(id)!).map((span) => ({ ...span, sourceId: id })))
}

/** Where the quotations of some sources stand. */
export async function listQuotationPlaces(db: Db, projectId: number, sourceIds: readonly number[]): Promise<(Place & { id: number })[]> {
  const row = await db
    .selectFrom('quotation')
    .innerJoin('source', 'source.id', 'quotation.source_id')
    .where('source.project_id', '=', projectId)
    .where(among('quotation.source_id', sourceIds))
    .select(packed('quotation.source_id', 'quotation.start_offset', 'quotation.end_offset', 'quotation.id').as('rows'))
    .executeTakeFirst()
  return unpack(row?.rows).map(([sourceId, start, end, id]) => ({ sourceId: sourceId!, start: start!, end: end!, id: id! }))
}
