import { readFile } from 'node:fs/promises'
import { proposeEdits } from '../domain/propose-edits.ts'
import type { Extracted } from '../domain/raw-text.ts'
import { wordsOf } from '../domain/word.ts'
import { listSourceIds } from '../storage/import-places.ts'
import { textsOf } from '../storage/source-versions.ts'
import type { Thread } from './jobs.ts'
import { writeWhole } from './write-whole.ts'

/** `raws`: all files of a draft; `parted`: those of them in which line ends part words. */
export type GatherEvidenceInput = { raws: string[]; parted: string[]; projectId: number; keepAt: string }

/** UTF-16 units of a project's texts that are looked through: two thousand interviews would keep people waiting. */
const MOST = 20_000_000

/** How often each form that decides about a line-end hyphen stands in the other files and in the project. Only forms that are asked for are counted. */
export async function gatherEvidenceJob({ raws, parted, projectId, keepAt }: GatherEvidenceInput, { db }: Pick<Thread, 'db'>): Promise<{ forms: number }> {
  const counts = new Map<string, number>()
  for (const path of parted) askFor(await rawAt(path), counts)
  if (counts.size > 0) {
    for (const path of raws) for (const text of textsIn(await rawAt(path))) count(text, counts)
    let left = MOST
    for (const ids of batches(await listSourceIds(db, projectId))) {
      if (left <= 0) break
      for (const text of (await textsOf(db, ids)).values()) {
        left -= text.length
        count(text, counts)
      }
    }
  }
  await writeWhole(keepAt, JSON.stringify(Object.fromEntries(counts)))
  return { forms: counts.size }
}

async function rawAt(path: string): Promise<Extracted> {
  return JSON.parse(await readFile(path, 'utf8')) as Extracted
}

/** The forms that mending a text would ask for: it is asked to mend, and everything it wants to know is noted. */
function askFor(extracted: Extracted, counts: Map<string, number>): void {
  if (extracted.kind !== 'text') return
  proposeEdits(extracted.raw, (form) => {
    if (!counts.has(form)) counts.set(form, 0)
    return 0
  })
}

function textsIn(extracted: Extracted): string[] {
  return extracted.kind === 'text' ? [extracted.raw.text] : extracted.table.rows.map((row) => row.join('\n'))
}

function count(text: string, counts: Map<string, number>): void {
  for (const { word } of wordsOf(text)) {
    const form = word.toLowerCase()
    const known = counts.get(form)
    if (known !== undefined) counts.set(form, known + 1)
  }
}

function* batches(ids: readonly number[]): Generator<number[]> {
  for (let from = 0; from < ids.length; from += 50) yield ids.slice(from, from + 50)
}
