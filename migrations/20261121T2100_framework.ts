import { type Kysely, sql } from 'kysely'

/** Findings are written: by whom and when, from which codings, and drawn together for a theme or a question. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `alter table finding add column written_by integer references coder (id) on delete restrict`,
  `alter table finding add column written_at text`,
  // A coding that waits in a review is in no table, and has its id again when it is laid: no foreign key.
  `create table finding_evidence (
    id integer primary key autoincrement,
    finding_id integer not null references finding (id) on delete restrict,
    coding_id integer not null,
    unique (finding_id, coding_id)
  ) strict`,
  `create index finding_evidence_coding on finding_evidence (coding_id)`,
  `create table synthesis (
    id integer primary key autoincrement,
    guid text not null unique,
    project_id integer not null references project (id) on delete restrict,
    code_id integer references code (id) on delete restrict,
    question_id integer references question (id) on delete restrict,
    attribute_id integer references attribute (id) on delete restrict,
    group_label text not null default '',
    text text not null,
    written_by integer not null references coder (id) on delete restrict,
    written_at text not null,
    check ((code_id is null) <> (question_id is null)),
    check (attribute_id is not null or group_label = '')
  ) strict`,
  `create unique index synthesis_place on synthesis (
    project_id, coalesce(code_id, 0), coalesce(question_id, 0), coalesce(attribute_id, 0), group_label
  )`,
  `create index synthesis_code on synthesis (code_id)`,
  `create index synthesis_question on synthesis (question_id)`,
  `create index synthesis_attribute on synthesis (attribute_id)`,
]
