import { Hono } from 'hono'
import { z } from 'zod'
import { SaturationPage } from '../../views/analysis/saturation-page.tsx'
import { drawSaturation } from '../domain/draw-saturation.ts'
import { saturationOrders } from '../domain/saturation.ts'
import { analyseSaturation } from '../services/analyse-further.ts'
import { saySaturation } from '../texts/chart-sentences.ts'
import { accept } from '../web/accept.ts'
import type { AppEnv } from '../web/env.ts'
import { show } from '../web/show.tsx'
import { filterSaid, narrowedTo } from './filter-said.ts'

const query = z.object({ order: z.enum(saturationOrders).default('coding'), filter: z.string().default('') })

/** New codes source by source. */
export const saturation = new Hono<AppEnv>().get('/projects/:slug/saturation', accept('query', query), async (c) => {
  const wishes = c.req.valid('query')
  const { project, reader } = c.var
  const counted = await analyseSaturation(c.var, { projectId: project.id, ...wishes })
  const { words, ...said } = saySaturation(reader.say, { ...counted, order: wishes.order })
  const steps = counted.rows.map(({ title, fresh, total }) => ({ title, fresh: fresh.length, total }))
  return show(
    c,
    { title: reader.say('saturation.title'), place: 'analysis', layout: 'page', scripts: ['matrix.js'] },
    <SaturationPage
      slug={project.slug}
      rows={counted.rows}
      wishes={wishes}
      sentence={await filterSaid(c, wishes.filter)}
      said={said}
      drawings={{ wide: drawSaturation(steps, words, 'wide'), narrow: drawSaturation(steps, words, 'narrow') }}
      filterOf={(sourceId, codeId) => narrowedTo(wishes.filter, { source: [sourceId], ...(codeId && { code: [codeId] }) })}
    />,
  )
})
