import type { Context } from 'hono'
import { knowDevice } from '../services/known-device.ts'
import type { AppEnv } from '../web/env.ts'
import { keepDevice, keepSession } from '../web/person.ts'

/** Let this browser be signed in with a session, and be known from now on as one where its person has been. */
export async function enterWith(c: Context<AppEnv>, token: string): Promise<void> {
  keepSession(c, token)
  const device = await knowDevice(c.var.house, token)
  if (device) keepDevice(c, device.accountId, device.token)
}
