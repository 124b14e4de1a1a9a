import { Hono } from 'hono'
import type { AppEnv } from '../web/env.ts'

export const health = new Hono<AppEnv>().get('/health', (c) => c.json({ status: 'ok', ...(c.var.person.standing === 'local' && { coder: c.var.coder.name }) }))
