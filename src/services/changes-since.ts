import type { Code } from '../domain/code.ts'
import { type FindingState, findingStates, type JudgedCell, statesOf } from '../domain/finding.ts'
import { firstAndLast } from '../domain/first-and-last.ts'
import { type Parents, type PlacedCode, quotationsByTheme, type ThemeChange, themesByCode, themesOf } from '../domain/theme-change.ts'
import { type ChangeOfAct, listChangesBetween } from '../storage/changes-between.ts'
import { listCodes } from '../storage/codes.ts'
import { listCodingsOn, listQuotationsWith } from '../storage/codings-of-quotations.ts'
import { listLinkedQuestions } from '../storage/given-answers.ts'
import { listJudgedCells } from '../storage/judged-cells.ts'
import { newestActId } from '../storage/progress.ts'
import type { Db } from '../storage/schema.ts'

/** What has come since an act: codings of others that stand and did not then, memos that others wrote, and how each theme's numbers differ. */
export type ChangesSince = { codings: number; memos: number; themes: ReadonlyMap<number, ThemeChange> }
const MOST_ROWS = 20_000

/** Held against the moment after an act; null where so much was changed that it is not told piece by piece. Numbers now less what they were then, exactly. */
export async function readChangesSince(
  db: Db,
  { projectId, coderId, actId }: { projectId: number; coderId: number; actId: number },
): Promise<ChangesSince | null> {
  const rows = await listChangesBetween(db, { projectId, after: actId, upTo: await newestActId(db) }, MOST_ROWS)
  if (rows === null) return null
  const codes = await listCodes(db, projectId)
  const own = new Set(codes.map(({ id }) => id))
  const parents = parentsNowAndThen(codes, rows)
  const quotations = await quotationChanges(db, parents, rows)
  const states = await stateChanges(db, projectId, parents, rows)
  const themes = new Map<number, ThemeChange>()
  for (const { id } of codes.filter(({ parentId }) => parentId === null)) {
    const change = { quotations: quotations.get(id) ?? 0, states: states.get(id) ?? noStates() }
    if (change.quotations !== 0 || findingStates.some((state) => change.states[state] !== 0)) themes.set(id, change)
  }
  const fresh = firstAndLast(rows, 'coding').filter(({ earlier: then, now }) => !then && now && now['coder_id'] !== coderId && own.has(Number(now['code_id'])))
  const memos = firstAndLast(rows, 'memo').filter(({ earlier: then, now }) => !then && now?.['project_id'] === projectId && now['coder_id'] !== coderId)
  return { codings: fresh.length, memos: memos.length, themes }
}

type NowAndThen = { readonly now: Parents; readonly then: Parents }

function parentsNowAndThen(codes: readonly Code[], rows: readonly ChangeOfAct[]): NowAndThen {
  const now = new Map(codes.map(({ id, parentId }) => [id, parentId]))
  const then = new Map(now)
  for (const { id, earlier } of firstAndLast(rows, 'code')) {
    if (earlier) then.set(id, earlier['parent_id'] as number | null)
    else then.delete(id)
  }
  return { now, then }
}

/** Only quotations that anything happened to are looked at: what was coded anew or no more, and all that is under a code that was moved. */
async function quotationChanges(db: Db, parents: NowAndThen, rows: readonly ChangeOfAct[]): Promise<Map<number, number>> {
  const codings = firstAndLast(rows, 'coding')
  const themesNow = themesByCode(parents.now)
  const themesThen = themesByCode(parents.then)
  const elsewhere = [...themesNow].filter(([id, theme]) => themesThen.get(id) !== theme).map(([id]) => id)
  const touched = new Set(codings.flatMap(({ earlier: then, now }) => [then, now].flatMap((side) => (side ? [Number(side['quotation_id'])] : []))))
  for (const id of await listQuotationsWith(db, elsewhere)) touched.add(id)
  const standing = await listCodingsOn(db, [...touched])
  const changed = new Set(codings.map(({ id }) => id))
  const before: PlacedCode[] = standing.filter(({ id }) => !changed.has(id))
  for (const { earlier: then } of codings) if (then) before.push({ quotationId: Number(then['quotation_id']), codeId: Number(then['code_id']) })
  return differences(quotationsByTheme(standing, themesNow), quotationsByTheme(before, themesThen))
}

function differences(now: ReadonlyMap<number, number>, then: ReadonlyMap<number, number>): Map<number, number> {
  return new Map([...new Set([...now.keys(), ...then.keys()])].map((id) => [id, (now.get(id) ?? 0) - (then.get(id) ?? 0)]))
}

async function stateChanges(db: Db, projectId: number, parents: NowAndThen, rows: readonly ChangeOfAct[]): Promise<Map<number, Record<FindingState, number>>> {
  if (!rows.some(({ table }) => table === 'finding' || table === 'code' || table === 'question_theme')) return new Map()
  const questions = await listLinkedQuestions(db, projectId)
  const cells = await listJudgedCells(db, projectId)
  const now = statesOf(themesOf(parents.now), questions, cells)
  const then = statesOf(themesOf(parents.then), linksThen(questions, rows), cellsThen(cells, rows))
  const changeOf = (id: number) => findingStates.map((state) => [state, howMany(now.get(id), state) - howMany(then.get(id), state)] as const)
  return new Map([...now.keys()].map((id) => [id, Object.fromEntries(changeOf(id)) as Record<FindingState, number>]))
}

function cellsThen(cells: readonly JudgedCell[], rows: readonly ChangeOfAct[]): JudgedCell[] {
  const changed = firstAndLast(rows, 'finding')
  const touched = new Set(changed.flatMap(({ earlier, now }) => [keyOf(earlier), keyOf(now)]))
  const untouched = cells.filter((cell) => !touched.has(keyOf({ case_id: cell.caseId, code_id: cell.codeId, question_id: cell.questionId })))
  return [...untouched, ...changed.flatMap(({ earlier }) => cellOf(earlier))]
}

/** Which questions asked for which codes. */
function linksThen(questions: ReadonlyMap<number, ReadonlySet<number>>, rows: readonly ChangeOfAct[]): Map<number, Set<number>> {
  const then = new Map([...questions].map(([codeId, ids]) => [codeId, new Set(ids)]))
  const changed = firstAndLast(rows, 'question_theme')
  for (const { now } of changed) if (now) then.get(Number(now['code_id']))?.delete(Number(now['question_id']))
  for (const { earlier } of changed)
    if (earlier) then.set(Number(earlier['code_id']), (then.get(Number(earlier['code_id'])) ?? new Set()).add(Number(earlier['question_id'])))
  return new Map([...then].filter(([, ids]) => ids.size > 0))
}

function keyOf(row: Record<string, unknown> | null): string {
  return row ? `${row['case_id']} ${row['code_id']} ${row['question_id']}` : ''
}

function cellOf(row: Record<string, unknown> | null): JudgedCell[] {
  const state = row?.['state'] as FindingState | null | undefined
  return state ? [{ caseId: Number(row!['case_id']), codeId: row!['code_id'] as number | null, questionId: row!['question_id'] as number | null, state }] : []
}

function howMany(states: ReadonlyMap<number, FindingState> | undefined, wanted: FindingState): number {
  return [...(states?.values() ?? [])].filter((state) => state === wanted).length
}

function noStates(): Record<FindingState, number> {
  return { yes: 0, no: 0, partly: 0 }
}
