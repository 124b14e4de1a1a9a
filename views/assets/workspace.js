// The page of a source: what a coder's hands do. Reads the selection, fills the page's own forms and submits them; fetches nothing.
import { layHandles } from './edges.js'
import { layMargins, light } from './margin.js'
import { closePicker, isPickerOpen, openPicker, rememberCodes } from './picker.js'
import './seeing.js'
import { clearSelection, leaveUnless, paint, passageToCode, select, selectByKey, selection, takeNativeSelection, takeSentence } from './selection.js'
import { raiseAbove } from './sheet.js'
import { leaveFresh, showAgain, showOnly } from './showing.js'
import { followText, openTextEditor } from './text-editor.js'
import { inFocus, moveFocus, refocus, setFocus, turnAt, turnOf, turns } from './turns.js'

const transcript = /** @type {HTMLElement} */ (document.getElementById('transcript'))

for (const input of ['keydown', 'pointerdown']) document.addEventListener(input, () => (afterOpening = undefined), { capture: true })
document.addEventListener('keydown', (event) => {
  // Brackets and braces take Alt or AltGr on Nordic keyboards.
  const bracket = '[]{}'.includes(event.key)
  if (event.defaultPrevented || isTyping(event.target) || isPickerOpen() || ((event.ctrlKey || event.metaKey) && !bracket)) return
  if (document.querySelector('dialog[open]') || (document.documentElement.dataset['keys'] === 'off' && !moving.has(event.key))) return
  const act = keys[event.key] ?? (/^[1-9]$/.test(event.key) ? () => pick(event.key) : undefined)
  if (selectByKey(event)) return event.preventDefault()
  if (!act || (event.altKey && !bracket)) return
  if (act(event) !== false) event.preventDefault()
})

/** What goes on working where single keys are switched off: they are no letters. */
const moving = new Set(['ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight', 'Enter', 'Escape'])

/** @type {Record<string, (event: KeyboardEvent) => boolean | void>} */
const keys = {
  j: () => moveFocus(1),
  k: () => moveFocus(-1),
  ArrowDown: (event) => (event.shiftKey ? false : moveFocus(1)),
  ArrowUp: (event) => (event.shiftKey ? false : moveFocus(-1)),
  c: () => pick(''),
  Enter: (event) => (isOnControl(event.target) ? false : pick('')),
  '.': () => repeat(),
  n: () => follow('next-uncoded'),
  r: () => openTextEditor(inFocus()),
  e: () => onOpenCoding(() => focusOn('#passage [data-act=recode] select')),
  a: () => writeMemo(),
  t: () => nextOfSameCode(),
  f: () => showOnly(),
  Delete: () => onOpenCoding(removeOpen),
  '[': () => onOpenCoding(() => nudge('end-back')),
  ']': () => onOpenCoding(() => nudge('end-on')),
  '{': () => onOpenCoding(() => nudge('start-back')),
  '}': () => onOpenCoding(() => nudge('start-on')),
  Escape: () => clearSelection(),
}

/** Open the picker at the selection, else at the paragraph in focus. @param {string} typed what already stands in it @returns {boolean} */
function pick(typed) {
  const passage = passageToCode()
  if (!passage) return false
  openPicker(passage, typed)
  return true
}

/** Code the selection with the code used last. */
function repeat() {
  const last = rememberCodes()[0]
  const passage = passageToCode()
  if (!last || !passage) return false
  return codeWith(last, passage)
}

/** @param {string} codeId @param {{start: number, end: number}} passage */
function codeWith(codeId, passage) {
  const form = /** @type {HTMLFormElement} */ (document.getElementById('repeat-form'))
  const values = { codeId, start: passage.start, end: passage.end, focus: numberInFocus() }
  for (const [name, value] of Object.entries(values)) {
    const field = /** @type {HTMLInputElement} */ (form.elements.namedItem(name))
    field.value = String(value)
  }
  rememberCodes([codeId])
  form.requestSubmit()
  return true
}

function numberInFocus() {
  return inFocus()?.id.slice(3) ?? ''
}

/** @type {(() => boolean) | undefined} what waits for the coding to open at the right, until the next key or press */
let afterOpening

/** Do something with the coding open at the right; a bar in focus is opened first. @param {() => boolean} act @returns {boolean} */
function onOpenCoding(act) {
  const bar = /** @type {HTMLElement | null | undefined} */ (document.activeElement?.closest('.bar-name'))
  const wanted = bar?.closest('[data-coding]')?.getAttribute('data-coding')
  if (!bar || document.querySelector('#passage [data-act=remove]')?.closest('[data-coding]')?.getAttribute('data-coding') === wanted) return act()
  afterOpening = () => document.querySelector(`#passage .open[data-coding="${wanted}"]`) !== null && act()
  bar.click()
  return true
}

/** Go to the next paragraph with the code of the coding that is open, else of the first in the paragraph in focus; after the last, to the first. */
function nextOfSameCode() {
  const current = inFocus()
  const chosen = document.querySelector('#passage .open .key') ?? current?.querySelector('.coding .key')
  const key = chosen?.textContent
  if (!current || !key) return false
  const holding = turns().filter((turn) => turn === current || [...turn.querySelectorAll('.coding .key')].some((one) => one.textContent === key))
  const next = holding[(holding.indexOf(current) + 1) % holding.length]
  if (next && next !== current) setFocus(next, {})
  return true
}

/** Open the field of a new memo: of the coding that is open, else of the source. */
function writeMemo() {
  const summary = /** @type {HTMLElement | null} */ (document.querySelector('#passage .open .memos [data-does=memo], #passage .memos [data-does=memo]'))
  const details = /** @type {HTMLDetailsElement | null | undefined} */ (summary?.closest('details'))
  if (!details) return false
  details.open = true
  details.querySelector('textarea')?.focus()
  return true
}

/** Move an edge of the coding that is open by a word. @param {string} way @returns {boolean} */
function nudge(way) {
  const button = /** @type {HTMLButtonElement | null} */ (document.querySelector(`#passage [data-act=edges] [value="${way}"]`))
  button?.form?.requestSubmit(button)
  return button !== null
}

function removeOpen() {
  const form = /** @type {HTMLFormElement | null} */ (document.querySelector('#passage [data-act=remove]'))
  form?.requestSubmit()
  return form !== null
}

/** Open a coding beside the transcript: one form does it for every bar, so that a thousand bars weigh little. @param {HTMLAnchorElement} bar @param {Event} event */
function openCoding(bar, event) {
  const form = /** @type {HTMLFormElement} */ (document.getElementById('open-form'))
  event.preventDefault()
  form.setAttribute('hx-get', bar.getAttribute('href') ?? '')
  form.requestSubmit()
}

/** @param {string} id */
function follow(id) {
  const link = document.getElementById(id)
  link?.click()
  return link !== null
}

/** @param {string} selector */
function focusOn(selector) {
  const element = /** @type {HTMLElement | null} */ (document.querySelector(selector))
  element?.focus()
  return element !== null
}

// A third click takes the sentence, where a browser would take the paragraph.
transcript.addEventListener('mouseup', (event) =>
  setTimeout(() => (event.detail === 3 && takeSentence(event.clientX, event.clientY)) || takeNativeSelection(event.altKey)),
)
document.addEventListener('selectionchange', () => {
  if (matchMedia('(pointer: coarse)').matches && !isPickerOpen()) takeNativeSelection(true)
})
transcript.addEventListener('click', (event) => {
  const target = /** @type {Element} */ (event.target)
  const turn = turnOf(target)
  if (!turn) return
  if (target.closest('.at')) event.preventDefault()
  const bar = /** @type {HTMLAnchorElement | null | undefined} */ (target.closest('.coding')?.querySelector('.bar-name'))
  if (bar && !event.ctrlKey && !event.metaKey) openCoding(bar, event)
  if (bar) setFocus(turn, { ask: false, keepNative: true })
  else if (turn !== inFocus()) setFocus(turn, { keepNative: true })
})
transcript.addEventListener('focusin', (event) => {
  const turn = turnOf(/** @type {Element} */ (event.target))
  if (turn && turn !== inFocus()) setFocus(turn, { keepNative: true, alreadyFocused: true })
})
for (const [name, on] of /** @type {const} */ ([
  ['mouseover', true],
  ['mouseout', false],
  ['focusin', true],
  ['focusout', false],
]))
  transcript.addEventListener(name, (event) => light(/** @type {Element} */ (event.target), on))

document.querySelector('.codebook .tree')?.addEventListener('click', (event) => {
  const row = /** @type {Element} */ (event.target).closest('[data-code]')
  if (!row || !selection()) return
  event.preventDefault()
  codeWith(/** @type {string} */ (row.getAttribute('data-code')), /** @type {{start: number, end: number}} */ (selection()))
})
document.getElementById('passage')?.addEventListener('click', (event) => {
  if (/** @type {Element} */ (event.target).closest('[data-does=correct]') && openTextEditor(inFocus())) return event.preventDefault()
  const to = /** @type {Element} */ (event.target).closest('[data-to]')?.getAttribute('data-to')
  const turn = to && document.getElementById(to)
  if (!turn) return
  event.preventDefault()
  setFocus(turn, {})
})
/** What was selected when a finger came down on the bar: a tap makes the browser let go of it before the click. */
/** @type {ReturnType<typeof selection>} */
let held = null
document.querySelector('.phone-bar')?.addEventListener('pointerdown', () => (held = selection()))
document.querySelector('.phone-bar')?.addEventListener('click', (event) => {
  if (held && !selection()) select(held)
  const does = /** @type {Element} */ (event.target).closest('[data-does]')?.getAttribute('data-does')
  if (does === 'pick') pick('')
  if (does === 'next') follow('next-uncoded')
  if (does === 'passage' && document.body.classList.toggle('passage-open')) raiseAbove(document.getElementById('passage'), inFocus()?.getBoundingClientRect())
})

// After an answer: the same words stay selected, the same paragraph in focus, and new bars find their lines.
document.addEventListener('htmx:after:swap', () => {
  followText()
  refocus()
  paint()
  showAgain()
  layMargins()
  layHandles()
  if (afterOpening?.()) afterOpening = undefined
})
transcript.addEventListener('turnfocus', (event) => {
  leaveUnless(/** @type {HTMLElement} */ (event.target))
  leaveFresh(/** @type {HTMLElement} */ (event.target))
})

/** @param {EventTarget | null} target */
function isTyping(target) {
  return (
    target instanceof HTMLElement &&
    target.matches('input:not([type=checkbox], [type=radio], [type=button], [type=submit]), select, textarea, [contenteditable]')
  )
}
/** @param {EventTarget | null} target */
function isOnControl(target) {
  return target instanceof Element && target.closest('a, button, summary') !== null
}

function begin() {
  const [start, end] = (transcript.dataset['at'] ?? '').split('-').map(Number)
  const turn = start !== undefined && end ? turnAt(start) : document.getElementById(location.hash.slice(1) || `st-${transcript.dataset['focus'] ?? ''}`)
  if (start !== undefined && end) select({ start, end })
  if (turn?.matches('.turn')) setFocus(/** @type {HTMLElement} */ (turn), {})
  layMargins()
}
document.fonts.ready.then(begin)
addEventListener('hashchange', () => {
  const turn = document.getElementById(location.hash.slice(1))
  if (turn?.matches('.turn')) setFocus(turn, {})
})
closePicker()
