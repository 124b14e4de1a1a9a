import { Refusal } from '../domain/refusal.ts'
import type { House } from '../storage/open.ts'
import { textsOf } from '../storage/source-versions.ts'
import { findSource } from '../storage/sources.ts'

/** A source and its whole text. */
export async function readSourceText(house: House, projectId: number, sourceId: number): Promise<{ title: string; text: string }> {
  const source = await findSource(house.read, projectId, sourceId)
  if (!source) throw new Refusal('not-found', 'refusal.no-source')
  return { title: source.title, text: (await textsOf(house.read, [sourceId])).get(sourceId)! }
}
