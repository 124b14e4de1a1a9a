// The codes in the picker's list: which answer what is typed, which is marked, which are ticked.
import { fold, readChoices, scoreOf } from './choices.js'
import { revealIn } from './picker-place.js'
import { offeredFirst } from './suggestions.js'

/** @typedef {import('./choices.js').Choice} Choice */

const MOST = 60
/** Codes that are seen without scrolling the list, and some; the others follow when these are drawn. */
const AT_ONCE = 14
const picker = /** @type {HTMLElement} */ (document.getElementById('picker'))
const input = /** @type {HTMLInputElement} */ (document.getElementById('pick'))
const none = /** @type {HTMLElement} */ (picker.querySelector('.picker-none'))
let { list, parent } = onPage()
/** @type {Choice[]} */
let choices = readChoices(list)
/** @type {Choice[]} */
let shown = []
let active = 0
let following = 0
/** @type {Set<string>} */
const ticked = new Set()
/** Whether a new code would stand under the theme of the marked one: while the coder walks the list or writes a number. Letters of a name to be leave it. */
let follows = true

function onPage() {
  return {
    list: /** @type {HTMLElement} */ (document.getElementById('picker-codes')),
    parent: /** @type {HTMLSelectElement} */ (document.getElementById('pick-parent')),
  }
}

/** The list as it stands on the page now, with nothing ticked. @returns {HTMLElement} */
export function beginList() {
  ticked.clear()
  if (list !== onPage().list) {
    ;({ list, parent } = onPage())
    choices = readChoices(list)
  }
  return list
}

/** The field for what a new code would stand under. */
export function newParent() {
  return parent
}

/** Show the codes that answer what is typed, the best first. */
export function filterList() {
  const query = fold(input.value)
  const before = query === '' ? offeredFirst(list.dataset['recent'] ?? '') : new Map()
  const scored = choices.flatMap((choice) => {
    const score = scoreOf(choice, query) + (before.get(choice.id)?.score ?? 0)
    return score > 0 ? [{ choice, score }] : []
  })
  scored.sort((a, b) => b.score - a.score)
  shown = scored.slice(0, MOST).map(({ choice }) => choice)
  for (const choice of shown) {
    const why = before.get(choice.id)?.why ?? ''
    if (choice.why.textContent !== why) choice.why.textContent = why
  }
  clearTimeout(following)
  list.replaceChildren(...shown.slice(0, AT_ONCE).map((choice) => choice.element))
  if (shown.length > AT_ONCE) following = window.setTimeout(putTheOthers, 60)
  none.hidden = shown.length > 0
  follows = query === '' || isNumber()
  active = 0
  mark()
  list.scrollTop = 0
}

/** Whether what is typed is a code's number, in which no space stands. */
export function isNumber() {
  return /^[\d.]+$/.test(input.value)
}

/** The codes further down the list, which nobody sees yet. */
function putTheOthers() {
  clearTimeout(following)
  list.append(...shown.slice(AT_ONCE).map((choice) => choice.element))
}

function mark() {
  for (const [index, choice] of shown.entries()) {
    const chosen = String(ticked.has(choice.id) || (ticked.size === 0 && index === active))
    if (choice.element.getAttribute('aria-selected') !== chosen) choice.element.setAttribute('aria-selected', chosen)
    choice.element.classList.toggle('active', index === active)
    const tick = ticked.has(choice.id) ? '✓' : ''
    if (choice.tick.textContent !== tick) choice.tick.textContent = tick
  }
  const current = shown[active]
  if (!current) return input.removeAttribute('aria-activedescendant')
  if (follows) parent.value = current.theme
  input.setAttribute('aria-activedescendant', current.element.id)
}

/** Mark the code after the one that is, or before it. @param {1 | -1} by */
export function step(by) {
  if (list.childElementCount < shown.length) putTheOthers()
  active = (active + by + shown.length) % Math.max(1, shown.length)
  follows = true
  mark()
  const current = shown[active]
  if (current) revealIn(list, current.element)
}

/** Tick the marked code, or let go of it. */
export function toggleMarked() {
  const choice = shown[active]
  if (!choice) return
  if (!ticked.delete(choice.id)) ticked.add(choice.id)
  // What is typed next looks for another code.
  input.select()
  mark()
}

/** The code that is marked. @returns {string | undefined} */
export function marked() {
  return shown[active]?.id
}

/** The codes that are ticked. @returns {string[]} */
export function tickedCodes() {
  return [...ticked]
}

/** Mark the code whose row holds an element. @param {Element} element @returns {boolean} whether one does */
export function markAt(element) {
  const option = element.closest('.option')
  const at = shown.findIndex((choice) => choice.element === option)
  if (at >= 0) active = at
  return at >= 0
}
