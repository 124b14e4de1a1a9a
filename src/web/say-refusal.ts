import type { Context } from 'hono'
import { Refusal } from '../domain/refusal.ts'
import { isTextKey } from '../texts/catalogue.ts'
import type { AppEnv } from './env.ts'
import { STATUS } from './status.ts'

/** The sentence of what was refused, for a form that is shown again with what was written in it; sets the status. Anything else is thrown on. */
export function sayRefusal(c: Context<AppEnv>, error: unknown): string {
  if (!(error instanceof Refusal) || !isTextKey(error.key)) throw error
  c.status(STATUS[error.reason])
  return c.var.reader.say(error.key, error.values)
}
