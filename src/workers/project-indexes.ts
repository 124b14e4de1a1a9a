import type { Kysely } from 'kysely'
import type { FacetScope } from '../search/facets.ts'
import { ParagraphIndex } from '../search/paragraph-index.ts'
import type { Building } from '../search/searcher.ts'
import { newestActId } from '../storage/progress.ts'
import type { Schema } from '../storage/schema.ts'
import { listSearchable, listSearchableMemos, listSpansApart, readSearchScope, type SearchableSource } from '../storage/searchable.ts'
import { readVersions } from '../storage/source-versions.ts'
import { listSynonyms } from '../storage/synonyms.ts'
import { listSourcesWithOtherSpans, listTouchedTables } from '../storage/touched.ts'
import { Conditions } from './conditions.ts'

type Db = Kysely<Schema>
/** A project made ready: its index, in step with the act `actId`. `sources` is another list whenever something was done to them. */
export type Kept = {
  readonly projectId: number
  readonly index: ParagraphIndex
  readonly conditions: Conditions
  stands: Map<number, string>
  memos: Map<number, string>
  actId: number
  sources: SearchableSource[]
  scope: Awaited<ReturnType<typeof readSearchScope>>
  synonyms: readonly (readonly string[])[]
  /** What searches can be narrowed by, read when it is first asked for; what it is made of may change after. */
  facets: FacetScope | null
  usedAt: number
}

const MOST_PROJECTS = 4
/** Words in all indexes together, beyond which the one unused for longest is let go: about half a gigabyte. */
const MOST_WORDS = 20_000_000
/** Texts that are read at once, and after which others may be answered. */
const AT_ONCE = 8
/** After so long a text others may be answered before the next. */
const LONG = 200_000
const IDLE = 20 * 60_000

/** The indexes of the projects that were searched last; the one unused for longest is let go first. */
export class ProjectIndexes {
  readonly #db: Db
  readonly #most: number
  readonly #onProgress: (projectId: number, building: Building | null) => void
  readonly #kept = new Map<number, Kept>()
  readonly #building = new Map<number, Promise<Kept>>()
  readonly #turns = new Map<number, Promise<unknown>>()
  #aside: Promise<unknown> = Promise.resolve()
  /** One index is built after another. */
  #last: Promise<unknown> = Promise.resolve()

  constructor(db: Db, onProgress: (projectId: number, building: Building | null) => void = () => {}, most = MOST_PROJECTS) {
    this.#db = db
    this.#most = most
    this.#onProgress = onProgress
  }

  get size(): number {
    return this.#kept.size
  }

  /** Whether the project's index stands, whatever may have been done since. */
  has(projectId: number): boolean {
    return this.#kept.has(projectId)
  }

  /** Build the project's index, unless it stands or is being built. */
  async build(projectId: number): Promise<void> {
    if (!this.#kept.has(projectId)) await this.#build(projectId)
  }

  /** Do something that somebody waits for; what is being built waits as long. */
  async aside<T>(work: () => Promise<T>): Promise<T> {
    const doing = work()
    this.#aside = doing.catch(() => {})
    return doing
  }

  /** Do something with a project's index as everything stands now, and nothing else with it meanwhile. */
  async with<T>(projectId: number, work: (kept: Kept) => Promise<T> | T): Promise<T> {
    const before = this.#turns.get(projectId) ?? Promise.resolve()
    const turn = before.catch(() => {}).then(async () => work(await this.#upToDate(projectId)))
    this.#turns.set(projectId, turn)
    return turn
  }

  /** Let go of what nobody has asked for a while. */
  letGoUnused(now = Date.now()): void {
    for (const [projectId, { usedAt }] of this.#kept) if (now - usedAt > IDLE) this.#kept.delete(projectId)
  }

  async #upToDate(projectId: number): Promise<Kept> {
    try {
      const kept = this.#kept.get(projectId) ?? (await this.#build(projectId))
      await this.#bring(kept)
      this.#touch(kept)
      return kept
    } catch (error) {
      this.#kept.delete(projectId)
      throw error
    }
  }

  #build(projectId: number): Promise<Kept> {
    const known = this.#building.get(projectId)
    if (known) return known
    const building = this.#last.then(async () => {
      const kept = emptyOf(this.#db, projectId)
      await this.#bring(kept)
      this.#touch(kept)
      return kept
    })
    const done = () => {
      this.#building.delete(projectId)
      this.#onProgress(projectId, null)
    }
    this.#building.set(projectId, building)
    this.#last = building.then(done, done)
    return building
  }

  /** Read what was done since: only sources that came, went or changed are read again. As long as it took, more may have been done. */
  async #bring(kept: Kept): Promise<void> {
    for (let actId = await newestActId(this.#db); kept.actId !== actId; actId = await newestActId(this.#db)) {
      const touched = Number.isNaN(kept.actId) ? null : await listTouchedTables(this.#db, kept.actId)
      const is = (...tables: string[]) => touched === null || tables.some((one) => touched.has(one))
      kept.conditions.forget(touched)
      if (is('code', 'study_case', 'source_case', 'speaker', 'source_span', 'attribute', 'attribute_value', 'source')) kept.facets = null
      if (is('project', 'attribute')) kept.scope = await readSearchScope(this.#db, kept.projectId)
      if (is('synonym_group')) kept.synonyms = (await listSynonyms(this.#db, kept.projectId)).map(({ words }) => words)
      const sources = is('source', 'source_span') && (await this.#bringSources(kept))
      const memos = is('memo', 'project') && (await bringMemos(this.#db, kept))
      if (sources || memos) kept.index.arrange(kept.sources.map(({ id }) => id))
      // Their names may be others as well.
      if (is('study_case', 'source_case')) kept.sources = [...kept.sources]
      kept.actId = actId
    }
  }

  /** @returns whether anything in the index changed */
  async #bringSources(kept: Kept): Promise<boolean> {
    const order = `${kept.sources.map(({ id }) => id)}`
    const sources = await listSearchable(this.#db, kept.projectId)
    for (const id of Number.isNaN(kept.actId) ? [] : await listSourcesWithOtherSpans(this.#db, kept.actId)) kept.stands.delete(id)
    const now = new Set(sources.map(({ id }) => id))
    const gone = kept.sources.filter(({ id }) => !now.has(id))
    for (const { id } of gone) {
      kept.index.remove(id)
      kept.stands.delete(id)
    }
    const come = sources.filter((source) => kept.stands.get(source.id) !== stampOf(source))
    for (let from = 0; from < come.length; from += AT_ONCE) {
      await this.#aside
      await addAll(this.#db, kept, come.slice(from, from + AT_ONCE))
      if (come.length > AT_ONCE) this.#onProgress(kept.projectId, { done: Math.min(come.length, from + AT_ONCE), of: come.length })
      await breathe()
    }
    kept.sources = sources
    return gone.length > 0 || come.length > 0 || order !== `${sources.map(({ id }) => id)}`
  }

  #touch(kept: Kept): void {
    kept.usedAt = Date.now()
    this.#kept.delete(kept.projectId)
    this.#kept.set(kept.projectId, kept)
    let words = 0
    for (const one of [...this.#kept.values()].reverse()) {
      words += one.index.words
      if (one !== kept && (words > MOST_WORDS || [...this.#kept.keys()].length > this.#most)) this.#kept.delete(oldestOf(this.#kept))
    }
  }
}

function oldestOf(kept: ReadonlyMap<number, Kept>): number {
  return kept.keys().next().value!
}

function emptyOf(db: Db, projectId: number): Kept {
  const scope = { language: 'sv' as const, attributes: [] }
  const conditions = new Conditions(db, projectId)
  const stands = new Map<number, string>()
  return {
    projectId,
    index: new ParagraphIndex(),
    conditions,
    stands,
    memos: new Map(),
    actId: Number.NaN,
    sources: [],
    scope,
    synonyms: [],
    facets: null,
    usedAt: 0,
  }
}

async function addAll(db: Db, { index, stands }: Kept, sources: readonly SearchableSource[]): Promise<void> {
  const texts = await readVersions(
    db,
    sources.map(({ versionId }) => versionId),
  )
  const apart = await listSpansApart(
    db,
    sources.map(({ id }) => id),
  )
  for (const source of sources) {
    const text = texts.get(source.versionId)!
    index.add({ id: source.id, language: source.language, text, apart: apart.get(source.id) ?? [] })
    stands.set(source.id, stampOf(source))
    if (text.length > LONG) await breathe()
  }
}

/** A memo is in the language of its project. */
async function bringMemos(db: Db, { projectId, index, memos, scope }: Kept): Promise<boolean> {
  const now = new Map((await listSearchableMemos(db, projectId)).map(({ id, text }) => [id, text]))
  const gone = [...memos].filter(([id, text]) => now.get(id) !== text)
  const come = [...now].filter(([id, text]) => memos.get(id) !== text)
  for (const [id] of gone) {
    index.removeMemo(id)
    memos.delete(id)
  }
  for (const [id, text] of come) {
    index.addMemo({ id, language: scope.language, text })
    memos.set(id, text)
  }
  return gone.length > 0 || come.length > 0
}

function stampOf({ versionId, language }: SearchableSource): string {
  return `${versionId} ${language}`
}

function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
