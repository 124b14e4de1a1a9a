/** Whether this went wrong because the disk has no more room: a file's write, or the database's. */
export function isDiskFull(error: unknown): boolean {
  return ['SQLITE_FULL', 'ENOSPC'].includes(`${(error as { code?: unknown } | null)?.code}`)
}
