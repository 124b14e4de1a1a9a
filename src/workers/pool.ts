import { Worker } from 'node:worker_threads'
import { AlreadyDone } from '../domain/already-done.ts'
import { limits } from '../domain/limits.ts'
import { Refusal, type RefusalReason, type RefusalValues } from '../domain/refusal.ts'
import type { JobInputs, JobName, JobOutputs } from './jobs.ts'

/** `onPiece`: what a job gives out before it is done, in order. `sees`: a coder, of whose sight alone the job reads. */
type JobOptions = {
  sees?: number | undefined
  seconds?: number
  onProgress?: ((done: number, of: number) => void) | undefined
  onPiece?: (piece: unknown) => void
  signal?: AbortSignal | undefined
}
export type Pool = {
  /**
   * Run one job in a worker thread. It is killed after `seconds` (30 unless told) and refused with `refusal.took-too-long`;
   * where too many wait already it is refused as busy; where `signal` is aborted its thread is stopped at once and the job rejects with the signal's reason.
   */
  run<N extends JobName>(name: N, input: JobInputs[N], options?: JobOptions): Promise<JobOutputs[N]>
  /** The same threads, in which every job reads only what a coder may see. */
  seenBy(coderId: number): Pool
  /** How many jobs wait for a thread of a room. */
  waiting(room: Room): number
  /** Start threads before anybody waits for them: those of pages, or one that reads files, which ends again where none comes. */
  warm(room?: Room): void
  close(): Promise<void>
}
export type FromWorker =
  | { ready: true }
  | { id: number; progress: [number, number] }
  | { id: number; piece: unknown }
  | { id: number; output: unknown }
  | { id: number; refusal: { reason: RefusalReason; key: string; values: RefusalValues } }
  | { id: number; already: number }
  | { id: number; error: string }

/** Threads that read people's files are apart from those that pages wait for, and may have less memory. */
const READING: ReadonlySet<JobName> = new Set<JobName>(['extract', 'understand', 'gatherEvidence', 'recogniseFile', 'readText', 'readExchange'])
/** What the house does for itself waits however many do. */
const OWN: ReadonlySet<JobName> = new Set<JobName>(['checkpoint', 'backup'])
type Room = 'reading' | 'other'
const MEGABYTES: Record<Room, number> = { reading: 400, other: 1024 }
/** Milliseconds after which a thread that has nothing to read gives its memory back. */
const IDLE = 20_000
/** Seconds that a thread may take to begin. */
const BEGINNING = 60

type Waiting = {
  id: number
  name: JobName
  input: unknown
  sees: number | undefined
  seconds: number
  room: Room
  onProgress: ((done: number, of: number) => void) | undefined
  onPiece: ((piece: unknown) => void) | undefined
  resolve: (output: never) => void
  reject: (error: Error) => void
}
type Hand = { worker: Worker; room: Room; ready: boolean; job?: Waiting | undefined; timer?: NodeJS.Timeout | undefined }

/** Threads for everything over 50 ms, `size` that read files and as many for all else, one job at a time each. A job that hangs or eats memory dies alone; the rest go on. */
export function openPool(file: string, size = 2): Pool {
  const queue: Waiting[] = []
  const hands: Hand[] = []
  let nextId = 1
  let closed = false

  function hire(room: Room): Hand {
    const worker = new Worker(new URL('./start.js', import.meta.url), {
      workerData: { file },
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: MEGABYTES[room] },
    })
    worker.unref()
    const hand: Hand = { worker, room, ready: false }
    worker.on('message', (message: FromWorker) => hear(hand, message))
    worker.on('error', (error: Error & { code?: string }) => {
      const memory = error.code === 'ERR_WORKER_OUT_OF_MEMORY'
      dismiss(hand, memory ? new Refusal('invalid', 'refusal.too-much-memory') : error)
    })
    worker.on('exit', () => dismiss(hand, new Error('A worker thread ended.')))
    hands.push(hand)
    return hand
  }

  function hear(hand: Hand, message: FromWorker): void {
    if ('ready' in message) {
      hand.ready = true
      if (hand.job) time(hand, hand.job)
      return
    }
    const job = hand.job
    if (!job || job.id !== message.id) return
    if ('progress' in message) {
      job.onProgress?.(...message.progress)
      return
    }
    if ('piece' in message) {
      job.onPiece?.(message.piece)
      return
    }
    rest(hand)
    if (hand.room === 'reading') hand.timer = setTimeout(() => letGo(hand), IDLE).unref()
    if ('output' in message) job.resolve(message.output as never)
    else if ('refusal' in message) job.reject(new Refusal(message.refusal.reason, message.refusal.key, message.refusal.values))
    else if ('already' in message) job.reject(new AlreadyDone(message.already))
    else job.reject(new Error(message.error))
    give()
  }

  function rest(hand: Hand): void {
    clearTimeout(hand.timer)
    hand.job = undefined
    hand.worker.unref()
  }

  function dismiss(hand: Hand, error: Error): void {
    const at = hands.indexOf(hand)
    if (at < 0) return
    hands.splice(at, 1)
    const job = hand.job
    rest(hand)
    job?.reject(error)
    if (!closed) give()
  }

  function letGo(hand: Hand): void {
    if (!hand.job) stop(hand, new Error('A thread had nothing to read.'))
  }

  function stop(hand: Hand, error: Error): void {
    dismiss(hand, error)
    void hand.worker.terminate()
  }

  function handFor(room: Room): Hand | undefined {
    const here = hands.filter((one) => one.room === room)
    return here.find((one) => !one.job) ?? (here.length < size ? hire(room) : undefined)
  }

  function give(): void {
    for (const job of [...queue]) {
      const hand = handFor(job.room)
      if (!hand) continue
      queue.splice(queue.indexOf(job), 1)
      hand.job = job
      hand.worker.ref()
      time(hand, job)
      hand.worker.postMessage({ id: job.id, name: job.name, input: job.input, sees: job.sees })
    }
  }

  /** A job's time is its own: what a thread takes to begin, on a busy machine, is not counted. */
  function time(hand: Hand, job: Waiting): void {
    clearTimeout(hand.timer)
    const most = hand.ready ? job.seconds : job.seconds + BEGINNING
    hand.timer = setTimeout(() => stop(hand, new Refusal('invalid', 'refusal.took-too-long', { seconds: job.seconds })), most * 1000)
  }

  /** A job that nobody wants any more: never begun, or its thread stopped. */
  function drop(job: Waiting, reason: Error): void {
    const at = queue.indexOf(job)
    if (at >= 0) queue.splice(at, 1)
    const hand = hands.find((one) => one.job === job)
    if (hand) stop(hand, reason)
    else if (at >= 0) job.reject(reason)
  }

  const waiting = (room: Room) => queue.filter((job) => job.room === room).length

  const pool: Pool = {
    seenBy: (coderId) => ({ ...pool, run: (name, input, options) => pool.run(name, input, { ...options, sees: coderId }) }),
    waiting,
    run: (name, input, { sees, seconds = 30, onProgress, onPiece, signal } = {}) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason)
        const room = READING.has(name) ? 'reading' : 'other'
        // Those who read files are counted before they begin: a file in the middle of a draft is no reason to refuse it.
        if (room === 'other' && !OWN.has(name) && waiting(room) >= limits.jobs) return reject(new Refusal('busy', 'refusal.busy-jobs'))
        const job: Waiting = { id: nextId++, name, input, sees, seconds, room, onProgress, onPiece, resolve: resolve as Waiting['resolve'], reject }
        const onAbort = () => drop(job, signal!.reason)
        signal?.addEventListener('abort', onAbort, { once: true })
        const ended = () => signal?.removeEventListener('abort', onAbort)
        job.resolve = (output) => {
          ended()
          resolve(output as never)
        }
        job.reject = (error) => {
          ended()
          reject(error)
        }
        queue.push(job)
        give()
      }),
    warm(room = 'other') {
      const wanted = room === 'reading' ? 1 : size
      while (hands.filter((one) => one.room === room).length < wanted) {
        const hand = hire(room)
        if (room === 'reading') hand.timer = setTimeout(() => letGo(hand), IDLE * 3).unref()
      }
    },
    async close() {
      closed = true
      await Promise.all(hands.map((hand) => hand.worker.terminate()))
    },
  }
  return pool
}
