import { type Kysely, sql } from 'kysely'

/** Answers that a rule found, with how sure it is; the guide a source follows; passages that an edited text could not carry along. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `alter table answer add column made_by text not null default 'person' check (made_by in ('person', 'rule', 'import'))`,
  `alter table answer add column confidence real check (confidence between 0 and 1)`,
  `alter table source add column guide_id integer references guide (id) on delete restrict`,
  `alter table source_span add column question_id integer references question (id) on delete restrict`,
  `alter table source_span add column made_by text not null default 'import' check (made_by in ('person', 'rule', 'import'))`,
  `create index source_span_question on source_span (question_id)`,
  `create table carry_review (
    id integer primary key autoincrement,
    source_id integer not null references source (id) on delete restrict,
    kind text not null check (kind in ('quotation', 'answer', 'span')),
    version_id integer not null references source_version (id) on delete restrict,
    start_offset integer not null check (start_offset >= 0),
    end_offset integer not null check (end_offset > start_offset),
    guess_start integer check (guess_start >= 0),
    guess_end integer check (guess_end > guess_start),
    held text not null check (json_valid(held))
  ) strict`,
  `create index carry_review_source on carry_review (source_id)`,
  // What was changed in a text to make it another: [start, end, size, one word for one] of each change, so that spans can always be carried between the two.
  `create table version_change (
    version_id integer primary key references source_version (id) on delete restrict,
    from_id integer not null references source_version (id) on delete restrict,
    changes text not null check (json_valid(changes)),
    check (from_id < version_id)
  ) strict`,
]
