import { type Basis, countStandings, isInBase, type Standing, type StandingCounts } from './asked.ts'
import { type CasePart, countParts, isJudged, type PartCounts, type PlacedCase, partOf } from './case-parts.ts'
import type { CellContent, FindingState } from './finding.ts'
import type { MatrixMember } from './matrix.ts'
import type { Cell } from './memo.ts'

/** What stands at the head of a framework's column: a code or a question of a guide. One of the two is null. */
export type Topic = Pick<Cell, 'codeId' | 'questionId'>
/** Where something is drawn together: of a topic, for all cases, or for a group of them by an attribute's value ('' for those without one). */
export type SynthesisPlace = Topic & { readonly attributeId: number | null; readonly group: string }

/** A topic as addresses have it: `c12`, `q7`. */
export function topicKey({ codeId, questionId }: Topic): string {
  return codeId === null ? `q${questionId}` : `c${codeId}`
}

/** A place in a framework: a cell by its case, a synthesis by its group (0 for all cases, else the number of the group, from 1). */
export type FrameworkPlace = { readonly topic: string } & ({ readonly caseId: number } | { readonly group: number })

/** As addresses have it: `5.c12` is case 5 under code 12, `all.q7` all cases, `g2.q7` their second group. */
export function placeKey(place: FrameworkPlace): string {
  const who = 'caseId' in place ? `${place.caseId}` : place.group === 0 ? 'all' : `g${place.group}`
  return `${who}.${place.topic}`
}

/** The place that an address names; undefined where it names none. */
export function placeOf(key: string): FrameworkPlace | undefined {
  const found = /^(\d{1,9}|all|g\d{1,5})\.([cq]\d{1,9})$/.exec(key)
  if (!found) return undefined
  const [, who = '', topic = ''] = found
  if (who === 'all') return { topic, group: 0 }
  return who.startsWith('g') ? { topic, group: Number(who.slice(1)) } : { topic, caseId: Number(who) }
}

/** Something that is drawn together, by whom and when. */
export type Synthesis = SynthesisPlace & { readonly text: string; readonly writtenBy: string; readonly writtenAt: string }
/** A cell. `derived`: how a theme that nobody judged is judged by the questions that ask for it. What was said, how the case stands to the topic, what was made of it, and the quotations picked. */
export type FrameworkCell = CellContent & {
  standing: Standing
  derived: FindingState | null
  picked: readonly number[]
  writtenBy: string | null
  writtenAt: string | null
  noted: boolean
}
/** A question that asks for a theme. `guide`: its guide's name, where the project has several. `caseIds`: those that its guide is for. */
export type TopicQuestion = { readonly number: number; readonly text: string; readonly guide: string | null; readonly caseIds: ReadonlySet<number> }
export type FrameworkTopic = Topic & {
  key: string
  label: string
  detail: string
  code: MatrixMember['code']
  filter: string
  questions: readonly TopicQuestion[]
  /** The denominator: those of the cases shown that were asked, or that have a source. */
  basis: Basis
  base: number
  quoted: number
  standings: StandingCounts
  /** Whether the topic is counted by what cases were judged to say. */
  judged: boolean
  /** Every case once. */
  parts: PartCounts
  /** In the order of the cases. */
  cells: readonly FrameworkCell[]
}
export type FrameworkGroup = { label: string | null; attributeId: number; value: string; caseIds: readonly number[] }
export type Framework = {
  topics: readonly FrameworkTopic[]
  cases: readonly { id: number; name: string; filter: string }[]
  /** Empty where cases are not grouped. */
  groups: readonly FrameworkGroup[]
  /** Of all cases and of each group, by `synthesisKey`. */
  syntheses: ReadonlyMap<string, Synthesis>
  /** Drawn together of groups that no case is in any more. */
  stray: readonly Synthesis[]
}

export function synthesisKey(place: SynthesisPlace): string {
  return JSON.stringify([topicKey(place), place.attributeId, place.group])
}

/** The questions of a theme in the guides that any of some cases is in (all, where no case is in any yet), each in a line, with its guide where numbers of several could be mixed up. */
export function questionLines({ questions }: Pick<FrameworkTopic, 'questions'>, caseIds: readonly number[]): string[] {
  const isKnown = questions.some((one) => one.caseIds.size > 0)
  const theirs = questions.filter((one) => !isKnown || caseIds.some((id) => one.caseIds.has(id)))
  return theirs.map(({ guide, number, text }) => `${guide === null ? '' : `${guide}, `}${number}. ${text}`)
}

export type TopicCounts = Pick<FrameworkTopic, 'basis' | 'base' | 'quoted' | 'standings' | 'judged' | 'parts'>

/** How a cell counts: as it was judged, else as the questions of its theme were. */
export function asCounted({ state, derived }: Pick<FrameworkCell, 'state' | 'derived'>): { state: FindingState | null } {
  return { state: state ?? derived }
}

/** The one part of its topic's cases that a cell's case belongs to. */
export function partOfCell(cell: FrameworkCell, judged: boolean): CasePart {
  return partOf(placed(cell), judged)
}

export function isTopicJudged(cells: readonly FrameworkCell[]): boolean {
  return isJudged(cells.map(placed))
}

function placed(cell: FrameworkCell): PlacedCase {
  return { standing: cell.standing, quoted: cell.quotations > 0, ...asCounted(cell) }
}

/** The denominator of a topic over some of its cells, or all: those in its base, those of them with a quotation, and how they stand. `judged` is of the whole topic. */
export function countTopic({ basis, judged }: Pick<FrameworkTopic, 'basis' | 'judged'>, cells: readonly FrameworkCell[]): TopicCounts {
  const based = cells.filter(({ standing }) => isInBase(standing))
  return {
    basis,
    base: based.length,
    quoted: based.filter(({ quotations }) => quotations > 0).length,
    standings: countStandings(cells.map(({ standing }) => standing)),
    judged,
    parts: countParts(cells.map((cell) => partOfCell(cell, judged))),
  }
}

/** The cells of a topic for a group's cases, or for all, with whose they are. */
export function casesOf({ cases }: Framework, { cells }: FrameworkTopic, group: FrameworkGroup | null) {
  const own = group && new Set(group.caseIds)
  return cases.map((one, at) => ({ case: one, cell: cells[at]! })).filter(({ case: { id } }) => own === null || own.has(id))
}
