import { type Basis, countStandings, isInBase, type Standing, type StandingCounts } from '../domain/asked.ts'
import { basesOf } from '../domain/bases.ts'
import { type CaseGroup, type CountedCase, eachCase } from '../domain/case-groups.ts'
import { treeOf } from '../domain/code.ts'
import { count } from '../domain/count.ts'
import { parseFilter } from '../domain/parse-filter.ts'
import { readAttribution } from '../storage/case-turns.ts'
import { listCodes } from '../storage/codes.ts'
import { listCountedAttributes, listCountedCases } from '../storage/counted-cases.ts'
import { listGivenAnswers, listLinkedQuestions } from '../storage/given-answers.ts'
import { readCounted } from '../storage/quotations.ts'
import { resolveFilter } from '../storage/resolve-filter.ts'
import type { Db } from '../storage/schema.ts'
import { axesOf, groupsFor } from './matrix.ts'

/** One case under one theme: has it a quotation, and how does it stand to the theme's questions. */
export type Unit = { caseId: number; name: string; quoted: boolean; standing: Standing }
export type ThemeCount = {
  /** Cases with a quotation; `casesInBase` those of them that are in the base. */
  cases: number
  casesInBase: number
  base: number
  quotations: number
  codings: number
  standings: StandingCounts
  units: Unit[]
}
export type ThemeFrequency = {
  code: { id: number; key: string; tone: number; label: string; path: string }
  basis: Basis
  whole: ThemeCount
  /** In the order of `groups`. */
  split: ThemeCount[]
}
export type Frequencies = {
  themes: ThemeFrequency[]
  groups: { label: string | null; caseIds: number[] }[]
  cases: number
  withSource: number
  coded: number
  quotations: number
}

/** Each theme with its denominator, of all and split by an attribute's groups (`split`: 'attribute:NAME' or ''; `cuts`: where groups of numbers begin). */
export async function readFrequencies(db: Db, wish: { projectId: number; filter: string; split: string; cuts?: readonly number[] }): Promise<Frequencies> {
  const { projectId } = wish
  const selection = await resolveFilter(db, projectId, parseFilter(wish.filter))
  const cases = (await listCountedCases(db, projectId)).filter((one) => selection.holdsCase(one.id, one.sourceIds))
  const groups = wish.split ? groupsFor({ columns: wish.split, cuts: wish.cuts ?? [] }, cases, await listCountedAttributes(db, projectId)) : []
  const tree = treeOf(await listCodes(db, projectId))
  const codings = await readCounted(db, selection)
  const attribution = await readAttribution(db, projectId)
  const whole = count(codings, axesOf(tree, tree, eachCase(cases)), attribution)
  const parts = groups.length > 0 ? count(codings, axesOf(tree, tree, groups), attribution) : undefined
  const withSource = new Set(cases.filter(({ sourceIds }) => sourceIds.length > 0).map(({ id }) => id))
  const bases = basesOf(tree, await listLinkedQuestions(db, projectId), await listGivenAnswers(db, projectId), withSource)
  const themes = [...tree.entries()].filter(([row, theme]) => theme.retiredAt === null || whole.rows[row]!.codings > 0)
  return {
    themes: themes.map(([row, { id, key, tone, label, path }]) => {
      const { basis, standingOf } = bases.get(id)!
      const units = (members: readonly CountedCase[]) => unitsOf(members, whole.casesOfRow[row]!, standingOf)
      return {
        code: { id, key, tone, label, path },
        basis,
        whole: countOf(whole.rows[row]!.quotations, whole.rows[row]!.codings, units(cases)),
        split: groups.map((group, column) => countOf(parts!.cells[row]!.quotations[column]!, parts!.cells[row]!.codings[column]!, units(group.cases))),
      }
    }),
    groups: groups.map((group: CaseGroup) => ({ label: group.label, caseIds: group.cases.map(({ id }) => id) })),
    cases: cases.length,
    withSource: withSource.size,
    coded: whole.total.cases,
    quotations: whole.total.quotations,
  }
}

function unitsOf(cases: readonly CountedCase[], quoted: ReadonlySet<number>, standingOf: (caseId: number) => Standing): Unit[] {
  return cases.map(({ id, name }) => ({ caseId: id, name, quoted: quoted.has(id), standing: standingOf(id) }))
}

function countOf(quotations: number, codings: number, units: Unit[]): ThemeCount {
  const quoted = units.filter((unit) => unit.quoted)
  return {
    cases: quoted.length,
    casesInBase: quoted.filter(({ standing }) => isInBase(standing)).length,
    base: units.filter(({ standing }) => isInBase(standing)).length,
    quotations,
    codings,
    standings: countStandings(units.map(({ standing }) => standing)),
    units,
  }
}
