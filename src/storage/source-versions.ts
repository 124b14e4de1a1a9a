import { countParagraphs } from '../domain/paragraph.ts'
import { countWords } from '../domain/word.ts'
import type { Db } from './schema.ts'

/** Keep a text for good. Versions are written once and never change: a source points at the one that holds. @returns its id */
export async function keepVersion(db: Db, version: { sourceGuid: string; number: number; text: string; actId: number }): Promise<number> {
  const { text } = version
  const { id } = await db
    .insertInto('source_version')
    .values({
      source_guid: version.sourceGuid,
      number: version.number,
      text,
      length: text.length,
      word_count: countWords(text),
      paragraph_count: countParagraphs(text),
      act_id: version.actId,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** The text of one version, from what is kept where it is there. */
export async function textOfVersion(db: Db, versionId: number): Promise<string> {
  const known = touch(versionId)
  if (known !== undefined) return known
  const text = await readText(db, versionId)
  keep(versionId, text)
  return text
}

/** The texts of sources by source id, for slicing quotations: offsets are UTF-16 units, which SQL does not count. */
export async function textsOf(db: Db, sourceIds: readonly number[]): Promise<Map<number, string>> {
  const wanted = [...new Set(sourceIds)]
  const versions = wanted.length === 0 ? [] : await db.selectFrom('source').select(['id', 'version_id']).where('id', 'in', wanted).execute()
  const missing = versions.filter((source) => !kept.has(source.version_id)).map((source) => source.version_id)
  for (let from = 0; from < missing.length; from += 500) {
    const rows = await db
      .selectFrom('source_version')
      .select(['id', 'text'])
      .where('id', 'in', missing.slice(from, from + 500))
      .execute()
    for (const row of rows) keep(row.id, row.text)
  }
  const texts = new Map<number, string>()
  for (const { id, version_id } of versions) texts.set(id, touch(version_id) ?? (await readText(db, version_id)))
  return texts
}

async function readText(db: Db, versionId: number): Promise<string> {
  return (await db.selectFrom('source_version').select('text').where('id', '=', versionId).executeTakeFirstOrThrow()).text
}

// Texts never change once written, so the ones in use may be kept by version: up to 32 million units, the longest unused let go first.
const CAPACITY = 32_000_000
const kept = new Map<number, string>()
let size = 0

function keep(versionId: number, text: string): void {
  kept.set(versionId, text)
  size += text.length
  for (const [id, old] of kept) {
    if (size <= CAPACITY || id === versionId) break
    kept.delete(id)
    size -= old.length
  }
}

function touch(versionId: number): string | undefined {
  const text = kept.get(versionId)
  if (text === undefined) return undefined
  kept.delete(versionId)
  kept.set(versionId, text)
  return text
}
