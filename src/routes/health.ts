import { Hono } from 'hono'
import type { AppEnv } from '../web/env.ts'

export const health = new Hono<AppEnv>().get('/health', (c) => c.json({ status: 'ok', coder: c.var.coder.name }))
