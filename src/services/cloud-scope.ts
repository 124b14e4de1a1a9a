import { type CaseGroup, type CloudRequest, isInGroup } from '../domain/cloud-request.ts'
import { type CodeNode, flatten, treeOf, withDescendants } from '../domain/code.ts'
import { groupBy } from '../domain/group-by.ts'
import { Refusal } from '../domain/refusal.ts'
import { overlap, type Span } from '../domain/span.ts'
import { type CaseWithValues, listAttributesOf, listCasesOfSources, listCasesWithValues, listTurnsOfCases } from '../storage/case-groups.ts'
import { listCoders } from '../storage/coders.ts'
import { listCodes } from '../storage/codes.ts'
import type { Db } from '../storage/schema.ts'
import { listSources, type Source } from '../storage/sources.ts'

/** A project's sources and cases as a cloud counts them. Where a project has no cases, each source counts as one. */
export type CloudScope = {
  readonly unit: 'case' | 'source'
  readonly sources: readonly Source[]
  readonly cases: readonly CaseWithValues[]
  readonly codes: readonly CodeNode[]
  /** The units that a passage of a source counts for: the cases whose turns it overlaps, else the source's. */
  readonly unitsOf: (sourceId: number, span: Span) => readonly number[]
  readonly turnsOf: (sourceId: number) => readonly (Span & { caseId: number })[]
  readonly ofSource: (sourceId: number) => readonly number[]
  /** Every unit that has a source. */
  readonly withSource: ReadonlySet<number>
}

export async function readCloudScope(db: Db, projectId: number): Promise<CloudScope> {
  const sources = await listSources(db, projectId)
  const cases = await listCasesWithValues(db, projectId)
  const links = groupBy(await listCasesOfSources(db, projectId), (link) => link.sourceId)
  const turns = groupBy(await listTurnsOfCases(db, projectId), (turn) => turn.sourceId)
  const unit = cases.length > 0 ? 'case' : 'source'
  const turnsOf = (sourceId: number) => turns.get(sourceId) ?? []
  const ofSource = (sourceId: number) => (unit === 'source' ? [sourceId] : (links.get(sourceId) ?? []).map((link) => link.caseId))
  const unitsOf = (sourceId: number, span: Span) => {
    const speaking = turnsOf(sourceId).filter((turn) => overlap(turn, span))
    return speaking.length > 0 ? [...new Set(speaking.map((turn) => turn.caseId))] : ofSource(sourceId)
  }
  const withSource = new Set(sources.flatMap(({ id }) => [...ofSource(id), ...turnsOf(id).map((turn) => turn.caseId)]))
  return { unit, sources, cases, codes: flatten(treeOf(await listCodes(db, projectId))), unitsOf, turnsOf, ofSource, withSource }
}

/** The units that a cloud speaks of, as a set; null where it speaks of all, also of sources that have no case. */
export function unitsWanted(scope: CloudScope, request: CloudRequest, group: CaseGroup | null): ReadonlySet<number> | null {
  if (!request.caseId && !group) return null
  const wanted = scope.cases.filter((one) => (!request.caseId || one.id === request.caseId) && (!group || isInGroup(group, one.values.get(group.attributeId))))
  return new Set(wanted.map(({ id }) => id))
}

/** The theme (or code) of a request with the ids of all below it. */
export function codeIdsOf(scope: CloudScope, request: CloudRequest): number[] | null {
  if (!request.themeId) return null
  return withDescendants(scope.codes.find((code) => code.id === request.themeId)!).map(({ id }) => id)
}

/** Refuses a theme, case, coder or attribute that this project does not have. */
export async function checkCloudRequest(db: Db, projectId: number, scope: CloudScope, request: CloudRequest): Promise<void> {
  if (request.themeId && !scope.codes.some(({ id }) => id === request.themeId)) throw new Refusal('not-found', 'refusal.no-code')
  if (request.caseId && !scope.cases.some(({ id }) => id === request.caseId)) throw new Refusal('not-found', 'refusal.no-case')
  if (request.coderId && !(await listCoders(db)).some(({ id }) => id === request.coderId)) throw new Refusal('not-found', 'refusal.no-coder')
  const groups = [request.group, request.beside].filter((group) => group !== null)
  if (groups.length === 0) return
  const attributes = await listAttributesOf(db, projectId)
  for (const group of groups) if (!attributes.some(({ id }) => id === group.attributeId)) throw new Refusal('not-found', 'refusal.cloud-attribute')
}
