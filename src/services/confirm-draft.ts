import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { inNaturalOrder } from '../domain/case-name.ts'
import { applyWish, type FileWish } from '../domain/import-draft.ts'
import type { ReadSource } from '../domain/read-source.ts'
import { Refusal } from '../domain/refusal.ts'
import type { SpeakerRole } from '../domain/source.ts'
import type { House } from '../storage/open.ts'
import { findDraft, findVerdicts, removeDraftFolder, takeDraft } from './draft-folder.ts'
import { type ImportedSource, importSources } from './import-sources.ts'
import { stopReading } from './read-draft.ts'

export type Confirmation = {
  projectId: number
  coderId: number
  draftId: string
  wishes: ReadonlyMap<number, FileWish>
  shared: ReadonlyMap<string, SpeakerRole>
}

/** Take the chosen files of a draft into the project, in one act; the draft is then gone. Asked twice, the second is refused. */
export async function confirmDraft(house: House, wish: Confirmation): Promise<{ actId: number; sources: ImportedSource[] }> {
  const draft = await findDraft(house, wish.projectId, wish.draftId)
  const verdicts = await findVerdicts(house, draft.id)
  if (!verdicts) throw new Refusal('conflict', 'refusal.import-still-reading')
  const chosen = [...wish.wishes]
    .filter(([n, { keep }]) => keep && verdicts[n]?.summary)
    .sort(([a], [b]) => inNaturalOrder(draft.files[a]!.name, draft.files[b]!.name) || a - b)
  if (chosen.length === 0) throw new Refusal('invalid', 'refusal.import-none-kept')
  const taken = await takeDraft(house, draft.id)
  const sources = readChosen(taken.folder, chosen, wish.shared)
  const asked = { projectId: wish.projectId, coderId: wish.coderId, sources, count: chosen.length }
  const done = await importSources(house, asked).catch(async (error) => {
    await taken.putBack()
    throw error
  })
  // What can't be removed now is swept away later: the import itself is done.
  await taken.drop().catch(() => undefined)
  return done
}

async function* readChosen(folder: string, chosen: [number, FileWish][], shared: Confirmation['shared']): AsyncGenerator<ReadSource> {
  for (const [n, wish] of chosen) {
    const source = JSON.parse(await readFile(join(folder, `${n}.source.json`), 'utf8')) as Omit<ReadSource, 'bytes'>
    yield { ...applyWish(source, wish, shared), bytes: await readFile(join(folder, `${n}.bytes`)) }
  }
}

/** Drop a draft: nothing of it was in the project, and nothing is left on disk. */
export async function cancelDraft(house: House, projectId: number, draftId: string): Promise<void> {
  const draft = await findDraft(house, projectId, draftId)
  stopReading(draft.id)
  await removeDraftFolder(house, draft.id)
}
