import { groupActs } from '../domain/act-group.ts'
import { flatten, treeOf } from '../domain/code.ts'
import { paragraphsOf, paragraphsUnder } from '../domain/paragraph.ts'
import { type Coder, listCoders } from '../storage/coders.ts'
import { listCodes } from '../storage/codes.ts'
import type { House } from '../storage/open.ts'
import { findLastCoding } from '../storage/progress.ts'
import { textsOf } from '../storage/source-versions.ts'
import type { Source } from '../storage/sources.ts'
import { listSources } from '../storage/sources.ts'
import { listAttributes, listSourceCases } from '../storage/study-cases.ts'
import { readActs } from './read-history.ts'
import { progressOf, type SourceProgress } from './source-progress.ts'

const LATEST = 5
const none: SourceProgress = { coded: 0, last: 0, strip: '', byCoder: new Map() }

export type SourceRow = { source: Source; progress: SourceProgress; cases: { id: number; name: string }[]; group: string | null }

/** Everything a study's home says, in a handful of queries whatever the size of the study. */
export async function readStudy(house: House, projectId: number, coderId: number) {
  const [{ rows, coders, groupName }, codes, acts, last] = await Promise.all([
    readSourceRows(house, projectId),
    listCodes(house.read, projectId),
    readActs(house, projectId, { limit: 60 }),
    findLastCoding(house.read, projectId, coderId),
  ])
  const nodes = flatten(treeOf(codes.filter((code) => !code.retiredAt)))
  return {
    rows,
    coders,
    groupName,
    themes: nodes.filter((node) => node.depth === 0),
    codes: nodes,
    undefinedCodes: nodes.filter((node) => node.definition === ''),
    latest: groupActs(acts.acts).slice(0, LATEST),
    names: acts.names,
    continueAt: last && (await placeOf(house, rows, last)),
    uncoded: rows.filter((row) => row.progress.coded === 0),
    withoutCase: rows.filter((row) => row.cases.length === 0),
  }
}

/** Every source of a study with its cases, the group they belong to, and how far its coding has come; and who has coded. */
export async function readSourceRows(
  house: House,
  projectId: number,
): Promise<{ rows: SourceRow[]; coders: (Coder & { codings: number })[]; groupName: string | null }> {
  const categories = (await listAttributes(house.read, projectId)).filter((attribute) => attribute.type === 'category')
  const group = categories.find(({ name }) => /gr[ou]u?pp?/i.test(name)) ?? categories[0]
  const [sources, progress, links, coders] = await Promise.all([
    listSources(house.read, projectId),
    progressOf(house, projectId),
    listSourceCases(house.read, projectId, group?.id),
    listCoders(house.read),
  ])
  const casesOf = new Map<number, typeof links>()
  for (const link of links) casesOf.set(link.sourceId, [...(casesOf.get(link.sourceId) ?? []), link])
  const rows = sources.map((source): SourceRow => {
    const its = casesOf.get(source.id) ?? []
    const groups = [...new Set(its.map((link) => link.value).filter((value) => value !== null))]
    const cases = its.map((link) => ({ id: link.caseId, name: link.caseName }))
    return { source, progress: progress.get(source.id) ?? none, cases, group: groups.length > 0 ? groups.join(', ') : null }
  })
  return { rows, coders: countEach(coders, rows), groupName: group?.name ?? null }
}

function countEach(coders: readonly Coder[], rows: readonly SourceRow[]): (Coder & { codings: number })[] {
  const counted = coders.map((coder) => ({ ...coder, codings: rows.reduce((sum, row) => sum + (row.progress.byCoder.get(coder.id) ?? 0), 0) }))
  return counted.filter((coder) => coder.codings > 0)
}

async function placeOf(house: House, rows: readonly SourceRow[], last: { sourceId: number; start: number; madeAt: string }) {
  const source = rows.find((row) => row.source.id === last.sourceId)?.source
  const text = (await textsOf(house.read, [last.sourceId])).get(last.sourceId)
  if (!source || text === undefined) return undefined
  const paragraph = paragraphsUnder(paragraphsOf(text), { start: last.start, end: last.start })[0]?.number ?? 1
  return { source, paragraph, at: last.madeAt }
}
