import type { FileReading, ImportDraft, Preview, ReadableFile, Verdict } from '../../domain/import-draft.ts'
import type { ReadSummary } from '../../domain/read-source.ts'
import { type ReadingFields, readingsWished, type SharedFields } from '../../domain/reading-wish.ts'
import { type DraftWishes, type FileWish, type SourceFields, wishKeys, wishOf } from '../../domain/source-wish.ts'
import { listCaseNames } from '../../storage/import-places.ts'
import type { House } from '../../storage/open.ts'
import { findWishes, keepWishes } from './draft-state.ts'
import { bendCase, previewDraft } from './preview-draft.ts'

/** What the form of a draft says: of each file whether it is wanted, of its sources that were shown, and how it is to be read. */
export type DraftForm = {
  keep: ReadonlyMap<number, boolean>
  sources: ReadonlyMap<number, ReadonlyMap<number, SourceFields>>
  readings: ReadonlyMap<number, ReadingFields>
  shared: readonly SharedFields[]
}

/** Keep what a form says of the sources of a draft. @returns how files are to be read that are to be read otherwise, and how they were shown */
export async function settleDraft(
  house: House,
  draft: ImportDraft,
  verdicts: readonly Verdict[],
  form: DraftForm,
): Promise<{ wished: Map<number, FileReading>; preview: Preview }> {
  const preview = await previewDraft(house, draft, verdicts)
  const readable = preview.files.filter((file): file is ReadableFile => file.summary !== null)
  const known = (await listCaseNames(house.read, draft.projectId)).map((one) => one.name)
  const wishes: DraftWishes = { ...(await findWishes(house, draft.id)) }
  for (const { n, summary, keep } of readable) {
    const fields = form.sources.get(n)
    const wanted = form.keep.get(n)
    if (fields) wishes[n] = mergeWish(wishes[n], summary.sources, fields, known)
    if (wanted !== undefined && wanted !== keep) wishes[n] = { sources: {}, ...wishes[n], keep: wanted }
  }
  await keepWishes(house, draft.id, wishes)
  return { wished: readingsWished(readable, form.readings, form.shared), preview }
}

/** What a form says of some sources of a file, beside what was wished of the others. `read` are the file's sources from the first. */
export function mergeWish(
  wish: FileWish | undefined,
  read: readonly ReadSummary[],
  fields: ReadonlyMap<number, SourceFields>,
  known: readonly string[],
): FileWish {
  const sources = { ...wish?.sources }
  for (const [nth, key] of wishKeys(read.map((one) => one.title)).entries()) {
    const said = fields.get(nth)
    if (!said) continue
    const one = wishOf(bendCase(read[nth]!, known), said)
    if (Object.keys(one).length > 0) sources[key] = one
    else delete sources[key]
  }
  return { ...wish, sources }
}
