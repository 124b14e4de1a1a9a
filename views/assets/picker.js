// The picker: type part of a code's name or its number, Enter. Several with Space. Reads its own options; submits its own form.
import { fieldOf, fill } from './fields.js'
import { actOf } from './key-map.js'
import { beginList, filterList, isNumber, markAt, marked, newParent, step, tickedCodes, toggleMarked } from './picker-list.js'
import { placeAt } from './picker-place.js'
import { togglePin } from './pins.js'
import { rememberCodes } from './recent.js'
import { boxOf, countWordsIn, selection, wordsOf } from './selection.js'
import { raiseAbove } from './sheet.js'
import { askForSuggestions } from './suggestions.js'
import { inFocus, numberInFocus, wordsIn } from './turns.js'

const picker = /** @type {HTMLElement} */ (document.getElementById('picker'))
// What was said last steps aside while the picker is open.
const toast = document.getElementById('toast')
const form = /** @type {HTMLFormElement} */ (document.getElementById('coding-form'))
const input = /** @type {HTMLInputElement} */ (document.getElementById('pick'))
const memoBox = /** @type {HTMLElement} */ (picker.querySelector('.picker-memo'))
const memo = /** @type {HTMLTextAreaElement} */ (document.getElementById('pick-memo'))
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
  fill(form, { start: passage.start, end: passage.end, focus: numberInFocus() })
  opened = passage
  const list = beginList()
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

function filter() {
  filterList()
  if (opened) placeAt(picker, opened)
}

/** Tick the marked code; where one code is chosen for something else, there are not several. */
function toggle() {
  if (!instead) toggleMarked()
}

/** Code with what is ticked, else with what is marked. @returns {boolean} whether there was any */
function apply() {
  const ids = tickedCodes()
  const one = marked()
  if (ids.length === 0 && one !== undefined) ids.push(one)
  if (ids.length > 0) send(ids)
  return ids.length > 0
}

/** Make a code of what is typed, or of the selected words, and code with it and those that are ticked. @param {string} label */
function applyNew(label) {
  if (instead || (label === '' && !opened)) return
  offerNew(true)
  fill(form, { newLabel: label })
  send(tickedCodes())
  offerNew(false)
}

/** Fields that are disabled are not sent. @param {boolean} on */
function offerNew(on) {
  newParent().disabled = false
  fieldOf(form, 'newLabel').disabled = !on
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
    togglePin(marked())
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
    does[event.key] ?? (event.key === ' ' && (tickedCodes().length > 0 || input.selectionStart === 0 || isNumber() || event.ctrlKey) ? toggle : undefined)
  if (!act || (event.key === 'Enter' && event.target instanceof HTMLButtonElement)) return
  if (event.target !== input && event.key !== 'Escape') {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      if (!apply() && input.value.trim() !== '') applyNew(input.value.trim())
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
picker.addEventListener('mousedown', (event) => inList(event) && event.preventDefault())
picker.addEventListener('click', (event) => {
  if (!inList(event) || !markAt(/** @type {Element} */ (event.target))) return
  if (tickedCodes().length > 0 || event.ctrlKey || event.metaKey) toggle()
  else apply()
})
/** @param {Event} event */
function inList({ target }) {
  return target instanceof Element && target.closest('#picker-codes') !== null
}
picker.querySelector('[data-close]')?.addEventListener('click', closePicker)
picker.querySelector('[data-pin]')?.addEventListener('click', () => togglePin(marked()))
picker.querySelector('[data-new]')?.addEventListener('click', () => {
  if (input.value.trim() === '') input.focus()
  else applyNew(input.value.trim())
})
// The selected words stand in the field, to be made a name of before the code is made.
picker.querySelector('[data-in-vivo]')?.addEventListener('click', () => {
  if (!opened) return
  input.value = wordsOf(opened).replace(/\s+/g, ' ').trim().slice(0, 200)
  input.focus()
  filter()
})
form.addEventListener('submit', (event) => {
  if (fieldOf(form, 'newLabel').disabled && !form.querySelector('input[name=codeId]')) event.preventDefault()
})
document.addEventListener('mousedown', (event) => {
  if (isPickerOpen() && !picker.contains(/** @type {Node} */ (event.target)) && !selection()) closePicker()
})
