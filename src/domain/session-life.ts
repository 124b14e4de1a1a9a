const HOUR = 3600_000
/** A session that nobody uses for this long has ended. */
export const IDLE = 7 * 24 * HOUR
/** However much it is used, who is signed in signs in again after this long. */
export const ABSOLUTE = 30 * 24 * HOUR
/** How long an invitation can be used, a link that sets a new password, and the first link of an installation. */
export const INVITED = 7 * 24 * HOUR
export const RESET = 24 * HOUR
export const FIRST = 2 * HOUR

/** Whether a session holds. A clock that went backwards ends none early. */
export function sessionHolds({ madeAt, seenAt }: { madeAt: string; seenAt: string }, now: number): boolean {
  return now - Date.parse(seenAt) < IDLE && now - Date.parse(madeAt) < ABSOLUTE
}
