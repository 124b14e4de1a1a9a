import { fitToKnownCase } from '../../domain/case-name.ts'
import type { FileSummary } from '../../domain/file-summary.ts'
import {
  type ImportDraft,
  type Kept,
  type Preview,
  type PreviewFile,
  type PreviewSource,
  type ReadableFile,
  sharedSpeakers,
  type Verdict,
} from '../../domain/import-draft.ts'
import type { ReadSummary } from '../../domain/read-source.ts'
import { applyWish, type FileWish, wishKeys } from '../../domain/source-wish.ts'
import { speakerRowsOf } from '../../domain/speaker-rows.ts'
import { listCaseNames, titlesBySha } from '../../storage/import-places.ts'
import type { House } from '../../storage/open.ts'
import { pathsOf } from './draft-folder.ts'
import { findReading, findWishes, linesAt } from './draft-state.ts'

/** What was understood of each file, with what the person set right, its case bent to the project's, and files that are there already. */
export async function previewDraft(house: House, draft: ImportDraft, verdicts: readonly Verdict[]): Promise<Preview> {
  const known = (await listCaseNames(house.read, draft.projectId)).map((one) => one.name)
  const seen = await titlesBySha(house.read, draft.projectId)
  const wishes = await findWishes(house, draft.id)
  const files: PreviewFile[] = []
  for (const [n, { name, sha256 }] of draft.files.entries()) {
    const { summary: read, refusal } = verdicts[n]!
    const reading = await findReading(house, draft.id, n)
    if (!read) {
      files.push({ n, name, reading, summary: read, refusal, twin: null })
      continue
    }
    // A draft that was read before cases were told apart has none.
    const summary = { ...read, onlyCases: read.onlyCases ?? 0 }
    const twin = seen.get(sha256) ?? null
    if (!twin) seen.set(sha256, name)
    const wish = wishes[n]
    const sources = previewSources(summary.sources, wish, known)
    const keep = wish?.keep ?? twin === null
    const file: ReadableFile = {
      n,
      name,
      reading,
      summary,
      sources,
      rows: speakerRowsOf(summary, reading),
      keep,
      kept: await countKept(house, draft.id, n, summary, wish),
      twin,
      refusal,
    }
    files.push(file)
  }
  return { id: draft.id, files, shared: sharedSpeakers(verdicts) }
}

/** Sources as they were read, with the wishes of their file; the first of them is `from`, and `titles` are those of all before. */
export function previewSources(
  read: readonly ReadSummary[],
  wish: FileWish | undefined,
  known: readonly string[],
  titles: readonly string[] = [],
): PreviewSource[] {
  const keys = wishKeys([...titles, ...read.map((one) => one.title)]).slice(titles.length)
  return read.map((one, at) => {
    const wished = wish?.sources[keys[at]!]
    return { ...applyWish(bendCase(one, known), wished), nth: titles.length + at, keep: wished?.keep ?? true }
  })
}

/** A case that is guessed is one that the project has, where it is nearly its name. */
export function bendCase<S extends { caseName: string | null }>(source: S, known: readonly string[]): S {
  return source.caseName === null ? source : { ...source, caseName: fitToKnownCase(source.caseName, known) }
}

/** What of a file is wanted. Wishes for sources that another way to read it gave are not counted. */
async function countKept(house: House, id: string, n: number, { count, onlyCases }: FileSummary, wish: FileWish | undefined): Promise<Kept> {
  const left = new Set(Object.entries(wish?.sources ?? {}).flatMap(([key, one]) => (one.keep === false ? [key] : [])))
  if (left.size === 0) return { sources: count - onlyCases, cases: onlyCases }
  const all: { title: string; isCase: boolean }[] = []
  for await (const { title, characters } of linesAt<ReadSummary>(pathsOf(house, id).summaries(n))) all.push({ title, isCase: characters === 0 })
  const keys = wishKeys(all.map((one) => one.title))
  const wanted = all.filter((_, at) => !left.has(keys[at]!))
  const cases = wanted.filter((one) => one.isCase).length
  return { sources: wanted.length - cases, cases }
}
