import type { Look } from './line.ts'

/** Words drawn in one go. Points from the top left of the page as it is read; `y` is the baseline, `size` of the type. */
export type Fragment = { readonly words: string; readonly x: number; readonly right: number; readonly y: number; readonly size: number; readonly look: Look }
/** Fragments on one baseline, from left to right. */
export type Row = { readonly y: number; readonly size: number; readonly fragments: readonly Fragment[] }

/** In shares of the size of the type: how far apart baselines of one row may be; how far a raised figure may, and how near it is to its word. */
const SAME_BASELINE = 0.45
const RAISED = { smaller: 0.85, apart: 0.6, near: 0.5 }

/** Rows from top to bottom. Raised figures and signs go to the row of their word. */
export function rowsOf(fragments: readonly Fragment[]): Row[] {
  const open: Fragment[][] = []
  for (const fragment of [...fragments].sort((a, b) => a.y - b.y)) {
    const last = open.at(-1)
    const fits = last && fragment.y - last[0]!.y <= SAME_BASELINE * Math.min(last[0]!.size, fragment.size)
    if (fits) last.push(fragment)
    else open.push([fragment])
  }
  return lowered(open.map(rowOf)).map((row) => rowOf(row.fragments))
}

/** A row of fragments: in order, each once (bold type is sometimes drawn twice), as large as most of its words. */
export function rowOf(fragments: readonly Fragment[]): Row {
  const sorted = [...fragments].sort((a, b) => a.x - b.x || a.right - b.right)
  const once = sorted.filter((one, at) => {
    const before = sorted[at - 1]
    return !(before && before.words.trim() === one.words.trim() && one.x - before.x < 0.3 * one.size)
  })
  const main = once.reduce((most, one) => (one.words.length > most.words.length ? one : most))
  return { y: main.y, size: main.size, fragments: once }
}

/** What is small and stands close to a word of the row above or below belongs to that row. */
function lowered(rows: readonly Row[]): Row[] {
  const given = rows.map((row) => [...row.fragments])
  rows.forEach((row, at) => {
    for (const other of [at + 1, at - 1]) {
      const near = rows[other]
      if (!near || row.size > RAISED.smaller * near.size || Math.abs(near.y - row.y) > RAISED.apart * near.size) continue
      const taken = given[at]!.filter((one) => near.fragments.some((word) => isBeside(one, word, RAISED.near * near.size)))
      given[other]!.push(...taken)
      given[at] = given[at]!.filter((one) => !taken.includes(one))
    }
  })
  return given.filter((one) => one.length > 0).map(rowOf)
}

function isBeside(one: Fragment, word: Fragment, near: number): boolean {
  return one.x - word.right < near && word.x - one.right < near
}
