import { setMaxListeners } from 'node:events'
import type { Server } from 'node:http'
import { join } from 'node:path'
import { serve as listen, type ServerType } from '@hono/node-server'
import { createApp } from '../app.ts'
import { limits } from '../domain/limits.ts'
import { Refusal } from '../domain/refusal.ts'
import { createDemo, DEMO } from '../services/create-demo.ts'
import { returnDrafts, sweepDrafts } from '../services/imports/draft-folder.ts'
import { stopAllReading } from '../services/imports/read-draft.ts'
import { inviteFirst } from '../services/invite.ts'
import { listProjectsOf } from '../services/list-projects.ts'
import { anybodyHere } from '../services/people.ts'
import type { Access } from '../web/env.ts'
import { accessOptions, addressOf, readAccess } from './access.ts'
import { keepAnswersWhole } from './answers-whole.ts'
import { backupHours, keepBackingUp } from './backup-clock.ts'
import { type Command, type Context, Usage } from './command.ts'

const CHECKPOINT_EVERY = 5_000
/** Threads start when the first page has been answered, not beside it. */
const WARM_AFTER = 1_500
const PROJECTS_WARMED = 2
const options = { port: { type: 'string' }, ...accessOptions, backups: { type: 'string' }, 'backup-hours': { type: 'string' } } as const
const OPTIONS = '[--port N] [--host H] [--url ADDRESS] [--trusted-proxy IP] [--backups DIR] [--backup-hours N]'

/** Serve the pages until stopped. */
export const serve: Command = { usage: `serve ${OPTIONS}`, options, run: untilStopped }

/** What `npm start` does: the demo study where there is none yet, then serve. */
export const start: Command = { usage: `start ${OPTIONS}`, options, run: withDemo }

const portRefusals: Record<string, string> = { EADDRINUSE: 'refusal.port-taken', EACCES: 'refusal.port-forbidden' }

async function withDemo(context: Context): Promise<void> {
  const { created } = await createDemo(context.house)
  if (created) console.error(context.say('cli.demo-made', { slug: DEMO }))
  await untilStopped(context)
}

async function untilStopped({ house, pool, searcher, folder, say, options, words }: Context): Promise<void> {
  const port = Number(options['port'] ?? 3000)
  if (words.length > 0 || !Number.isInteger(port) || port < 0 || port > 65535) throw new Usage()
  const { host, access, listensAt } = readAccess(options)
  const stop = new AbortController()
  setMaxListeners(limits.streams + 1, stop.signal)
  const app = createApp({ house, pool, searcher, access, stopping: stop.signal })
  // A checkpoint that the end cuts short is made when the database is closed.
  const backups = keepBackingUp(pool, { folder: String(options['backups'] ?? join(folder, 'backups')), hours: backupHours(options['backup-hours']) }, say)
  const checkpoints = setInterval(() => void pool.run('checkpoint', null).catch((error) => stop.signal.aborted || console.error(error)), CHECKPOINT_EVERY)
  await new Promise<void>((resolve, reject) => {
    const server: ServerType = listen({ fetch: app.fetch, port, hostname: host }, ({ port: bound }) => {
      listensAt(bound)
      const address = access.address?.origin ?? addressOf(host, bound).origin
      console.log(say('cli.serving', { address, folder }))
      void greet({ house, say, access, address })
      setTimeout(() => {
        pool.warm()
        if (!stop.signal.aborted) void warmSearch({ house, searcher }).catch((error) => stop.signal.aborted || console.error(error))
      }, WARM_AFTER).unref()
      void returnDrafts(house).then(() => sweepDrafts(house))
    })
    keepAnswersWhole(server as Server)
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

/** Where people sign in and nobody can yet, the link that makes the first account: whoever sees this window may have it. */
async function greet({ house, say, access, address }: Pick<Context, 'house' | 'say'> & { access: Access; address: string }): Promise<void> {
  if (access.accounts && access.address?.protocol === 'http:') console.error(say('cli.in-the-clear'))
  if (access.accounts && !(await anybodyHere(house))) console.log(say('cli.first-link', { link: address + (await inviteFirst(house)).path }))
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
