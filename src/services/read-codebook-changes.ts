import { flatten, treeOf } from '../domain/code.ts'
import { type CodebookChange, netChanges } from '../domain/codebook-change.ts'
import { listCodeChanges } from '../storage/code-changes.ts'
import { listCodes } from '../storage/codes.ts'
import type { House } from '../storage/open.ts'

/** `paths`: what codes that stand are called with all above them, by id. */
export type CodebookChanges = { since: string; changes: CodebookChange[]; paths: Map<number, string> }

/** What is otherwise in the codebook than it was at the beginning of a day (`2026-11-21`, this machine's time). */
export async function readCodebookChanges(house: House, projectId: number, since: string): Promise<CodebookChanges> {
  const changes = netChanges(await listCodeChanges(house.read, projectId, new Date(`${since}T00:00:00`).toISOString()))
  const paths = new Map(flatten(treeOf(await listCodes(house.read, projectId))).map((code) => [code.id, code.path]))
  return { since, changes, paths }
}
