import { type Kysely, sql } from 'kysely'

/**
 * How a quotation is published (shortened, clarified), known by its guid and the hash of the words it was made on, so that it waits
 * where the words have changed or the quotation is gone; and what stands for real names in what leaves: of a case, or of any name.
 * A replacement that is null says that the name may stay.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `create table publication_edit (
    id integer primary key autoincrement,
    project_id integer not null references project (id) on delete restrict,
    quotation_guid text not null unique,
    words_sha256 text not null check (length(words_sha256) = 64),
    edits text not null check (json_valid(edits) and json_array_length(edits) > 0)
  ) strict`,
  `create index publication_edit_project on publication_edit (project_id)`,
  `create table pseudonym (
    id integer primary key autoincrement,
    guid text not null unique,
    project_id integer not null references project (id) on delete restrict,
    case_guid text,
    name text not null default '' check ((name = '') = (case_guid is not null)),
    replacement text check (replacement is null or trim(replacement) <> ''),
    unique (project_id, case_guid)
  ) strict`,
  `create unique index pseudonym_name on pseudonym (project_id, name) where name <> ''`,
]
