import { inNaturalOrder } from '../domain/case-name.ts'
import { flatten, treeOf } from '../domain/code.ts'
import { Refusal } from '../domain/refusal.ts'
import { listWaitingAnswers } from '../storage/carry-reviews.ts'
import { listCodes } from '../storage/codes.ts'
import { listMemosOn } from '../storage/memos.ts'
import type { House } from '../storage/open.ts'
import { listSources } from '../storage/sources.ts'
import { listAnswersOfCase, listAttributes, listSourceCases, listStudyCases } from '../storage/study-cases.ts'
import { countCase } from './count-case.ts'
import { linkMemos } from './link-memos.ts'
import { progressOf } from './source-progress.ts'

/** The cases of a project with their values and sources. */
export async function readCasesOf(house: House, projectId: number) {
  const [cases, attributes, links, sources] = await Promise.all([
    listStudyCases(house.read, projectId),
    listAttributes(house.read, projectId),
    listSourceCases(house.read, projectId),
    listSources(house.read, projectId),
  ])
  const sourceOf = new Map(sources.map((source) => [source.id, source]))
  const sourcesOf = new Map(cases.map((one) => [one.id, links.filter((link) => link.caseId === one.id).map((link) => sourceOf.get(link.sourceId)!)]))
  return { cases, attributes, sources, sourcesOf }
}

/** One case: its values, its sources with how far they have come, what it answered, and quotations under each theme. */
export async function readCase(house: House, projectId: number, caseId: number) {
  const { cases, attributes, sourcesOf, sources } = await readCasesOf(house, projectId)
  const one = cases.find((each) => each.id === caseId)
  if (!one) throw new Refusal('not-found', 'refusal.no-case')
  const waiting = await listWaitingAnswers(house.read, projectId)
  const given = await listAnswersOfCase(house.read, caseId)
  const answers = given.map((answer) => ({ ...answer, status: waiting.has(answer.id) ? ('waiting' as const) : answer.status }))
  const [codes, progress] = await Promise.all([listCodes(house.read, projectId), progressOf(house, projectId)])
  const nodes = flatten(treeOf(codes))
  const counts = await countCase(house, projectId, caseId, nodes)
  const suggestions = new Map(attributes.filter(({ type }) => type === 'category').map(({ id }) => [id, valuesOf(cases, id)]))
  const memos = await linkMemos(house.read, projectId, await listMemosOn(house.read, projectId, { kind: 'case', id: caseId }))
  return { case: one, memos, attributes, suggestions, sources: sourcesOf.get(caseId)!, allSources: sources, answers, progress, codes: nodes, counts }
}

/** The distinct values of an attribute, in order, as many as anybody chooses among. */
function valuesOf(cases: readonly { values: ReadonlyMap<number, string> }[], attributeId: number): string[] {
  const values = new Set(cases.flatMap((one) => one.values.get(attributeId) ?? []))
  return [...values].sort(inNaturalOrder).slice(0, 200)
}
