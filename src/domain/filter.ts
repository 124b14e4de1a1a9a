import type { AnswerStatus } from './answer.ts'
import type { MadeBy } from './coding.ts'
import type { FindingState } from './finding.ts'
import type { MatchKind } from './match-kind.ts'
import type { SourceKind, SourceLanguage, SpeakerRole } from './source.ts'

/** A thing by its name as people write it, by its id, or any at all: `code:"Theme > Code"`, `code:#12`, `case:*`. */
export type Named = { readonly name: string } | { readonly id: number } | { readonly any: true }
export type NamedKey = 'code' | 'case' | 'source' | 'speaker' | 'question' | 'coder'
/** What an attribute's value is compared with. `between` takes in both ends. */
export type Comparison =
  | { readonly is: '=' | '>' | '<' | '>=' | '<='; readonly value: string }
  | { readonly is: 'between'; readonly low: string; readonly high: string }

/** One condition on a coding. `from` and `to` are days (YYYY-MM-DD), both taken in. */
export type Clause =
  | { readonly key: NamedKey; readonly named: Named }
  | { readonly key: 'kind'; readonly value: SourceKind }
  | { readonly key: 'language'; readonly value: SourceLanguage }
  | { readonly key: 'role'; readonly value: SpeakerRole }
  | { readonly key: 'answer'; readonly value: AnswerStatus }
  | { readonly key: 'made'; readonly value: MadeBy }
  | { readonly key: 'from'; readonly value: string }
  | { readonly key: 'to'; readonly value: string }
  | { readonly key: 'memo'; readonly value: string }
  /** What the case's finding says of the code, of one above it, or of the question that is answered there; `*` for any. */
  | { readonly key: 'state'; readonly value: FindingState | '*' }
  /** Whether a person has laid the quotation again since its text was changed, or something in its source waits for that; `*` for either. */
  | { readonly key: 'review'; readonly value: 'waiting' | 'settled' | '*' }
  /** Another filter, saved under this name. */
  | { readonly key: 'set'; readonly value: string }
  /** Words that the quotation has, as they are searched for: `hyra`, `hyr*`, `hyra~`, `"a phrase"`, `"near words"~5`. */
  | { readonly key: 'words'; readonly value: string }
  /** How the best of the words beside it answers. */
  | { readonly key: 'match'; readonly value: MatchKind }
  | { readonly key: 'attribute'; readonly name: string; readonly comparison: Comparison }

/**
 * What selects codings: behind every list, count, matrix, chart and export. `{ all: [] }` selects every coding; `any` is never empty.
 * A clause of a code takes in the codes below it; denied, it leaves out what overlaps a coding of them.
 */
export type Filter = { readonly all: readonly Filter[] } | { readonly any: readonly Filter[] } | { readonly not: Filter } | { readonly clause: Clause }

export function clause(clause: Clause): Filter {
  return { clause }
}

/** Both filters at once; conditions of one level are kept in one list. */
export function both(...filters: readonly Filter[]): Filter {
  const all = filters.flatMap((one) => ('all' in one ? one.all : [one]))
  return all.length === 1 ? all[0]! : { all }
}

/** The same filter with denials moved inwards to the clauses, where alone they mean something: denied twice is not denied. */
export type Plain = { readonly all: readonly Plain[] } | { readonly any: readonly Plain[] } | { readonly clause: Clause; readonly denied: boolean }

export function plainOf(filter: Filter, denied = false): Plain {
  if ('clause' in filter) return { clause: filter.clause, denied }
  if ('not' in filter) return plainOf(filter.not, !denied)
  const parts = ('all' in filter ? filter.all : filter.any).map((one) => plainOf(one, denied))
  return 'all' in filter === denied ? { any: parts } : { all: parts }
}

/** The one code that everything a filter selects has, itself or below it: where it names just one by its id, and every other condition is beside it. */
export function codeOfFilter(filter: Filter): number | undefined {
  const parts = 'all' in filter ? filter.all : [filter]
  const codes = parts.flatMap((part) => ('clause' in part && part.clause.key === 'code' ? [part.clause.named] : []))
  return codes.length === 1 && 'id' in codes[0]! ? codes[0].id : undefined
}

/** The one state that a filter lets through, where it names one. */
export function stateOfFilter(filter: Filter): FindingState | undefined {
  const parts = 'all' in filter ? filter.all : [filter]
  const states = parts.flatMap((part) => ('clause' in part && part.clause.key === 'state' && part.clause.value !== '*' ? [part.clause.value] : []))
  return states.length === 1 ? states[0] : undefined
}

/** Every clause of a filter, in order. */
export function clausesOf(filter: Filter): Clause[] {
  if ('clause' in filter) return [filter.clause]
  if ('not' in filter) return clausesOf(filter.not)
  return ('all' in filter ? filter.all : filter.any).flatMap(clausesOf)
}
