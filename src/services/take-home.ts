import type { Pool } from '../workers/pool.ts'
import { checkExport } from './check-export.ts'
import type { ExportFile, ExportInput } from './exports.ts'

/** Make a file in a worker thread, so that nobody waits meanwhile. Refuses what there is no maker for, and a wrong filter. */
export async function takeHome(pool: Pool, what: string, format: string, input: ExportInput): Promise<ExportFile> {
  checkExport(what, format)
  return pool.run('export', { what, format, input }, { seconds: 120 })
}
