import type { Basis } from '../domain/asked.ts'
import { isInBase } from '../domain/asked.ts'
import type { CodeChoice } from '../domain/code-choice.ts'
import { Refusal } from '../domain/refusal.ts'
import { differenceOfShares, type Interval, wilson } from '../domain/wilson.ts'
import type { Db } from '../storage/schema.ts'
import { type Frequencies, readFrequencies, type ThemeCount, type ThemeFrequency } from './frequencies.ts'

/** `by`: attribute:NAME. `codes`: the themes, where nothing else is said. `against`: which group the others are held against, from 1. `cuts`: where groups of numbers begin. */
export type ComparisonWish = { projectId: number; filter: string; by: string; against: number; cuts?: readonly number[]; codes?: CodeChoice }
/** Of the cases in the base (asked, or with a source) those with a quotation; `saidIds` and `baseIds` are the cases. */
export type GroupShare = { said: number; base: number; saidIds: number[]; baseIds: number[]; interval: Interval | null; difference: Interval | null }
export type ComparedTheme = { code: ThemeFrequency['code']; basis: Basis; groups: GroupShare[] }
export type ComparedGroup = { label: string | null; cases: number }
export type Comparison = { groups: ComparedGroup[]; against: number; themes: ComparedTheme[] }

/** The share of each group that speaks of each theme, with its interval, and how far it is from the group that it is held against. */
export async function readComparison(db: Db, wish: ComparisonWish): Promise<Comparison> {
  if (!wish.by.startsWith('attribute:')) throw new Refusal('invalid', 'refusal.compare-by', { name: wish.by })
  const { projectId, filter, by, cuts = [], codes = 'themes' } = wish
  return compared(await readFrequencies(db, { projectId, filter, split: by, cuts, codes }), wish.against)
}

/** The comparison that frequencies hold, split by groups. */
export function compared({ groups, themes }: Frequencies, wished: number): Comparison {
  const against = Math.min(Math.max(1, wished), Math.max(1, groups.length))
  return {
    groups: groups.map(({ label, caseIds }) => ({ label, cases: caseIds.length })),
    against,
    themes: themes.map(({ code, basis, split }) => ({
      code,
      basis,
      groups: split.map((one, at) => shareOf(one, at + 1 === against ? undefined : split[against - 1])),
    })),
  }
}

function shareOf(count: ThemeCount, other: ThemeCount | undefined): GroupShare {
  const inBase = count.units.filter(({ standing }) => isInBase(standing))
  const said = inBase.filter(({ quoted }) => quoted)
  return {
    said: said.length,
    base: inBase.length,
    saidIds: said.map(({ caseId }) => caseId),
    baseIds: inBase.map(({ caseId }) => caseId),
    interval: wilson(said.length, inBase.length),
    difference: other ? differenceOfShares({ k: count.casesInBase, n: count.base }, { k: other.casesInBase, n: other.base }) : null,
  }
}
