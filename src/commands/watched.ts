import { Refusal } from '../domain/refusal.ts'
import type { Context } from './command.ts'

/** Milliseconds after which somebody wants to know how far it has come, and then again. */
const SECOND = 1000
/** What the work is given: a way to say how far it has come, and the signal. */
export type Watching = { onProgress: (done: number, of: number) => void; signal: AbortSignal }
type Told = 'cli.read-so-far' | 'cli.taken-so-far' | 'cli.written-so-far'

/**
 * Work that may take its time: from a second on, how far it has come is said on standard error. Ctrl-C lets it be: `work` is told by the
 * signal, and nothing of it is kept. `wordsOf` says what the two numbers are.
 */
export async function watched<T>(
  { say }: Pick<Context, 'say'>,
  key: Told,
  work: (watch: Watching) => Promise<T>,
  wordsOf: (done: number, of: number) => Record<string, string | number> = (done, of) => ({ share: Math.floor((100 * done) / Math.max(1, of)) }),
): Promise<T> {
  const stop = new AbortController()
  const onInterrupt = () => stop.abort(new Refusal('conflict', 'refusal.let-be'))
  const line = process.stderr.isTTY ? { begin: '\r\u001b[K', end: '' } : { begin: '', end: '\n' }
  let [done, of] = [0, 1]
  let told = ''
  const onProgress = (...so: [number, number]) => {
    ;[done, of] = so
  }
  const tell = () => {
    const said = say(key, wordsOf(done, of))
    if (said !== told) process.stderr.write(`${line.begin}${said}${line.end}`)
    told = said
  }
  const timer = setInterval(tell, SECOND)
  process.once('SIGINT', onInterrupt)
  try {
    return await work({ onProgress, signal: stop.signal })
  } finally {
    clearInterval(timer)
    process.off('SIGINT', onInterrupt)
    if (told !== '') process.stderr.write(line.begin)
  }
}
