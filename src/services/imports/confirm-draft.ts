import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { inNaturalOrder } from '../../domain/case-name.ts'
import type { ImportDraft, Kept, Preview, ReadableFile } from '../../domain/import-draft.ts'
import type { Followed, ReadSource } from '../../domain/read-source.ts'
import { Refusal } from '../../domain/refusal.ts'
import { applyWish, type DraftWishes, wishKey } from '../../domain/source-wish.ts'
import type { Unsaved } from '../../domain/understand.ts'
import { listCaseNames } from '../../storage/import-places.ts'
import type { House } from '../../storage/open.ts'
import { findDraft, pathsIn, removeDraftFolder, takeDraft } from './draft-folder.ts'
import { findVerdicts, findWishes, linesAt } from './draft-state.ts'
import { type ImportedSource, importSources } from './import-sources.ts'
import { bendCase, previewDraft } from './preview-draft.ts'
import { stopReading } from './read-draft.ts'

/** `files`: only these, where given; `twins`: whether files that the project has already are taken in too, where nobody said otherwise. */
export type Confirmation = { projectId: number; coderId: number; draftId: string; files?: ReadonlySet<number>; twins?: boolean }

/** Take the wanted sources of a draft into the project, in one act; the draft is then gone. Asked twice, the second is refused. */
export async function confirmDraft(house: House, wish: Confirmation): Promise<{ actId: number; sources: ImportedSource[] }> {
  const draft = await findDraft(house, wish.projectId, wish.draftId)
  const preview = await previewOf(house, draft)
  const chosen = preview.files
    .filter(
      (file): file is ReadableFile =>
        file.summary !== null && (file.keep || (wish.twins === true && file.twin !== null)) && file.kept.sources + file.kept.cases > 0,
    )
    .filter((file) => wish.files?.has(file.n) ?? true)
    .sort((a, b) => inNaturalOrder(a.name, b.name) || a.n - b.n)
  if (chosen.length === 0) throw new Refusal('invalid', 'refusal.import-none-kept')
  const known = (await listCaseNames(house.read, draft.projectId)).map((one) => one.name)
  const wishes = await findWishes(house, draft.id)
  const taken = await takeDraft(house, draft.id)
  const sources = readChosen(taken.folder, chosen, wishes, known)
  const sum = (of: keyof Kept) => chosen.reduce((all, { kept }) => all + kept[of], 0)
  const asked = { projectId: wish.projectId, coderId: wish.coderId, sources, count: sum('sources'), cases: sum('cases') }
  const done = await importSources(house, asked).catch(async (error) => {
    await taken.putBack()
    throw error
  })
  // What can't be removed now is swept away later: the import itself is done.
  await taken.drop().catch(() => undefined)
  return done
}

async function previewOf(house: House, draft: ImportDraft): Promise<Preview> {
  const verdicts = await findVerdicts(house, draft)
  if (!verdicts) throw new Refusal('conflict', 'refusal.import-still-reading')
  return previewDraft(house, draft, verdicts)
}

/** The sources one at a time, as they are wanted. Those of one file share its bytes. */
async function* readChosen(folder: string, chosen: readonly ReadableFile[], wishes: DraftWishes, known: readonly string[]): AsyncGenerator<ReadSource> {
  const paths = pathsIn(folder)
  for (const { n } of chosen) {
    const bytes = await readFile(paths.bytes(n))
    const follows = await followsOf(paths.follows(n))
    const met = new Map<string, number>()
    let next = 0
    for await (const source of linesAt<Unsaved>(paths.sources(n))) {
      const at = next++
      const nth = met.get(source.title) ?? 0
      met.set(source.title, nth + 1)
      const wish = wishes[n]?.sources[wishKey(source.title, nth)]
      if (wish?.keep === false) continue
      yield { ...applyWish(bendCase(source, known), wish), follows: follows[at] ?? null, bytes }
    }
  }
}

/** Which guide each source of a file follows, in the order of the sources; empty where no guide was looked for. */
async function followsOf(path: string): Promise<(Followed | null)[]> {
  if (!existsSync(path)) return []
  const follows: (Followed | null)[] = []
  for await (const one of linesAt<Followed | null>(path)) follows.push(one)
  return follows
}

/** Drop a draft: nothing of it was in the project, and nothing is left on disk. */
export async function cancelDraft(house: House, projectId: number, draftId: string): Promise<void> {
  const draft = await findDraft(house, projectId, draftId)
  await stopReading(draft.id)
  await removeDraftFolder(house, draft.id)
}
