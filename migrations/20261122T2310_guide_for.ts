import { type Kysely, sql } from 'kysely'

/** Whom a guide is for, where somebody has said so: a filter on cases in its text form; '' where nobody has. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(`alter table guide add column asked_of text not null default ''`).execute(db)
}
