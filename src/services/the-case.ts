import { Refusal } from '../domain/refusal.ts'
import type { Db } from '../storage/schema.ts'
import { findStudyCase } from '../storage/study-cases.ts'

/** A case of this project. Refused where it is not there. */
export async function theCase(db: Db, projectId: number, caseId: number) {
  const one = await findStudyCase(db, projectId, caseId)
  if (!one) throw new Refusal('not-found', 'refusal.no-case')
  return one
}
