import { type Kysely, sql } from 'kysely'

/** Filters saved under a name: "sets" of a project. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  // `filter` is in text form, things named by their ids, so that a set outlives a change of their names.
  `create table filter_set (
    id integer primary key autoincrement,
    guid text not null unique,
    project_id integer not null references project (id) on delete restrict,
    name text not null check (trim(name) <> ''),
    filter text not null,
    unique (project_id, name)
  ) strict`,
]
