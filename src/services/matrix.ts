import { type Base, baseOf, isInBase } from '../domain/asked.ts'
import { basesOf } from '../domain/bases.ts'
import { type CaseGroup, type CountedCase, eachCase, groupsBy } from '../domain/case-groups.ts'
import { type CodeNode, membersOfCodes, treeOf } from '../domain/code.ts'
import { addsUp, cellStates, type Matrix, type MatrixMember, type MatrixValue, unitOf } from '../domain/matrix.ts'
import { parseFilter } from '../domain/parse-filter.ts'
import { Refusal } from '../domain/refusal.ts'
import { type Said, saidWords } from '../domain/said-words.ts'
import { type Counts, type Sheet, type Tally, type Total, tally } from '../domain/tally.ts'
import { noAttribute } from '../domain/unknown-in-filter.ts'
import { listCodes } from '../storage/codes.ts'
import { type CountedAttribute, listCountedCases } from '../storage/counted-cases.ts'
import { listGivenAnswers, listLinkedQuestions } from '../storage/given-answers.ts'
import type { Db } from '../storage/schema.ts'
import { casesByQuestion, readGuideCases } from './guide-cases.ts'
import { readSide, type Side } from './matrix-sides.ts'
import { readCountable } from './read-countable.ts'
import { selectCodings } from './select-codings.ts'

/** `rows` and `columns` as `readSide` reads them; `cuts`: where groups of numbers begin, else in thirds. `filter` in its text form. */
export type MatrixWish = {
  projectId: number
  filter: string
  columns: string
  rows?: string
  value?: MatrixValue
  cuts?: readonly number[]
  rowCuts?: readonly number[]
}

/** Anything against anything, counted by the engine: each cell is exactly the list of its filter. */
export async function readMatrix(db: Db, wish: MatrixWish): Promise<Matrix> {
  const { projectId, rows = 'codes', columns, value = 'quotations', cuts = [], rowCuts = [] } = wish
  if (isSameKind(rows, columns)) throw new Refusal('invalid', 'refusal.matrix-same')
  const selection = await selectCodings(db, projectId, parseFilter(wish.filter))
  const every = await listCountedCases(db, projectId)
  const cases = every.filter((one) => selection.holdsCase(one.id, one.sourceIds))
  const withSource = new Set(cases.filter(({ sourceIds }) => sourceIds.length > 0).map(({ id }) => id))
  const tree = treeOf(await listCodes(db, projectId))
  const answers = await listGivenAnswers(db, projectId)
  const casesFor = casesByQuestion(await readGuideCases(db, projectId, every))
  const room = {
    projectId,
    tree,
    cases,
    bases: basesOf(tree, await listLinkedQuestions(db, projectId), answers, withSource, casesFor),
    baseOfQuestion: (questionId: number) => baseOf(new Set([questionId]), answers, withSource, casesFor),
  }
  const sides = { rows: await readSide(db, room, rows, rowCuts), columns: await readSide(db, room, columns, cuts) }
  const { codings, attribution, words } = await readCountable(db, selection, wish.filter, unitOf(value) === 'words')
  const axes = { rows: sides.rows.axis, columns: sides.columns.axis }
  const sheet = { ...axes, cases: new Map(cases.map(({ id }, at) => [id, at])), attribution, words, inCells: unitOf(value) }
  return new Drawing({ value, sides, sheet, counted: tally(codings, sheet), cases, withSource }).matrix()
}

/** Two sides of one kind say nothing of each other; two attributes do. */
export function isSameKind(rows: string, columns: string): boolean {
  return kindOf(rows) === kindOf(columns)
}

function kindOf(side: string): string {
  return side === 'themes' || side.startsWith('code:') ? 'codes' : side
}

type Drawn = {
  value: MatrixValue
  sides: { rows: Side; columns: Side }
  sheet: Sheet
  counted: Tally
  cases: readonly CountedCase[]
  withSource: ReadonlySet<number>
}

/** What was counted, with its heads and denominators. */
class Drawing {
  readonly drawn: Drawn
  readonly said: Said | undefined

  constructor(drawn: Drawn) {
    this.drawn = drawn
    const { words, ...sides } = drawn.sheet
    this.said = drawn.value === 'share' && words ? saidWords(words, sides) : undefined
  }

  matrix(): Matrix {
    const { value, sides, counted, cases, withSource } = this.drawn
    const matrix = {
      value,
      rows: sides.rows.heads.map((_, row) => this.member('rows', row)),
      columns: sides.columns.heads.map((_, column) => this.member('columns', column)),
      cells: {
        quotations: counted.cells.quotations,
        counted: counted.cells[unitOf(value)],
        said: this.said?.cells ?? new Uint32Array(),
        states: this.states(),
      },
      total: { ...counted.total, said: this.said?.total ?? 0 },
      outside: counted.outside,
      cases: cases.length,
      withSource: withSource.size,
    }
    return { ...matrix, addsUp: addsUp(matrix) }
  }

  member(side: 'rows' | 'columns', member: number): MatrixMember {
    const { sides, counted } = this.drawn
    const said = this.said?.[side][member] ?? 0
    return { ...sides[side].heads[member]!, ...totalsOf(counted[side], member), base: this.base(side, member), said }
  }

  /** The cases that could have spoken there: those asked, the group's, else all with a source. */
  base(side: 'rows' | 'columns', member: number): MatrixMember['base'] {
    const { sides, counted } = this.drawn
    const { base: baseOfMember, heads } = sides[side]
    const own = heads[member]!.caseIds
    const base = baseOfMember?.(member) ?? this.#anyBase
    const { inBase, waiting } = own ? standingsOf(base, own) : this.#standingsOfAll(base)
    let within = 0
    for (const id of inBase) if (counted.hasCase(side, member, id)) within++
    return { basis: base.basis, of: inBase.length, within, waiting: waiting.filter((id) => counted.hasCase(side, member, id)).length }
  }

  /** Many codes share a base. */
  #standingsOfAll(base: Base): ReturnType<typeof standingsOf> {
    const known = this.#known.get(base)
    if (known) return known
    const standings = standingsOf(
      base,
      this.drawn.cases.map(({ id }) => id),
    )
    this.#known.set(base, standings)
    return standings
  }
  readonly #known = new Map<Base, ReturnType<typeof standingsOf>>()

  /** How the cases of each empty cell stand: none of them was asked, or none has a source, or the guide is for none of them. */
  states(): Uint8Array {
    const { rows, columns } = this.drawn.sides
    const states = new Uint8Array(rows.heads.length * columns.heads.length)
    const known = new Map<Base, Uint8Array>()
    const of = (asked: Side, groups: Side, member: number) => {
      const base = asked.base?.(member) ?? this.#anyBase
      const states = known.get(base) ?? Uint8Array.from(groups.heads.map(({ caseIds }) => stateOf(base, caseIds!)))
      known.set(base, states)
      return states
    }
    if (columns.axis.by === 'case') for (const row of rows.heads.keys()) states.set(of(rows, columns, row), row * columns.heads.length)
    else if (rows.axis.by === 'case')
      for (const column of columns.heads.keys())
        for (const [row, state] of of(columns, rows, column).entries()) states[row * columns.heads.length + column] = state
    return states
  }
  readonly #anyBase: Base = { basis: 'source', standingOf: (id) => (this.drawn.withSource.has(id) ? 'with_source' : 'no_source') }
}

/** Those of some cases that are in a base, and those whose answers wait. */
function standingsOf(base: Base, caseIds: readonly number[]): { inBase: number[]; waiting: number[] } {
  return { inBase: caseIds.filter((id) => isInBase(base.standingOf(id))), waiting: caseIds.filter((id) => base.standingOf(id) === 'waiting') }
}

function stateOf(base: Base, caseIds: readonly number[]): number {
  const standings = caseIds.map((id) => base.standingOf(id))
  const withSource = standings.filter((standing) => standing !== 'no_source')
  if (withSource.length === 0) return cellStates.indexOf('no_source')
  if (withSource.every((standing) => standing === 'outside_guide')) return cellStates.indexOf('outside_guide')
  return cellStates.indexOf(withSource.every((standing) => standing === 'not_asked' || standing === 'outside_guide') ? 'not_asked' : 'counted')
}

function totalsOf(counts: Counts, member: number): Total {
  const { quotations, codings, cases, sources, words } = counts
  return {
    quotations: quotations[member]!,
    codings: codings[member]!,
    cases: cases[member]!,
    sources: sources[member]!,
    words: words[member] ?? 0,
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
  if (!attribute)
    throw noAttribute(
      name,
      attributes.map((one) => one.name),
    )
  return groupsBy(attribute, cases, cuts)
}

/** Every code a row, counted in the rows above it as well; every group a column. */
export function axesOf(tree: readonly CodeNode[], rows: readonly CodeNode[], groups: readonly CaseGroup[]) {
  const columnOfCase = new Map(groups.flatMap((group, column) => group.cases.map(({ id }) => [id, column] as const)))
  return { rows: rows.length, rowsOfCode: membersOfCodes(tree, rows), columns: groups.length, columnOfCase }
}
