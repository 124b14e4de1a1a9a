import { type Kysely, sql } from 'kysely'

/** Passages that a coder does not want to be shown for a code again. Known by their words, so that they mean the same after the text around them is edited. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `create table dismissal (
    id integer primary key autoincrement,
    code_id integer not null references code (id) on delete restrict,
    source_id integer not null references source (id) on delete restrict,
    words_sha256 text not null check (length(words_sha256) = 64),
    coder_id integer not null references coder (id) on delete restrict,
    unique (code_id, source_id, words_sha256)
  ) strict`,
  `create index dismissal_source on dismissal (source_id)`,
]
