import { baseOf, isInBase } from '../domain/asked.ts'
import type { CountedCase } from '../domain/case-groups.ts'
import { filterOfCloud } from '../domain/cloud-filter.ts'
import type { CaseGroup, CloudRequest } from '../domain/cloud-request.ts'
import { type CodeNode, flatten, treeOf } from '../domain/code.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Span } from '../domain/span.ts'
import { readAttribution } from '../storage/case-turns.ts'
import { listCoders } from '../storage/coders.ts'
import { listCodes } from '../storage/codes.ts'
import { type CountedAttribute, listCountedAttributes, listCountedCases } from '../storage/counted-cases.ts'
import { listGivenAnswers } from '../storage/given-answers.ts'
import { listNameables } from '../storage/nameables.ts'
import type { Selection } from '../storage/resolve-filter.ts'
import type { Db } from '../storage/schema.ts'
import { listSources, type Source } from '../storage/sources.ts'
import { selectCodings } from './select-codings.ts'
import { readStopWords } from './stop-words.ts'

/** A project's sources and cases as a cloud counts them. Where a project has no cases, each source counts as one. */
export type CloudScope = {
  readonly projectId: number
  readonly unit: 'case' | 'source'
  readonly sources: readonly Source[]
  readonly cases: readonly CountedCase[]
  readonly tree: readonly CodeNode[]
  readonly codes: readonly CodeNode[]
  readonly attributes: readonly CountedAttribute[]
  /** Words that the project never counts. */
  readonly stopWords: readonly string[]
  /** The units that a passage of a source counts for, by the same rule as every count of quotations. */
  readonly unitsOf: (sourceId: number, span: Span) => readonly number[]
}

/** The part of a scope that one cloud is of: its codings, its units (null: all, also sources that have no case), those of them that have a source, and, of one question, those who were asked it. */
export type CloudPart = {
  readonly selection: Selection
  readonly wanted: ReadonlySet<number> | null
  readonly withSource: ReadonlySet<number>
  readonly asked: ReadonlySet<number> | null
}

export async function readCloudScope(db: Db, projectId: number): Promise<CloudScope> {
  const cases = await listCountedCases(db, projectId)
  const attribution = await readAttribution(db, projectId)
  const tree = treeOf(await listCodes(db, projectId))
  const unit = cases.length > 0 ? 'case' : 'source'
  return {
    projectId,
    unit,
    sources: await listSources(db, projectId),
    cases,
    tree,
    codes: flatten(tree),
    attributes: await listCountedAttributes(db, projectId),
    stopWords: await readStopWords(db, projectId),
    unitsOf: (sourceId, { start, end }) => (unit === 'source' ? [sourceId] : attribution.casesOf(sourceId, start, end)),
  }
}

/** Refuses a theme, case, coder or attribute that this project does not have, and a wrong filter. */
export async function readCloudPart(db: Db, projectId: number, scope: CloudScope, request: CloudRequest, group: CaseGroup | null): Promise<CloudPart> {
  await check(db, projectId, scope, request, group)
  const selection = await selectCodings(db, projectId, filterOfCloud(request, group, scope.attributes))
  if (scope.unit === 'source') return { selection, wanted: null, withSource: new Set(scope.sources.map(({ id }) => id)), asked: null }
  const held = scope.cases.filter((one) => selection.holdsCase(one.id, one.sourceIds))
  const all = !request.caseId && !group && held.length === scope.cases.length
  const withSource = new Set(held.filter(({ sourceIds }) => sourceIds.length > 0).map(({ id }) => id))
  const asked = request.questionId && (await readAsked(db, projectId, request.questionId, withSource))
  return { selection, wanted: all ? null : new Set(held.map(({ id }) => id)), withSource, asked: asked || null }
}

/** Those of some cases to whom a question was put. */
async function readAsked(db: Db, projectId: number, questionId: number, cases: ReadonlySet<number>): Promise<ReadonlySet<number>> {
  const { standingOf } = baseOf(new Set([questionId]), await listGivenAnswers(db, projectId), cases)
  return new Set([...cases].filter((id) => isInBase(standingOf(id))))
}

async function check(
  db: Db,
  projectId: number,
  scope: CloudScope,
  { themeId, questionId, caseId, coderId }: CloudRequest,
  group: CaseGroup | null,
): Promise<void> {
  if (questionId && !(await listNameables(db, projectId, 'question')).some(({ id }) => id === questionId))
    throw new Refusal('not-found', 'refusal.cloud-question')
  if (themeId && !scope.codes.some(({ id }) => id === themeId)) throw new Refusal('not-found', 'refusal.no-code')
  if (caseId && !scope.cases.some(({ id }) => id === caseId)) throw new Refusal('not-found', 'refusal.no-case')
  if (coderId && !(await listCoders(db)).some(({ id }) => id === coderId)) throw new Refusal('not-found', 'refusal.no-coder')
  if (group && !scope.attributes.some(({ id }) => id === group.attributeId)) throw new Refusal('not-found', 'refusal.cloud-attribute')
}
