import type { Basis } from '../domain/asked.ts'
import { isInBase } from '../domain/asked.ts'
import { basesOf } from '../domain/bases.ts'
import { type CaseGroup, type CountedCase, eachCase, groupsBy } from '../domain/case-groups.ts'
import { type CodeNode, flatten, treeOf } from '../domain/code.ts'
import { type Count, count, type Tally } from '../domain/count.ts'
import { parseFilter } from '../domain/parse-filter.ts'
import { Refusal } from '../domain/refusal.ts'
import { readAttribution } from '../storage/case-turns.ts'
import { listCodes } from '../storage/codes.ts'
import { type CountedAttribute, listCountedAttributes, listCountedCases } from '../storage/counted-cases.ts'
import { listGivenAnswers, listLinkedQuestions } from '../storage/given-answers.ts'
import { readCounted } from '../storage/quotations.ts'
import { resolveFilter } from '../storage/resolve-filter.ts'
import type { Db } from '../storage/schema.ts'

/** `columns`: 'cases', or 'attribute:NAME'; `cuts`: where groups of numbers begin, else in thirds. `filter` in its text form. */
export type MatrixWish = { projectId: number; filter: string; columns: string; cuts?: readonly number[] }

export type MatrixColumn = Count & {
  /** Its address: the case's id, or g1, g2 … for groups. */
  key: string
  /** Null: the cases without the attribute. */
  label: string | null
  caseIds: number[]
  /** Of its cases: how many have a source. */
  withSource: number
}
export type MatrixRow = Count & {
  code: { id: number; key: string; tone: number; depth: number; label: string; path: string; retired: boolean; themeId: number }
  cells: { quotations: readonly number[]; cases: readonly number[] }
  /** Columns whose every case was not asked for this theme. */
  notAsked: number[]
  basis: Basis
  base: number
  /** Cases with a quotation that are in the base. */
  casesInBase: number
  /** Cases with a quotation whose answers all wait since a text was changed. */
  casesWaiting: number
}
/** Plain values, so that it can be made in a thread. `withSource`: cases with a source within the filter's bounds. */
export type Matrix = { columns: MatrixColumn[]; rows: MatrixRow[]; total: Count; outside: number; withSource: number; cases: number }

/** Code by case, counted by the engine: each cell is exactly the list of its filter. */
export async function readMatrix(db: Db, wish: MatrixWish): Promise<Matrix> {
  const selection = await resolveFilter(db, wish.projectId, parseFilter(wish.filter))
  const tree = treeOf(await listCodes(db, wish.projectId))
  const cases = (await listCountedCases(db, wish.projectId)).filter((one) => selection.holdsCase(one.id, one.sourceIds))
  const groups = groupsFor(wish, cases, await listCountedAttributes(db, wish.projectId))
  const codings = await readCounted(db, selection)
  const attribution = await readAttribution(db, wish.projectId)
  const nodes = flatten(tree)
  const tally = count(codings, axesOf(tree, nodes, groups), attribution)
  const withSource = new Set(cases.filter(({ sourceIds }) => sourceIds.length > 0).map(({ id }) => id))
  const bases = basesOf(tree, await listLinkedQuestions(db, wish.projectId), await listGivenAnswers(db, wish.projectId), withSource)
  const rows = nodes.map((node, row) => rowOf(node, row, tally, groups, bases.get(node.id)!, cases))
  return {
    columns: groups.map((group, column) => ({
      ...columnOf(group, tally.columns[column]!, withSource),
      key: wish.columns === 'cases' ? `${group.cases[0]!.id}` : `g${column + 1}`,
    })),
    rows: rows.filter((row) => !row.code.retired || row.codings > 0),
    total: tally.total,
    outside: tally.outside,
    withSource: withSource.size,
    cases: cases.length,
  }
}

/** The groups that stand as columns. Refuses an attribute that the project lacks. */
export function groupsFor(
  { columns, cuts = [] }: Pick<MatrixWish, 'columns' | 'cuts'>,
  cases: readonly CountedCase[],
  attributes: readonly CountedAttribute[],
): CaseGroup[] {
  if (columns === 'cases') return eachCase(cases)
  const name = columns.replace(/^attribute:/, '')
  const attribute = columns.startsWith('attribute:') && attributes.find((one) => one.name === name)
  if (!attribute) throw new Refusal('invalid', 'refusal.filter-no-attribute', { name })
  return groupsBy(attribute, cases, cuts)
}

/** Every code a row, counted in the rows above it as well; every group a column. */
export function axesOf(tree: readonly CodeNode[], rows: readonly CodeNode[], groups: readonly CaseGroup[]) {
  const rowOfCode = new Map(rows.map((node, row) => [node.id, row]))
  const rowsOfCode = new Map<number, readonly number[]>()
  const visit = (node: CodeNode, above: readonly number[]) => {
    const row = rowOfCode.get(node.id)
    const mine = row === undefined ? above : [...above, row]
    rowsOfCode.set(node.id, mine)
    for (const child of node.children) visit(child, mine)
  }
  for (const theme of tree) visit(theme, [])
  const columnOfCase = new Map(groups.flatMap((group, column) => group.cases.map(({ id }) => [id, column] as const)))
  return { rows: rows.length, rowsOfCode, columns: groups.length, columnOfCase }
}

function columnOf(group: CaseGroup, counted: Count, withSource: ReadonlySet<number>): Omit<MatrixColumn, 'key'> {
  const caseIds = group.cases.map(({ id }) => id)
  return { ...counted, label: group.label, caseIds, withSource: caseIds.filter((id) => withSource.has(id)).length }
}

function rowOf(
  node: CodeNode,
  row: number,
  tally: Tally,
  groups: readonly CaseGroup[],
  base: ReturnType<typeof basesOf> extends Map<number, infer B> ? B : never,
  cases: readonly CountedCase[],
): MatrixRow {
  const { id, key, tone, depth, label, path, retiredAt, themeId } = node
  const inBase = cases.filter((one) => isInBase(base.standingOf(one.id)))
  return {
    ...tally.rows[row]!,
    code: { id, key, tone, depth, label, path, themeId, retired: retiredAt !== null },
    cells: tally.cells[row]!,
    notAsked: [...groups.keys()].filter((column) => {
      const { cases: members } = groups[column]!
      return members.length > 0 && members.every((one) => base.standingOf(one.id) === 'not_asked')
    }),
    basis: base.basis,
    base: inBase.length,
    casesInBase: inBase.filter((one) => tally.casesOfRow[row]!.has(one.id)).length,
    casesWaiting: cases.filter((one) => tally.casesOfRow[row]!.has(one.id) && base.standingOf(one.id) === 'waiting').length,
  }
}
