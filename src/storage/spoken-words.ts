import type { Attribution } from '../domain/attribution.ts'
import { groupBy } from '../domain/group-by.ts'
import { type Span, subtract, unionOf } from '../domain/span.ts'
import { lowerBound, SpokenWords } from '../domain/spoken-words.ts'
import { wordStarts } from '../domain/word-starts.ts'
import { informantPlaces } from './quotations-under.ts'
import type { Selection } from './resolve-filter.ts'
import type { Db } from './schema.ts'

/** The informants' words of a project that are within a filter's bounds. */
export async function readSpokenWords(db: Db, selection: Selection, attribution: Attribution): Promise<SpokenWords> {
  const starts = await readWordStarts(db, selection.projectId)
  const places = groupBy(await informantPlaces(db, selection.projectId), ({ sourceId }) => sourceId)
  const spoken = new Map<number, Uint32Array>()
  for (const [sourceId, own] of starts) spoken.set(sourceId, startsIn(own, withinBounds(places.get(sourceId) ?? [], sourceId, selection, attribution)))
  return new SpokenWords(spoken)
}

/** What is said by those whom the filter holds: of a source in which cases speak, also by nobody who is one. */
function withinBounds(spans: readonly Span[], sourceId: number, { holdsWords }: Selection, attribution: Attribution): readonly Span[] {
  const cases = attribution.casesIn(sourceId)
  const byNobody = holdsWords(sourceId, null)
  if (byNobody && cases.every((id) => holdsWords(sourceId, id))) return spans
  if (cases.length === 0) return byNobody ? spans : []
  const placesOf = (ids: readonly number[]) => unionOf(ids.flatMap((id) => attribution.placesOf(sourceId, id) ?? [EVERYWHERE]))
  const held = placesOf(cases.filter((id) => holdsWords(sourceId, id)))
  const others = subtract([EVERYWHERE], placesOf(cases))
  return subtract(spans, subtract([EVERYWHERE], unionOf(byNobody ? [...held, ...others] : held)))
}
const EVERYWHERE: Span = { start: 0, end: 2 ** 31 }

function startsIn(starts: Uint32Array, spans: readonly Span[]): Uint32Array {
  const kept = new Uint32Array(starts.length)
  let length = 0
  for (const { start, end } of spans) {
    const own = starts.subarray(lowerBound(starts, start), lowerBound(starts, end))
    kept.set(own, length)
    length += own.length
  }
  return kept.subarray(0, length)
}

/** Where the words of each source's text begin. */
async function readWordStarts(db: Db, projectId: number): Promise<Map<number, Uint32Array>> {
  const sources = await db.selectFrom('source').select(['id', 'guid', 'version_id']).where('project_id', '=', projectId).execute()
  const keyOf = ({ guid, version_id }: { guid: string; version_id: number }) => `${guid} ${version_id}`
  const missing = sources.filter((source) => !kept.has(keyOf(source))).map((source) => source.version_id)
  for (let from = 0; from < missing.length; from += 100) {
    const rows = await db
      .selectFrom('source_version')
      .select(['id as version_id', 'source_guid as guid', 'text'])
      .where('id', 'in', missing.slice(from, from + 100))
      .execute()
    for (const row of rows) keep(keyOf(row), wordStarts(row.text))
  }
  const starts = new Map<number, Uint32Array>()
  for (const source of sources) starts.set(source.id, kept.get(keyOf(source)) ?? (await readStarts(db, source.version_id)))
  return starts
}

async function readStarts(db: Db, versionId: number): Promise<Uint32Array> {
  const { text } = await db.selectFrom('source_version').select('text').where('id', '=', versionId).executeTakeFirstOrThrow()
  return wordStarts(text)
}

// Texts never change once written, so where their words begin is kept by version: up to ten million words, the first kept let go first.
const MOST = 10_000_000
const kept = new Map<string, Uint32Array>()
let size = 0

function keep(key: string, starts: Uint32Array): void {
  kept.set(key, starts)
  size += starts.length
  for (const [other, old] of kept) {
    if (size <= MOST || other === key) break
    kept.delete(other)
    size -= old.length
  }
}
