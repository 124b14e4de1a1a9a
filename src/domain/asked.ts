import { type AnswerStatus, answerStatuses, betterStatus, type CountedStatus, isAsked } from './answer.ts'

export type GivenAnswer = { readonly caseId: number; readonly questionId: number; readonly status: CountedStatus }
/** How a case stands to a theme: the status of its answers, that no guide which asks for it is for the case, or only that it has a source (a theme that no question asks for). */
export type Standing = CountedStatus | 'outside_guide' | 'with_source'
/** `asked`: the theme has questions and the base is those asked. `source`: it has none, and the base is the cases with a source. */
export type Basis = 'asked' | 'source'
export type Base = { readonly basis: Basis; readonly standingOf: (caseId: number) => Standing }

/** The cases that the guides of some questions are for. */
export type CasesByQuestion = (questionIds: ReadonlySet<number>) => ReadonlySet<number>

/**
 * The base of a theme. A theme counts as asked for where it has linked questions and any answer to them is known; a case
 * with a source of which no answer is known was not asked. `casesFor` tells those that no guide with a question about it is for; they are in no base either way.
 */
export function baseOf(questionIds: ReadonlySet<number>, answers: readonly GivenAnswer[], withSource: ReadonlySet<number>, casesFor?: CasesByQuestion): Base {
  const given = answers.filter(({ questionId }) => questionIds.has(questionId))
  if (given.length === 0) return { basis: 'source', standingOf: (caseId) => (withSource.has(caseId) ? 'with_source' : 'no_source') }
  const standings = new Map<number, CountedStatus>()
  for (const { caseId, status } of given) {
    const known = standings.get(caseId)
    standings.set(caseId, known ? betterStatus(known, status) : status)
  }
  const own = casesFor?.(questionIds)
  const silent = (caseId: number) => (own && !own.has(caseId) ? 'outside_guide' : withSource.has(caseId) ? 'not_asked' : 'no_source')
  return { basis: 'asked', standingOf: (caseId) => standings.get(caseId) ?? silent(caseId) }
}

/** Is the case within the denominator? */
export function isInBase(standing: Standing): boolean {
  return standing === 'with_source' || (standing !== 'outside_guide' && isAsked(standing))
}

export const countedStandings = [...answerStatuses, 'outside_guide'] as const
export type StandingCounts = Record<AnswerStatus | 'outside_guide', number>

/** How many cases stand how, those left out whose answers wait. A theme without questions has none of the answers' statuses but `no_source`. */
export function countStandings(standings: readonly Standing[]): StandingCounts {
  const counts = Object.fromEntries(countedStandings.map((status) => [status, 0])) as StandingCounts
  for (const standing of standings) if (standing !== 'with_source' && standing !== 'waiting') counts[standing]++
  return counts
}
