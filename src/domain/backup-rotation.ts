const NAME = /^utsaga-(\d{4})-(\d\d)-(\d\d)T(\d\d)-(\d\d)-(\d\d)Z\.sqlite$/
const HOUR = 3_600_000
const DAY = 24 * HOUR

/** The name of a backup that is made at a moment (milliseconds since 1970). */
export function backupName(at: number): string {
  return `utsaga-${new Date(at).toISOString().slice(0, 19).replaceAll(':', '-')}Z.sqlite`
}

/** When the backup of this name was made; undefined where it is none of those made by the clock. */
export function backupTime(name: string): number | undefined {
  const parts = NAME.exec(name)
  const at = parts ? Date.UTC(+parts[1]!, +parts[2]! - 1, +parts[3]!, +parts[4]!, +parts[5]!, +parts[6]!) : Number.NaN
  return Number.isNaN(at) ? undefined : at
}

/**
 * Which backups may go: of each of the last seven days that have any the newest is kept, and of the last four weeks and the last twelve months (30 days); and always the two newest.
 * Counted by the backups there are, not by today, so that a clock that is set wrong takes nothing away.
 */
export function backupsToDrop(names: readonly string[]): string[] {
  const dated = names.flatMap((name) => {
    const at = backupTime(name)
    return at === undefined ? [] : [{ name, at }]
  })
  dated.sort((a, b) => b.at - a.at)
  const kept = new Set(dated.slice(0, 2).map(({ name }) => name))
  for (const [length, most] of [
    [DAY, 7],
    [7 * DAY, 4],
    [30 * DAY, 12],
  ] as const) {
    const newest = new Map<number, string>()
    for (const { name, at } of dated) if (!newest.has(Math.floor(at / length))) newest.set(Math.floor(at / length), name)
    for (const name of [...newest.values()].slice(0, most)) kept.add(name)
  }
  return dated.flatMap(({ name }) => (kept.has(name) ? [] : [name]))
}

/** Whether it is time for a backup: none yet, the newest so many hours old, or made in what the clock now calls the future. */
export function isBackupDue(names: readonly string[], now: number, hours: number): boolean {
  const newest = Math.max(...names.map((name) => backupTime(name) ?? Number.NEGATIVE_INFINITY))
  return now - newest >= hours * HOUR || newest - now > HOUR
}
