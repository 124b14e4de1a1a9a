// The picker: type part of a code's name or its number, Enter. Several with Space. Reads its own options; submits its own form.
import { fold, readChoices, scoreOf } from './choices.js'
import { actOf } from './key-map.js'
import { placeAt, revealIn } from './picker-place.js'
import { togglePin } from './pins.js'
import { rememberCodes } from './recent.js'
import { boxOf, countWordsIn, selection } from './selection.js'
import { raiseAbove } from './sheet.js'
import { askForSuggestions, offeredFirst } from './suggestions.js'
import { inFocus, wordsIn } from './turns.js'

/** @typedef {import('./choices.js').Choice} Choice */

const picker = /** @type {HTMLElement} */ (document.getElementById('picker'))
// What was said last steps aside while the picker is open.
const toast = document.getElementById('toast')
const form = /** @type {HTMLFormElement} */ (document.getElementById('coding-form'))
const input = /** @type {HTMLInputElement} */ (document.getElementById('pick'))
let list = codesList()
const none = /** @type {HTMLElement} */ (picker.querySelector('.picker-none'))
const memoBox = /** @type {HTMLElement} */ (picker.querySelector('.picker-memo'))
const memo = /** @type {HTMLTextAreaElement} */ (document.getElementById('pick-memo'))
let parent = parents()
const MOST = 60
/** Codes that are seen without scrolling the list, and some; the others follow when these are drawn. */
const AT_ONCE = 14
let following = 0

/** @type {Choice[]} */
let choices = readChoices(list)

function codesList() {
  return /** @type {HTMLElement} */ (document.getElementById('picker-codes'))
}

function parents() {
  return /** @type {HTMLSelectElement} */ (document.getElementById('pick-parent'))
}

/** @type {Set<string>} */
const ticked = new Set()
/** @type {Choice[]} */
let shown = []
let active = 0
/** Whether a new code would stand under the theme of the marked one: while the coder walks the list or writes a number. Letters of a name to be leave it. */
let follows = true
/** @type {{start: number, end: number} | null} */
let opened = null
/** What a code is chosen for, where it is not to code the passage. @type {((codeId: string) => void) | null} */
let instead = null

export function isPickerOpen() {
  return !picker.hidden
}

/** Open at a passage. @param {{start: number, end: number}} passage @param {string} typed @param {((codeId: string) => void) | null} [choose] for one code of those there are, not to code */
export function openPicker(passage, typed, choose = null) {
  instead = choose
  picker.classList.toggle('recoding', instead !== null)
  picker.setAttribute('aria-label', (instead ? picker.dataset['recode'] : picker.dataset['title']) ?? '')
  fill('start', passage.start)
  fill('end', passage.end)
  fill('focus', inFocus()?.id.slice(3) ?? '')
  opened = passage
  ticked.clear()
  if (list !== codesList()) {
    list = codesList()
    parent = parents()
    choices = readChoices(list)
    listen()
  }
  memo.value = ''
  memoBox.hidden = true
  offerNew(false)
  picker.hidden = false
  toast?.classList.add('aside')
  const words = countWordsIn(passage)
  const said = /** @type {HTMLElement} */ (document.getElementById('picked-words'))
  said.textContent = (words === 1 ? said.dataset['one'] : said.dataset['many'])?.replace('#', String(words)) ?? ''
  input.value = typed
  filter()
  // By touch the list comes first: the keyboard of the screen would cover it.
  const first = matchMedia('(pointer: coarse)').matches ? list : input
  first.focus({ preventScroll: true })
  raiseAbove(picker, boxOf(passage))
}

export function closePicker() {
  if (picker.hidden) return
  // First: the browser looks over all that has changed before it moves the focus.
  const turn = inFocus()
  if (turn) wordsIn(turn).focus({ preventScroll: true })
  picker.hidden = true
  toast?.classList.remove('aside')
}

/** @param {string} name @param {string | number} value */
function fill(name, value) {
  const field = /** @type {HTMLInputElement} */ (form.elements.namedItem(name))
  field.value = String(value)
}

function filter() {
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
  if (opened) placeAt(picker, opened)
}

/** Whether what is typed is a code's number, in which no space stands. */
function isNumber() {
  return /^[\d.]+$/.test(input.value)
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

/** @param {Choice | undefined} choice */
function toggle(choice) {
  if (!choice || instead) return
  if (!ticked.delete(choice.id)) ticked.add(choice.id)
  // What is typed next looks for another code.
  input.select()
  mark()
}

function apply() {
  const current = shown[active]
  const ids = ticked.size > 0 ? [...ticked] : current ? [current.id] : []
  if (ids.length === 0) return
  send(ids)
}

/** Make a code of what is typed, or of the selected words, and code with it and those that are ticked. @param {string} label */
function applyNew(label) {
  if (instead || (label === '' && !opened)) return
  offerNew(true)
  fill('newLabel', label)
  send([...ticked])
  offerNew(false)
}

/** Fields that are disabled are not sent. @param {boolean} on */
function offerNew(on) {
  parent.disabled = false
  const field = /** @type {HTMLInputElement} */ (form.elements.namedItem('newLabel'))
  field.disabled = !on
}

/** @param {string[]} ids */
function send(ids) {
  if (instead) return chooseInstead(ids[0] ?? '', instead)
  for (const old of form.querySelectorAll('input[name=codeId]')) old.remove()
  for (const id of ids) {
    const field = document.createElement('input')
    field.type = 'hidden'
    field.name = 'codeId'
    field.value = id
    form.append(field)
  }
  // What is kept in the browser is kept while the answer is on its way.
  form.requestSubmit()
  rememberCodes(ids)
  askForSuggestions()
  closePicker()
}

/** @param {string} codeId @param {(codeId: string) => void} choose */
function chooseInstead(codeId, choose) {
  rememberCodes([codeId])
  closePicker()
  choose(codeId)
}

input.addEventListener('input', filter)
picker.addEventListener('keydown', (event) => {
  if (actOf(event, 'picker') === 'pin-there') {
    event.preventDefault()
    event.stopPropagation()
    togglePin(shown[active]?.id)
    return
  }
  if (event.key === 'Enter' && (event.shiftKey || event.altKey) && event.target === input) {
    event.preventDefault()
    event.stopPropagation()
    if (event.altKey) applyNew('')
    else if (input.value.trim() !== '') applyNew(input.value.trim())
    return
  }
  /** @type {Record<string, () => void>} */
  const does = {
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    Enter: apply,
    Escape: closePicker,
    Tab: openMemo,
  }
  const act =
    does[event.key] ??
    (event.key === ' ' && (ticked.size > 0 || input.selectionStart === 0 || isNumber() || event.ctrlKey) ? () => toggle(shown[active]) : undefined)
  if (!act || (event.key === 'Enter' && event.target instanceof HTMLButtonElement)) return
  if (event.target !== input && event.key !== 'Escape') {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      if (shown[active] || ticked.size > 0) apply()
      else if (input.value.trim() !== '') applyNew(input.value.trim())
    } else if (event.key === 'Tab' && event.shiftKey && event.target === memo) {
      event.preventDefault()
      input.focus()
    }
    return event.stopPropagation()
  }
  if (event.key === 'Tab' && event.shiftKey) return
  event.preventDefault()
  event.stopPropagation()
  act()
})
/** A note on the coding; Ctrl and Enter there codes, with a code made of what is typed where none is called that. */
function openMemo() {
  if (instead) return
  memoBox.hidden = false
  memo.focus()
  if (opened) placeAt(picker, opened)
}
/** The codes further down the list, which nobody sees yet. */
function putTheOthers() {
  clearTimeout(following)
  list.append(...shown.slice(AT_ONCE).map((choice) => choice.element))
}

/** @param {1 | -1} by */
function step(by) {
  if (list.childElementCount < shown.length) putTheOthers()
  active = (active + by + shown.length) % Math.max(1, shown.length)
  follows = true
  mark()
  const current = shown[active]
  if (current) revealIn(list, current.element)
}
function listen() {
  list.addEventListener('mousedown', (event) => event.preventDefault())
  list.addEventListener('click', (event) => {
    const option = /** @type {Element} */ (event.target).closest('.option')
    const at = shown.findIndex((choice) => choice.element === option)
    if (at < 0) return
    active = at
    if (ticked.size > 0 || event.ctrlKey || event.metaKey) toggle(shown[at])
    else apply()
  })
}
listen()
picker.querySelector('[data-close]')?.addEventListener('click', closePicker)
picker.querySelector('[data-pin]')?.addEventListener('click', () => togglePin(shown[active]?.id))
picker.querySelector('[data-new]')?.addEventListener('click', () => {
  if (input.value.trim() === '') input.focus()
  else applyNew(input.value.trim())
})
picker.querySelector('[data-in-vivo]')?.addEventListener('click', () => applyNew(''))
form.addEventListener('submit', (event) => {
  const field = /** @type {HTMLInputElement} */ (form.elements.namedItem('newLabel'))
  if (field.disabled && !form.querySelector('input[name=codeId]')) event.preventDefault()
})
document.addEventListener('mousedown', (event) => {
  if (isPickerOpen() && !picker.contains(/** @type {Node} */ (event.target)) && !selection()) closePicker()
})
