import { zValidator } from '@hono/zod-validator'
import type { ValidationTargets } from 'hono'
import type { ZodType } from 'zod'
import { z } from 'zod'
import { Refusal } from '../domain/refusal.ts'

/** zod at the door: a malformed request becomes a Refusal, so there is one error path. */
export const accept = <T extends ZodType, Where extends keyof ValidationTargets>(where: Where, shape: T) =>
  zValidator(where, shape, (result) => {
    if (!result.success) throw new Refusal('invalid', 'refusal.malformed', { field: result.error.issues[0]?.path.join('.') ?? where })
  })

export const id = z.coerce.number().int().positive()
export const offset = z.coerce.number().int().nonnegative()
/** An id that may be left out, or be none at all. */
export const optionalId = id.optional().catch(undefined)
