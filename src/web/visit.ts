import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { AppEnv } from './env.ts'

/** The visit before this one: the newest act that it showed, and when it was. */
export type EarlierVisit = { actId: number; at: string }
/** Who comes back within this time is still on the same visit. */
const SAME_VISIT = 30 * 60_000
const YEAR = 365 * 24 * 60 * 60

/** When this browser showed somebody the page of a project before: on the visit before this one, or when the first visit began; nothing at the very first page. Kept in the browser alone: nobody's reading is written down here. */
export function earlierVisit(c: Context<AppEnv>, now = Date.now()): EarlierVisit | undefined {
  const known = /^(\d{1,15})-(\d{1,15})-(\d{1,15})-(\d{1,15})$/.exec(getCookie(c, nameOf(c)) ?? '')
  if (!known) return undefined
  const [sinceAct, sinceAt, lastAct, lastAt] = known.slice(1).map(Number) as [number, number, number, number]
  const [actId, at] = now - lastAt < SAME_VISIT ? [sinceAct, sinceAt] : [lastAct, lastAt]
  return at > 0 ? { actId, at: new Date(at).toISOString() } : undefined
}

/** Whether it is when the first visit, which is still on, began: nothing was seen before. */
export function isFirstVisit({ at }: EarlierVisit, now = Date.now()): boolean {
  return now - Date.parse(at) < SAME_VISIT
}

/** Note that the page is shown now, with all up to an act. */
export function noteVisit(c: Context<AppEnv>, earlier: EarlierVisit | undefined, actId: number, now = Date.now()): void {
  const value = [earlier?.actId ?? actId, earlier ? Date.parse(earlier.at) : now, actId, now].join('-')
  setCookie(c, nameOf(c), value, { path: `/projects/${c.var.project.slug}`, maxAge: YEAR, httpOnly: true, sameSite: 'Lax' })
}

function nameOf(c: Context<AppEnv>): string {
  return `visit-${c.var.project.id}-${c.var.coder.id}`
}
