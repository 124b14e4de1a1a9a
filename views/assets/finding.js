// The framework matrix: what is written is saved by itself, and kept in the field, and in this browser, as long as it can't be.
// E writes, X picks a quotation as evidence, J and K go between them, N opens the next to sum up, digits judge. It fetches nothing.
import { forgetDraft, keepDraft, readDraft } from './drafts.js'
import { actOf, isSingleSign } from './key-map.js'
import { openNextToDo } from './next-to-do.js'

const PAUSE = 900
const RETRY = 3_000
const PLACE = 'utsaga-finding '
let pause = 0
/** The form that is being saved, and whether more was written meanwhile. @type {HTMLFormElement | null} */
let sending = null
let more = false
/** Whether the field is to have the focus once the cell that was asked for is open. */
let willWrite = false

/** @returns {HTMLFormElement | null} */
const form = () => document.querySelector('form[data-island="finding"]')
/** @param {HTMLFormElement} of */
const field = (of) => /** @type {HTMLTextAreaElement} */ (of.querySelector('textarea'))
/** @param {HTMLFormElement} of */
const keyOf = (of) => `${PLACE}${of.action} ${of.dataset['place']} ${group(of)}`
/** @param {HTMLFormElement} of */
const group = (of) => ['attributeId', 'group'].map((name) => /** @type {HTMLInputElement | null} */ (of.elements.namedItem(name))?.value ?? '').join(' ')
/** @param {HTMLFormElement} of the field and the judgement as one */
const wordsOf = (of) => JSON.stringify([field(of).value, new FormData(of).get('state')])
/** What stood there when it was last saved. @type {WeakMap<HTMLFormElement, string>} */
const saved = new WeakMap()

begin()

/** A cell was opened: what could not be saved the last time is put back in its field. */
function begin() {
  const of = form()
  if (!of || saved.has(of)) return
  saved.set(of, wordsOf(of))
  const draft = readDraft(keyOf(of))
  // What another wrote meanwhile is shown, and the field has the writer's own words already.
  if (draft !== null && draft !== field(of).value && !of.querySelector('.notice')) {
    field(of).value = draft
    say(of, 'kept')
    save(of)
  }
  if (willWrite) focusOn(field(of))
  willWrite = false
}

/** Somebody stands in the field that is open, or has written there what is not saved. */
export function isWriting() {
  const of = form()
  return of !== null && (document.activeElement === field(of) || sending === of || saved.get(of) !== wordsOf(of))
}

/** What others wrote was drawn: the field has it too. */
export function takeArrived() {
  const of = form()
  if (!of) return
  of.reset()
  saved.set(of, wordsOf(of))
}

/** Others wrote where somebody writes: a judgement that the writer has not touched is taken. @param {HTMLElement} column as it stands now @returns {boolean} whether they wrote other words */
export function takeFrom(column) {
  const of = form()
  const other = /** @type {HTMLFormElement | null} */ (column.querySelector('form[data-island="finding"]'))
  if (!of || !other) return false
  takeJudgement(of, other)
  const seen = (/** @type {HTMLFormElement} */ one) => /** @type {HTMLInputElement | null} */ (one.querySelector('[name=seen]'))?.value
  return seen(of) !== seen(other)
}

/** @param {HTMLFormElement} of @param {HTMLFormElement} other */
function takeJudgement(of, other) {
  const [, stood] = JSON.parse(saved.get(of) ?? '[]')
  const now = new FormData(other).get('state')
  if (now === null || stood !== new FormData(of).get('state')) return
  const input = /** @type {HTMLInputElement | null} */ (of.querySelector(`input[name=state][value="${now}"]`))
  if (input) input.checked = true
  saved.set(of, JSON.stringify([JSON.parse(saved.get(of) ?? '[]')[0], now]))
}

document.addEventListener('input', (event) => {
  const of = form()
  if (of === null || !(event.target instanceof Node && of.contains(event.target))) return
  keep(of)
  say(of, 'unsaved')
  clearTimeout(pause)
  if (event.target instanceof HTMLInputElement) save(of)
  else pause = window.setTimeout(() => save(of), PAUSE)
})
document.addEventListener('change', (event) => {
  const of = form()
  if (of && event.target === field(of)) save(of)
})
document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && saveNow())
window.addEventListener('online', () => saveNow())

function saveNow() {
  const of = form()
  if (of) save(of)
}

/** Send what is written, one at a time. @param {HTMLFormElement} of */
function save(of) {
  clearTimeout(pause)
  if (saved.get(of) === wordsOf(of)) return
  if (sending?.isConnected) {
    more = true
    return
  }
  of.requestSubmit()
}

document.addEventListener('htmx:before:request', (event) => {
  const of = form()
  if (ctxOf(event).sourceElement !== of || !of) return
  clearTimeout(pause)
  sending = of
  sent = wordsOf(of)
  more = false
  say(of, 'saying')
})
let sent = ''

document.addEventListener('htmx:after:request', (event) => {
  const { sourceElement, response } = ctxOf(event)
  if (sourceElement !== sending || !sending) return
  // Another server in between says that ours is away.
  if (response.status >= 502 && response.status <= 504) {
    event.preventDefault()
    return later(sending)
  }
  if (response.status < 400 || response.status === 409) saved.set(sending, sent)
  if (response.status < 400 && sent === wordsOf(sending)) forgetDraft(keyOf(sending))
})

document.addEventListener('htmx:error', (event) => {
  const ctx = ctxOf(event)
  if (sending && ctx?.sourceElement === sending && ctx.text === undefined) later(sending)
})

document.addEventListener('htmx:finally:request', (event) => {
  const of = sending
  if (!of || ctxOf(event)?.sourceElement !== of) return
  sending = null
  if (more) setTimeout(() => save(of))
  more = false
})

/** It was not kept: it stays in the field, and is sent again. @param {HTMLFormElement} of */
function later(of) {
  keep(of)
  setTimeout(() => say(of, 'lost'))
  setTimeout(() => of.isConnected && save(of), RETRY)
}

document.addEventListener('htmx:after:swap', () => {
  begin()
  // Who closes is back at the cell that was open, also where it stands far from its words.
  if (left && !form()) /** @type {HTMLElement | null} */ (document.querySelector(`a[data-cell="${left}"]`))?.focus()
  left = undefined
})
/** The cell that is being closed. @type {string | undefined} */
let left

// The cell that is left is saved first, so that the page that comes has it.
document.addEventListener(
  'click',
  (event) => {
    if (!(event.target instanceof Element) || !event.target.closest('a[data-cell], a[data-step], a[data-close]')) return
    saveNow()
    if (event.target.closest('a[data-close]')) left = form()?.dataset['place']
  },
  { capture: true },
)

/** @param {Event} event @returns {any} what htmx knows of a request */
function ctxOf(event) {
  return /** @type {CustomEvent} */ (event).detail.ctx
}

/** @param {HTMLFormElement} of @param {'saying' | 'unsaved' | 'lost' | 'kept'} what a sentence of the page */
function say(of, what) {
  const status = /** @type {HTMLElement | null} */ (of.querySelector('[role=status]'))
  if (status) status.textContent = status.dataset[what] ?? ''
  status?.classList.toggle('needs-you', what === 'lost')
}

/** @param {HTMLFormElement} of */
function keep(of) {
  keepDraft(keyOf(of), field(of).value)
}

// Before the page of a matrix takes Esc for closing what is open.
document.addEventListener(
  'keydown',
  (event) => {
    const of = form()
    if (event.key === 'Escape' && of && event.target === field(of)) leave(event)
  },
  { capture: true },
)
document.addEventListener('keydown', (event) => {
  const { target } = event
  if (event.defaultPrevented || isTyping(target) || document.querySelector('dialog[open]')) return
  if (document.documentElement.dataset['keys'] === 'off' && isSingleSign(event)) return
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
    willWrite = true
    here.click()
    return true
  }
  if (of) focusOn(field(of))
  return of !== null
}

/** Who comes to a field for the first time writes on after what stands there. @param {HTMLTextAreaElement} text */
function focusOn(text) {
  if (text.selectionEnd === 0) text.setSelectionRange(text.value.length, text.value.length)
  text.focus()
}

/** @param {string} state */
function judge(state) {
  const input = /** @type {HTMLInputElement | null} */ (form()?.querySelector(`input[name=state][value="${state}"]`) ?? null)
  input?.click()
  return input !== null
}

/** The quotation that holds the focus, else the first, is evidence or is no more. */
function tick() {
  const here = document.activeElement?.closest('.pickable') ?? document.querySelector('#cell .pickable')
  const button = /** @type {HTMLElement | null} */ (here?.querySelector('[data-does=pick]') ?? null)
  button?.click()
  return button !== null
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

/** @param {EventTarget | null} target */
function isTyping(target) {
  return target instanceof HTMLElement && target.matches('input:not([type=hidden], [type=radio], [type=checkbox]), textarea, select')
}
