import { type Clause, type Filter, type NamedKey, type Plain, plainOf } from '../domain/filter.ts'
import { namedBy } from '../domain/named.ts'
import { listSourceCases, listSpeakingCases } from './case-turns.ts'
import { listCasesWith } from './cases-with.ts'
import type { Condition, Test } from './condition.ts'
import { listNameables, withCodesBelow } from './nameables.ts'
import { quotationsInAnswers, quotationsOfCases, quotationsOfRole, quotationsOfSpeakers, quotationsOverlappingCodes } from './quotations-under.ts'
import type { Db } from './schema.ts'
import { listSourcesThat } from './sources-that.ts'

/** A filter whose names are found in a project: the condition on codings, and whether a case is within its bounds (the base of every denominator). */
export type Selection = {
  readonly projectId: number
  readonly condition: Condition
  readonly holdsCase: (caseId: number, sourceIds: readonly number[]) => boolean
}
type Leaf = { test: Test; holdsCase: Selection['holdsCase'] }

/** Find what a filter names. Refuses what the project does not have. */
export async function resolveFilter(db: Db, projectId: number, filter: Filter): Promise<Selection> {
  const { condition, holdsCase } = await new Resolving(db, projectId).resolve(plainOf(filter))
  return { projectId, condition, holdsCase }
}

const anyCase = () => true

class Resolving {
  readonly db: Db
  readonly projectId: number
  constructor(db: Db, projectId: number) {
    this.db = db
    this.projectId = projectId
  }

  async resolve(plain: Plain): Promise<{ condition: Condition; holdsCase: Selection['holdsCase'] }> {
    if ('clause' in plain) {
      const { test, holdsCase } = await this.leaf(plain.clause, plain.denied)
      return { condition: { ...test, denied: plain.denied }, holdsCase }
    }
    const parts: Awaited<ReturnType<Resolving['resolve']>>[] = []
    for (const part of 'all' in plain ? plain.all : plain.any) parts.push(await this.resolve(part))
    const conditions = parts.map(({ condition }) => condition)
    if ('all' in plain) return { condition: { all: conditions }, holdsCase: (id, sources) => parts.every((part) => part.holdsCase(id, sources)) }
    return { condition: { any: conditions }, holdsCase: (id, sources) => parts.some((part) => part.holdsCase(id, sources)) }
  }

  async leaf(clause: Clause, denied: boolean): Promise<Leaf> {
    if (clause.key === 'case') return this.ofCases(new Set(await this.named(clause, true)), denied)
    if (clause.key === 'attribute') return this.ofCases(await listCasesWith(this.db, this.projectId, clause), denied)
    if (clause.key === 'source') return this.ofSources(await this.named(clause, false), denied)
    if (clause.key === 'kind' || clause.key === 'language') return this.ofSources(await listSourcesThat(this.db, this.projectId, clause), denied)
    return { test: await this.test(clause, denied), holdsCase: anyCase }
  }

  async test(clause: Exclude<Clause, { key: 'attribute' | 'kind' | 'language' }>, denied: boolean): Promise<Test> {
    if (clause.key === 'made') return { made: clause.value }
    if (clause.key === 'from') return { since: `${clause.value}T00:00:00.000Z` }
    if (clause.key === 'to') return { until: `${clause.value}T23:59:59.999Z` }
    if (clause.key === 'memo') return { column: 'coding.id', ids: await this.withMemo(clause.value) }
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
    return namedBy(await listNameables(this.db, this.projectId, clause.key), clause, one)
  }

  async ofCases(caseIds: ReadonlySet<number>, denied: boolean): Promise<Leaf> {
    const pairs = [...(await listSourceCases(this.db, this.projectId)), ...(await listSpeakingCases(this.db, this.projectId))]
    const sourceIds = [...new Set(pairs.filter(({ caseId }) => caseIds.has(caseId)).map(({ sourceId }) => sourceId))]
    const ids = await quotationsOfCases(this.db, this.projectId, caseIds, sourceIds)
    return { test: quotations(ids), holdsCase: (id) => caseIds.has(id) !== denied }
  }

  ofSources(ids: readonly number[], denied: boolean): Leaf {
    const known = new Set(ids)
    return { test: { column: 'quotation.source_id', ids }, holdsCase: (_, sourceIds) => sourceIds.some((id) => known.has(id) !== denied) }
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

function quotations(ids: readonly number[]): Test {
  return { column: 'coding.quotation_id', ids }
}
