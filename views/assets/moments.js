// Of which moment the page is. Acts have numbers in the order they were made, and an answer says of which act's moment it is.

/**
 * The law: an answer that says "all that changed after S, as it stands at A" may be drawn where A is no older than what was drawn
 * last; then the page is as it would be drawn whole at A, whatever the order in which answers come.
 * @param {number} act the newest when the page was drawn
 */
export function momentsFrom(act) {
  let since = act
  let drawn = act
  return {
    /** The page shows everything up to this act. */
    since: () => since,
    /** Older than what stands on the page already: nothing of it may be drawn. NaN, of no moment, is not. @param {number} at */
    isStale: (at) => at < drawn,
    /** All that changed is drawn, or all but what was held back. @param {number} at @param {boolean} heldBack */
    take(at, heldBack) {
      drawn = at
      if (!heldBack) since = at
    },
  }
}
