// The picker: type part of a code's name or its number, Enter. Several with Space. Reads its own options; submits its own form.
import { fold, readChoices, scoreOf } from './choices.js'
import { boxOf, countWordsIn, selection } from './selection.js'
import { raiseAbove } from './sheet.js'
import { inFocus, wordsIn } from './turns.js'

/** @typedef {import('./choices.js').Choice} Choice */

const picker = /** @type {HTMLElement} */ (document.getElementById('picker'))
const form = /** @type {HTMLFormElement} */ (document.getElementById('coding-form'))
const input = /** @type {HTMLInputElement} */ (document.getElementById('pick'))
let list = codesList()
const none = /** @type {HTMLElement} */ (picker.querySelector('.picker-none'))
const memoBox = /** @type {HTMLElement} */ (picker.querySelector('.picker-memo'))
const memo = /** @type {HTMLTextAreaElement} */ (document.getElementById('pick-memo'))
const parent = /** @type {HTMLSelectElement} */ (document.getElementById('pick-parent'))
const MOST = 60

/** @type {Choice[]} */
let choices = readChoices(list)

function codesList() {
  return /** @type {HTMLElement} */ (document.getElementById('picker-codes'))
}

/** @type {Set<string>} */
const ticked = new Set()
/** @type {Choice[]} */
let shown = []
let active = 0
/** @type {{start: number, end: number} | null} */
let opened = null

export function isPickerOpen() {
  return !picker.hidden
}

/** Open at a passage. @param {{start: number, end: number}} passage @param {string} typed */
export function openPicker(passage, typed) {
  fill('start', passage.start)
  fill('end', passage.end)
  fill('focus', inFocus()?.id.slice(3) ?? '')
  opened = passage
  ticked.clear()
  if (list !== codesList()) {
    list = codesList()
    choices = readChoices(list)
    listen()
  }
  memo.value = ''
  memoBox.hidden = true
  offerNew(false)
  picker.hidden = false
  const words = countWordsIn(passage)
  const said = /** @type {HTMLElement} */ (document.getElementById('picked-words'))
  said.textContent = (words === 1 ? said.dataset['one'] : said.dataset['many'])?.replace('#', String(words)) ?? ''
  input.value = typed
  inFocus()?.scrollIntoView({ block: 'nearest' })
  filter()
  // By touch the list comes first: the keyboard of the screen would cover it.
  const first = matchMedia('(pointer: coarse)').matches ? list : input
  first.focus({ preventScroll: true })
  raiseAbove(picker, boxOf(passage))
}

export function closePicker() {
  if (picker.hidden) return
  picker.hidden = true
  const turn = inFocus()
  if (turn) wordsIn(turn).focus({ preventScroll: true })
}

/** @param {string} name @param {string | number} value */
function fill(name, value) {
  const field = /** @type {HTMLInputElement} */ (form.elements.namedItem(name))
  field.value = String(value)
}

/** Under the last line of the selection; above it where there is no room. @param {{start: number, end: number}} passage */
function place(passage) {
  const frame = picker.offsetParent?.getBoundingClientRect()
  const box = boxOf(passage)
  if (!frame || !box) return
  const scroll = picker.offsetParent?.scrollTop ?? 0
  const height = picker.offsetHeight
  const below = box.bottom + 8
  const above = box.top - height - 8
  const top = below + height > innerHeight - 8 && above > frame.top ? above : Math.min(below, Math.max(frame.top, innerHeight - height - 8))
  picker.style.setProperty('--picker-at', `${top - frame.top + scroll}px`)
}

function filter() {
  const query = fold(input.value)
  const recent = rememberCodes()
  const scored = choices
    .map((choice) => ({ choice, score: scoreOf(choice, query) + (query === '' ? recencyOf(recent, choice.id) : 0) }))
    .filter(({ score }) => score > 0)
  scored.sort((a, b) => b.score - a.score)
  for (const choice of shown) choice.element.hidden = true
  shown = scored.slice(0, MOST).map(({ choice }) => choice)
  if (choices.some((choice) => !choice.element.hidden)) for (const choice of choices) choice.element.hidden = true
  for (const choice of shown) {
    choice.element.hidden = false
    list.append(choice.element)
  }
  none.hidden = shown.length > 0
  active = 0
  mark()
  if (opened) place(opened)
}

/** @param {string[]} recent @param {string} id */
function recencyOf(recent, id) {
  const at = recent.indexOf(id)
  return at < 0 ? 0 : 10 - at
}

function mark() {
  for (const [index, choice] of shown.entries()) {
    choice.element.setAttribute('aria-selected', String(ticked.has(choice.id) || (ticked.size === 0 && index === active)))
    choice.element.classList.toggle('active', index === active)
    const tick = choice.element.querySelector('.tick')
    if (tick) tick.textContent = ticked.has(choice.id) ? '✓' : ''
  }
  const current = shown[active]
  if (current) {
    const theme = [...parent.options].find((option) => option.value === current.id)?.dataset['theme']
    if (document.activeElement !== parent) parent.value = theme ?? ''
    input.setAttribute('aria-activedescendant', current.element.id)
    reveal(current.element)
  } else input.removeAttribute('aria-activedescendant')
}

/** Scroll the list, and never the transcript behind it. @param {HTMLElement} option */
function reveal(option) {
  const box = option.getBoundingClientRect()
  const frame = list.getBoundingClientRect()
  if (box.top < frame.top) list.scrollTop -= frame.top - box.top
  else if (box.bottom > frame.bottom) list.scrollTop += box.bottom - frame.bottom
}

/** @param {Choice | undefined} choice */
function toggle(choice) {
  if (!choice) return
  if (!ticked.delete(choice.id)) ticked.add(choice.id)
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
  if (label === '' && !opened) return
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
  for (const old of form.querySelectorAll('input[name=codeId]')) old.remove()
  for (const id of ids) {
    const field = document.createElement('input')
    field.type = 'hidden'
    field.name = 'codeId'
    field.value = id
    form.append(field)
  }
  rememberCodes(ids)
  form.requestSubmit()
  closePicker()
}

/** The codes used last, the latest first; with ids, those are now the latest. @param {string[]} [ids] @returns {string[]} */
export function rememberCodes(ids) {
  const place = `utsaga-recent-${document.body.dataset['project'] ?? ''}`
  /** @type {string[]} */
  let recent = []
  try {
    recent = JSON.parse(localStorage.getItem(place) ?? '[]')
    if (ids) localStorage.setItem(place, JSON.stringify([...ids, ...recent.filter((id) => !ids.includes(id))].slice(0, 9)))
  } catch {
    return ids ?? [] // A browser that keeps nothing still codes.
  }
  return ids ? [...ids, ...recent] : recent
}

input.addEventListener('input', filter)
picker.addEventListener('keydown', (event) => {
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
    (event.key === ' ' && (input.value === '' || input.selectionStart === 0 || ticked.size > 0 || event.ctrlKey) ? () => toggle(shown[active]) : undefined)
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
  memoBox.hidden = false
  memo.focus()
  if (opened) place(opened)
}
/** @param {1 | -1} by */
function step(by) {
  active = (active + by + shown.length) % Math.max(1, shown.length)
  mark()
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
