import { Refusal } from '../domain/refusal.ts'
import type { Db } from '../storage/schema.ts'
import { findSource, type Source } from '../storage/sources.ts'

/** A source of this project. Refused where it is not there. */
export async function theSource(db: Db, projectId: number, sourceId: number): Promise<Source> {
  const source = await findSource(db, projectId, sourceId)
  if (!source) throw new Refusal('not-found', 'refusal.no-source')
  return source
}
