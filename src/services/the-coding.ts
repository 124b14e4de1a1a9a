import type { Coding } from '../domain/coding.ts'
import { Refusal } from '../domain/refusal.ts'
import { findCoding } from '../storage/codings.ts'
import type { Db } from '../storage/schema.ts'

/** A coding of this project that whoever reads or acts may see. Refused where it is not there. */
export async function theCoding(db: Db, projectId: number, codingId: number): Promise<Coding> {
  const coding = await findCoding(db, projectId, codingId)
  if (!coding) throw new Refusal('not-found', 'refusal.no-coding')
  return coding
}
