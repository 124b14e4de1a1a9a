import { createHash } from 'node:crypto'
import type { Db } from './schema.ts'

/** Keep the bytes of a file as it came, once however often it comes. @returns its id */
export async function keepOriginal(db: Db, bytes: Buffer): Promise<number> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const known = await db.selectFrom('original').select('id').where('sha256', '=', sha256).executeTakeFirst()
  if (known) return known.id
  const { id } = await db.insertInto('original').values({ sha256, bytes }).returning('id').executeTakeFirstOrThrow()
  return id
}
