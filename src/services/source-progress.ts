import { paragraphsOf, paragraphsUnder } from '../domain/paragraph.ts'
import { stripPath } from '../domain/strip.ts'
import type { House } from '../storage/open.ts'
import { countCodings, listSpans, listTouchedSources, newestActId, type ProgressSpan } from '../storage/progress.ts'
import type { Db } from '../storage/schema.ts'
import { textsOf } from '../storage/source-versions.ts'

/** How far the coding of one source has come: coded paragraphs, the last by number that a person coded (a rule reads nothing), the strip, codings by coder id. */
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
  const bySource = new Map<number, ProgressSpan[]>()
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

function codedIn(text: string, spans: readonly ProgressSpan[]): { coded: number; last: number; strip: string } {
  const paragraphs = paragraphsOf(text)
  const numbers = new Set<number>()
  let last = 0
  for (const span of spans)
    for (const { number } of paragraphsUnder(paragraphs, span)) {
      if (number === null) continue
      numbers.add(number)
      if (span.read) last = Math.max(last, number)
    }
  const coded = [...numbers].sort((a, b) => a - b)
  const of = paragraphs.reduce((most, { number }) => number ?? most, 0)
  return { coded: coded.length, last, strip: stripPath(coded, of) }
}
