import { asGuessed, type ReadOptions } from '../domain/read-options.ts'
import type { SourceLanguage } from '../domain/source.ts'
import { type Unsaved, understand } from '../domain/understand.ts'
import { understandTable } from '../domain/understand-table.ts'
import { readRaw } from './read-raw.ts'

/** A file's sources as they are guessed, with no other file to look at for evidence. */
export async function readSourceFile(bytes: Buffer, name: string, otherwise: SourceLanguage, options: ReadOptions = asGuessed): Promise<Unsaved[]> {
  const extracted = await readRaw(bytes, name, options.encoding)
  const how = { name, otherwise, options, evidence: () => 0 }
  return extracted.kind === 'text' ? understand(extracted.raw, how) : understandTable(extracted.table, how)
}
