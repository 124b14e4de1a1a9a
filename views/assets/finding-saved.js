// What is written in a cell of the framework matrix is saved by itself, and kept in the field, and in this browser, as long as it can't be.
import { who } from './who.js'

const PAUSE = 900
const RETRY = 3_000
const PLACE = `utsaga-finding ${who} `
let pause = 0
/** The form that is being saved, and whether more was written meanwhile. @type {HTMLFormElement | null} */
let sending = null
let more = false

/** The form of the cell that is open. @returns {HTMLFormElement | null} */
export const form = () => document.querySelector('form[data-island="finding"]')
/** @param {HTMLFormElement} of */
export const field = (of) => /** @type {HTMLTextAreaElement} */ (of.querySelector('textarea'))
/** @param {HTMLFormElement} of */
const keyOf = (of) => `${PLACE}${of.action} ${of.dataset['place']} ${group(of)}`
/** @param {HTMLFormElement} of */
const group = (of) => ['attributeId', 'group'].map((name) => /** @type {HTMLInputElement | null} */ (of.elements.namedItem(name))?.value ?? '').join(' ')
/** @param {HTMLFormElement} of the field and the judgement as one */
const wordsOf = (of) => JSON.stringify([field(of).value, new FormData(of).get('state')])
/** What stood in the cell when the writer began, for the server to know whether another wrote meanwhile. @param {HTMLFormElement} of */
const seen = (of) => /** @type {HTMLInputElement | null} */ (of.elements.namedItem('seen'))
/** What another wrote there meanwhile is shown: the writer alone says what is to stand. @param {HTMLFormElement} of */
const isOvertaken = (of) => of.querySelector('.notice') !== null
/** What stood there when it was last saved. @type {WeakMap<HTMLFormElement, string>} */
const saved = new WeakMap()

/** Where another cell was opened: what could not be saved the last time is put back in its field. @returns {boolean} whether one was */
export function takeUp() {
  const of = form()
  if (!of || saved.has(of)) return false
  saved.set(of, wordsOf(of))
  const draft = read(keyOf(of))
  // What another wrote meanwhile is shown, and the field has the writer's own words already.
  if (draft !== null && draft.text !== field(of).value && !isOvertaken(of)) {
    field(of).value = draft.text
    const mark = seen(of)
    if (mark && draft.seen !== null) mark.value = draft.seen
    say(of, 'kept')
    save(of)
  }
  return true
}

/** Somebody stands in the field that is open, or has written there what is not saved. */
export function isWriting() {
  const of = form()
  return of !== null && (document.activeElement === field(of) || sending === of || saved.get(of) !== wordsOf(of))
}

/** What others wrote was drawn: the field has it too. */
export function takeArrived() {
  const of = form()
  if (!of || isWriting()) return
  of.reset()
  saved.set(of, wordsOf(of))
}

/** Others wrote where somebody writes: a judgement that the writer has not touched is taken. @param {HTMLElement} column as it stands now @returns {boolean} whether they wrote other words */
export function takeFrom(column) {
  const of = form()
  const other = /** @type {HTMLFormElement | null} */ (column.querySelector('form[data-island="finding"]'))
  if (!of || !other) return false
  takeJudgement(of, other)
  return seen(of)?.value !== seen(other)?.value
}

/** @param {HTMLFormElement} of @param {HTMLFormElement} other */
function takeJudgement(of, other) {
  const [words, stood] = JSON.parse(saved.get(of) ?? '[]')
  const now = new FormData(other).get('state')
  if (now === null || stood !== new FormData(of).get('state')) return
  const input = /** @type {HTMLInputElement | null} */ (of.querySelector(`input[name=state][value="${now}"]`))
  if (input) input.checked = true
  saved.set(of, JSON.stringify([words, now]))
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

/** Save what is written in the cell that is open. */
export function saveNow() {
  const of = form()
  if (of) save(of)
}

/** Send what is written, one at a time. Nothing goes by itself over what another wrote. @param {HTMLFormElement} of */
function save(of) {
  clearTimeout(pause)
  if (isOvertaken(of)) return
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
  if (response.status < 400 && sent === wordsOf(sending)) forget(keyOf(sending))
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
  try {
    const began = isOvertaken(of) ? read(keyOf(of))?.seen : seen(of)?.value
    localStorage.setItem(keyOf(of), JSON.stringify({ text: field(of).value, seen: began ?? null }))
  } catch {
    // A browser that keeps nothing still has it in the field.
  }
}

/** @param {string} key @returns {{ text: string, seen: string | null } | null} */
function read(key) {
  try {
    const kept = localStorage.getItem(key)
    if (kept === null) return null
    return kept.startsWith('{"text":') ? JSON.parse(kept) : { text: kept, seen: null }
  } catch {
    return null
  }
}

/** @param {string} key */
function forget(key) {
  try {
    localStorage.removeItem(key)
  } catch {
    // Nothing was kept.
  }
}
