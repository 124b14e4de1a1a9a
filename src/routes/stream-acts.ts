import type { Context } from 'hono'
import { type SSEMessage, streamSSE } from 'hono/streaming'
import type { AppEnv } from '../web/env.ts'
import { stillMay } from './guard.ts'

const BEAT_EVERY = 15_000
const AGAIN_AFTER = 1_000
type Tell = (actId: number) => void

/** A stream that says the newest act whenever whoever follows is told of one. `follow` answers what ends it. */
export async function streamActs(c: Context<AppEnv>, follow: (tell: Tell) => Promise<() => void>): Promise<Response> {
  const { stopping } = c.var
  // What is told before the stream has begun is told when it has.
  const early: number[] = []
  let tell: Tell = (actId) => void early.push(actId)
  const leave = await follow((actId) => tell(actId))
  return streamSSE(c, async (stream) => {
    let end = () => {}
    const gone = new Promise<void>((resolve) => {
      end = resolve
    })
    stream.onAbort(end)
    stopping?.addEventListener('abort', end)
    // Who may no longer read is told no more: asked before each word.
    const write = (event: SSEMessage) => void stillMay(c, 'read').then((may) => (may ? stream.writeSSE(event) : stream.abort()))
    tell = (actId) => write({ event: 'act', id: `${actId}`, data: `${actId}` })
    const beat = setInterval(() => write({ event: 'beat', data: '' }), BEAT_EVERY)
    beat.unref()
    await stream.writeSSE({ event: 'hello', data: '', retry: AGAIN_AFTER })
    for (const actId of early) tell(actId)
    if (!stopping?.aborted) await gone
    stopping?.removeEventListener('abort', end)
    clearInterval(beat)
    leave()
  })
}
