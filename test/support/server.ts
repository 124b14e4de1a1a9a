import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** Milliseconds of delay of the server's event loop since the last reset, beyond its timer's own; bytes of memory. */
export type LoopDelay = { p50: number; p99: number; max: number; rss: number; heapUsed: number }

export type Server = {
  address: string
  child: ChildProcess
  /** Milliseconds from spawning to the line that says where it serves. */
  startedIn: number
  /** Empty once it has ended well; else what it wrote on standard error. */
  said(): string
  delay(wish: 'reset' | 'read'): Promise<LoopDelay>
  stop(): Promise<void>
}

const root = fileURLToPath(new URL('../../', import.meta.url))
const LOOP_DELAY = fileURLToPath(new URL('../bench/loop-delay.js', import.meta.url))

/** A server in a process of its own on a free port of this machine. `start` makes the demo study first, `serve` does not. */
export async function startServer(folder: string, command: 'start' | 'serve' = 'serve'): Promise<Server> {
  return startProgram(['src/start.js', command, '--port', '0', '--data', folder])
}

/** Any program of the project that prints the address where it serves. */
export async function startProgram(words: string[]): Promise<Server> {
  const began = performance.now()
  const env = { ...process.env, LC_ALL: 'C.UTF-8', TZ: 'Europe/Stockholm', NODE_OPTIONS: '' }
  const child = spawn(process.execPath, ['--import', LOOP_DELAY, ...words], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] })
  let said = ''
  child.stderr!.on('data', (chunk) => {
    said = (said + chunk).slice(-20_000)
  })
  const address = await addressOf(child, () => said)
  return {
    address,
    child,
    startedIn: performance.now() - began,
    said: () => said,
    delay: async (wish) => {
      const answer = once(child, 'message')
      child.send(wish)
      return ((await answer) as [LoopDelay])[0]
    },
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      const late = setTimeout(() => child.kill('SIGKILL'), 5000)
      await ended
      clearTimeout(late)
    },
  }
}

function addressOf(child: ChildProcess, said: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    let heard = ''
    child.stdout!.on('data', (chunk) => {
      heard += chunk
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(heard)?.[0]
      if (address) resolve(address)
    })
    child.once('exit', (code, signal) => reject(new Error(`The server ended before it served (${code ?? signal}): ${said()}${heard}`)))
  })
}
