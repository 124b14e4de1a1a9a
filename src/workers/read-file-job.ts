import { readFile, writeFile } from 'node:fs/promises'
import type { ReadSource, ReadSummary } from '../domain/read-source.ts'
import { summaryOf } from '../domain/read-source.ts'
import type { SourceLanguage } from '../domain/source.ts'
import { readSourceFile } from '../exchange/read-source-file.ts'

export type ReadFileInput = { path: string; name: string; language: SourceLanguage; keepAt: string | null }
/** The source is here, without its bytes, unless it was kept in a file. */
export type ReadFileOutput = { summary: ReadSummary; source: Omit<ReadSource, 'bytes'> | null }

/** Read one file as a source. With `keepAt` it is written there as JSON, so that long texts are not copied between threads. */
export async function readFileJob({ path, name, language, keepAt }: ReadFileInput): Promise<ReadFileOutput> {
  const source = (await readSourceFile(await readFile(path), name, language))[0]!
  if (keepAt !== null) await writeFile(keepAt, JSON.stringify(source), { mode: 0o600 })
  return { summary: summaryOf(source), source: keepAt === null ? source : null }
}
