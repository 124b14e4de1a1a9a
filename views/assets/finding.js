// The framework matrix by keyboard: E writes, X picks a quotation as evidence, J and K go between them, N opens the next to sum up, digits judge.
// It fetches nothing.
import { field, form, saveNow, takeUp } from './finding-saved.js'
import { actOf, isSingleSign } from './key-map.js'
import { openNextToDo } from './next-to-do.js'
import { press } from './press.js'
import { areKeysOff, isTyping } from './typing.js'

const PATIENCE = 8_000
/** The cell that was asked for and is not there yet, when, the keys that are for it, and what was typed after `E`. @type {{ place: string, at: number, keys: KeyboardEvent[], typed: string | null } | null} */
let coming = null
/** The cell that is being closed. @type {string | undefined} */
let left

takeUp()
document.addEventListener('htmx:after:swap', () => {
  takeUp()
  if (coming && form()?.dataset['place'] === coming.place) arrive()
  // Who closes is back at the cell that was open, also where it stands far from its words.
  if (left && !form()) /** @type {HTMLElement | null} */ (document.querySelector(`a[data-cell="${left}"]`))?.focus()
  left = undefined
})

/** The cell that was asked for is there. */
function arrive() {
  const { keys, typed } = coming ?? { keys: [], typed: null }
  const of = form()
  coming = null
  for (const key of keys) acts[actOf(key, 'framework') ?? '']?.(key)
  if (of && typed !== null) writeOn(field(of), typed)
}

/** @param {Element} by a link to a cell */
function ask(by) {
  const place = by.getAttribute('data-cell') ?? new URL(/** @type {HTMLAnchorElement} */ (by).href).searchParams.get('cell')
  coming = place === null || place === form()?.dataset['place'] ? null : { place, at: Date.now(), keys: [], typed: null }
}

// Before any other key of the page: a letter of what is being written must not lead elsewhere.
window.addEventListener(
  'keydown',
  (event) => {
    if (!coming || Date.now() - coming.at > PATIENCE || isTyping(event.target) || document.querySelector('dialog[open]') || !holdFor(coming, event)) return
    event.preventDefault()
    event.stopImmediatePropagation()
  },
  { capture: true },
)

// The cell that is left is saved first, so that the page that comes has it.
document.addEventListener(
  'click',
  (event) => {
    const by = event.target instanceof Element ? event.target.closest('a[data-cell], a[data-step], a[data-close], [data-does=next-to-do]') : null
    if (!by) return
    saveNow()
    if (by.matches('[data-close]')) left = form()?.dataset['place']
    else ask(by)
  },
  { capture: true },
)

// Before the page of a matrix takes Esc for closing what is open.
document.addEventListener(
  'keydown',
  (event) => {
    const of = form()
    const isDone = event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
    if (isDone && of && event.target === field(of)) leave(event)
  },
  { capture: true },
)
document.addEventListener('keydown', (event) => {
  const { target } = event
  if (event.defaultPrevented || isTyping(target) || document.querySelector('dialog[open]')) return
  if (areKeysOff() && isSingleSign(event)) return
  if (acts[actOf(event, 'framework') ?? '']?.(event)) event.preventDefault()
})

/** @type {Record<string, (event: KeyboardEvent) => boolean>} */
const acts = {
  'finding-write': () => write(),
  'finding-next': () => openNextToDo(form()?.dataset['place']),
  'finding-tick': () => tick(),
  'finding-yes': () => judge('yes'),
  'finding-no': () => judge('no'),
  'finding-partly': () => judge('partly'),
  'finding-none': () => judge(''),
  'finding-on': (event) => walk(event, 1),
  'finding-back': (event) => walk(event, -1),
}

/** Back to the cell in the table, with what is written saved. @param {KeyboardEvent} event */
function leave(event) {
  event.preventDefault()
  event.stopPropagation()
  saveNow()
  const cell = /** @type {HTMLElement | null} */ (document.querySelector('a[data-cell][aria-current]'))
  const back = cell ?? document.getElementById('cell')
  back?.focus({ preventScroll: true })
}

/** Into the field of the cell that is open; a cell that is not is opened first. */
function write() {
  const here = /** @type {HTMLElement | null} */ (document.activeElement?.closest('a[data-cell]') ?? null)
  const of = form()
  if (here && here.dataset['cell'] !== of?.dataset['place']) {
    here.click()
    if (coming) coming.typed = ''
    return true
  }
  if (of) focusOn(field(of))
  return of !== null
}

/** What is pressed before the cell that was asked for is there is for that cell: nothing is written or judged in the one before it. @param {NonNullable<typeof coming>} cell @param {KeyboardEvent} event */
function holdFor(cell, event) {
  if (cell.typed === null && areKeysOff() && isSingleSign(event)) return false
  const act = actOf(event, 'framework') ?? ''
  if (cell.typed !== null) {
    if (event.key.length > 1 || event.ctrlKey || event.metaKey) return false
    cell.typed += event.key
  } else if (act === 'finding-write') cell.typed = ''
  else if (/^finding-(tick|yes|no|partly|none)$/.test(act)) cell.keys.push(event)
  else return false
  return true
}

/** @param {HTMLTextAreaElement} text @param {string} typed */
function writeOn(text, typed) {
  focusOn(text)
  if (typed === '') return
  text.setRangeText(typed, text.selectionStart, text.selectionEnd, 'end')
  text.dispatchEvent(new Event('input', { bubbles: true }))
}

/** Who comes to a field for the first time writes on after what stands there. @param {HTMLTextAreaElement} text */
function focusOn(text) {
  if (text.selectionEnd === 0) text.setSelectionRange(text.value.length, text.value.length)
  text.focus()
}

/** @param {string} state */
function judge(state) {
  const of = form()
  return of !== null && press(`input[name=state][value="${state}"]`, of)
}

/** The quotation that holds the focus, else the first, is evidence or is no more. */
function tick() {
  const here = document.activeElement?.closest('.pickable') ?? document.querySelector('#cell .pickable')
  return here !== null && press('[data-does=pick]', here)
}

/** Between the quotations of the open cell. @param {KeyboardEvent} event @param {1 | -1} by */
function walk({ target }, by) {
  if (target instanceof Element && target.closest('.framework-over') && !document.querySelector('#cell[data-open]')) return false
  const all = /** @type {(Element | null)[]} */ ([...document.querySelectorAll('#cell .pickable [data-does=pick]')])
  const at = all.indexOf(document.activeElement)
  const next = /** @type {HTMLElement | null | undefined} */ (all[at < 0 ? 0 : Math.min(Math.max(at + by, 0), all.length - 1)])
  next?.focus({ preventScroll: true })
  next?.closest('.pickable')?.scrollIntoView({ block: 'nearest' })
  return next != null
}
