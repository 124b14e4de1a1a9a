import type { Kysely } from 'kysely'
import type { Clause } from '../domain/filter.ts'
import { formatClause } from '../domain/format-filter.ts'
import type { Query, QueryProblem } from '../domain/query.ts'
import { filtersOf } from '../domain/query.ts'
import { Refusal } from '../domain/refusal.ts'
import { offersIn } from '../domain/wrong-in-filter.ts'
import { type Condition, conditionsOf, gatherConditions, type Places } from '../search/conditions.ts'
import { placesOfCondition } from '../storage/places-of-condition.ts'
import type { Schema } from '../storage/schema.ts'

type Known = { readonly places: Places } | { readonly refusal: Refusal }
const MOST = 200

/** On which tables it depends where a condition holds; texts that change move all. */
const spoken = ['study_case', 'source_case', 'speaker', 'source_span']
const coded = ['coding', 'quotation']
const tablesOf: Record<Clause['key'], readonly string[]> = {
  code: ['code', ...coded],
  coder: ['coder', ...coded],
  made: coded,
  from: coded,
  to: coded,
  memo: ['memo', ...coded],
  state: ['finding', 'code', 'answer', 'answer_span', ...spoken, ...coded],
  review: ['carry_review', ...coded],
  set: ['filter_set'],
  words: coded,
  match: coded,
  case: spoken,
  attribute: ['attribute', 'attribute_value', ...spoken],
  source: [],
  kind: [],
  language: [],
  speaker: ['speaker', 'source_span'],
  role: ['speaker', 'source_span'],
  question: ['question', 'guide_section', 'guide', 'answer', 'answer_span', 'source_span'],
  answer: ['answer', 'answer_span', 'source_span'],
}

/** Where the conditions of searches hold in one project, remembered until an act changes what they depend on. */
export class Conditions {
  readonly #db: Kysely<Schema>
  readonly #projectId: number
  readonly #known = new Map<string, Known & { clauses: readonly Clause[] }>()

  constructor(db: Kysely<Schema>, projectId: number) {
    this.#db = db
    this.#projectId = projectId
  }

  /** Acts have changed these tables; null: any. */
  forget(touched: ReadonlySet<string> | null): void {
    for (const [key, { clauses }] of this.#known)
      if (!touched || touched.has('source') || clauses.some((one) => tablesOf[one.key].some((table) => touched.has(table)))) this.#known.delete(key)
  }

  /** Where each condition of a search holds, by its key, and what could not be found. */
  async find({ tree, typed }: Query): Promise<{ placesOf: Map<string, Places>; problems: QueryProblem[] }> {
    const placesOf = new Map<string, Places>()
    const problems: QueryProblem[] = []
    for (const condition of tree ? conditionsOf(gatherConditions(tree)) : []) {
      const known = await this.#look(condition)
      if ('places' in known) placesOf.set(condition.key, known.places)
      else problems.push(problemOf(known.refusal, condition, { tree: tree!, typed }))
    }
    return { placesOf, problems }
  }

  /** Where each of some conditions holds, by its key. What could not be found holds nowhere. */
  async findAll(wanted: readonly Condition[]): Promise<Map<string, Places>> {
    const placesOf = new Map<string, Places>()
    for (const condition of wanted) {
      const known = await this.#look(condition)
      if ('places' in known) placesOf.set(condition.key, known.places)
    }
    return placesOf
  }

  async #look(condition: Condition): Promise<Known> {
    return this.#known.get(condition.key) ?? this.#read(condition)
  }

  async #read({ key, clauses }: Condition): Promise<Known> {
    if (this.#known.size >= MOST) this.#known.clear()
    const known = await this.#ask(clauses)
    this.#known.set(key, { ...known, clauses })
    return known
  }

  async #ask(clauses: readonly Clause[]): Promise<Known> {
    try {
      return { places: await placesOfCondition(this.#db, this.#projectId, clauses) }
    } catch (error) {
      if (error instanceof Refusal) return { refusal: error }
      throw error
    }
  }
}

/** Told of the clause that was refused, where several are asked of one coding. */
function problemOf({ key, values }: Refusal, { clauses }: Condition, { tree, typed }: { tree: NonNullable<Query['tree']>; typed: string }): QueryProblem {
  const own = filtersOf(tree).filter(({ clause }) => clauses.includes(clause))
  const filter = own.find(({ clause }) => formatClause(clause) === values['clause']) ?? own[0]
  if (!filter) return { key, place: null, values }
  const { start, end } = filter.at
  const instead = offersIn(typed.slice(start, end), values).map((words) => ({ words, query: typed.slice(0, start) + words + typed.slice(end) }))
  return { key, place: start + 1, values, instead }
}
