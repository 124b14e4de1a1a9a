import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import type { FileReading, ImportDraft, Verdict } from '../../domain/import-draft.ts'
import { asGuessed } from '../../domain/read-options.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { DraftWishes } from '../../domain/source-wish.ts'
import type { House } from '../../storage/open.ts'
import { pathsOf, readJson, writeJson } from './draft-folder.ts'

/** What came of reading, once every file is read. */
export async function findVerdicts(house: House, { id, files }: ImportDraft): Promise<Verdict[] | undefined> {
  const verdicts = await Promise.all(files.map((_, n) => readJson<Verdict>(pathsOf(house, id).verdict(n))))
  return verdicts.every((verdict) => verdict !== undefined) ? verdicts : undefined
}

/** How a file is to be read: as guessed, until somebody asks for more. */
export async function findReading(house: House, id: string, n: number): Promise<FileReading> {
  return (await readJson<FileReading>(pathsOf(house, id).reading(n))) ?? { options: asGuessed, labels: {} }
}

export async function keepReading(house: House, id: string, n: number, reading: FileReading): Promise<void> {
  await writeJson(pathsOf(house, id).reading(n), reading)
}

/** What a person wants otherwise of the sources of a draft, so far. */
export async function findWishes(house: House, id: string): Promise<DraftWishes> {
  return (await readJson<DraftWishes>(pathsOf(house, id).wishes)) ?? {}
}

export async function keepWishes(house: House, id: string, wishes: DraftWishes): Promise<void> {
  await writeJson(pathsOf(house, id).wishes, wishes)
}

/** The values of a file of JSON lines, one at a time. Refused where there is no such file. */
export async function* linesAt<T>(path: string): AsyncGenerator<T, void> {
  const stream = createReadStream(path, 'utf8')
  try {
    for await (const line of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) yield JSON.parse(line) as T
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new Refusal('not-found', 'refusal.no-draft')
    throw error
  } finally {
    stream.destroy()
  }
}
