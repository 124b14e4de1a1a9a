import type { FindingState } from '../domain/finding.ts'
import type { Topic } from '../domain/framework.ts'
import type { Cell } from '../domain/memo.ts'
import { hasEvidence, listEvidenceOf, moveEvidenceOf } from './evidence.ts'
import type { Ledger } from './ledger.ts'
import { listMemoIdsOnAll, moveMemos } from './memos.ts'
import { among } from './packed.ts'
import type { Db, Row } from './schema.ts'
import { listSynthesisIds } from './syntheses.ts'

/** The finding of a cell. */
export async function findFindingAt(db: Db, { caseId, codeId, questionId }: Cell): Promise<number | undefined> {
  const query = db.selectFrom('finding').select('id').where('case_id', '=', caseId)
  const row = await (codeId === null ? query.where('question_id', '=', questionId) : query.where('code_id', '=', codeId)).executeTakeFirst()
  return row?.id
}

/** Whether the case and the code or question of a cell are in the project. */
export async function hasCell(db: Db, projectId: number, { caseId, codeId, questionId }: Cell): Promise<boolean> {
  const one = await db.selectFrom('study_case').select('id').where('project_id', '=', projectId).where('id', '=', caseId).executeTakeFirst()
  return one !== undefined && hasTopic(db, projectId, { codeId, questionId })
}

/** Whether a code or a question is in the project. */
export async function hasTopic(db: Db, projectId: number, { codeId, questionId }: Topic): Promise<boolean> {
  if ((codeId === null) === (questionId === null)) return false
  if (codeId !== null)
    return (await db.selectFrom('code').select('id').where('project_id', '=', projectId).where('id', '=', codeId).executeTakeFirst()) !== undefined
  const question = await db
    .selectFrom('question')
    .innerJoin('guide_section', 'guide_section.id', 'question.section_id')
    .innerJoin('guide', 'guide.id', 'guide_section.guide_id')
    .select('question.id')
    .where('guide.project_id', '=', projectId)
    .where('question.id', '=', questionId)
    .executeTakeFirst()
  return question !== undefined
}

/** The finding of a cell, made if it is not there. A cell that had one before gets the same again, id and all: it is the same cell. */
export async function ensureFinding(ledger: Ledger, cell: Cell): Promise<number> {
  const known = await findFindingAt(ledger.trx, cell)
  if (known !== undefined) return known
  const earlier = (await listGone(ledger.trx)).find((row) => row.case_id === cell.caseId && row.code_id === cell.codeId && row.question_id === cell.questionId)
  const row = { case_id: cell.caseId, code_id: cell.codeId, question_id: cell.questionId, state: null, summary: '' }
  return ledger.insert('finding', earlier ? { ...row, id: earlier.id, guid: earlier.guid } : { ...row, guid: crypto.randomUUID() })
}

/** A finding lives as long as anything is in it: a memo, a state, a summary, evidence. */
export async function removeFindingIfUnused(ledger: Ledger, id: number): Promise<void> {
  const row = await ledger.trx.selectFrom('finding').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row || row.state !== null || row.summary !== '' || (await hasEvidence(ledger.trx, id))) return
  if ((await listMemoIdsOnAll(ledger.trx, 'finding', [id])).length === 0) await ledger.remove('finding', id)
}

/** Put back a finding as it was, else as it was last, unless it stands: another coder's undo may have taken it away with what was left in it. */
export async function reviveFinding(ledger: Ledger, id: number, as?: Row<'finding'>): Promise<void> {
  if (await ledger.trx.selectFrom('finding').select('id').where('id', '=', id).executeTakeFirst()) return
  const earlier = as ?? (await listGone(ledger.trx)).find((row) => row.id === id)
  if (earlier) await ledger.insert('finding', earlier)
}

/** Findings that were taken away at some time, as they were then, the latest first. */
async function listGone(db: Db): Promise<Row<'finding'>[]> {
  const rows = await db
    .selectFrom('change')
    .select('before')
    .where('table_name', '=', 'finding')
    .where('after', 'is', null)
    .where('row_id', 'not in', db.selectFrom('finding').select('id'))
    .orderBy('id', 'desc')
    .execute()
  return rows.map(({ before }) => JSON.parse(before!) as Row<'finding'>)
}

/** The findings of a case, of a code or of questions, with the memos on them and their evidence, and what was drawn together there, in the order in which they can be removed before it. */
export async function listHangingFindings(db: Db, of: { caseId: number } | { codeId: number } | { questionIds: readonly number[] }) {
  const query = db.selectFrom('finding').select('id')
  const rows = await ('caseId' in of
    ? query.where('case_id', '=', of.caseId)
    : 'codeId' in of
      ? query.where('code_id', '=', of.codeId)
      : query.where(among('question_id', of.questionIds))
  ).execute()
  const ids = rows.map((row) => row.id)
  return [
    ['memo', await listMemoIdsOnAll(db, 'finding', ids)],
    ['finding_evidence', (await listEvidenceOf(db, ids)).map((row) => row.id)],
    ['finding', ids],
    ['synthesis', 'caseId' in of ? [] : await listSynthesisIds(db, of)],
  ] as const
}

/** Let the findings of one code be those of another. Where a case has both, what is in one goes into the other: its memos, its summary after that which stands, its state where none stands. */
export async function moveFindings(ledger: Ledger, codeId: number, intoId: number): Promise<void> {
  const rows = await ledger.trx.selectFrom('finding').selectAll().where('code_id', 'in', [codeId, intoId]).orderBy('id').execute()
  for (const row of rows) {
    if (row.code_id === intoId) continue
    const there = rows.find((one) => one.code_id === intoId && one.case_id === row.case_id)
    if (!there) await ledger.update('finding', row.id, { code_id: intoId })
    else {
      await moveMemos(ledger, { kind: 'finding', id: row.id }, { kind: 'finding', id: there.id })
      await moveEvidenceOf(ledger, row.id, there.id)
      const summary = [there.summary, row.summary].filter(Boolean).join('\n\n')
      await ledger.update('finding', there.id, {
        state: there.state ?? row.state,
        summary,
        ...(there.written_at === null && { written_by: row.written_by, written_at: row.written_at }),
      })
      await ledger.remove('finding', row.id)
    }
  }
}

/** The cells of a project that have a memo. */
export async function listNotedCells(db: Db, projectId: number): Promise<Cell[]> {
  return db
    .selectFrom('memo')
    .innerJoin('finding', 'finding.id', 'memo.target_id')
    .select(['finding.case_id as caseId', 'finding.code_id as codeId', 'finding.question_id as questionId'])
    .distinct()
    .where('memo.target_kind', '=', 'finding')
    .where('memo.project_id', '=', projectId)
    .execute()
}

/** The words of questions, by their ids. */
export async function listQuestionTexts(db: Db, ids: readonly number[]): Promise<Map<number, { number: number; text: string }>> {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('question').select(['id', 'number', 'text']).where(among('id', ids)).execute()
  return new Map(rows.map(({ id, ...row }) => [id, row]))
}

export type StoredFinding = Cell & {
  readonly id: number
  readonly state: FindingState | null
  readonly summary: string
  /** Who wrote in it last, and when; null where it has memos alone. */
  readonly writtenBy: string | null
  readonly writtenAt: string | null
}

/** Every finding of a project. */
export async function listFindings(db: Db, projectId: number): Promise<StoredFinding[]> {
  return findings(db).where('study_case.project_id', '=', projectId).orderBy('finding.id').execute()
}

/** What stands in a cell, if it has a finding. */
export async function findFinding(db: Db, cell: Cell): Promise<StoredFinding | undefined> {
  const id = await findFindingAt(db, cell)
  return id === undefined ? undefined : findings(db).where('finding.id', '=', id).executeTakeFirst()
}

function findings(db: Db) {
  return db
    .selectFrom('finding')
    .innerJoin('study_case', 'study_case.id', 'finding.case_id')
    .leftJoin('coder', 'coder.id', 'finding.written_by')
    .select(['finding.id', 'finding.case_id as caseId', 'finding.code_id as codeId', 'finding.question_id as questionId'])
    .select(['finding.state', 'finding.summary', 'coder.name as writtenBy', 'finding.written_at as writtenAt'])
}
