import { kindsIn } from '../domain/act.ts'
import { listActs } from '../storage/acts.ts'
import type { House } from '../storage/open.ts'
import { newestActId } from '../storage/progress.ts'
import { followActs, refuseTooMany } from './follow-acts.ts'
import { houseNow } from './independent-coding.ts'

/** Taking back an answer changes the review as well. */
const kinds = [...kindsIn('review'), ...kindsIn('undoing')]

/** Be told the newest act whenever acts of the review (threads, answers, approvals) were done in a project after `since`, else from now on. Refused where too many listen. @returns what ends it */
export async function followReview(
  house: House,
  of: { projectId: number; coderId: number; codes: boolean; since?: number | undefined },
  tell: (actId: number) => void,
): Promise<() => void> {
  let at = of.since ?? (await newestActId(house.whole))
  refuseTooMany(house, of.coderId)
  return followActs(house, of.coderId, ({ upTo }) => {
    if (upTo <= at) return
    const after = at
    at = upTo
    // A house that is being closed is asked no more.
    void houseNow(house, of)
      .then(({ read }) => listActs(read, of.projectId, { after, kinds, limit: 1 }))
      .then(
        (acts) => acts.length > 0 && tell(upTo),
        () => {},
      )
  })
}
