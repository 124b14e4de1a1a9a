import type { AgreementUnit, RatedSource } from '../domain/agreement/rated-units.ts'
import { groupBy } from '../domain/group-by.ts'
import { paragraphsOf } from '../domain/paragraph.ts'
import { sentencesOf } from '../domain/sentence.ts'
import type { Span } from '../domain/span.ts'
import { listAnswerPlaces } from '../storage/answer-places.ts'
import { type CodedPlace, listCodedPlaces } from '../storage/coder-codings.ts'
import type { Db } from '../storage/schema.ts'
import { listSourceSpans } from '../storage/source-spans.ts'
import { textsOf } from '../storage/source-versions.ts'
import { listSources, type Source } from '../storage/sources.ts'
import { listSourcesDone } from '../storage/sources-done.ts'

/** A source that some of the coders rated: have a coding in, or have said to be done with. */
export type Compared = { readonly source: Source; readonly raters: number; readonly places: readonly CodedPlace[] }

/** Those that at least two of the coders rated. `coderIds` in the order of the bits of `raters`. */
export async function readCompared(db: Db, projectId: number, coderIds: readonly number[], only: { codeIds?: readonly number[] } = {}): Promise<Compared[]> {
  return (await readRated(db, { projectId, coderIds, places: await listCodedPlaces(db, projectId) }, only)).filter(isShared)
}

export const isShared = ({ raters }: Pick<Compared, 'raters'>) => (raters & (raters - 1)) !== 0

type Who = { readonly projectId: number; readonly coderIds: readonly number[]; readonly places: readonly CodedPlace[] }

/** Those that anybody of the coders rated, by these codings. */
export async function readRated(db: Db, { projectId, coderIds, places: all }: Who, only: { codeIds?: readonly number[] } = {}): Promise<Compared[]> {
  const bitOf = new Map(coderIds.map((id, at) => [id, 1 << at]))
  const places = all.filter(({ coderId }) => bitOf.has(coderId))
  const raters = new Map<number, number>()
  for (const { sourceId, coderId } of [...places, ...(await listSourcesDone(db, projectId))])
    raters.set(sourceId, (raters.get(sourceId) ?? 0) | (bitOf.get(coderId) ?? 0))
  const wanted = only.codeIds && new Set(only.codeIds)
  const bySource = groupBy(wanted ? places.filter(({ codeId }) => wanted.has(codeId)) : places, ({ sourceId }) => sourceId)
  const sources = (await listSources(db, projectId)).map((source) => ({ source, raters: raters.get(source.id) ?? 0, places: bySource.get(source.id) ?? [] }))
  return sources.filter((one) => one.raters !== 0)
}

/** The sources cut into units. */
export async function cutIntoUnits(
  db: Db,
  projectId: number,
  unit: AgreementUnit,
  compared: readonly Compared[],
  coderIds: readonly number[],
): Promise<RatedSource[]> {
  const unitsOf = await unitsBySource(db, projectId, unit, compared)
  const placeOf = new Map(coderIds.map((id, at) => [id, at]))
  return compared.map(({ source, raters, places }) => ({
    raters,
    units: unitsOf(source),
    codings: places.map(({ start, end, codeId, coderId }) => ({ start, end, codeId, coder: placeOf.get(coderId)! })),
  }))
}

type UnitsOf = (source: Source) => Span[][]

async function unitsBySource(db: Db, projectId: number, unit: AgreementUnit, compared: readonly Compared[]): Promise<UnitsOf> {
  if (unit === 'source') return ({ length }) => [[{ start: 0, end: length }]]
  if (unit === 'answer') return answers(db, projectId)
  const ids = compared.map(({ source }) => source.id)
  if (unit === 'turn') {
    const turns = groupBy(
      (await listSourceSpans(db, ids)).filter(({ kind }) => kind === 'turn'),
      ({ sourceId }) => sourceId,
    )
    return ({ id }) => (turns.get(id) ?? []).map(({ start, end }) => [{ start, end }])
  }
  const texts = await textsOf(db, ids)
  return ({ id, language }) => (unit === 'character' ? paragraphs(texts.get(id)!) : sentences(texts.get(id)!, language))
}

async function answers(db: Db, projectId: number): Promise<UnitsOf> {
  const bySource = groupBy(await listAnswerPlaces(db, projectId), ({ sourceId }) => sourceId)
  return ({ id }) => [...groupBy(bySource.get(id) ?? [], ({ answerId }) => answerId).values()]
}

/** Lines with their line feeds, so that together they are all characters of the text. */
function paragraphs(text: string): Span[][] {
  return paragraphsOf(text).map(({ start, end }) => [{ start, end: Math.min(end + 1, text.length) }])
}

function sentences(text: string, language: string): Span[][] {
  return paragraphsOf(text).flatMap(({ start, end }) => sentencesOf(text.slice(start, end), language, start).map((sentence) => [sentence]))
}
