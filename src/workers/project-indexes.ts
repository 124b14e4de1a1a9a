import type { Kysely } from 'kysely'
import { ParagraphIndex } from '../search/paragraph-index.ts'
import { newestActId } from '../storage/progress.ts'
import type { Schema } from '../storage/schema.ts'
import { listSearchable, listSpansApart, type SearchableSource } from '../storage/searchable.ts'
import { textsOf } from '../storage/source-versions.ts'

type Kept = { index: ParagraphIndex; stands: Map<number, string>; actId: number; sources: SearchableSource[] }
const MOST_PROJECTS = 4
const TEXTS_AT_ONCE = 20

/** The indexes of the projects that were searched last; the one unused for longest is let go first. */
export class ProjectIndexes {
  readonly #db: Kysely<Schema>
  readonly #most: number
  readonly #kept = new Map<number, Kept>()

  constructor(db: Kysely<Schema>, most = MOST_PROJECTS) {
    this.#db = db
    this.#most = most
  }

  get size(): number {
    return this.#kept.size
  }

  /** The index of a project as its sources stand now: only those that came, went or changed since last are read. The same `sources` where nobody did anything. */
  async upToDate(projectId: number): Promise<{ index: ParagraphIndex; sources: SearchableSource[] }> {
    try {
      return await this.#bringUpToDate(projectId)
    } catch (error) {
      this.#kept.delete(projectId)
      throw error
    }
  }

  async #bringUpToDate(projectId: number): Promise<{ index: ParagraphIndex; sources: SearchableSource[] }> {
    return this.#db.transaction().execute(async (trx) => {
      const kept = this.#touch(projectId)
      const actId = await newestActId(trx)
      if (kept.actId === actId) return kept
      const sources = await listSearchable(trx, projectId)
      const gone = new Set(kept.stands.keys())
      for (const source of sources) if (kept.stands.get(source.id) === stampOf(source)) gone.delete(source.id)
      for (const id of gone) {
        kept.index.remove(id)
        kept.stands.delete(id)
      }
      const come = sources.filter(({ id }) => !kept.stands.has(id))
      for (let from = 0; from < come.length; from += TEXTS_AT_ONCE) await addAll(trx, kept, come.slice(from, from + TEXTS_AT_ONCE))
      const order = sources.map(({ id }) => id)
      if (gone.size > 0 || come.length > 0 || `${order}` !== `${[...kept.stands.keys()]}`) arrange(kept, order)
      return Object.assign(kept, { actId, sources })
    })
  }

  #touch(projectId: number): Kept {
    const kept = this.#kept.get(projectId) ?? { index: new ParagraphIndex(), stands: new Map(), actId: Number.NaN, sources: [] }
    this.#kept.delete(projectId)
    this.#kept.set(projectId, kept)
    for (const oldest of this.#kept.keys()) if (this.#kept.size > this.#most) this.#kept.delete(oldest)
    return kept
  }
}

async function addAll(db: Parameters<typeof textsOf>[0], { index, stands }: Kept, sources: readonly SearchableSource[]): Promise<void> {
  const ids = sources.map(({ id }) => id)
  const texts = await textsOf(db, ids)
  const apart = await listSpansApart(db, ids)
  for (const source of sources) {
    index.add({ id: source.id, language: source.language, text: texts.get(source.id)!, apart: apart.get(source.id) ?? [] })
    stands.set(source.id, stampOf(source))
  }
}

/** What stands is kept in the order of the project, so that a move of sources is seen. */
function arrange({ index, stands }: Kept, order: readonly number[]): void {
  const stamps = new Map(stands)
  stands.clear()
  for (const id of order) stands.set(id, stamps.get(id)!)
  index.arrange(order)
}

function stampOf({ versionId, language }: SearchableSource): string {
  return `${versionId} ${language}`
}
