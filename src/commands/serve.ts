import { setMaxListeners } from 'node:events'
import type { Server } from 'node:http'
import { join } from 'node:path'
import { serve as listen, type ServerType } from '@hono/node-server'
import { createApp } from '../app.ts'
import { limits } from '../domain/limits.ts'
import { Refusal } from '../domain/refusal.ts'
import { createDemo, DEMO } from '../services/create-demo.ts'
import { returnDrafts, sweepDrafts } from '../services/draft-folder.ts'
import { listProjectsOf } from '../services/list-projects.ts'
import { stopAllReading } from '../services/read-draft.ts'
import { backupHours, keepBackingUp } from './backup-clock.ts'
import { type Command, type Context, Usage } from './command.ts'

const CHECKPOINT_EVERY = 5_000
/** Threads start when the first page has been answered, not beside it. */
const WARM_AFTER = 1_500
const PROJECTS_WARMED = 2
const options = { port: { type: 'string' }, host: { type: 'string' }, backups: { type: 'string' }, 'backup-hours': { type: 'string' } } as const

/** Serve the pages until stopped. */
export const serve: Command = { usage: 'serve [--port N] [--host H] [--backups DIR] [--backup-hours N]', options, run: untilStopped }

/** What `npm start` does: the demo study where there is none yet, then serve. */
export const start: Command = { usage: 'start [--port N] [--host H] [--backups DIR] [--backup-hours N]', options, run: withDemo }

const portRefusals: Record<string, string> = { EADDRINUSE: 'refusal.port-taken', EACCES: 'refusal.port-forbidden' }

async function withDemo(context: Context): Promise<void> {
  const { created } = await createDemo(context.house)
  if (created) console.error(context.say('cli.demo-made', { slug: DEMO }))
  await untilStopped(context)
}

async function untilStopped({ house, pool, searcher, folder, say, options, words }: Context): Promise<void> {
  const port = Number(options['port'] ?? 3000)
  const host = String(options['host'] ?? '127.0.0.1')
  if (words.length > 0 || !Number.isInteger(port) || port < 0 || port > 65535) throw new Usage()
  if (!['127.0.0.1', 'localhost', '::1'].includes(host)) throw new Refusal('forbidden', 'refusal.only-loopback', { host })
  const stop = new AbortController()
  setMaxListeners(limits.streams + 1, stop.signal)
  const app = createApp({ house, pool, searcher, stopping: stop.signal })
  // A checkpoint that the end cuts short is made when the database is closed.
  const backups = keepBackingUp(pool, { folder: String(options['backups'] ?? join(folder, 'backups')), hours: backupHours(options['backup-hours']) }, say)
  const checkpoints = setInterval(() => void pool.run('checkpoint', null).catch((error) => stop.signal.aborted || console.error(error)), CHECKPOINT_EVERY)
  await new Promise<void>((resolve, reject) => {
    const server: ServerType = listen({ fetch: app.fetch, port, hostname: host }, ({ port: bound }) => {
      console.log(say('cli.serving', { address: `http://${host.includes(':') ? `[${host}]` : host}:${bound}`, folder }))
      setTimeout(() => {
        pool.warm()
        if (!stop.signal.aborted) void warmSearch({ house, searcher }).catch((error) => stop.signal.aborted || console.error(error))
      }, WARM_AFTER).unref()
      void returnDrafts(house).then(() => sweepDrafts(house))
    })
    server.on('error', (error: NodeJS.ErrnoException) => {
      clearInterval(checkpoints)
      backups.stop()
      reject(portRefusals[error.code ?? ''] ? new Refusal('conflict', portRefusals[error.code!]!, { port: `${port}` }) : error)
    })
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => {
        stop.abort()
        clearInterval(checkpoints)
        backups.stop()
        void Promise.all([stopAllReading(), finish(server as Server)]).then(() => resolve())
      })
  })
}

/** Take in nothing more, and end when all that is under way has been answered, or when that takes too long. */
function finish(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const idle = setInterval(() => server.closeIdleConnections(), 50)
    const late = setTimeout(() => server.closeAllConnections(), limits.stopping)
    server.close(() => {
      clearInterval(idle)
      clearTimeout(late)
      resolve()
    })
  })
}

/** What was worked in last is made ready to be searched, in the background, before anybody asks. */
async function warmSearch({ house, searcher }: Pick<Context, 'house' | 'searcher'>): Promise<void> {
  for (const { id, sources } of (await listProjectsOf(house)).slice(0, PROJECTS_WARMED)) if (sources > 0) searcher.warm(id)
}
