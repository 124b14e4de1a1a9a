import type { Change } from '../domain/carry.ts'
import { countParagraphs } from '../domain/paragraph.ts'
import { Refusal } from '../domain/refusal.ts'
import { countWords } from '../domain/word.ts'
import type { Db } from './schema.ts'
import { packChanges } from './version-changes.ts'

/** A version that was made from another one: by which changes. */
type MadeFrom = { versionId: number; changes: readonly Change[] }

/**
 * Keep a text for good. Versions are written once and never change: a source points at the one that holds. Without a number it
 * gets the next of its source. @returns its id
 */
export async function keepVersion(db: Db, version: { sourceGuid: string; number?: number; text: string; actId: number; from?: MadeFrom }): Promise<number> {
  const { text, from } = version
  const { id } = await db
    .insertInto('source_version')
    .values({
      source_guid: version.sourceGuid,
      number: version.number ?? (await newestNumber(db, version.sourceGuid)) + 1,
      text,
      length: text.length,
      word_count: countWords(text),
      paragraph_count: countParagraphs(text),
      act_id: version.actId,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (from)
    await db
      .insertInto('version_change')
      .values({ version_id: id, from_id: from.versionId, changes: packChanges(from.changes) })
      .execute()
  forget(keyOf({ guid: version.sourceGuid, version_id: id }))
  return id
}

async function newestNumber(db: Db, sourceGuid: string): Promise<number> {
  const row = await db
    .selectFrom('source_version')
    .select((eb) => eb.fn.max('number').as('number'))
    .where('source_guid', '=', sourceGuid)
    .executeTakeFirst()
  return Number(row?.number ?? 0)
}

/** The text of one version of a source, from what is kept where it is there. Refused where the source has no such version. */
export async function textOfVersion(db: Db, { guid, versionId }: { guid: string; versionId: number }): Promise<string> {
  const key = keyOf({ guid, version_id: versionId })
  const known = touch(key)
  if (known !== undefined) return known
  const text = await readText(db, guid, versionId)
  keep(key, text)
  return text
}

/** The texts of sources by source id, for slicing quotations: offsets are UTF-16 units, which SQL does not count. */
export async function textsOf(db: Db, sourceIds: readonly number[]): Promise<Map<number, string>> {
  const wanted = [...new Set(sourceIds)]
  const sources = wanted.length === 0 ? [] : await db.selectFrom('source').select(['id', 'guid', 'version_id']).where('id', 'in', wanted).execute()
  const missing = sources.filter((source) => !kept.has(keyOf(source))).map((source) => source.version_id)
  for (let from = 0; from < missing.length; from += 500) {
    const rows = await db
      .selectFrom('source_version')
      .select(['id as version_id', 'source_guid as guid', 'text'])
      .where('id', 'in', missing.slice(from, from + 500))
      .execute()
    for (const row of rows) keep(keyOf(row), row.text)
  }
  const texts = new Map<number, string>()
  for (const source of sources) texts.set(source.id, touch(keyOf(source)) ?? (await readText(db, source.guid, source.version_id)))
  return texts
}

/** The texts of versions by version id, read and not kept. */
export async function readVersions(db: Db, versionIds: readonly number[]): Promise<Map<number, string>> {
  const rows = versionIds.length === 0 ? [] : await db.selectFrom('source_version').select(['id', 'text']).where('id', 'in', versionIds).execute()
  return new Map(rows.map(({ id, text }) => [id, text]))
}

async function readText(db: Db, guid: string, versionId: number): Promise<string> {
  const row = await db.selectFrom('source_version').select('text').where('id', '=', versionId).where('source_guid', '=', guid).executeTakeFirst()
  if (!row) throw new Refusal('not-found', 'refusal.no-version')
  return row.text
}

// Texts never change once written, so the ones in use may be kept by version: up to 32 million units, the longest unused let go first.
// An id alone is not enough to know a version by: an act that was refused gives its ids back, and a process may open two houses. A source that
// comes from another program brings its guid along, so what is written anew is forgotten.
const CAPACITY = 32_000_000
const kept = new Map<string, string>()
let size = 0

function keyOf({ guid, version_id }: { guid: string; version_id: number }): string {
  return `${guid} ${version_id}`
}

function keep(key: string, text: string): void {
  size += text.length - (kept.get(key)?.length ?? 0)
  kept.set(key, text)
  for (const [other, old] of kept) {
    if (size <= CAPACITY || other === key) break
    kept.delete(other)
    size -= old.length
  }
}

function forget(key: string): void {
  size -= kept.get(key)?.length ?? 0
  kept.delete(key)
}

function touch(key: string): string | undefined {
  const text = kept.get(key)
  if (text === undefined) return undefined
  kept.delete(key)
  kept.set(key, text)
  return text
}
