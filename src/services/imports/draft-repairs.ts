import type { FileReading, ImportDraft } from '../../domain/import-draft.ts'
import type { Repair, ShownEdit } from '../../domain/read-notes.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { EditKind } from '../../domain/text-edit.ts'
import type { House } from '../../storage/open.ts'
import { pathsOf, readJson } from './draft-folder.ts'
import { findReading } from './draft-state.ts'

/** Edits that one page shows. */
const A_PAGE = 200

export type RepairsPage = { name: string; n: number; kind: Repair['kind']; page: number; pages: number; of: number; edits: ShownEdit[]; kindRefused: boolean }

/** A page of the repairs of one kind in one file of a draft; the first is 1. Refused where there is no such page. */
export async function listDraftRepairs(house: House, draft: ImportDraft, n: number, kind: string, page: number): Promise<RepairsPage> {
  const all = await readJson<Repair[]>(pathsOf(house, draft.id).repairs(n))
  const repair = draft.files[n] && all?.find((one) => one.kind === kind)
  const edits = repair?.edits?.slice((page - 1) * A_PAGE, page * A_PAGE)
  if (!repair || !edits || edits.length === 0) throw new Refusal('not-found', 'refusal.no-draft')
  const refused = new Set((await findReading(house, draft.id, n)).options.refused)
  // With the whole kind refused each still shows what was wished of it alone.
  const own = edits.map((edit) => ({ ...edit, refused: refused.has(edit.key) }))
  const of = repair.edits!.length
  return { name: draft.files[n]!.name, n, kind: repair.kind, page, pages: Math.ceil(of / A_PAGE), of, edits: own, kindRefused: refused.has(kind) }
}

/** How the file is to be read when some of its edits are wanted and others not. `made` by the edits' keys and kinds. */
export async function repairsWished(house: House, draft: ImportDraft, n: number, made: ReadonlyMap<EditKind | string, boolean>): Promise<FileReading> {
  const reading = await findReading(house, draft.id, n)
  const others = reading.options.refused.filter((key) => !made.has(key))
  const refused = [...others, ...[...made].filter(([, wanted]) => !wanted).map(([key]) => key)].sort()
  return { ...reading, options: { ...reading.options, refused } }
}
