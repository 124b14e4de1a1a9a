import { type ApprovalChange, changeOfCode, changeOfSource } from '../domain/approval-change.ts'
import { flatten, treeOf, withDescendants } from '../domain/code.ts'
import { type ChangeOfAct, listChangesBetween } from '../storage/changes-between.ts'
import { listCodes } from '../storage/codes.ts'
import { listPlacesOfQuotations } from '../storage/codings.ts'
import type { House } from '../storage/open.ts'
import { newestActId } from '../storage/progress.ts'
import { whileUnchanged } from '../storage/seen-version.ts'
import { listSignOffs, type SignOff } from '../storage/sign-offs.ts'
import { versionNumbersThen } from '../storage/versions-then.ts'
import { approvedStates } from './approved-state.ts'

/**
 * `stands`: nothing of it has changed since; else `changed` says what, undefined where it is too much to tell. `version`: of a source the number of its text, of a code how
 * many wordings it had had.
 */
export type ShownSignOff = SignOff & { stands: boolean; version: number; changed: ApprovalChange | undefined }
const MOST_ROWS = 20_000

/** Every approval, and whether what was approved still stands so, whoever looks: an approval is of what everybody coded. What changed is told of what the reader may see. */
export async function readSignOffs(house: House, projectId: number): Promise<ShownSignOff[]> {
  const judged = await whileUnchanged(house.whole, `sign-offs ${projectId}`, async () => {
    const all = await listSignOffs(house.whole, projectId)
    const states = await approvedStates(
      house.whole,
      projectId,
      all.map(({ target }) => target),
    )
    const versions = await versionNumbersThen(house.whole, all)
    return all.map((one, at) => ({ ...one, stands: states[at] === one.state, version: versions[at]! }))
  })
  const open = judged.filter(({ stands }) => !stands)
  const changes = open.length === 0 ? new Map<SignOff, ApprovalChange>() : await changesOf(house, projectId, open)
  return judged.map((one) => ({ ...one, changed: changes.get(one) }))
}

async function changesOf<S extends SignOff>({ read }: House, projectId: number, open: readonly S[]): Promise<Map<S, ApprovalChange>> {
  const after = Math.min(...open.map(({ actId }) => actId))
  const rows = await listChangesBetween(read, { projectId, after, upTo: await newestActId(read) }, MOST_ROWS)
  if (rows === null) return new Map()
  const nodes = flatten(treeOf(await listCodes(read, projectId)))
  const sourceOf = await sourcesOfQuotations(read, rows)
  return new Map(
    open.map((one) => {
      const since = rows.filter(({ actId }) => actId > one.actId)
      if (one.target.kind === 'source') {
        const quotations = new Set([...sourceOf].filter(([, sourceId]) => sourceId === one.target.id).map(([id]) => id))
        return [one, changeOfSource(since, one.target.id, quotations)]
      }
      const node = nodes.find(({ id }) => id === one.target.id)
      return [one, changeOfCode(since, new Set(node ? withDescendants(node).map(({ id }) => id) : [one.target.id]))]
    }),
  )
}

/** In which source each quotation of a changed coding lies, or lay. */
async function sourcesOfQuotations(read: House['read'], rows: readonly ChangeOfAct[]): Promise<Map<number, number>> {
  const sides = (table: string) =>
    rows.filter((row) => row.table === table).flatMap(({ rowId, before, after }) => [before, after].flatMap((side) => (side ? [{ rowId, side }] : [])))
  const gone = sides('quotation').map(({ rowId, side }): [number, number] => [rowId, Number(side['source_id'])])
  const standing = await listPlacesOfQuotations(read, new Set(sides('coding').map(({ side }) => Number(side['quotation_id']))))
  return new Map([...gone, ...[...standing].map(([id, { sourceId }]): [number, number] => [id, sourceId])])
}
