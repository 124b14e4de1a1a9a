import { findLastRow } from './known-rows.ts'
import type { Db } from './schema.ts'
import type { SignOff } from './sign-offs.ts'

/** Which version of each was approved: of a source the number of its text, of a code how many acts had written it until then. */
export async function versionNumbersThen(db: Db, signed: readonly SignOff[]): Promise<number[]> {
  return Promise.all(signed.map((one) => (one.target.kind === 'source' ? textThen(db, one) : wordingThen(db, one))))
}

async function textThen(db: Db, { target, actId }: SignOff): Promise<number> {
  const row = await findLastRow(db, 'source', target.id, actId)
  const versionId = row ? Number(row['version_id']) : await versionNow(db, target.id)
  return (await db.selectFrom('source_version').select('number').where('id', '=', versionId).executeTakeFirst())?.number ?? 1
}

/** Where the history knows nothing of the source it is as it came. */
async function versionNow(db: Db, sourceId: number): Promise<number> {
  return (await db.selectFrom('source').select('version_id').where('id', '=', sourceId).executeTakeFirst())?.version_id ?? 0
}

async function wordingThen(db: Db, { target, actId }: SignOff): Promise<number> {
  const row = await db
    .selectFrom('change')
    .select((eb) => eb.fn.count<number>('act_id').distinct().as('n'))
    .where('table_name', '=', 'code')
    .where('row_id', '=', target.id)
    .where('act_id', '<=', actId)
    .executeTakeFirstOrThrow()
  return Math.max(1, Number(row.n))
}
