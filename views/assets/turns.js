// The paragraphs of the transcript: which is in focus, which holds an offset of the text.
import { fieldOf } from './fields.js'
import { layTurns } from './margin.js'

const transcript = /** @type {HTMLElement} */ (document.getElementById('transcript'))
/** @type {string | null} */
let focused = null

/** @returns {HTMLElement | null} the paragraph in focus */
export function inFocus() {
  return focused ? document.getElementById(focused) : null
}

/** The number by which a paragraph is cited. @param {Element} turn */
export function numberOf(turn) {
  return turn.id.slice('st-'.length)
}

/** The number of the paragraph in focus; empty where none is. */
export function numberInFocus() {
  const turn = inFocus()
  return turn ? numberOf(turn) : ''
}

/** The paragraph that an element stands in. @param {Element | null} element @returns {HTMLElement | null} */
export function turnOf(element) {
  return /** @type {HTMLElement | null} */ (element?.closest('.turn') ?? null)
}

/** @param {Element} turn @returns {HTMLElement} its words */
export function wordsIn(turn) {
  return /** @type {HTMLElement} */ (turn.querySelector('.words'))
}

/** They stand side by side in the transcript: the bars and words within, tens of thousands, are not looked through. @returns {HTMLElement[]} */
export function turns() {
  return /** @type {HTMLElement[]} */ ([...transcript.children].filter((child) => child.classList.contains('turn')))
}

/** The paragraph that holds an offset of the text, or the last before it. @param {number} offset @returns {HTMLElement | null} */
export function turnAt(offset) {
  const all = turns()
  let low = 0
  let high = all.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (Number(all[middle]?.dataset['start']) <= offset) low = middle
    else high = middle - 1
  }
  return all[low] ?? null
}

/** @param {1 | -1} step @returns {boolean} */
export function moveFocus(step) {
  const all = turns()
  const current = inFocus()
  const at = current ? all.indexOf(current) + step : all.findIndex((turn) => turn.getBoundingClientRect().bottom > 140)
  const turn = all[Math.max(0, Math.min(all.length - 1, at))]
  if (turn) setFocus(turn, {})
  return true
}

/** To the next paragraph of an informant without a coding or one that waits, as far as this page knows. @returns {boolean} whether there is one */
export function moveToUncoded() {
  const all = turns()
  const turn = all
    .slice(all.indexOf(inFocus() ?? /** @type {any} */ (null)) + 1)
    .find((one) => !one.matches('.asks, [data-waits]') && !one.querySelector('.margin .coding'))
  if (turn) setFocus(turn, {})
  return turn !== undefined
}

/**
 * Put a paragraph in focus and ask for its codings at the right. `ask: false`: something else asks. `keepNative`: the mouse did it, so
 * neither scroll nor move the browser's own focus away from what was clicked.
 * @param {HTMLElement} turn @param {{ask?: boolean, keepNative?: boolean, alreadyFocused?: boolean}} how
 */
export function setFocus(turn, { ask = true, keepNative = false, alreadyFocused = false }) {
  const left = turns().filter((old) => old.classList.contains('in-focus'))
  for (const old of left) old.classList.remove('in-focus')
  focused = turn.id
  turn.classList.add('in-focus')
  putInReach(wordsIn(turn))
  if (!keepNative) {
    turn.scrollIntoView({ block: 'nearest' })
    if (!alreadyFocused) wordsIn(turn).focus({ preventScroll: true })
  }
  layTurns(left.includes(turn) ? [turn] : [...left, turn])
  fieldInFocus().value = numberOf(turn)
  turn.dispatchEvent(new Event('turnfocus', { bubbles: true }))
  clearTimeout(waiting)
  if (ask) askForPassage()
}

/** After an answer has put new paragraphs in place. */
export function refocus() {
  const turn = inFocus()
  if (!turn) return
  turn.classList.add('in-focus')
  putInReach(wordsIn(turn))
  if (document.activeElement === document.body) wordsIn(turn).focus({ preventScroll: true })
}

/** @type {HTMLElement | undefined} the words that Tab comes to */
let within
/**
 * Tab comes to one paragraph's words. The browser looks over the whole page when this is written on what has the focus, so it is not written
 * where it stands already. @param {HTMLElement} words
 */
function putInReach(words) {
  if (within && within !== words) within.tabIndex = -1
  within = words
  if (words.tabIndex !== 0) words.tabIndex = 0
}

/** @type {ReturnType<typeof setTimeout> | undefined} */
let waiting
function askForPassage() {
  waiting = setTimeout(() => fieldInFocus().form?.requestSubmit(), 90)
}

/** The number of the paragraph in focus, sent along by undo too. @returns {HTMLInputElement} */
function fieldInFocus() {
  const form = /** @type {HTMLFormElement} */ (document.getElementById('focus-form'))
  return fieldOf(form, 'paragraph')
}

const first = turns()[0]
if (first) putInReach(wordsIn(first))
