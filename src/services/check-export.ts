import { type ExportFormat, formatsOf } from '../domain/export-format.ts'
import { Refusal } from '../domain/refusal.ts'

/** Refuses what can't be taken home, or not in this format. */
export function checkExport(what: string, format: string): void {
  if (!formatsOf(what).includes(format as ExportFormat)) throw new Refusal('not-found', 'refusal.no-export', { what, format })
}
