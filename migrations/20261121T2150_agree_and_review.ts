import { type Kysely, sql } from 'kysely'

/**
 * Who is done with a source, what was decided where coders differ, threads, sign-offs, and up to which act somebody has seen a project.
 * What can be talked about is pointed at by kind and id, as memos do, without a foreign key: what was said outlives it, and finds it again when it comes back.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `create table source_done (
    id integer primary key autoincrement,
    source_id integer not null references source (id) on delete restrict,
    coder_id integer not null references coder (id) on delete restrict,
    unique (source_id, coder_id)
  ) strict`,
  `create table decision (
    id integer primary key autoincrement,
    guid text not null unique,
    project_id integer not null references project (id) on delete restrict,
    quotation_id integer not null,
    code_id integer not null,
    applies integer not null check (applies in (0, 1)),
    reason text not null check (trim(reason) <> ''),
    coder_id integer not null references coder (id) on delete restrict,
    made_at text not null,
    unique (quotation_id, code_id)
  ) strict`,
  `create index decision_project on decision (project_id)`,
  `create table thread (
    id integer primary key autoincrement,
    guid text not null unique,
    project_id integer not null references project (id) on delete restrict,
    target_kind text not null check (target_kind in ('coding', 'code', 'memo', 'finding', 'source')),
    target_id integer not null,
    resolved_by integer references coder (id) on delete restrict,
    resolved_at text,
    check ((resolved_by is null) = (resolved_at is null))
  ) strict`,
  `create index thread_target on thread (project_id, target_kind, target_id)`,
  `create table comment (
    id integer primary key autoincrement,
    guid text not null unique,
    thread_id integer not null references thread (id) on delete restrict,
    coder_id integer not null references coder (id) on delete restrict,
    text text not null check (trim(text) <> ''),
    made_at text not null
  ) strict`,
  `create index comment_thread on comment (thread_id)`,
  `create table sign_off (
    id integer primary key autoincrement,
    guid text not null unique,
    project_id integer not null references project (id) on delete restrict,
    target_kind text not null check (target_kind in ('code', 'source')),
    target_id integer not null,
    coder_id integer not null references coder (id) on delete restrict,
    state_sha256 text not null check (length(state_sha256) = 64),
    act_id integer not null,
    made_at text not null,
    unique (project_id, target_kind, target_id)
  ) strict`,
  `create table seen (
    id integer primary key autoincrement,
    project_id integer not null references project (id) on delete restrict,
    coder_id integer not null references coder (id) on delete restrict,
    act_id integer not null,
    unique (project_id, coder_id)
  ) strict`,
]
