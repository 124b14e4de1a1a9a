import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { backupName, backupsToDrop, isBackupDue } from '../domain/backup-rotation.ts'
import { backUp } from '../storage/backup.ts'

export type BackupWish = { file: string; folder: string; now: number; hours: number }

/** Back the database up into a folder where it is time, and let old backups go once the new one is whole. @returns the name of the new one */
export function keepBackups({ file, folder, now, hours }: BackupWish): string | undefined {
  if (!isBackupDue(backupsIn(folder), now, hours)) return undefined
  for (const left of backupsIn(folder)) if (left.endsWith('.part')) rmSync(join(folder, left), { force: true })
  const name = backupName(now)
  backUp(file, join(folder, name))
  for (const old of backupsToDrop(backupsIn(folder))) if (old !== name) rmSync(join(folder, old), { force: true })
  return name
}

function backupsIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return []
    throw error
  }
}
