import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

/** What a zip of a study says of itself. */
export type StudyHead = { format: string; version: number; migration: string; newestAct: number }

/** Where the parts of a study lie while it waits, under names of ours. */
export function studyPaths(folder: string) {
  return {
    head: join(folder, 'study.json'),
    exchange: join(folder, 'study.qdpx'),
    table: (name: string) => join(folder, `study-${name}.jsonl`),
    original: (at: number) => join(folder, `study-original-${Math.trunc(at)}`),
    part: (kind: 'act' | 'change', number: number) => join(folder, `study-history-${`${number}`.padStart(5, '0')}.${kind}`),
    /** The parts of the history, in their order. */
    async history(kind: 'act' | 'change'): Promise<string[]> {
      const names = (await readdir(folder)).filter((name) => name.startsWith('study-history-') && name.endsWith(`.${kind}`))
      return names.sort().map((name) => join(folder, name))
    },
  }
}
