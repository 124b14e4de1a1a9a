import type { Context } from 'hono'
import type { AppEnv } from '../web/env.ts'

/** Whoever asks, in the project of the address: what every act of a project begins with. */
export function who(c: Context<AppEnv>): { projectId: number; coderId: number } {
  return { projectId: c.var.project.id, coderId: c.var.coder.id }
}

/** Where the pages of the project of the address are: `/projects/my-study`. */
export function baseOf(c: Context<AppEnv>): string {
  return `/projects/${c.var.project.slug}`
}
