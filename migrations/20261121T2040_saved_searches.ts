import { type Kysely, sql } from 'kysely'

/** Searches that are kept by name. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `create table saved_search (
    id integer primary key autoincrement,
    guid text not null unique,
    project_id integer not null references project (id) on delete restrict,
    name text not null check (name <> ''),
    query text not null check (query <> ''),
    made_at text not null
  ) strict`,
  `create index saved_search_project on saved_search (project_id)`,
]
