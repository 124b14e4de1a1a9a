import { browserName } from '../domain/browser-name.ts'
import { Refusal } from '../domain/refusal.ts'
import { ABSOLUTE, IDLE, sessionHolds } from '../domain/session-life.ts'
import { toPassword } from '../domain/sign-in-name.ts'
import { findAccountByName, updatePassword } from '../storage/accounts.ts'
import type { House } from '../storage/open.ts'
import {
  findSignedIn,
  insertSession,
  listSessions,
  removeOldSessions,
  removeSession,
  removeSessions,
  type Session,
  type SignedIn,
  updateSeen,
} from '../storage/sessions.ts'
import { hashPassword, isOutdated, isPassword } from './hash-password.ts'
import { hashOfToken, newToken } from './token.ts'

/** How often a session that is used is noted as such. */
const NOTE_EVERY = 10 * 60_000

/** What an unknown name is compared with, so that it takes the time of a wrong password. Made once, of what nobody knows. */
let dummy: Promise<string> | undefined

/** Sign in: a new session and the token for its cookie. One sentence, after one time, for an unknown name, a wrong password and an account that is closed. */
export async function signIn(house: House, wish: { name: string; password: string; browser: string }): Promise<string> {
  const account = await findAccountByName(house.read, wish.name.normalize('NFKC').trim().toLowerCase())
  dummy ??= hashPassword(newToken())
  const spare = await dummy
  const kept = account?.passwordHash ?? spare
  const right = await isPassword(wish.password, kept)
  if (!right || !account || account.disabledAt !== null) throw new Refusal('forbidden', 'refusal.sign-in')
  if (isOutdated(kept)) await updatePassword(house.write, account.id, await hashPassword(wish.password.normalize('NFKC')))
  return beginSession(house, { accountId: account.id, browser: wish.browser })
}

/** A session of its own for every time that somebody signs in. @returns its token, which is kept nowhere here */
export async function beginSession(house: House, { accountId, browser }: { accountId: number; browser: string }): Promise<string> {
  const now = Date.now()
  await removeOldSessions(house.write, { seenBefore: new Date(now - IDLE).toISOString(), madeBefore: new Date(now - ABSOLUTE).toISOString() })
  const token = newToken()
  await insertSession(house.write, { accountId, tokenHash: hashOfToken(token), browser: browserName(browser) })
  return token
}

/** Who holds a token now, with their role in the project of an address (null: none), or nobody. One query. */
export async function whoHolds(house: House, token: string, slug: string, now = Date.now()): Promise<SignedIn | undefined> {
  const found = await findSignedIn(house.read, hashOfToken(token), slug)
  if (!found || !sessionHolds(found, now)) return undefined
  // Nobody waits for the note, and a disk that is full signs nobody out.
  if (Math.abs(now - Date.parse(found.seenAt)) > NOTE_EVERY) updateSeen(house.write, found.sessionId).catch(() => undefined)
  return found
}

export async function listSessionsOf(house: House, accountId: number): Promise<Session[]> {
  return listSessions(house.read, accountId)
}

/** Sign a browser out. Refused where the session is not one's own. */
export async function endSession(house: House, wish: { accountId: number; sessionId: number }): Promise<void> {
  if (!(await removeSession(house.write, wish.accountId, wish.sessionId))) throw new Refusal('not-found', 'refusal.no-session')
}

/** Sign out everywhere, but for `exceptId`. */
export async function endSessions(house: House, wish: { accountId: number; exceptId?: number }): Promise<void> {
  await removeSessions(house.write, wish.accountId, wish.exceptId)
}

/** Change one's password, who says the old one; every other session ends. */
export async function changePassword(house: House, wish: { name: string; sessionId: number; old: string; password: string }): Promise<void> {
  const account = await findAccountByName(house.read, wish.name)
  if (!account || !(await isPassword(wish.old, account.passwordHash))) throw new Refusal('forbidden', 'refusal.old-password')
  await updatePassword(house.write, account.id, await hashPassword(toPassword(wish.password, account.name)))
  await removeSessions(house.write, account.id, wish.sessionId)
}
