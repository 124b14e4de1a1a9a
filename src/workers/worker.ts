import { parentPort, workerData } from 'node:worker_threads'
import { AlreadyDone } from '../domain/already-done.ts'
import { Refusal } from '../domain/refusal.ts'
import { troubleOf } from '../domain/storage-trouble.ts'
import { openReader } from '../storage/open.ts'
import { type JobName, jobs } from './jobs.ts'
import type { FromWorker } from './pool.ts'

const port = parentPort!
const { file } = workerData as { file: string }
const db = openReader(file)
/** The sight of the coder who asked last for less than everything. */
let limited: { coderId: number; db: typeof db } | undefined

port.on('message', async ({ id, name, input, sees }: { id: number; name: JobName; input: never; sees: number | undefined }) => {
  const say = (message: FromWorker) => port.postMessage(message)
  try {
    const output = await jobs[name](input, {
      file,
      db: await readerOf(sees),
      progress: (done, of) => say({ id, progress: [done, of] }),
      give: (piece) => say({ id, piece }),
    })
    say({ id, output })
  } catch (error) {
    const trouble = troubleOf(error)
    if (trouble) say({ id, refusal: { reason: 'conflict', key: trouble, values: {} } })
    else if (error instanceof Refusal) say({ id, refusal: { reason: error.reason, key: error.key, values: error.values } })
    else if (error instanceof AlreadyDone) say({ id, already: error.actId })
    else say({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }
})

async function readerOf(coderId: number | undefined): Promise<typeof db> {
  if (coderId === undefined) return db
  if (limited?.coderId !== coderId) {
    await limited?.db.destroy()
    limited = { coderId, db: openReader(file, coderId) }
  }
  return limited.db
}

port.postMessage({ ready: true } satisfies FromWorker)
