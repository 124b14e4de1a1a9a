// What the page has asked for and has no answer to yet, in order. Kept in the tab as well, so that a reload loses nothing, for whoever asked it alone: signed out,
// it waits until they are back, and is never sent as whoever signs in after them.
import { who } from './who.js'

/**
 * `wish`: its name, under which it is done once. `page`: the address it was asked from. `what`: what it is about, in words.
 * `from`: the part of the page it was asked for in, `passage` or `text-editor`, else empty. `kept`: it was not sent at once.
 * @typedef {{wish: string, action: string, body: string, page: string, what: string, from: string, kept: boolean}} Act
 */

const PLACE = `utsaga-waiting ${who}`
/** @type {Act[]} */
const acts = read()

/** @returns {Act | undefined} the one to be sent next */
export function firstAct() {
  return acts[0]
}

export function countActs() {
  return acts.length
}

/** Where in the text of this page codings wait, each by its first character. @returns {number[]} */
export function waitingStarts() {
  const here = acts.filter(({ page }) => new URL(page).pathname === location.pathname)
  return here.map(({ body }) => Number(new URLSearchParams(body).get('start') ?? Number.NaN)).filter((start) => Number.isInteger(start))
}

/** @param {Omit<Act, 'wish'>} act */
export function addAct(act) {
  acts.push({ ...act, wish: crypto.randomUUID() })
  keep()
}

/** The first has its answer. @returns {Act | undefined} it */
export function forgetFirst() {
  const act = acts.shift()
  keep()
  return act
}

/** From now on they are told as acts that had to wait. */
export function markKept() {
  for (const act of acts) act.kept = true
  keep()
}

/** @returns {Act[]} */
function read() {
  try {
    return JSON.parse(sessionStorage.getItem(PLACE) ?? '[]').map((/** @type {Act} */ act) => ({ ...act, kept: true }))
  } catch {
    return []
  }
}

function keep() {
  try {
    if (acts.length > 0) sessionStorage.setItem(PLACE, JSON.stringify(acts))
    else sessionStorage.removeItem(PLACE)
  } catch {
    // A browser that keeps nothing still sends them, as long as the page is open.
  }
}
