import type { House } from '../storage/open.ts'
import { newestActId } from '../storage/progress.ts'
import { followActs, refuseTooMany } from './follow-acts.ts'
import { houseNow } from './independent-coding.ts'
import { areNone, changesOf, type ProjectChanges, readProjectChanges } from './read-changes.ts'
import { theSource } from './the-source.ts'

export type Following = { projectId: number; sourceId: number; coderId: number; codes: boolean; since?: number | undefined }

/** Be told the newest act whenever acts after `since` (else from now on) changed anything on the page of a source. Refused where too many listen, in all or as this coder. @returns what ends it */
export async function followSource(
  house: House,
  { projectId, sourceId, coderId, codes, since }: Following,
  tell: (actId: number) => void,
): Promise<() => void> {
  await theSource(house.read, projectId, sourceId)
  let at = since ?? (await newestActId(house.read))
  refuseTooMany(house, coderId)
  return followActs(house, coderId, ({ after, upTo, projects }) => {
    if (upTo <= at) return
    const between = { projectId, after: at, upTo }
    const untouched = at >= after && projects !== null && !projects.has(projectId)
    at = upTo
    if (untouched) return
    // A house that is being closed is asked no more; a page that was not told catches up with the next act.
    void houseNow(house, { projectId, coderId, codes })
      .then((seen) => readTogether(seen, between))
      .then(
        (read) => areNone(changesOf(read, { sourceId, upTo })) || tell(upTo),
        () => {},
      )
  })
}

type Reads = Map<string, Promise<ProjectChanges>>
const lately = new WeakMap<House, Reads>()
/** Reads that are kept: listeners of a project ask for the same within the same moment. */
const KEPT = 32

/** Everybody who listens in a project asks the same of an act: it is read once for all of them. */
function readTogether(house: House, between: { projectId: number; after: number; upTo: number }): Promise<ProjectChanges> {
  const reads: Reads = lately.get(house) ?? new Map()
  lately.set(house, reads)
  const key = `${between.projectId} ${between.after} ${between.upTo}`
  const read = reads.get(key) ?? readProjectChanges(house.read, between)
  reads.set(key, read)
  for (const old of reads.keys()) if (reads.size > KEPT) reads.delete(old)
  return read
}
