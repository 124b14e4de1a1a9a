import type { Kysely } from 'kysely'
import { inPieces } from '../exchange/write-zip.ts'
import type { ExportFile, ExportInput } from '../services/exports/export-input.ts'
import { beginExport } from '../services/exports/exports.ts'
import type { Schema } from '../storage/schema.ts'

/** What a browser is told of a file before its first byte. */
export type ExportHead = Pick<ExportFile, 'mediaType' | 'fileName' | 'losses' | 'undecided'>

/** Makes a file of the exports' registry: gives out its head, then its bytes as they come. @returns how many they were */
export async function exportJob(
  { what, format, input }: { what: string; format: string; input: ExportInput },
  { db, give }: { db: Kysely<Schema>; give: (piece: unknown) => void },
): Promise<number> {
  const made = await beginExport(db, what, format, input)
  const losses = 'losses' in made && made.losses ? { losses: made.losses } : {}
  give({
    mediaType: made.mediaType,
    fileName: made.fileName,
    ...losses,
    ...(made.undecided !== undefined && { undecided: made.undecided }),
  } satisfies ExportHead)
  let bytes = 0
  for await (const piece of inPieces('bytes' in made ? [made.bytes] : made.pieces)) {
    give(piece)
    bytes += piece.length
  }
  return bytes
}
