import type { AnswerStatus } from './answer.ts'
import type { MadeBy } from './coding.ts'
import { numbersAsked } from './compare-attribute.ts'
import type { Clause, Comparison, Filter, NamedKey } from './filter.ts'
import type { FindingState } from './finding.ts'
import type { MatchKind } from './match-kind.ts'
import type { SourceKind, SourceLanguage, SpeakerRole } from './source.ts'

type Word = 'not' | 'or' | 'kind' | 'language' | 'role' | 'answer' | 'from' | 'to' | 'set' | 'memo' | 'memo-any' | 'state' | 'state-any' | 'review-any'
type Compared = 'of-cases' | 'between' | 'has' | 'is' | 'above' | 'below' | 'least' | 'most' | 'words' | 'phrase' | 'near'
/** The sentences of the catalogues that a filter is said by. */
type FilterText =
  | `filter.${Word | Compared | NamedKey | `any-${NamedKey}`}`
  | `filter.kind.${SourceKind}`
  | `filter.language.${SourceLanguage}`
  | `filter.role.${SpeakerRole}`
  | `status.${AnswerStatus}`
  | `filter.made.${MadeBy}`
  | `filter.state.${FindingState}`
  | `filter.review.${'waiting' | 'settled'}`
  | 'search.match-is'
  | `search.kind-${MatchKind}`
/** Says a sentence of a catalogue in the language of who reads. */
export type SayBy<Key extends string> = (key: Key, values?: Readonly<Record<string, string | number>>) => string
export type SayFilter = SayBy<FilterText>

/** What a filter leaves in, as people say it: "tema eller kod Rekrytering, kodare Anna". '' for every coding. `names` of ids by `code:12`. */
export function filterSentence(filter: Filter, say: SayFilter, names: Readonly<Record<string, string>>): string {
  const sentence = (one: Filter): string => {
    if ('clause' in one) return clauseWords(one.clause, say, names)
    if ('not' in one) return say('filter.not', { what: within(one.not) })
    if ('all' in one) return one.all.map(within).join(', ')
    return manyWords(one.any, say, names) ?? one.any.map(within).join(` ${say('filter.or')} `)
  }
  const within = (one: Filter): string => ('clause' in one || 'not' in one ? sentence(one) : `(${sentence(one)})`)
  return sentence(filter)
}

const FEW = 2
const MOST_NAMES = 12
/** Numbers from here on are written with a sign between their thousands; decimals that a sentence writes. */
const LONG = 10_000
const DECIMALS = 3

/** Many cases one after the other: how many, and the first by name. */
function manyWords(any: readonly Filter[], say: SayFilter, names: Readonly<Record<string, string>>): string | undefined {
  const cases = any.map((one) => ('clause' in one && one.clause.key === 'case' && 'id' in one.clause.named ? names[`case:${one.clause.named.id}`] : undefined))
  if (cases.length <= FEW || cases.some((name) => name === undefined)) return undefined
  const told = [...cases.slice(0, MOST_NAMES), ...(cases.length > MOST_NAMES ? ['…'] : [])].join(', ')
  return say('filter.of-cases', { n: cases.length, names: told })
}

function clauseWords(clause: Clause, say: SayFilter, names: Readonly<Record<string, string>>): string {
  if (clause.key === 'attribute') return comparisonWords(clause.name, clause.comparison, say)
  if (!('named' in clause)) {
    if (clause.key === 'kind') return say('filter.kind', { value: say(`filter.kind.${clause.value}`) })
    if (clause.key === 'language') return say('filter.language', { value: say(`filter.language.${clause.value}`) })
    if (clause.key === 'role') return say('filter.role', { value: say(`filter.role.${clause.value}`) })
    if (clause.key === 'answer') return say('filter.answer', { value: say(`status.${clause.value}`) })
    if (clause.key === 'made') return say(`filter.made.${clause.value}`)
    if (clause.key === 'memo') return clause.value === '*' ? say('filter.memo-any') : say('filter.memo', { value: clause.value })
    if (clause.key === 'state') return clause.value === '*' ? say('filter.state-any') : say('filter.state', { value: say(`filter.state.${clause.value}`) })
    if (clause.key === 'review') return say(clause.value === '*' ? 'filter.review-any' : `filter.review.${clause.value}`)
    if (clause.key === 'match') return say('search.match-is', { kind: say(`search.kind-${clause.value}`) })
    if (clause.key === 'words') return wordsSaid(clause.value, say)
    return say(`filter.${clause.key}`, { value: clause.value })
  }
  if ('any' in clause.named) return say(`filter.any-${clause.key}`)
  const value = 'id' in clause.named ? (names[`${clause.key}:${clause.named.id}`] ?? `#${clause.named.id}`) : clause.named.name
  return say(`filter.${clause.key}`, { value })
}

function comparisonWords(name: string, comparison: Comparison, say: SayFilter): string {
  if (comparison.is === 'between') {
    const [low, high] = asUnderstood([comparison.low, comparison.high])
    return say('filter.between', { name, low: low!, high: high! })
  }
  if (comparison.is === '=' && comparison.value === '*') return say('filter.has', { name })
  const keys = { '=': 'filter.is', '>': 'filter.above', '<': 'filter.below', '>=': 'filter.least', '<=': 'filter.most' } as const
  return say(keys[comparison.is], { name, value: asUnderstood([comparison.value], comparison.is === '=')[0]! })
}

/** Numbers as they were understood, which the sentence writes as its reader does; what is no number, a year, and what more decimals tell of stand as written. */
function asUnderstood(values: readonly string[], mayBeName = false): (string | number)[] {
  return numbersAsked(values).map((number, at) => {
    const written = values[at]!
    const isMeasure = /[.,]/.test(written) || (Math.abs(number) >= LONG && !mayBeName)
    return Number.isFinite(number) && isMeasure && Number(number.toFixed(DECIMALS)) === number ? number : written
  })
}

/** A word, a phrase, or words near each other, said as the search says them. */
function wordsSaid(value: string, say: SayFilter): string {
  const [, inside, near] = /^["“”„«»](.*)["“”„«»](?:~(\d*))?$/s.exec(value) ?? []
  if (inside === undefined) return say('filter.words', { value })
  return near === undefined ? say('filter.phrase', { value: inside }) : say('filter.near', { value: inside, n: Number(near) || 5 })
}
