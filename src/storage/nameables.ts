import { flatten, treeOf, withDescendants } from '../domain/code.ts'
import type { NamedKey } from '../domain/filter.ts'
import type { Nameable } from '../domain/named.ts'
import { listCodersIn } from './coders.ts'
import { listCodes } from './codes.ts'
import type { Db } from './schema.ts'

/** Everything of one kind that a filter may name, in the project. Sources and speakers may share a name; then all of them are meant. */
export async function listNameables(db: Db, projectId: number, key: NamedKey): Promise<Nameable[]> {
  return listers[key](db, projectId)
}

const listers: Record<NamedKey, (db: Db, projectId: number) => Promise<Nameable[]>> = {
  code: async (db, projectId) => flatten(treeOf(await listCodes(db, projectId))).map(({ id, path, label, key }) => ({ id, names: [path, label, key] })),
  coder: async (db, projectId) => (await listCodersIn(db, projectId)).map(({ id, name }) => ({ id, names: [name] })),
  case: async (db, projectId) => {
    const rows = await db.selectFrom('study_case').select(['id', 'name']).where('project_id', '=', projectId).execute()
    return rows.map(({ id, name }) => ({ id, names: [name] }))
  },
  source: async (db, projectId) => {
    const rows = await db.selectFrom('source').select(['id', 'title']).where('project_id', '=', projectId).execute()
    return rows.map(({ id, title }) => ({ id, names: [title] }))
  },
  speaker: async (db, projectId) => {
    const query = db.selectFrom('speaker').innerJoin('source', 'source.id', 'speaker.source_id').where('source.project_id', '=', projectId)
    return (await query.select(['speaker.id', 'speaker.label']).execute()).map(({ id, label }) => ({ id, names: [label] }))
  },
  question: async (db, projectId) => {
    const rows = await db
      .selectFrom('question')
      .innerJoin('guide_section as section', 'section.id', 'question.section_id')
      .innerJoin('guide', 'guide.id', 'section.guide_id')
      .where('guide.project_id', '=', projectId)
      .select(['question.id', 'question.number', 'question.text'])
      .execute()
    return rows.map(({ id, number, text }) => ({ id, names: [text, `${number}`] }))
  },
}

/** Codes with everything below them. */
export async function withCodesBelow(db: Db, projectId: number, codeIds: readonly number[]): Promise<number[]> {
  const wanted = new Set(codeIds)
  const nodes = flatten(treeOf(await listCodes(db, projectId))).filter(({ id }) => wanted.has(id))
  return [...new Set(nodes.flatMap((node) => withDescendants(node).map(({ id }) => id)))]
}
