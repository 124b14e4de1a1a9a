import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { CodePin } from '../../views/codebook/code-pin.tsx'
import { PinnedStrip } from '../../views/sources/pinned-strip.tsx'
import { movePin, pinCode, unpinCode } from '../services/pin-code.ts'
import { readPins } from '../services/read-pins.ts'
import type { TextKey } from '../texts/catalogue.ts'
import { accept, id } from '../web/accept.ts'
import { done } from '../web/done.tsx'
import type { AppEnv } from '../web/env.ts'
import { baseOf, who } from './here.ts'

const pin = z.object({ codeId: id })
const move = pin.extend({ to: z.enum(['first', 'back', 'on', 'last']) })

/** The codes that a coder keeps at hand, from the page of a source and from the codebook. */
export const pins = new Hono<AppEnv>()

pins.post('/projects/:slug/pins', accept('form', pin), async (c) => {
  const { codeId } = c.req.valid('form')
  await pinCode(c.var.house, { ...who(c), codeId })
  return answer(c, codeId, 'pin.pinned')
})

pins.post('/projects/:slug/pins/removal', accept('form', pin), async (c) => {
  const { codeId } = c.req.valid('form')
  await unpinCode(c.var.house, { ...who(c), codeId })
  return answer(c, codeId, 'pin.unpinned')
})

pins.post('/projects/:slug/pins/move', accept('form', move), async (c) => {
  const { codeId, to } = c.req.valid('form')
  await movePin(c.var.house, { ...who(c), codeId, to })
  return answer(c, codeId, 'pin.moved')
})

/** The strip and the code's own button anew: each page has one of them. */
async function answer(c: Context<AppEnv>, codeId: number, said: TextKey): Promise<Response> {
  const base = baseOf(c)
  const { pinned, codeOf } = await readPins(c.var.house, who(c))
  const code = codeOf.get(codeId)
  const toast = {
    said: c.var.reader.say(said, { code: `${code?.key ?? ''} ${code?.label ?? ''}`.trim(), place: pinned.indexOf(codeId) + 1 }),
    undoTo: `${base}/undo`,
  }
  return done(
    c,
    `${base}/codebook?code=${codeId}#code`,
    toast,
    <>
      <hx-partial hx-target="#pins" hx-swap="outerMorph">
        <PinnedStrip of={{ project: base, pinned, codeOf }} />
      </hx-partial>
      <hx-partial hx-target="#code-pin" hx-swap="outerMorph">
        <CodePin base={base} codeId={codeId} pinned={pinned} />
      </hx-partial>
    </>,
  )
}
