import type { Ledger } from './ledger.ts'
import type { Db } from './schema.ts'

/** The setting of a project whose coders do not see what others code. `sight.ts` reads it by this name too. */
export const INDEPENDENT = 'independent'

/** What a project sets for itself, by a name of its own; undefined where it never was set. */
export async function findProjectSetting(db: Db, projectId: number, name: string): Promise<string | undefined> {
  return (await db.selectFrom('setting').select('value').where('name', '=', keyOf(projectId, name)).executeTakeFirst())?.value
}

/** Does any project say so? */
export async function isSetAnywhere(db: Db, name: string, value: string): Promise<boolean> {
  return (await db.selectFrom('setting').select('id').where('name', 'like', `project % ${name}`).where('value', '=', value).executeTakeFirst()) !== undefined
}

export async function keepProjectSetting(ledger: Ledger, projectId: number, name: string, value: string): Promise<void> {
  const known = await ledger.trx.selectFrom('setting').select('id').where('name', '=', keyOf(projectId, name)).executeTakeFirst()
  if (known) await ledger.update('setting', known.id, { value })
  else await ledger.insert('setting', { name: keyOf(projectId, name), value })
}

function keyOf(projectId: number, name: string): string {
  return `project ${projectId} ${name}`
}
