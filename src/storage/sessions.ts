import type { Role } from '../domain/role.ts'
import type { Db } from './schema.ts'

export type Session = { id: number; browser: string; madeAt: string; seenAt: string }
/** Somebody signed in, and their role in the project that they ask for. */
export type SignedIn = {
  sessionId: number
  accountId: number
  accountName: string
  coderId: number
  coderName: string
  madeAt: string
  seenAt: string
  role: Role | null
}

/** Who holds a token, in one query with their role in a project. */
export async function findSignedIn(db: Db, tokenHash: string, slug: string): Promise<SignedIn | undefined> {
  return db
    .selectFrom('session')
    .innerJoin('account', 'account.id', 'session.account_id')
    .innerJoin('coder', 'coder.id', 'account.coder_id')
    .leftJoin('project', (join) => join.on('project.slug', '=', slug))
    .leftJoin('membership', (join) => join.onRef('membership.project_id', '=', 'project.id').onRef('membership.coder_id', '=', 'account.coder_id'))
    .select([
      'session.id as sessionId',
      'account.id as accountId',
      'account.name as accountName',
      'coder.id as coderId',
      'coder.name as coderName',
      'session.made_at as madeAt',
      'session.seen_at as seenAt',
      'membership.role',
    ])
    .where('session.token_sha256', '=', tokenHash)
    .where('account.disabled_at', 'is', null)
    .executeTakeFirst()
}

/** Where somebody is signed in, the newest first. */
export async function listSessions(db: Db, accountId: number): Promise<Session[]> {
  const columns = ['id', 'browser', 'made_at as madeAt', 'seen_at as seenAt'] as const
  return db.selectFrom('session').select(columns).where('account_id', '=', accountId).orderBy('seen_at', 'desc').orderBy('id', 'desc').execute()
}

export async function insertSession(db: Db, row: { accountId: number; tokenHash: string; browser: string }): Promise<void> {
  const at = new Date().toISOString()
  await db.insertInto('session').values({ account_id: row.accountId, token_sha256: row.tokenHash, browser: row.browser, made_at: at, seen_at: at }).execute()
}

export async function updateSeen(db: Db, sessionId: number): Promise<void> {
  await db.updateTable('session').set({ seen_at: new Date().toISOString() }).where('id', '=', sessionId).execute()
}

/** @returns whether it was there, and this account's */
export async function removeSession(db: Db, accountId: number, sessionId: number): Promise<boolean> {
  const removed = await db.deleteFrom('session').where('id', '=', sessionId).where('account_id', '=', accountId).executeTakeFirst()
  return Number(removed.numDeletedRows) > 0
}

/** All of an account, but for one that is kept. */
export async function removeSessions(db: Db, accountId: number, exceptId = 0): Promise<void> {
  await db.deleteFrom('session').where('account_id', '=', accountId).where('id', '<>', exceptId).execute()
}

/** What nobody has used since, or was begun before. */
export async function removeOldSessions(db: Db, { seenBefore, madeBefore }: { seenBefore: string; madeBefore: string }): Promise<void> {
  await db
    .deleteFrom('session')
    .where(({ or, eb }) => or([eb('seen_at', '<', seenBefore), eb('made_at', '<', madeBefore)]))
    .execute()
}
