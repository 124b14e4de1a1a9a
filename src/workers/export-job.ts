import type { Kysely } from 'kysely'
import { beginExport, type ExportFile, type ExportInput } from '../services/exports.ts'
import type { Schema } from '../storage/schema.ts'

/** What a browser is told of a file before its first byte. */
export type ExportHead = Pick<ExportFile, 'mediaType' | 'fileName' | 'losses'>

const PIECE = 64 * 1024

/** Makes a file of the exports' registry: gives out its head, then its bytes as they come. @returns how many they were */
export async function exportJob(
  { what, format, input }: { what: string; format: string; input: ExportInput },
  { db, give }: { db: Kysely<Schema>; give: (piece: unknown) => void },
): Promise<number> {
  const made = await beginExport(db, what, format, input)
  let bytes = 0
  let held: Uint8Array[] = []
  let size = 0
  const send = () => {
    if (size > 0) give(new Uint8Array(Buffer.concat(held)))
    bytes += size
    held = []
    size = 0
  }
  const losses = 'losses' in made && made.losses ? { losses: made.losses } : {}
  give({ mediaType: made.mediaType, fileName: made.fileName, ...losses } satisfies ExportHead)
  for await (const piece of 'bytes' in made ? [made.bytes] : made.pieces) {
    const part = typeof piece === 'string' ? Buffer.from(piece) : piece
    held.push(part)
    size += part.length
    // The first piece goes at once, so that whoever waits sees that it has begun.
    if (size >= PIECE || bytes === 0) send()
  }
  send()
  return bytes
}
