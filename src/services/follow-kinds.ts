import type { ActKind } from '../domain/act.ts'
import { listActs } from '../storage/acts.ts'
import type { House } from '../storage/open.ts'
import { newestActId } from '../storage/progress.ts'
import { followActs, refuseTooMany } from './follow-acts.ts'
import { houseNow } from './independent-coding.ts'

/** `others`: only what others did. */
export type Following = { projectId: number; coderId: number; codes: boolean; since?: number | undefined; others?: boolean }

/** Be told the newest act whenever acts of some kinds were done in a project after `since`, else from now on. Refused where too many listen. @returns what ends it */
export async function followKinds(house: House, kinds: readonly ActKind[], of: Following, tell: (actId: number) => void): Promise<() => void> {
  let at = of.since ?? (await newestActId(house.whole))
  refuseTooMany(house, of.coderId)
  return followActs(house, of.coderId, ({ upTo }) => {
    if (upTo <= at) return
    const after = at
    at = upTo
    // A house that is being closed is asked no more.
    void houseNow(house, of)
      .then(({ read }) => listActs(read, of.projectId, { after, kinds, limit: 1, ...(of.others && { notBy: of.coderId }) }))
      .then(
        (acts) => acts.length > 0 && tell(upTo),
        () => {},
      )
  })
}
