import type { Coding } from '../domain/coding.ts'
import { Refusal } from '../domain/refusal.ts'
import { findCoding } from '../storage/codings.ts'
import type { House } from '../storage/open.ts'

/** A coding of this project. */
export async function readCoding(house: House, projectId: number, codingId: number): Promise<Coding> {
  const coding = await findCoding(house.read, projectId, codingId)
  if (!coding) throw new Refusal('not-found', 'refusal.no-coding')
  return coding
}
