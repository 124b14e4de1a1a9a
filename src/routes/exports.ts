import { Hono } from 'hono'
import { z } from 'zod'
import { Refusal } from '../domain/refusal.ts'
import { sendHome } from '../services/exports/take-home.ts'
import { accept } from '../web/accept.ts'
import type { AppEnv } from '../web/env.ts'
import { sendFile } from '../web/send-file.ts'

const named = z.object({ slug: z.string(), file: z.string().regex(/^[a-z-]+\.[a-z]+$/) })

/** What is ticked several times stands with commas between, as on the command line. */
const asked = z.union([z.string(), z.array(z.string()).transform((all) => all.filter(Boolean).join(','))])

/** `GET /projects/:slug/exports/NAME.FORMAT?filter=…`: a file to take home, made in a worker thread. What else stands in the address goes to the maker. */
export const exporting = new Hono<AppEnv>().get(
  '/projects/:slug/exports/:file',
  accept('param', named),
  accept('query', z.record(z.string(), asked)),
  async (c) => {
    const [what = '', format = ''] = c.req.valid('param').file.split('.')
    // A whole study is everybody's, with all that was ever done: not to be taken home half.
    if (what === 'project' && format === 'zip' && c.var.house.sees !== undefined) throw new Refusal('forbidden', 'refusal.export-apart')
    const { filter = '', ...options } = c.req.valid('query')
    const file = await sendHome(c.var.pool, what, format, { project: c.var.project, filter, language: c.var.reader.language, options })
    return sendFile(c, file)
  },
)
