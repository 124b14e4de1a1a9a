import type { ImportDraft, PreviewSource } from '../../domain/import-draft.ts'
import type { ReadSummary } from '../../domain/read-source.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { SourceFields } from '../../domain/source-wish.ts'
import { listCaseNames } from '../../storage/import-places.ts'
import type { House } from '../../storage/open.ts'
import { pathsOf } from './draft-folder.ts'
import { findWishes, keepWishes, linesAt } from './draft-state.ts'
import { previewSources } from './preview-draft.ts'
import { mergeWish } from './settle-draft.ts'

/** Sources that one page shows. */
const A_PAGE = 50

export type SourcesPage = { name: string; n: number; page: number; pages: number; of: number; sources: PreviewSource[] }

/** A page of the sources in one file of a draft; the first is 1. Refused where the file has no such page. */
export async function listDraftSources(house: House, draft: ImportDraft, n: number, page: number): Promise<SourcesPage> {
  const read = await summariesOf(house, draft, n)
  const from = (page - 1) * A_PAGE
  if (from >= read.length) throw new Refusal('not-found', 'refusal.no-draft')
  const known = (await listCaseNames(house.read, draft.projectId)).map((one) => one.name)
  const wish = (await findWishes(house, draft.id))[n]
  const titles = read.slice(0, from).map((one) => one.title)
  const sources = previewSources(read.slice(from, from + A_PAGE), wish, known, titles)
  return { name: draft.files[n]!.name, n, page, pages: Math.ceil(read.length / A_PAGE), of: read.length, sources }
}

/** Keep what the form of such a page says. */
export async function settleDraftSources(house: House, draft: ImportDraft, n: number, fields: ReadonlyMap<number, SourceFields>): Promise<void> {
  const read = await summariesOf(house, draft, n)
  const known = (await listCaseNames(house.read, draft.projectId)).map((one) => one.name)
  const wishes = await findWishes(house, draft.id)
  await keepWishes(house, draft.id, { ...wishes, [n]: mergeWish(wishes[n], read, fields, known) })
}

async function summariesOf(house: House, draft: ImportDraft, n: number): Promise<ReadSummary[]> {
  if (!draft.files[n]) throw new Refusal('not-found', 'refusal.no-draft')
  const read: ReadSummary[] = []
  for await (const one of linesAt<ReadSummary>(pathsOf(house, draft.id).summaries(n))) read.push(one)
  return read
}
