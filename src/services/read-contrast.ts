import { baseOf } from '../domain/asked.ts'
import { type CodeNode, treeOf } from '../domain/code.ts'
import { type Candidate, type CaseView, type ContrastQuotation, contrastOf } from '../domain/contrast.ts'
import { askingFor, type FindingState, statesOf } from '../domain/finding.ts'
import { paragraphsOf, paragraphsUnder } from '../domain/paragraph.ts'
import { parseFilter } from '../domain/parse-filter.ts'
import { listCodes } from '../storage/codes.ts'
import { listCountedCases } from '../storage/counted-cases.ts'
import { listPicked } from '../storage/evidence.ts'
import { listGivenAnswers, listLinkedQuestions } from '../storage/given-answers.ts'
import { listJudgedCells } from '../storage/judged-cells.ts'
import { listNames } from '../storage/names.ts'
import { listSelected, type SelectedCoding } from '../storage/quotations.ts'
import type { Db } from '../storage/schema.ts'
import { textsOf } from '../storage/source-versions.ts'
import { readKnownAttribution } from './read-countable.ts'
import { byQuotation } from './read-quotations.ts'
import { selectCodings } from './select-codings.ts'

/** Without a theme of the project: the first that somebody was judged to speak against, else the first. */
export type ContrastWish = { projectId: number; themeId: number | undefined }
export type ContrastOfTheme = { themeId: number | null; quotations: ContrastQuotation[] }

/** The strongest quotations of a theme, and those that speak against it. */
export async function readContrast(db: Db, { projectId, themeId }: ContrastWish): Promise<ContrastOfTheme> {
  const tree = treeOf(await listCodes(db, projectId))
  const questions = await listLinkedQuestions(db, projectId)
  const states = statesOf(tree, questions, await listJudgedCells(db, projectId))
  const theme = tree.find(({ id }) => id === themeId) ?? mostTelling(tree, states)
  if (!theme) return { themeId: null, quotations: [] }
  const cases = await listCountedCases(db, projectId)
  const withSource = new Set(cases.filter(({ sourceIds }) => sourceIds.length > 0).map(({ id }) => id))
  const { standingOf } = baseOf(new Set(askingFor(theme, questions)), await listGivenAnswers(db, projectId), withSource)
  const views = cases.map(({ id }) => ({ caseId: id, standing: standingOf(id), state: states.get(theme.id)!.get(id) ?? null }))
  return { themeId: theme.id, quotations: await readSides(db, projectId, theme.id, views) }
}

function mostTelling(tree: readonly CodeNode[], states: ReadonlyMap<number, ReadonlyMap<number, FindingState>>): CodeNode | undefined {
  const inUse = tree.filter(({ retiredAt }) => retiredAt === null)
  return inUse.find(({ id }) => [...states.get(id)!.values()].includes('no')) ?? inUse[0] ?? tree[0]
}

async function readSides(db: Db, projectId: number, themeId: number, views: readonly CaseView[]): Promise<ContrastQuotation[]> {
  const codings = await listSelected(db, await selectCodings(db, projectId, parseFilter(`code:#${themeId}`)))
  const { casesOf } = await readKnownAttribution(db, projectId)
  const picked = new Set([...(await listPicked(db, projectId)).values()].flatMap((ids) => [...ids]))
  const groups = byQuotation(codings)
  const codingOf = new Map(groups.map((group) => [group[0]!.quotationId, Math.min(...group.map((one) => one.id))]))
  const candidates = groups.map((group) => candidateOf(group, casesOf, picked))
  const chosen = contrastOf(candidates, views)
  const sourceIds = [...new Set(chosen.map(({ quotation }) => quotation.sourceId))]
  const texts = await textsOf(db, sourceIds)
  const names = await listNames(db, { sourceIds, codeIds: [], caseIds: chosen.map(({ caseId }) => caseId) })
  return chosen.map(({ side, caseId, quotation: { id, sourceId, start, end } }) => {
    const text = texts.get(sourceId)!
    const paragraph = paragraphsUnder(paragraphsOf(text), { start, end }).find(({ number }) => number !== null)?.number ?? 1
    const source = { id: sourceId, title: names.sources.get(sourceId)! }
    return { side, id, codingId: codingOf.get(id)!, source, start, end, paragraph, words: text.slice(start, end), caseName: names.cases.get(caseId)! }
  })
}

function candidateOf(
  group: readonly SelectedCoding[],
  casesOf: (sourceId: number, start: number, end: number) => readonly number[],
  picked: ReadonlySet<number>,
): Candidate {
  const { quotationId, sourceId, start, end } = group[0]!
  const count = (of: 'coderId' | 'codeId') => new Set(group.map((one) => one[of])).size
  return {
    id: quotationId,
    sourceId,
    start,
    end,
    caseIds: casesOf(sourceId, start, end),
    coders: count('coderId'),
    codes: count('codeId'),
    picked: picked.has(quotationId),
    example: group.some(({ example }) => example),
  }
}
