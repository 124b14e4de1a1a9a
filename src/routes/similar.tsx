import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { SimilarList, SimilarPage } from '../../views/codebook/similar-page.tsx'
import { codePassage } from '../services/code-passage.ts'
import { dismissPassage } from '../services/dismiss-passage.ts'
import { findSimilar } from '../services/find-similar.ts'
import { accept, id, offset } from '../web/accept.ts'
import { done } from '../web/done.tsx'
import type { AppEnv } from '../web/env.ts'
import { show } from '../web/show.tsx'
import { baseOf, who } from './here.ts'

const at = '/projects/:slug/codes/:codeId{[0-9]+}/similar'
const codePath = z.object({ slug: z.string(), codeId: id })
const without = z
  .string()
  .max(1000)
  .default('')
  .transform((text) => text.split(' ').filter(Boolean))
const shown = z.object({ without, words: without })
const passage = shown.extend({ sourceId: id, paragraph: id, version: id, start: offset, end: offset })

/** Passages like those of a code, to code or to dismiss one by one. */
export const similar = new Hono<AppEnv>()

similar.get(at, accept('param', codePath), accept('query', shown), async (c) => {
  const { codeId } = c.req.valid('param')
  const props = await listOf(c, codeId, c.req.valid('query'))
  const title = c.var.reader.say('similar.title', { code: props.found.code.label })
  return show(c, { title, place: 'codebook', layout: 'page quotations-page', scripts: ['similar.js'] }, <SimilarPage {...props} />)
})

similar.post(`${at}/codings`, accept('param', codePath), accept('form', passage), async (c) => {
  const { codeId } = c.req.valid('param')
  const { sourceId, version, start, end, ...asked } = c.req.valid('form')
  const wish = { ...who(c), sourceId, codeIds: [codeId], versionId: version }
  await codePassage(c.var.house, { ...wish, selection: { start, end } })
  return answer(c, codeId, asked, 'similar.coded')
})

similar.post(`${at}/dismissals`, accept('param', codePath), accept('form', passage), async (c) => {
  const { codeId } = c.req.valid('param')
  const { sourceId, paragraph, ...asked } = c.req.valid('form')
  await dismissPassage(c.var.house, { ...who(c), codeId, sourceId, paragraph })
  return answer(c, codeId, asked, 'similar.dismissed')
})

type Shown = { without: readonly string[]; words: readonly string[] }

async function listOf(c: Context<AppEnv>, codeId: number, { without, words }: Shown) {
  const found = await findSimilar(c.var, { projectId: c.var.project.id, codeId, without, ...(words.length > 0 ? { by: words } : {}) })
  return { base: baseOf(c), found, without }
}

async function answer(c: Context<AppEnv>, codeId: number, asked: Shown, key: 'similar.coded' | 'similar.dismissed'): Promise<Response> {
  const base = baseOf(c)
  const props = await listOf(c, codeId, asked)
  const toast = { said: c.var.reader.say(key, { code: props.found.code.label }), undoTo: `${base}/undo` }
  const kept = Object.entries({ without: asked.without.join(' '), words: asked.words.join(' ') }).filter(([, value]) => value !== '')
  const back = `${base}/codes/${codeId}/similar?${new URLSearchParams(kept)}`
  return done(
    c,
    back,
    toast,
    <hx-partial hx-target="#similar" hx-swap="outerMorph">
      <SimilarList {...props} />
    </hx-partial>,
  )
}
