import { readFile } from 'node:fs/promises'
import { asGuessed } from '../domain/read-options.ts'
import { Refusal } from '../domain/refusal.ts'
import type { SourceLanguage } from '../domain/source.ts'
import { readSourceFile } from '../exchange/read-source-file.ts'

/** The text of one file, whole, as it would be imported. Refuses a sheet of several sources: it is no text. */
export async function readTextJob({ path, name, language }: { path: string; name: string; language: SourceLanguage }): Promise<string> {
  const [first, second] = await readSourceFile(await readFile(path), name, language, { ...asGuessed, split: 'none' })
  if (!first || second) throw new Refusal('invalid', 'refusal.replacement-many')
  return first.text
}
