import type { SourceLanguage } from '../domain/source.ts'
import type { Db, Row } from './schema.ts'

export type Project = { id: number; slug: string; name: string; language: SourceLanguage; researchQuestion: string; madeAt: string }

export async function findProjectBySlug(db: Db, slug: string): Promise<Project | undefined> {
  const row = await db.selectFrom('project').selectAll().where('slug', '=', slug).executeTakeFirst()
  return row && toProject(row)
}

export async function findProjectById(db: Db, id: number): Promise<Project | undefined> {
  const row = await db.selectFrom('project').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toProject(row)
}

export async function listProjects(db: Db): Promise<Project[]> {
  return (await db.selectFrom('project').selectAll().orderBy('id').execute()).map(toProject)
}

function toProject(row: Row<'project'>): Project {
  return { id: row.id, slug: row.slug, name: row.name, language: row.language, researchQuestion: row.research_question, madeAt: row.made_at }
}
