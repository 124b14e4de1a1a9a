import { Refusal } from '../domain/refusal.ts'
import { isTextKey } from '../texts/catalogue.ts'
import { type Context, Usage } from './command.ts'

/** Not while the first pages are opened. */
const BACKUP_AFTER = 30_000
const BACKUP_LOOK_EVERY = 600_000

/** Hours between backups, 24 unless told; 0 for none. */
export function backupHours(wish: Context['options'][string]): number {
  const hours = Number(wish ?? 24)
  if (!Number.isFinite(hours) || hours < 0) throw new Usage()
  return hours
}

/** Back up where it is time, now and then, in a thread: a backup that fails is told where Utsaga was started, and tried again. */
export function keepBackingUp(pool: Context['pool'], { folder, hours }: { folder: string; hours: number }, say: Context['say']) {
  if (hours === 0) return { stop: () => {} }
  let stopped = false
  const look = () =>
    pool.run('backup', { folder, hours, now: Date.now() }, { seconds: 600 }).catch((error) => {
      if (!stopped) console.error(say('cli.backup-failed', { folder, reason: reasonOf(error, say) }))
    })
  const first = setTimeout(look, BACKUP_AFTER)
  const rest = setInterval(look, BACKUP_LOOK_EVERY)
  return {
    stop: () => {
      stopped = true
      clearTimeout(first)
      clearInterval(rest)
    },
  }
}

function reasonOf(error: unknown, say: Context['say']): string {
  return error instanceof Refusal && isTextKey(error.key) ? say(error.key, error.values) : String((error as Error).message ?? error)
}
