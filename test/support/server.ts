import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Milliseconds of delay of the server's event loop since the last reset, beyond its timer's own; bytes of memory, where asked to after collecting what nobody holds. */
export type LoopDelay = { p50: number; p99: number; max: number; rss: number; heapUsed: number }

export type Server = {
  address: string
  child: ChildProcess
  /** Milliseconds from spawning to the line that says where it serves. */
  startedIn: number
  /** Empty once it has ended well; else what it wrote on standard error. */
  said(): string
  delay(wish: 'reset' | 'read' | 'collect'): Promise<LoopDelay>
  /** Milliseconds of processor time that it has taken since it was spawned, all its threads together; 0 where the system does not tell. */
  spent(): number
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
    spent: () => spentBy(child.pid!),
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      const late = setTimeout(() => child.kill('SIGKILL'), 20_000)
      await ended
      clearTimeout(late)
    },
  }
}

/** The kernel counts in hundredths of a second. */
function spentBy(pid: number): number {
  const file = `/proc/${pid}/stat`
  if (!existsSync(file)) return 0
  const [user = 0, system = 0] = readFileSync(file, 'utf8').split(') ').at(-1)!.split(' ').slice(11, 13).map(Number)
  return (user + system) * 10
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
