// Where the names of a margin stand: a name to a row beside its line while there is room. Where there is not, neighbours share a row as keys alone,
// and what not even that holds is counted. Pure arithmetic in px: it reads no page, so that it can be tested without one.

/** @typedef {{from: number, key: number}} Name `from`: where its words begin, below the margin's top; `key`: how wide its key is */
/** @typedef {{at: number, names: number[]}} Row its top, and the indexes of its names: one is written out, several are keys */
/** @typedef {{top: number, bottom: number, row: number, width: number}} Room between what the names may stand; how tall a row, how wide the column */

/** How wide "+12" is, px. */
export const MORE = 26

/**
 * Rows in the order of the names, `row` apart at least, none above `top` or below `bottom` (one row there always is). `left`: how many of the last have no place.
 * @param {readonly Name[]} names in the order of `from` @param {Room} room @returns {{rows: Row[], left: number}}
 */
export function rowsOf(names, room) {
  const most = Math.max(1, Math.floor((room.bottom - room.top) / room.row))
  const groups = names.map((name, index) => ({ from: name.from, last: name.from, wide: name.key, names: [index] }))
  while (groups.length > most && joinNearest(groups, room));
  const left = leaveOut(groups, most, names, room)
  return { rows: place(groups, room), left }
}

/** @typedef {{from: number, last: number, wide: number, names: number[]}} Group */

/** Put the two neighbours together that lie nearest and cost the fewest written names. @param {Group[]} groups @param {Room} room @returns {boolean} whether any two had room */
function joinNearest(groups, { row, width }) {
  let best = -1
  let least = Number.POSITIVE_INFINITY
  for (let at = 0; at + 1 < groups.length; at++) {
    const [a, b] = [/** @type {Group} */ (groups[at]), /** @type {Group} */ (groups[at + 1])]
    const written = Number(a.names.length === 1) + Number(b.names.length === 1)
    const cost = b.last - a.from + written * row
    if (a.wide + b.wide <= width && cost < least) [best, least] = [at, cost]
  }
  if (best < 0) return false
  const [a, b] = [/** @type {Group} */ (groups[best]), /** @type {Group} */ (groups[best + 1])]
  groups.splice(best, 2, { from: a.from, last: b.last, wide: a.wide + b.wide, names: [...a.names, ...b.names] })
  return true
}

/** Take away the rows that have no place, and so many keys of the last row that their number can stand there. @param {Group[]} groups @param {number} most @param {readonly Name[]} names @param {Room} room */
function leaveOut(groups, most, names, { width }) {
  let left = groups.splice(most).reduce((sum, group) => sum + group.names.length, 0)
  const last = groups.at(-1)
  if (left === 0 || !last) return 0
  while (last.names.length > 1 && last.wide + MORE > width) {
    last.wide -= names[/** @type {number} */ (last.names.pop())]?.key ?? 0
    left++
  }
  return left
}

/** Each beside its line or below the one before; then up again from the bottom. @param {readonly Group[]} groups @param {Room} room @returns {Row[]} */
function place(groups, { top, bottom, row }) {
  let free = top
  const rows = groups.map(({ from, names }) => {
    const at = Math.max(from, free)
    free = at + row
    return { at, names }
  })
  let below = Math.max(bottom, top + row)
  for (const one of [...rows].reverse()) {
    one.at = Math.min(one.at, below - row)
    below = one.at
  }
  return rows
}
