import type { AnswerStatus } from '../domain/answer.ts'
import type { MadeBy } from '../domain/coding.ts'
import type { Span } from '../domain/span.ts'
import type { Ledger } from './ledger.ts'
import { among } from './packed.ts'
import type { Db } from './schema.ts'

export type StoredPart = Span & { id: number; sourceId: number; part: number }
export type StoredAnswer = {
  id: number
  caseId: number
  questionId: number
  guideId: number
  status: AnswerStatus
  madeBy: MadeBy
  confidence: number | null
  parts: StoredPart[]
}

/** Answers with their parts in order: of a guide, of cases, or of both. */
export async function listStoredAnswers(db: Db, of: { guideId?: number; caseIds?: readonly number[]; sourceId?: number }): Promise<StoredAnswer[]> {
  let query = db
    .selectFrom('answer')
    .innerJoin('question', 'question.id', 'answer.question_id')
    .innerJoin('guide_section as section', 'section.id', 'question.section_id')
    .select(['answer.id', 'answer.case_id', 'answer.question_id', 'section.guide_id', 'answer.status', 'answer.made_by', 'answer.confidence'])
    .orderBy('answer.id')
  if (of.guideId !== undefined) query = query.where('section.guide_id', '=', of.guideId)
  if (of.caseIds) query = query.where(among('answer.case_id', of.caseIds))
  if (of.sourceId !== undefined) query = query.where('answer.id', 'in', db.selectFrom('answer_span').select('answer_id').where('source_id', '=', of.sourceId))
  const answers = await query.execute()
  const parts = await listParts(
    db,
    answers.map((answer) => answer.id),
  )
  return answers.map((row) => ({
    id: row.id,
    caseId: row.case_id,
    questionId: row.question_id,
    guideId: row.guide_id,
    status: row.status,
    madeBy: row.made_by,
    confidence: row.confidence,
    parts: parts.get(row.id) ?? [],
  }))
}

async function listParts(db: Db, answerIds: readonly number[]): Promise<Map<number, StoredPart[]>> {
  const rows = await db
    .selectFrom('answer_span')
    .select(['id', 'answer_id', 'source_id as sourceId', 'part', 'start_offset as start', 'end_offset as end'])
    .where(among('answer_id', answerIds))
    .orderBy('answer_id')
    .orderBy('part')
    .execute()
  const parts = new Map<number, StoredPart[]>()
  for (const { answer_id, ...part } of rows) parts.set(answer_id, [...(parts.get(answer_id) ?? []), part])
  return parts
}

/** Let an answer have just these parts, numbered from 1 in their order. Rows are kept where they can be. */
export async function writeParts(
  ledger: Ledger,
  answerId: number,
  stored: readonly StoredPart[],
  wanted: readonly (Span & { sourceId: number })[],
): Promise<void> {
  const rows = wanted.map(({ sourceId, start, end }) => ({ source_id: sourceId, start_offset: start, end_offset: end }))
  for (const [at, part] of stored.entries()) {
    const same = rows[at] && part.part === at + 1 && keyOf(part) === keyOf(wanted[at]!)
    if (same) continue
    if (at < rows.length) await ledger.update('answer_span', part.id, { ...rows[at]!, part: at + 1 })
    else await ledger.remove('answer_span', part.id)
  }
  const more = rows.slice(stored.length).map((row, at) => ({ ...row, answer_id: answerId, part: stored.length + at + 1 }))
  if (more.length > 0) await ledger.insertMany('answer_span', more)
}

function keyOf({ sourceId, start, end }: Span & { sourceId: number }): string {
  return `${sourceId} ${start} ${end}`
}

export type AskedSpan = Span & { id: number; sourceId: number; kind: 'question' | 'preamble'; questionId: number | null; madeBy: MadeBy }

/** Where questions and preambles stand in sources, in the order of the texts; those of a guide have the question they ask. */
export async function listAskedSpans(db: Db, sourceIds: readonly number[]): Promise<AskedSpan[]> {
  const rows = await db
    .selectFrom('source_span')
    .select(['id', 'source_id as sourceId', 'kind', 'start_offset as start', 'end_offset as end', 'question_id as questionId', 'made_by as madeBy'])
    .where(among('source_id', sourceIds))
    .where('kind', 'in', ['question', 'preamble'])
    .orderBy('source_id')
    .orderBy('start_offset')
    .execute()
  return rows as AskedSpan[]
}

/** Answers that have no words any more when a source goes: all their parts are in it, or their case has no other source. */
export async function listAnswersGoneWith(db: Db, sourceId: number): Promise<number[]> {
  const sourcesOf = db
    .selectFrom('source_case')
    .select(['case_id', 'source_id'])
    .union(db.selectFrom('speaker').select(['case_id', 'source_id']).where('case_id', 'is not', null).$narrowType<{ case_id: number }>())
  const rows = await db
    .with('belongs', () => sourcesOf)
    .selectFrom('answer')
    .select('answer.id')
    .where(({ and, or, exists, not, selectFrom }) => {
      const parts = selectFrom('answer_span').select('answer_span.id').whereRef('answer_span.answer_id', '=', 'answer.id')
      const belongs = selectFrom('belongs').select('belongs.source_id').whereRef('belongs.case_id', '=', 'answer.case_id')
      const elsewhere = not(exists(parts.where('answer_span.source_id', '<>', sourceId)))
      return or([
        and([exists(parts.where('answer_span.source_id', '=', sourceId)), elsewhere]),
        and([exists(belongs.where('belongs.source_id', '=', sourceId)), not(exists(belongs.where('belongs.source_id', '<>', sourceId))), elsewhere]),
      ])
    })
    .execute()
  return rows.map((row) => row.id)
}
