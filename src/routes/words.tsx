import { Hono } from 'hono'
import { z } from 'zod'
import { WordsPage } from '../../views/analysis/words-page.tsx'
import { parseCloudRequest } from '../domain/cloud-request.ts'
import { numbersIn } from '../domain/numbers-in.ts'
import { wordOrders } from '../domain/word-list.ts'
import { readWordList } from '../services/read-word-list.ts'
import { accept } from '../web/accept.ts'
import type { AppEnv } from '../web/env.ts'
import { show } from '../web/show.tsx'

const query = z.looseObject({
  order: z.enum(wordOrders).optional().catch(undefined),
  cuts: z.string().max(500).catch('').default(''),
  page: z.coerce.number().int().positive().max(1_000_000).catch(1).default(1),
})

/** The words of a project in numbers, and what tells two groups apart. */
export const words = new Hono<AppEnv>()

words.get('/projects/:slug/words', accept('query', query), async (c) => {
  const { house, pool, project, reader } = c.var
  const { order: chosen, cuts, page } = c.req.valid('query')
  const request = { ...parseCloudRequest(c.req.query()), from: 'words' as const }
  const order = chosen && (chosen !== 'keyness' || request.beside) ? chosen : request.beside ? 'keyness' : 'count'
  const read = await readWordList(house, pool, { projectId: project.id, request, order, page }, numbersIn(cuts), reader.say)
  const title = reader.say('words.title')
  return show(
    c,
    { title, place: 'word-cloud', layout: 'page' },
    <WordsPage slug={project.slug} request={request} order={order} page={page} cuts={cuts} {...read} />,
  )
})
