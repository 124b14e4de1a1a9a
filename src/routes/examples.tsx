import { Hono } from 'hono'
import { z } from 'zod'
import { markExample } from '../services/mark-example.ts'
import { accept, id } from '../web/accept.ts'
import type { AppEnv } from '../web/env.ts'
import { answerTouched } from './answer-touched.tsx'
import { answerCodebook } from './codebook.tsx'
import { backToTranscript } from './codings.tsx'
import { answerQuotation, fromList } from './comparison.tsx'

const codingPath = z.object({ slug: z.string(), codingId: id })
const marking = fromList.extend({ example: z.enum(['0', '1']), page: z.enum(['codebook', 'source', 'quotations']).default('source') })

/** Which quotations show what a code means: marked where they are read, taken away there or in the codebook. */
export const examples = new Hono<AppEnv>()

examples.post('/projects/:slug/codings/:codingId{[0-9]+}/example', accept('param', codingPath), accept('form', marking), async (c) => {
  const { house, project, coder, reader } = c.var
  const { example, page, ...list } = c.req.valid('form')
  const wish = { projectId: project.id, codingId: c.req.valid('param').codingId, coderId: coder.id, example: example === '1' }
  const coding = await markExample(house, wish)
  const said = wish.example ? 'codebook.example-marked' : 'codebook.example-unmarked'
  if (page === 'codebook') return answerCodebook(c, { codeId: coding.codeId, said })
  if (page === 'quotations') return answerQuotation(c, coding, list, { said: reader.say(said) })
  if (!c.req.header('HX-Request')) return backToTranscript(c, coding.sourceId, coding.span, said)
  const toast = () => ({ said: reader.say(said), undoTo: `/projects/${project.slug}/undo` })
  return answerTouched(c, { sourceId: coding.sourceId, spans: [coding.span], codeIds: [coding.codeId], toast, open: coding.id })
})
