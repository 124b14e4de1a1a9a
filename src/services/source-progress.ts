import { paragraphsOf, paragraphsUnder } from '../domain/paragraph.ts'
import type { Span } from '../domain/span.ts'
import { stripPath } from '../domain/strip.ts'
import type { House } from '../storage/open.ts'
import { countCodings, listSpans, listTouchedSources, newestActId } from '../storage/progress.ts'
import type { Db } from '../storage/schema.ts'
import { textsOf } from '../storage/source-versions.ts'

/** How far the coding of one source has come: coded paragraphs, the last of them by number, the strip, codings by coder id. */
export type SourceProgress = { coded: number; last: number; strip: string; byCoder: ReadonlyMap<number, number> }
type Kept = { actId: number; of: Map<number, SourceProgress> }

const kept = new WeakMap<House, Map<number, Kept>>()
const CHUNK = 40

/**
 * Progress of every coded source of a project. Kept in memory and brought in step by the history: only sources that an
 * act has touched since are read again, so that a page's cost does not grow with the study.
 */
export async function progressOf(house: House, projectId: number): Promise<ReadonlyMap<number, SourceProgress>> {
  const projects = kept.get(house) ?? new Map<number, Kept>()
  kept.set(house, projects)
  const known = projects.get(projectId)
  const actId = await newestActId(house.read)
  if (known?.actId === actId) return known.of
  const touched = known ? await listTouchedSources(house.read, known.actId) : null
  const of = new Map(touched ? known!.of : [])
  for (const id of touched ?? []) of.delete(id)
  if (!touched) await measure(house.read, { projectId }, of)
  else if (touched.size > 0) await measure(house.read, { projectId, sourceIds: [...touched] }, of)
  projects.set(projectId, { actId, of })
  return of
}

async function measure(db: Db, which: { projectId: number; sourceIds?: readonly number[] }, into: Map<number, SourceProgress>): Promise<void> {
  const [spans, counts] = await Promise.all([listSpans(db, which), countCodings(db, which)])
  const bySource = new Map<number, Span[]>()
  for (const span of spans) {
    const known = bySource.get(span.sourceId)
    if (known) known.push(span)
    else bySource.set(span.sourceId, [span])
  }
  const ids = [...bySource.keys()]
  for (let from = 0; from < ids.length; from += CHUNK) {
    const texts = await textsOf(db, ids.slice(from, from + CHUNK))
    for (const [id, text] of texts) into.set(id, { ...codedIn(text, bySource.get(id)!), byCoder: new Map() })
    await new Promise((resolve) => setImmediate(resolve))
  }
  for (const { sourceId, coderId, codings } of counts) (into.get(sourceId)?.byCoder as Map<number, number> | undefined)?.set(coderId, codings)
}

function codedIn(text: string, spans: readonly Span[]): { coded: number; last: number; strip: string } {
  const paragraphs = paragraphsOf(text)
  const numbers = new Set<number>()
  for (const span of spans) for (const { number } of paragraphsUnder(paragraphs, span)) if (number !== null) numbers.add(number)
  const coded = [...numbers].sort((a, b) => a - b)
  const of = paragraphs.reduce((most, { number }) => number ?? most, 0)
  return { coded: coded.length, last: coded.at(-1) ?? 0, strip: stripPath(coded, of) }
}
