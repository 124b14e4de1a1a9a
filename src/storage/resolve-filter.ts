import { expandSets, setsNamedIn } from '../domain/expand-sets.ts'
import { type Clause, type Filter, type NamedKey, type Plain, plainOf } from '../domain/filter.ts'
import { gatherWords } from '../domain/gather-words.ts'
import { type Nameable, namedBy } from '../domain/named.ts'
import { Refusal } from '../domain/refusal.ts'
import { unknownSet } from '../domain/unknown-in-filter.ts'
import { listSourceCases, listSpeakingCases } from './case-turns.ts'
import { listCasesWith } from './cases-with.ts'
import { codingsSettled, sourcesWaiting } from './codings-reviewed.ts'
import { codingsWithState } from './codings-with-state.ts'
import type { Condition, Test } from './condition.ts'
import { listFilterSets } from './filter-sets.ts'
import { listNameables, withCodesBelow } from './nameables.ts'
import { quotationsInAnswers, quotationsOfCases, quotationsOfRole, quotationsOfSpeakers, quotationsOverlappingCodes } from './quotations-under.ts'
import type { Db } from './schema.ts'
import { listSourcesThat } from './sources-that.ts'

/** A filter whose names are found in a project: the condition on codings, and whether a case is within its bounds (the base of every denominator). */
export type Selection = {
  readonly projectId: number
  readonly condition: Condition
  readonly holdsCase: (caseId: number, sourceIds: readonly number[]) => boolean
  /** Whether words of a source, said by a case or (null) by nobody who is one, are within its bounds. */
  readonly holdsWords: (sourceId: number, caseId: number | null) => boolean
}
type Bounds = Pick<Selection, 'holdsCase' | 'holdsWords'>
type Leaf = Bounds & { test: Test }

/** The quotations of a project that have some words, by their ids; what the words are is told as they are searched for. */
export type FindWords = (db: Db, projectId: number, words: string) => Promise<readonly number[]>

/** Find what a filter names. Refuses what the project does not have. `findWords` is what knows how words are searched for: without it there may be none. */
export async function resolveFilter(db: Db, projectId: number, filter: Filter, findWords?: FindWords): Promise<Selection> {
  const whole = setsNamedIn(filter).length > 0 ? expandSets(filter, await listFilterSets(db, projectId)) : filter
  return { projectId, ...(await new Resolving(db, projectId, findWords).resolve(plainOf(gatherWords(whole)))) }
}

/** Within no bounds of cases and words. */
export const unbounded: Bounds = { holdsCase: () => true, holdsWords: () => true }

class Resolving {
  readonly db: Db
  readonly projectId: number
  readonly #nameables = new Map<NamedKey, Promise<readonly Nameable[]>>()
  readonly #findWords: FindWords | undefined
  constructor(db: Db, projectId: number, findWords: FindWords | undefined) {
    this.db = db
    this.projectId = projectId
    this.#findWords = findWords
  }

  async resolve(plain: Plain): Promise<Bounds & { condition: Condition }> {
    if ('clause' in plain) {
      const { test, ...bounds } = await this.leaf(plain.clause, plain.denied)
      return { condition: { ...test, denied: plain.denied }, ...bounds }
    }
    const parts: Awaited<ReturnType<Resolving['resolve']>>[] = []
    if ('any' in plain) {
      const { cases, others } = await this.casesNamedIn(onceEach(plain.any))
      if (cases) {
        const { test, ...bounds } = await this.ofCases(cases, false)
        parts.push({ condition: { ...test, denied: false }, ...bounds })
      }
      for (const part of others) parts.push(await this.resolve(part))
    } else {
      const { codes, others } = await this.codesDeniedIn(onceEach(plain.all))
      if (codes) parts.push({ condition: { ...quotations(await quotationsOverlappingCodes(this.db, this.projectId, codes)), denied: true }, ...unbounded })
      for (const part of others) parts.push(await this.resolve(part))
    }
    const conditions = parts.map(({ condition }) => condition)
    const some = 'all' in plain ? 'every' : 'some'
    return {
      condition: 'all' in plain ? { all: conditions } : { any: conditions },
      holdsCase: (id, sources) => parts[some]((part) => part.holdsCase(id, sources)),
      holdsWords: (sourceId, id) => parts[some]((part) => part.holdsWords(sourceId, id)),
    }
  }

  /** The cases of a group are named one by one and found at once: counting for any of them is one question. */
  async casesNamedIn(any: readonly Plain[]): Promise<{ cases: Set<number> | undefined; others: readonly Plain[] }> {
    const named = any.flatMap((part) => ('clause' in part && !part.denied && part.clause.key === 'case' ? [part.clause] : []))
    if (named.length < 2) return { cases: undefined, others: any }
    const cases = new Set<number>()
    for (const clause of named) for (const id of await this.named(clause, true)) cases.add(id)
    return { cases, others: any.filter((part) => !('clause' in part && !part.denied && part.clause.key === 'case')) }
  }

  /** Codes that are each kept away are kept away together: what overlaps any of them is one question. */
  async codesDeniedIn(all: readonly Plain[]): Promise<{ codes: number[] | undefined; others: readonly Plain[] }> {
    const denied = all.flatMap((part) => ('clause' in part && part.denied && part.clause.key === 'code' ? [part.clause] : []))
    if (denied.length < 2) return { codes: undefined, others: all }
    const codes: number[] = []
    for (const clause of denied) codes.push(...(await this.named(clause, true)))
    const others = all.filter((part) => !('clause' in part && part.denied && part.clause.key === 'code'))
    return { codes: await withCodesBelow(this.db, this.projectId, codes), others }
  }

  async leaf(clause: Clause, denied: boolean): Promise<Leaf> {
    if (clause.key === 'case') return this.ofCases(new Set(await this.named(clause, true)), denied)
    if (clause.key === 'attribute') return this.ofCases(await listCasesWith(this.db, this.projectId, clause), denied)
    if (clause.key === 'source') return this.ofSources(await this.named(clause, false), denied)
    if (clause.key === 'kind' || clause.key === 'language') return this.ofSources(await listSourcesThat(this.db, this.projectId, clause), denied)
    return { test: await this.test(clause, denied), ...unbounded }
  }

  async test(clause: Exclude<Clause, { key: 'attribute' | 'kind' | 'language' }>, denied: boolean): Promise<Test> {
    if (clause.key === 'made') return { made: clause.value }
    if (clause.key === 'from') return { since: `${clause.value}T00:00:00.000Z` }
    if (clause.key === 'to') return { until: `${clause.value}T23:59:59.999Z` }
    if (clause.key === 'memo') return { column: 'coding.id', ids: await this.withMemo(clause.value) }
    if (clause.key === 'state') return { column: 'coding.id', ids: await codingsWithState(this.db, this.projectId, clause.value) }
    if (clause.key === 'review') return this.reviewed(clause.value)
    if (clause.key === 'words') return quotations(await this.withWords(clause.value))
    if (clause.key === 'match') throw new Refusal('invalid', 'refusal.filter-match', { value: clause.value })
    if (clause.key === 'set') throw unknownSet(clause.value, [])
    if (clause.key === 'role') return quotations(await quotationsOfRole(this.db, this.projectId, clause.value))
    if (clause.key === 'answer') return quotations(await quotationsInAnswers(this.db, this.projectId, { status: clause.value }))
    const ids = await this.named(clause, clause.key !== 'speaker')
    if (clause.key === 'coder') return { column: 'coding.coder_id', ids }
    if (clause.key === 'speaker') return quotations(await quotationsOfSpeakers(this.db, this.projectId, ids))
    if (clause.key === 'question') return quotations(await quotationsInAnswers(this.db, this.projectId, { questionIds: ids }))
    const codeIds = await withCodesBelow(this.db, this.projectId, ids)
    return denied ? quotations(await quotationsOverlappingCodes(this.db, this.projectId, codeIds)) : { column: 'coding.code_id', ids: codeIds }
  }

  async named(clause: Clause & { key: NamedKey }, one: boolean): Promise<number[]> {
    const known = this.#nameables.get(clause.key) ?? listNameables(this.db, this.projectId, clause.key)
    this.#nameables.set(clause.key, known)
    return namedBy(await known, clause, one)
  }

  async withWords(words: string): Promise<readonly number[]> {
    if (!this.#findWords) throw new Error('Words can only be searched for by who knows how.')
    return this.#findWords(this.db, this.projectId, words)
  }

  async ofCases(caseIds: ReadonlySet<number>, denied: boolean): Promise<Leaf> {
    const pairs = [...(await listSourceCases(this.db, this.projectId)), ...(await listSpeakingCases(this.db, this.projectId))]
    const sourceIds = [...new Set(pairs.filter(({ caseId }) => caseIds.has(caseId)).map(({ sourceId }) => sourceId))]
    const ids = await quotationsOfCases(this.db, this.projectId, caseIds, sourceIds)
    return { test: quotations(ids), holdsCase: (id) => caseIds.has(id) !== denied, holdsWords: (_, id) => (id !== null && caseIds.has(id)) !== denied }
  }

  ofSources(ids: readonly number[], denied: boolean): Leaf {
    const known = new Set(ids)
    const holds = (id: number) => known.has(id) !== denied
    return { test: { column: 'quotation.source_id', ids }, holdsCase: (_, sourceIds) => sourceIds.some(holds), holdsWords: holds }
  }

  async reviewed(value: 'waiting' | 'settled' | '*'): Promise<Test> {
    const waiting = { column: 'quotation.source_id', ids: await sourcesWaiting(this.db, this.projectId) } as const
    if (value === 'waiting') return waiting
    const settled = { column: 'coding.id', ids: await codingsSettled(this.db, this.projectId) } as const
    return value === 'settled' ? settled : { either: [waiting, settled] }
  }

  /** Codings with a memo on them or on their quotation, in which these words stand; `*` for any memo. */
  async withMemo(words: string): Promise<number[]> {
    const memos = await this.db
      .selectFrom('memo')
      .select(['target_kind', 'target_id', 'text'])
      .where('project_id', '=', this.projectId)
      .where('target_kind', 'in', ['coding', 'quotation'])
      .execute()
    const wanted = words.toLocaleLowerCase('sv')
    const found = memos.filter(({ text }) => words === '*' || text.toLocaleLowerCase('sv').includes(wanted))
    const onQuotations = found.filter(({ target_kind }) => target_kind === 'quotation').map(({ target_id }) => target_id)
    const codings = onQuotations.length > 0 ? await this.db.selectFrom('coding').select('id').where('quotation_id', 'in', onQuotations).execute() : []
    return [...found.filter(({ target_kind }) => target_kind === 'coding').map(({ target_id }) => target_id), ...codings.map(({ id }) => id)]
  }
}

/** What is said twice on one level is looked up once. */
function onceEach(parts: readonly Plain[]): Plain[] {
  return [...new Map(parts.map((part) => [JSON.stringify(part), part])).values()]
}

function quotations(ids: readonly number[]): Test {
  return { column: 'coding.quotation_id', ids }
}
