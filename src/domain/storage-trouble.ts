const troubles = [
  { key: 'refusal.disk-full', codes: /^(SQLITE_FULL|ENOSPC|EDQUOT)$/ },
  { key: 'refusal.read-only', codes: /^(SQLITE_READONLY|SQLITE_READONLY_(?!ROLLBACK)\w+|EROFS|EACCES|EPERM)$/ },
  { key: 'refusal.damaged', codes: /^(SQLITE_CORRUPT\w*|SQLITE_NOTADB|SQLITE_IOERR\w*)$/ },
] as const
export type StorageTrouble = (typeof troubles)[number]['key']

/** What is wrong with the disk or the database, by the sentence that says it; undefined where it is something else. A transaction that met it was taken back. */
export function troubleOf(error: unknown): StorageTrouble | undefined {
  const code = `${(error as { code?: unknown } | null)?.code}`
  return troubles.find(({ codes }) => codes.test(code))?.key
}

/** Whether the disk has no more room: for a file, or for the database. */
export function isDiskFull(error: unknown): boolean {
  return troubleOf(error) === 'refusal.disk-full'
}
