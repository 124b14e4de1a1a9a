import type { backups as sv } from '../sv/backups.ts'

export const backups: Record<keyof typeof sv, string> = {
  'cli.backed-up': 'The backup {file} is made and checked.',
  'cli.restored': 'The backup {file} is in place now. What was there before is kept in {aside}.',
  'cli.backup-failed': 'No backup could be made in {folder}: {reason}',
  'check.fine': 'All is well: {sources} {sources|source|sources}, {codings} {codings|coding|codings}, {acts} {acts|act|acts} in the history.',
  'check.file': 'The file is damaged in {n} {n|place|places}',
  'check.references': '{n} {n|row points|rows point} at something that is not there',
  'check.texts': '{n} {n|text is|texts are} not as long as it says',
  'check.places': '{n} {n|place lies|places lie} outside the words of its text',
  'check.rows': '{n} {n|row does|rows do} not stand as the history left {n|it|them}',
  'check.history': '{n} {n|change does|changes do} not begin where the one before ended',
  'check.undoing': '{n} {n|act says|acts say} otherwise than the one that undid it',
  'refusal.check-failed': 'Something is wrong in {file}. Put a backup back with: utsaga restore FILE',
  'refusal.no-database-there': 'There is no database in {file}.',
  'refusal.no-backup': 'The file {file} is not there.',
  'refusal.bad-backup': 'The copy {file} is not whole and is not used ({reason}).',
  'refusal.backed-up-as-is': 'The copy {file} is whole, but something in the database is wrong. See what with: utsaga check',
  'refusal.in-use': 'Utsaga is running on {file}. Stop it first.',
  'refusal.read-only': 'The folder with the data can’t be written in, and nothing was saved. Change its permissions and try again.',
  'refusal.damaged': 'The database is damaged, and nothing was saved. Stop Utsaga and run: utsaga check',
  'refusal.no-room-to-upgrade':
    'The database must be upgraded, but no backup could be made first ({reason}). Nothing has changed. Make room on the disk and try again.',
  'refusal.upgrade-failed': 'The database could not be upgraded, and stands as it was ({reason}). A copy is in {backup}.',
}
