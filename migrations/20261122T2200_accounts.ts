import { type Kysely, sql } from 'kysely'

/**
 * Who may sign in, where they are signed in, who has been invited, and what each may do in a project. Of passwords and of tokens only hashes are kept.
 * What somebody may do hangs on the coder, as all that they did does. An account, a session and an invitation are in no history; a membership is.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `create table account (
    id integer primary key autoincrement,
    coder_id integer not null unique references coder (id) on delete restrict,
    name text not null unique check (trim(name) <> ''),
    password_hash text not null check (password_hash like 'scrypt$%'),
    disabled_at text,
    made_at text not null
  ) strict`,
  `create table session (
    id integer primary key autoincrement,
    account_id integer not null references account (id) on delete cascade,
    token_sha256 text not null unique check (length(token_sha256) = 64),
    browser text not null,
    made_at text not null,
    seen_at text not null
  ) strict`,
  `create index session_account on session (account_id)`,
  `create table membership (
    id integer primary key autoincrement,
    project_id integer not null references project (id) on delete restrict,
    coder_id integer not null references coder (id) on delete restrict,
    role text not null check (role in ('owner', 'researcher', 'supervisor', 'reader')),
    unique (project_id, coder_id)
  ) strict`,
  `create index membership_coder on membership (coder_id)`,
  `create table invitation (
    id integer primary key autoincrement,
    kind text not null check (kind in ('first', 'person', 'reset')),
    token_sha256 text not null unique check (length(token_sha256) = 64),
    project_id integer references project (id) on delete cascade,
    role text check (role in ('owner', 'researcher', 'supervisor', 'reader')),
    coder_id integer references coder (id) on delete cascade,
    made_by integer not null references coder (id) on delete cascade,
    made_at text not null,
    expires_at text not null,
    check ((project_id is null) = (role is null)),
    check (kind <> 'reset' or coder_id is not null)
  ) strict`,
  `create index invitation_project on invitation (project_id)`,
]
