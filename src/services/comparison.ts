import type { Basis } from '../domain/asked.ts'
import { isInBase } from '../domain/asked.ts'
import { isUnknown, unjudgedOf } from '../domain/case-parts.ts'
import type { ChartLink } from '../domain/chart.ts'
import type { CodeChoice } from '../domain/code-choice.ts'
import { Refusal } from '../domain/refusal.ts'
import { differenceOfShares, type Interval, wilson } from '../domain/wilson.ts'
import type { Db } from '../storage/schema.ts'
import { filterOfIds, linkOfPart } from './chart-filters.ts'
import { readFrequencies, type ThemeFrequency } from './frequencies.ts'

/** `by`: attribute:NAME. `codes`: the themes, where nothing else is said. `against`: which group the others are held against, from 1. `cuts`: where groups of numbers begin. */
/** What is compared of the base: those who say yes, of themes that anybody is judged on (else those with a quotation); or for all themes those who speak of them. */
export const comparedOfs = ['yes', 'quoted'] as const
export type ComparedOf = (typeof comparedOfs)[number]
export type ComparisonWish = { projectId: number; filter: string; by: string; against: number; cuts?: readonly number[]; codes?: CodeChoice; of?: ComparedOf }
/** Of the cases in the base (asked, or with a source) those counted; `opens` just these, `baseIds` are the cases. */
type GroupShare = {
  said: number
  base: number
  saidIds: number[]
  baseIds: number[]
  /** How many of the base nobody has judged, where those who say yes are compared; `unknown`: none of them is, and there is no share. */
  unjudged: number
  unknown: boolean
  opens: ChartLink | undefined
  interval: Interval | null
  difference: Interval | null
}
/** `of`: what of the theme is compared. */
type ComparedTheme = { code: ThemeFrequency['code']; basis: Basis; of: ComparedOf; groups: GroupShare[] }
type ComparedGroup = { label: string | null; cases: number }
export type Comparison = { groups: ComparedGroup[]; against: number; themes: ComparedTheme[] }

/** The share of each group that says yes to each theme, or speaks of it, with its interval, and how far it is from the group that it is held against. */
export async function readComparison(db: Db, wish: ComparisonWish): Promise<Comparison> {
  if (!wish.by.startsWith('attribute:')) throw new Refusal('invalid', 'refusal.compare-by', { name: wish.by })
  const { projectId, filter, by, cuts = [], codes = 'themes' } = wish
  const { groups, themes } = await readFrequencies(db, { projectId, filter, split: by, cuts, codes })
  const against = Math.min(Math.max(1, wish.against), Math.max(1, groups.length))
  return {
    groups: groups.map(({ label, caseIds }) => ({ label, cases: caseIds.length })),
    against,
    themes: themes.map((theme) => comparedTheme(theme, wish, against)),
  }
}

/** The themes of a picture, which has one measure: who says yes, of those that anybody is judged on; or of all who speaks of them. */
export function pictured<T extends { of: ComparedOf }>(themes: readonly T[]): T[] {
  const judged = themes.some(({ of }) => of === 'yes')
  return themes.filter(({ of }) => !judged || of === 'yes')
}

function comparedTheme(theme: ThemeFrequency, { filter, of = 'yes' }: ComparisonWish, against: number): ComparedTheme {
  const compared = theme.whole.judged ? of : 'quoted'
  const counted = theme.split.map(({ units, judged, parts }) => {
    const inBase = units.filter(({ standing }) => isInBase(standing))
    const count = { judged: judged && compared === 'yes', parts }
    return {
      units,
      inBase,
      said: inBase.filter(({ state, quoted }) => (compared === 'yes' ? state === 'yes' : quoted)),
      unjudged: unjudgedOf(count),
      unknown: isUnknown(count),
    }
  })
  const other = counted[against - 1]
  const groups = counted.map(({ units, inBase, said, unjudged, unknown }, at): GroupShare => {
    const [k, n] = [said.length, inBase.length]
    const saidIds = said.map(({ caseId }) => caseId)
    const quoted = k > 0 ? ({ page: 'quotations', filter: filterOfIds(filter, theme.code.id, saidIds) } as const) : undefined
    return {
      said: k,
      base: n,
      saidIds,
      baseIds: inBase.map(({ caseId }) => caseId),
      unjudged,
      unknown,
      opens: compared === 'yes' ? linkOfPart(filter, theme, 'yes', units) : quoted,
      interval: unknown ? null : wilson(k, n),
      difference:
        other && at + 1 !== against && !unknown && !other.unknown ? differenceOfShares({ k, n }, { k: other.said.length, n: other.inBase.length }) : null,
    }
  })
  return { code: theme.code, basis: theme.basis, of: compared, groups }
}
