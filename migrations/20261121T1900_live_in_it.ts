import { type Kysely, sql } from 'kysely'

/** What a coder who lives in the workspace needs: acts that can be sent again, codes at hand, quotations that show what a code means, cells with words of their own. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  // A name that the page gave the act before it sent it, so that one whose answer was lost on the way is not done twice.
  `alter table act add column wish text`,
  `create unique index act_wish on act (wish) where wish is not null`,
  // The codebook shows the words of this coding as an example of its code.
  `alter table coding add column example integer not null default 0 check (example in (0, 1))`,
  `create table pinned_code (
    id integer primary key autoincrement,
    coder_id integer not null references coder (id) on delete restrict,
    code_id integer not null references code (id) on delete restrict,
    position integer not null,
    unique (coder_id, code_id)
  ) strict`,
  `create index pinned_code_code on pinned_code (code_id)`,
  // A cell of the framework matrix: what a case says of a theme or of a question of the guide.
  `create table finding (
    id integer primary key autoincrement,
    guid text not null unique,
    case_id integer not null references study_case (id) on delete restrict,
    code_id integer references code (id) on delete restrict,
    question_id integer references question (id) on delete restrict,
    state text check (state in ('yes', 'no', 'partly')),
    summary text not null default '',
    check ((code_id is null) <> (question_id is null)),
    unique (case_id, code_id),
    unique (case_id, question_id)
  ) strict`,
  `create index finding_code on finding (code_id)`,
  `create index finding_question on finding (question_id)`,
]
