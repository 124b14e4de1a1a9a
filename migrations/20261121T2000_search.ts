import { type Kysely, sql } from 'kysely'

/** Words that mean the same in a project, for its searches. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  // A group of words a row; `words` is a JSON list of at least two.
  `create table synonym_group (
    id integer primary key autoincrement,
    guid text not null unique,
    project_id integer not null references project (id) on delete restrict,
    words text not null check (json_valid(words) and json_array_length(words) > 1)
  ) strict`,
  `create index synonym_group_project on synonym_group (project_id)`,
]
