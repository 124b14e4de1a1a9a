import type { ActKind } from '../domain/act.ts'
import type { Db } from './schema.ts'

/** A text that a source has or had, without the text itself. `undone`: the act that made it was taken back. */
export type Version = {
  id: number
  number: number
  length: number
  words: number
  paragraphs: number
  actId: number
  kind: ActKind
  actor: string
  at: string
  undone: boolean
}

function versions(db: Db) {
  return db
    .selectFrom('source_version as version')
    .innerJoin('act', 'act.id', 'version.act_id')
    .innerJoin('coder', 'coder.id', 'act.actor_id')
    .select(['version.id', 'version.number', 'version.length', 'version.word_count as words', 'version.paragraph_count as paragraphs'])
    .select(['act.id as actId', 'act.kind', 'coder.name as actor', 'act.at', 'act.undone_by as undoneBy'])
}

/** Every text that a source has had, the newest first. */
export async function listVersions(db: Db, sourceGuid: string): Promise<Version[]> {
  const rows = await versions(db).where('version.source_guid', '=', sourceGuid).orderBy('version.number', 'desc').execute()
  return rows.map(({ undoneBy, ...row }) => ({ ...row, undone: undoneBy !== null }))
}

/** Who made a version. */
export async function whoChangedText(db: Db, versionId: number): Promise<string | undefined> {
  return (await versions(db).where('version.id', '=', versionId).executeTakeFirst())?.actor
}

/** A version's number within its source. */
export async function findVersion(db: Db, id: number): Promise<{ number: number }> {
  return db.selectFrom('source_version').select('number').where('id', '=', id).executeTakeFirstOrThrow()
}
