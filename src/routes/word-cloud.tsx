import { Hono } from 'hono'
import { z } from 'zod'
import { CloudLinesPage } from '../../views/analysis/cloud-lines.tsx'
import { ThemeCloudPicture } from '../../views/analysis/theme-cloud.tsx'
import { WordCloud } from '../../views/analysis/word-cloud.tsx'
import { parseCloudRequest } from '../domain/cloud-request.ts'
import { numbersIn } from '../domain/numbers-in.ts'
import { readWordCloud, readWordLines } from '../services/read-word-cloud.ts'
import { setStopWords } from '../services/stop-words.ts'
import { accept } from '../web/accept.ts'
import { goTo } from '../web/done.tsx'
import type { AppEnv } from '../web/env.ts'
import { localPath } from '../web/local-path.ts'
import { show } from '../web/show.tsx'

const query = z.record(z.string(), z.string())
const line = z.looseObject({ word: z.string().trim().min(1).max(1000), page: z.coerce.number().int().positive().max(1_000_000).default(1) })

/** The word cloud of a project, and the lines behind each of its words. */
export const wordCloud = new Hono<AppEnv>()

wordCloud.get('/projects/:slug/word-cloud', accept('query', query), async (c) => {
  const { house, pool, project, reader } = c.var
  const request = parseCloudRequest(c.req.valid('query'))
  const cuts = (c.req.query('cuts') ?? '').slice(0, 500)
  const page = await readWordCloud(house, pool, { projectId: project.id, request, cuts: numbersIn(cuts) }, reader.say)
  if (c.req.query('part') === 'picture') return show(c, null, <ThemeCloudPicture slug={project.slug} request={request} clouds={page.clouds} />)
  const title = reader.say('cloud.title')
  return show(c, { title, place: 'word-cloud', layout: 'page cloud-page' }, <WordCloud slug={project.slug} request={request} cuts={cuts} {...page} />)
})

wordCloud.get('/projects/:slug/word-cloud/lines', accept('query', line), async (c) => {
  const { house, pool, project, reader } = c.var
  const { word, page } = c.req.valid('query')
  const request = parseCloudRequest(c.req.query())
  const lines = await readWordLines(house, pool, project.id, { request, word, page }, reader.say)
  const title = `${reader.say('cloud.lines-title', { word: lines.word })} – ${reader.say('cloud.title')}`
  return show(c, { title, place: 'word-cloud', layout: 'page' }, <CloudLinesPage slug={project.slug} request={request} page={page} {...lines} />)
})

wordCloud.post('/projects/:slug/word-cloud/stop-words', accept('form', z.object({ words: z.string().max(20_000), back: z.string().optional() })), async (c) => {
  const { house, project, coder, reader } = c.var
  const { words, back } = c.req.valid('form')
  await setStopWords(house, { projectId: project.id, coderId: coder.id, text: words })
  return goTo(c, localPath(back, `/projects/${project.slug}/word-cloud`), {
    said: reader.say('cloud.stop-words-saved'),
    undoTo: `/projects/${project.slug}/undo`,
  })
})
