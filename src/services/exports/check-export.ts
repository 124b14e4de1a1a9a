import { type ExportFormat, formatsOf } from '../../domain/export-format.ts'
import { Refusal } from '../../domain/refusal.ts'

/** Refuses what can't be taken home, or not in this format: then it names those that there are. */
export function checkExport(what: string, format: string): void {
  const formats = formatsOf(what)
  if (formats.length === 0) throw new Refusal('not-found', 'refusal.no-export', { what, format })
  if (!formats.includes(format as ExportFormat)) throw new Refusal('not-found', 'refusal.no-export-format', { what, format, formats: formats.join(', ') })
}
