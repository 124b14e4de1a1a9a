import type { ExportHead } from '../../workers/export-job.ts'
import type { Pool } from '../../workers/pool.ts'
import { checkExport } from './check-export.ts'
import type { ExportFile, ExportInput } from './export-input.ts'

/** Seconds that a file may take from its beginning to its end. */
const SECONDS = 600

/** A file that is sent while it is made. */
export type SentFile = ExportHead & { stream: ReadableStream<Uint8Array> }

/**
 * Make a file in a worker thread, so that nobody waits meanwhile, and send it from its first piece on. Where nobody reads any more, the
 * thread is stopped; so it is where `signal` is aborted. Refuses, before anything is sent, what there is no maker for and a wrong filter.
 */
export async function sendHome(pool: Pool, what: string, format: string, input: ExportInput, signal?: AbortSignal): Promise<SentFile> {
  checkExport(what, format)
  const leaving = new AbortController()
  const unread = () => leaving.signal.aborted
  return new Promise((resolve, reject) => {
    let to: ReadableStreamDefaultController<Uint8Array>
    const stream = new ReadableStream<Uint8Array>({
      start: (controller) => {
        to = controller
      },
      cancel: () => leaving.abort(new Error('Nobody reads the file any more.')),
    })
    const onPiece = (piece: unknown) => {
      if (piece instanceof Uint8Array) to.enqueue(piece)
      else resolve({ ...(piece as ExportHead), stream })
    }
    pool
      .run('export', { what, format, input }, { seconds: SECONDS, onPiece, signal: signal ? AbortSignal.any([leaving.signal, signal]) : leaving.signal })
      .then(
        () => unread() || to.close(),
        (error: Error) => {
          if (!unread()) to.error(error)
          reject(error)
        },
      )
  })
}

/** The same, whole. */
export async function takeHome(pool: Pool, what: string, format: string, input: ExportInput): Promise<ExportFile> {
  const { stream, ...head } = await sendHome(pool, what, format, input)
  return { ...head, bytes: new Uint8Array(await new Response(stream).arrayBuffer()) }
}
