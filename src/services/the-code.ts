import type { Code } from '../domain/code.ts'
import { Refusal } from '../domain/refusal.ts'
import { findCode } from '../storage/codes.ts'
import type { Db } from '../storage/schema.ts'

/** A code of this project, also one out of use. Refused where it is not there. */
export async function theCode(db: Db, projectId: number, codeId: number): Promise<Code> {
  const code = await findCode(db, projectId, codeId)
  if (!code) throw new Refusal('not-found', 'refusal.no-code')
  return code
}
