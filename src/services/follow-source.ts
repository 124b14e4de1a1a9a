import { Refusal } from '../domain/refusal.ts'
import type { House } from '../storage/open.ts'
import { newestActId } from '../storage/progress.ts'
import { findSource } from '../storage/sources.ts'
import { countFollowers, followActs } from './follow-acts.ts'
import { areNone, changesIn } from './read-changes.ts'

/** Each costs a connection and a look at every act. */
const MOST = 200

export type Following = { projectId: number; sourceId: number; since?: number | undefined }

/** Be told the newest act whenever acts after `since` (else from now on) changed anything on the page of a source. Refused where too many listen. @returns what ends it */
export async function followSource(house: House, { projectId, sourceId, since }: Following, tell: (actId: number) => void): Promise<() => void> {
  if (!(await findSource(house.read, projectId, sourceId))) throw new Refusal('not-found', 'refusal.no-source')
  if (countFollowers(house) >= MOST) throw new Refusal('conflict', 'refusal.too-many-listen')
  let at = since ?? (await newestActId(house.read))
  return followActs(house, (newest) => {
    if (newest <= at) return
    const between = { projectId, sourceId, after: at, upTo: newest }
    at = newest
    // A house that is being closed is asked no more; a page that was not told catches up with the next act.
    void changesIn(house.read, between).then(
      (changes) => areNone(changes) || tell(newest),
      () => {},
    )
  })
}
