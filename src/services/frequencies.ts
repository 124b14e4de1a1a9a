import { type Basis, countStandings, isInBase, type Standing, type StandingCounts } from '../domain/asked.ts'
import { basesOf } from '../domain/bases.ts'
import { type CaseGroup, type CountedCase, eachCase } from '../domain/case-groups.ts'
import { type CasePart, countParts, isJudged, type PartCounts, type PlacedCase, partOf } from '../domain/case-parts.ts'
import { type CodeNode, treeOf, withDescendants } from '../domain/code.ts'
import { type CodeChoice, chosenCodes } from '../domain/code-choice.ts'
import { count } from '../domain/count.ts'
import { askingFor, type FindingState, type JudgedCell, statesOf } from '../domain/finding.ts'
import { parseFilter } from '../domain/parse-filter.ts'
import { listCodes } from '../storage/codes.ts'
import { listCountedAttributes, listCountedCases } from '../storage/counted-cases.ts'
import { listQuestionTexts } from '../storage/findings.ts'
import { listGivenAnswers, listLinkedQuestions } from '../storage/given-answers.ts'
import { listJudgedCells } from '../storage/judged-cells.ts'
import type { Db } from '../storage/schema.ts'
import { casesByQuestion, readGuideCases } from './guide-cases.ts'
import { axesOf, groupsFor } from './matrix.ts'
import { readCountable } from './read-countable.ts'
import { selectCodings } from './select-codings.ts'

/** One case under one theme: has it a quotation, how does it stand to the theme's questions, what has somebody judged that it says, and the one part that it counts in. */
export type Unit = PlacedCase & { caseId: number; name: string; sources: number; part: CasePart }
export type ThemeCount = {
  /** Cases with a quotation; `casesInBase` those of them that are in the base. */
  cases: number
  casesInBase: number
  base: number
  /** Cases outside the base that it could have had: of them too, whoever says “all” says something. Not those that the guide is not for. */
  others: number
  quotations: number
  codings: number
  /** The informants' words under them; 0 where none were asked for. */
  words: number
  standings: StandingCounts
  /** Whether the theme is counted by what cases were judged to say. */
  judged: boolean
  /** Every case once. */
  parts: PartCounts
  units: Unit[]
}
export type ThemeFrequency = {
  code: { id: number; key: string; tone: number; label: string; path: string }
  basis: Basis
  /** Numbers of the questions that ask for it; none where its base is those with a source. */
  asked: readonly number[]
  /** Every judgement that counts here is of the theme itself, none of a question or of a code below it. */
  judgedItself: boolean
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

/** `words`: count them as well, which reads every text. `codes`: the themes, where nothing else is said. */
export type FrequencyWish = { projectId: number; filter: string; split: string; cuts?: readonly number[]; words?: boolean; codes?: CodeChoice }

/** Each theme with its denominator, of all and split by an attribute's groups (`split`: 'attribute:NAME' or ''; `cuts`: where groups of numbers begin). */
export async function readFrequencies(db: Db, wish: FrequencyWish): Promise<Frequencies> {
  const { projectId } = wish
  const selection = await selectCodings(db, projectId, parseFilter(wish.filter))
  const every = await listCountedCases(db, projectId)
  const cases = every.filter((one) => selection.holdsCase(one.id, one.sourceIds))
  const groups = wish.split ? groupsFor({ columns: wish.split, cuts: wish.cuts ?? [] }, cases, await listCountedAttributes(db, projectId)) : []
  const tree = treeOf(await listCodes(db, projectId))
  const nodes = chosenCodes(tree, wish.codes ?? 'themes')
  const { codings, attribution, words } = await readCountable(db, selection, wish.filter, wish.words ?? false)
  const whole = count(codings, axesOf(tree, nodes, eachCase(cases)), attribution, words)
  const parts = groups.length > 0 ? count(codings, axesOf(tree, nodes, groups), attribution, words) : undefined
  const withSource = new Set(cases.filter(({ sourceIds }) => sourceIds.length > 0).map(({ id }) => id))
  const questions = await listLinkedQuestions(db, projectId)
  const bases = basesOf(tree, questions, await listGivenAnswers(db, projectId), withSource, casesByQuestion(await readGuideCases(db, projectId, every)))
  const cells = await listJudgedCells(db, projectId)
  const asking = new Map(nodes.map((node) => [node.id, askingFor(node, questions)]))
  const texts = await listQuestionTexts(db, [...new Set([...asking.values()].flat())])
  const numbersOf = (ids: readonly number[]) => [...new Set(ids.map((id) => texts.get(id)!.number))].sort((a, b) => a - b)
  const states = statesOf(nodes, questions, cells)
  const themes = [...nodes.entries()].filter(([row, theme]) => theme.retiredAt === null || whole.rows[row]!.codings > 0)
  return {
    themes: themes.map(([row, { id, key, tone, label, path }]) => {
      const { basis, standingOf } = bases.get(id)!
      const placed = (members: readonly CountedCase[]) => unitsOf(members, whole.casesOfRow[row]!, standingOf, states.get(id)!)
      const judged = isJudged(placed(cases))
      const units = (members: readonly CountedCase[]) => ({ judged, units: placed(members).map((unit) => ({ ...unit, part: partOf(unit, judged) })) })
      return {
        code: { id, key, tone, label, path },
        basis,
        asked: basis === 'asked' ? numbersOf(asking.get(id)!) : [],
        judgedItself: isJudgedItself(nodes.find((node) => node.id === id)!, cells),
        whole: countOf(whole.rows[row]!, units(cases)),
        split: groups.map((group, column) => countOf(cellOf(parts!.cells[row]!, column), units(group.cases))),
      }
    }),
    groups: groups.map((group: CaseGroup) => ({ label: group.label, caseIds: group.cases.map(({ id }) => id) })),
    cases: cases.length,
    withSource: withSource.size,
    coded: whole.total.cases,
    quotations: whole.total.quotations,
  }
}

function isJudgedItself(node: CodeNode, cells: readonly JudgedCell[]): boolean {
  const below = new Set(node.children.flatMap(withDescendants).map(({ id }) => id))
  return cells.every(({ codeId }) => codeId !== null && !below.has(codeId))
}

type Amounts = { quotations: number; codings: number; words: number }

function cellOf(row: { readonly [A in keyof Amounts]: readonly number[] }, column: number): Amounts {
  return { quotations: row.quotations[column]!, codings: row.codings[column]!, words: row.words[column] ?? 0 }
}

function unitsOf(
  cases: readonly CountedCase[],
  quoted: ReadonlySet<number>,
  standingOf: (caseId: number) => Standing,
  states: ReadonlyMap<number, FindingState>,
): Omit<Unit, 'part'>[] {
  return cases.map(({ id, name, sourceIds }) => ({
    caseId: id,
    name,
    sources: sourceIds.length,
    quoted: quoted.has(id),
    standing: standingOf(id),
    state: states.get(id) ?? null,
  }))
}

function countOf({ quotations, codings, words }: Amounts, { judged, units }: Pick<ThemeCount, 'judged' | 'units'>): ThemeCount {
  const quoted = units.filter((unit) => unit.quoted)
  const inBase = units.filter(({ standing }) => isInBase(standing))
  return {
    cases: quoted.length,
    casesInBase: inBase.filter((unit) => unit.quoted).length,
    base: inBase.length,
    others: units.filter(({ standing }) => !isInBase(standing) && standing !== 'outside_guide').length,
    quotations,
    codings,
    words,
    standings: countStandings(units.map(({ standing }) => standing)),
    judged,
    parts: countParts(units.map(({ part }) => part)),
    units,
  }
}
