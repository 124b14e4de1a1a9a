import type { SpeakerRole } from '../domain/source.ts'
import type { Db } from './schema.ts'

/** Who speaks in a source, by the label they have there. */
export async function listSpeakers(db: Db, sourceId: number): Promise<{ id: number; label: string; role: SpeakerRole }[]> {
  return db.selectFrom('speaker').select(['id', 'label', 'role']).where('source_id', '=', sourceId).orderBy('id').execute()
}
