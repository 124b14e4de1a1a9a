import { Worker } from 'node:worker_threads'
import { Refusal, type RefusalReason, type RefusalValues } from '../domain/refusal.ts'
import type { JobInputs, JobName, JobOutputs } from './jobs.ts'

export type Pool = {
  /** Run one job in a worker thread. It is killed after `seconds` (30 unless told) and refused with `refusal.took-too-long`. */
  run<N extends JobName>(name: N, input: JobInputs[N], options?: { seconds?: number; onProgress?: (done: number, of: number) => void }): Promise<JobOutputs[N]>
  /** Start the threads before anybody waits for them. */
  warm(): void
  close(): Promise<void>
}
export type FromWorker =
  | { id: number; progress: [number, number] }
  | { id: number; output: unknown }
  | { id: number; refusal: { reason: RefusalReason; key: string; values: RefusalValues } }
  | { id: number; error: string }

type Waiting = {
  id: number
  name: JobName
  input: unknown
  seconds: number
  onProgress: ((done: number, of: number) => void) | undefined
  resolve: (output: never) => void
  reject: (error: Error) => void
}
type Hand = { worker: Worker; job?: Waiting | undefined; timer?: NodeJS.Timeout | undefined }

/** Threads for everything over 50 ms, one job at a time each. A job that hangs or eats memory dies alone; the rest go on. */
export function openPool(file: string, size = 2): Pool {
  const queue: Waiting[] = []
  const hands: Hand[] = []
  let nextId = 1
  let closed = false

  function hire(): Hand {
    const worker = new Worker(new URL('./start.js', import.meta.url), {
      workerData: { file },
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: 1024 },
    })
    worker.unref()
    const hand: Hand = { worker }
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
    const job = hand.job
    if (!job || job.id !== message.id) return
    if ('progress' in message) {
      job.onProgress?.(...message.progress)
      return
    }
    rest(hand)
    if ('output' in message) job.resolve(message.output as never)
    else if ('refusal' in message) job.reject(new Refusal(message.refusal.reason, message.refusal.key, message.refusal.values))
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

  function give(): void {
    while (queue.length > 0) {
      const hand = hands.find((one) => !one.job) ?? (hands.length < size ? hire() : undefined)
      if (!hand) return
      const job = queue.shift()!
      hand.job = job
      hand.worker.ref()
      hand.timer = setTimeout(() => {
        dismiss(hand, new Refusal('invalid', 'refusal.took-too-long', { seconds: job.seconds }))
        void hand.worker.terminate()
      }, job.seconds * 1000)
      hand.worker.postMessage({ id: job.id, name: job.name, input: job.input })
    }
  }

  return {
    run: (name, input, { seconds = 30, onProgress } = {}) =>
      new Promise((resolve, reject) => {
        queue.push({ id: nextId++, name, input, seconds, onProgress, resolve: resolve as Waiting['resolve'], reject })
        give()
      }),
    warm() {
      while (hands.length < size) hire()
    },
    async close() {
      closed = true
      await Promise.all(hands.map((hand) => hand.worker.terminate()))
    },
  }
}
