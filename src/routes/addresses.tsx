import { Hono } from 'hono'
import { z } from 'zod'
import { GoneQuotation } from '../../views/memos/gone-quotation.tsx'
import { findQuotation } from '../services/find-quotation.ts'
import { accept } from '../web/accept.ts'
import type { AppEnv } from '../web/env.ts'
import { show } from '../web/show.tsx'
import { sourcePath } from './transcript-view.ts'

const address = z.object({ slug: z.string(), guid: z.string().toLowerCase() })

/** `GET /projects/:slug/q/GUID`: the stable address of a quotation. It leads to where the quotation is now; 410 where it is gone, saying what it was. */
export const addresses = new Hono<AppEnv>().get('/projects/:slug/q/:guid{[0-9a-fA-F-]{36}}', accept('param', address), async (c) => {
  const { slug, guid } = c.req.valid('param')
  const { house, project, reader } = c.var
  const found = await findQuotation(house, project.id, guid)
  if (found.at === 'text') {
    const { sourceId, span, paragraph } = found
    return c.redirect(`${sourcePath(slug, sourceId)}?at=${span.start}-${span.end}&focus=${paragraph}#st-${paragraph}`, 302)
  }
  if (found.at === 'review') return c.redirect(`${sourcePath(slug, found.sourceId)}/review#review-${found.reviewId}`, 302)
  c.status(410)
  return show(c, { title: reader.say('address.gone-title'), layout: 'page' }, <GoneQuotation base={`/projects/${slug}`} gone={found} />)
})
