import { peopleActs } from '../domain/role.ts'
import type { SourceLanguage } from '../domain/source.ts'
import type { Db } from './schema.ts'

/** A project with how far it has come. `lastAt` is when something was last done in it. */
export type ProjectProgress = {
  id: number
  slug: string
  name: string
  language: SourceLanguage
  madeAt: string
  sources: number
  done: number
  cases: number
  lastAt: string | null
}

/** Every project, the one worked in last first. */
export async function listProjectProgress(db: Db): Promise<ProjectProgress[]> {
  const rows = await db
    .selectFrom('project')
    .select((eb) => [
      'project.id',
      'project.slug',
      'project.name',
      'project.language',
      'project.made_at as madeAt',
      eb
        .selectFrom('source')
        .select((s) => s.fn.countAll<number>().as('n'))
        .whereRef('source.project_id', '=', 'project.id')
        .as('sources'),
      eb
        .selectFrom('source')
        .select((s) => s.fn.countAll<number>().as('n'))
        .whereRef('source.project_id', '=', 'project.id')
        .where('source.status', '=', 'done')
        .as('done'),
      eb
        .selectFrom('study_case')
        .select((s) => s.fn.countAll<number>().as('n'))
        .whereRef('study_case.project_id', '=', 'project.id')
        .as('cases'),
      eb
        .selectFrom('act')
        .select('act.at')
        .where('act.id', '=', (a) =>
          a
            .selectFrom('act as newest')
            .select((s) => s.fn.max('newest.id').as('id'))
            .whereRef('newest.project_id', '=', 'project.id')
            // Who is let in is no work on the study.
            .where('newest.kind', 'not in', peopleActs),
        )
        .as('lastAt'),
    ])
    .execute()
  const read = rows.map((row) => ({ ...row, sources: Number(row.sources), done: Number(row.done), cases: Number(row.cases), lastAt: row.lastAt ?? null }))
  return read.sort((a, b) => (b.lastAt ?? b.madeAt).localeCompare(a.lastAt ?? a.madeAt) || b.id - a.id)
}

/** The slugs that are taken. */
export async function listSlugs(db: Db): Promise<Set<string>> {
  return new Set((await db.selectFrom('project').select('slug').execute()).map((row) => row.slug))
}
