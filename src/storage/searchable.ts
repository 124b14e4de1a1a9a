import type { SourceKind, SourceLanguage } from '../domain/source.ts'
import type { Span } from '../domain/span.ts'
import { asked, askedColumn } from './packed.ts'
import type { Db } from './schema.ts'

/** What the index of a project must hold, and by which version it can see that it still does. */
export type SearchableSource = { id: number; versionId: number; language: SourceLanguage; kind: SourceKind; title: string }

/** In the project's order. */
export async function listSearchable(db: Db, projectId: number): Promise<SearchableSource[]> {
  return db
    .selectFrom('source')
    .select(['id', 'version_id as versionId', 'language', 'kind', 'title'])
    .where('project_id', '=', projectId)
    .orderBy('position')
    .orderBy('id')
    .execute()
}

/** Characters of all texts of a project together. */
export async function measureSearchable(db: Db, projectId: number): Promise<number> {
  const row = await db
    .selectFrom('source')
    .innerJoin('source_version', 'source_version.id', 'source.version_id')
    .select((eb) => eb.fn.sum<number | null>('source_version.length').as('length'))
    .where('source.project_id', '=', projectId)
    .executeTakeFirst()
  return row?.length ?? 0
}

export type SearchableMemo = { id: number; text: string }

/** The memos of a project, in the order in which they were written. */
export async function listSearchableMemos(db: Db, projectId: number): Promise<SearchableMemo[]> {
  return db.selectFrom('memo').select(['id', 'text']).where('project_id', '=', projectId).orderBy('id').execute()
}

/** The language that a project is worked on in, and the names of its attributes. */
export async function readSearchScope(db: Db, projectId: number): Promise<{ language: SourceLanguage; attributes: string[] }> {
  const project = await db.selectFrom('project').select('language').where('id', '=', projectId).executeTakeFirst()
  const attributes = await db.selectFrom('attribute').select('name').where('project_id', '=', projectId).execute()
  return { language: project?.language ?? 'en', attributes: attributes.map(({ name }) => name) }
}

export type CaseLink = { sourceId: number; caseId: number; name: string }

/** Which cases speak in which sources of a project, in the order of the cases. */
export async function listCaseLinks(db: Db, projectId: number): Promise<CaseLink[]> {
  return db
    .selectFrom('source_case')
    .innerJoin('study_case', 'study_case.id', 'source_case.case_id')
    .select(['source_case.source_id as sourceId', 'study_case.id as caseId', 'study_case.name'])
    .where('study_case.project_id', '=', projectId)
    .orderBy('study_case.position')
    .orderBy('study_case.id')
    .execute()
}

/** Where some sources have words that nobody said: speakers' labels and times, in the order of the text. */
export async function listSpansApart(db: Db, sourceIds: readonly number[]): Promise<Map<number, Span[]>> {
  const spans = new Map<number, Span[]>(sourceIds.map((id) => [id, []]))
  const rows = await db
    .selectFrom('source_span')
    .select(['source_id as sourceId', 'start_offset as start', 'end_offset as end'])
    .where('source_id', 'in', sourceIds)
    .where('kind', 'in', ['label', 'timestamp'])
    .orderBy('start_offset')
    .execute()
  for (const { sourceId, start, end } of rows) spans.get(sourceId)!.push({ start, end })
  return spans
}

export type CodedStretch = { sourceId: number; start: number; end: number; codeId: number }

/** The codes on every quotation that shares a character with one of these stretches, each once however many coders agree. */
export async function listCodedStretches(db: Db, wanted: readonly { sourceId: number; start: number; end: number }[]): Promise<CodedStretch[]> {
  return db
    .selectFrom(asked(wanted.map(({ sourceId, start, end }) => [sourceId, start, end])))
    .innerJoin('quotation', (join) =>
      join.on('quotation.source_id', '=', askedColumn(0)).on('quotation.end_offset', '>', askedColumn(1)).on('quotation.start_offset', '<', askedColumn(2)),
    )
    .innerJoin('coding', 'coding.quotation_id', 'quotation.id')
    .select(['quotation.source_id as sourceId', 'quotation.start_offset as start', 'quotation.end_offset as end', 'coding.code_id as codeId'])
    .distinct()
    .execute()
}
