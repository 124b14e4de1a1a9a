// The page of a source: what a coder's hands do. Reads the selection, fills the page's own forms and submits them; fetches nothing.
import { announce } from './announce.js'
import { layHandles } from './edges.js'
import { submitForm } from './fields.js'
import { actOf, isSingleSign } from './key-map.js'
import { layMargins, light } from './margin.js'
import { doWhatWaited, nudge, onOpenCoding, openCoding, recode, removeOpen, whenPassageIsShown, writeMemo } from './open-coding.js'
import { closePicker, isPickerOpen, openPicker } from './picker.js'
import { codeInFocus, listenToPins, pinnedAt, togglePin } from './pins.js'
import { press } from './press.js'
import { rememberCodes } from './recent.js'
import './seeing.js'
import { selecting } from './select-by-key.js'
import { leaveUnless, paint, passageToCode, select, selection, takeNativeSelection, takeSentence } from './selection.js'
import { raiseAbove } from './sheet.js'
import { leaveFresh, showAgain, showOnly } from './showing.js'
import { followText, openTextEditor } from './text-editor.js'
import { isLost } from './together-said.js'
import { inFocus, moveFocus, moveToUncoded, numberInFocus, refocus, setFocus, turnAt, turnOf, turns } from './turns.js'
import { areKeysOff, isTyping } from './typing.js'

const transcript = /** @type {HTMLElement} */ (document.getElementById('transcript'))

document.addEventListener('keydown', (event) => {
  if (event.defaultPrevented || isTyping(event.target) || isPickerOpen() || document.querySelector('dialog[open]')) return
  if (areKeysOff() && isSingleSign(event)) return
  const name = actOf(event, 'move', 'select', 'code', 'coding') ?? ''
  if (document.body.dataset['may'] === 'read' && !reads.has(name) && !(name in selecting)) return
  if ((acts[name] ?? selecting[name])?.(event)) event.preventDefault()
})

/** What somebody does who reads and may not code. */
const reads = new Set(['next', 'previous', 'uncoded', 'same-code', 'next-source', 'previous-source', 'address', 'only'])

/** What the keys of the map do here; whether there was anything to do. @type {Record<string, (event: KeyboardEvent) => boolean>} */
const acts = {
  next: () => moveFocus(1),
  previous: () => moveFocus(-1),
  uncoded: () => jump('next-uncoded', 'noUncoded'),
  'same-code': () => jump('next-same', 'noSameCode'),
  'next-source': () => press('#next-source'),
  'previous-source': () => press('#previous-source'),
  address: () => onOpenCoding(() => press('#passage .open [data-does=copy-address]')),
  discuss: () => onOpenCoding(() => press('#passage .open a.discuss')),
  pick: (event) => (event.key === 'Enter' && isOnControl(event.target) ? false : pick('')),
  theme: (event) => pick(event.key),
  pinned: (event) => codeAt(pinnedAt(Number(event.code.slice(-1)))),
  pin: () => togglePin(codeInFocus() ?? rememberCodes()[0]),
  only: () => showOnly(),
  again: () => repeat() || say('noLast'),
  correct: () => openTextEditor(inFocus()),
  memo: () => writeMemo(),
  recode: () => recode(),
  remove: () => onOpenCoding(removeOpen),
  'end-back': () => onOpenCoding(() => nudge('end-back')),
  'end-on': () => onOpenCoding(() => nudge('end-on')),
  'start-back': () => onOpenCoding(() => nudge('start-back')),
  'start-on': () => onOpenCoding(() => nudge('start-on')),
}

/** @param {string} name of a sentence of the page, for who can't see that nothing happened */
function say(name) {
  announce(name)
  return true
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
  return codeAt(rememberCodes()[0])
}

/** Put a code on the selection, else on the paragraph in focus. @param {string | undefined} codeId @returns {boolean} */
function codeAt(codeId) {
  const passage = passageToCode()
  return codeId !== undefined && passage !== null && codeWith(codeId, passage)
}

/** @param {string} codeId @param {{start: number, end: number}} passage */
function codeWith(codeId, passage) {
  rememberCodes([codeId])
  submitForm('repeat-form', { codeId, start: passage.start, end: passage.end, focus: numberInFocus() })
  return true
}

/** Follow a way on from the passage in focus. @param {string} id @param {string} none said where there is no way on @returns {boolean} */
function jump(id, none) {
  // The way on is the server's to know; without contact the page looks itself.
  if (id === 'next-uncoded' && isLost()) return moveToUncoded() || say(none)
  return whenPassageIsShown(() => press(`#${id}`) || say(none))
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
  const bar = /** @type {HTMLAnchorElement | null} */ (target.closest('.coding')?.querySelector('.bar-name') ?? null)
  if (bar && !event.ctrlKey && !event.metaKey) {
    event.preventDefault()
    setFocus(turn, { ask: false, keepNative: true })
    openCoding(bar.getAttribute('href'))
  } else if (bar) setFocus(turn, { ask: false, keepNative: true })
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
listenToPins(codeAt)
document.getElementById('passage')?.addEventListener('click', (event) => {
  if (/** @type {Element} */ (event.target).closest('[data-does=correct]') && openTextEditor(inFocus())) return event.preventDefault()
  const link = /** @type {Element} */ (event.target).closest('[data-to]')
  const turn = link && document.getElementById(link.getAttribute('data-to') ?? '')
  if (!turn) return
  event.preventDefault()
  const coding = link.getAttribute('data-open')
  setFocus(turn, { ask: coding === null })
  if (coding !== null) openCoding(coding)
})
/** What was selected when a finger came down on the bar: a tap makes the browser let go of it before the click. */
/** @type {ReturnType<typeof selection>} */
let held = null
document.querySelector('.phone-bar')?.addEventListener('pointerdown', () => (held = selection()))
document.querySelector('.phone-bar')?.addEventListener('click', (event) => {
  if (held && !selection()) select(held)
  const does = /** @type {Element} */ (event.target).closest('[data-does]')?.getAttribute('data-does')
  if (does === 'pick') pick('')
  if (does === 'next') jump('next-uncoded', 'noUncoded')
  if (does === 'passage' && document.body.classList.toggle('passage-open')) raiseAbove(document.getElementById('passage'), inFocus()?.getBoundingClientRect())
})

// After an answer: the same words stay selected, the same paragraph in focus, and new bars find their lines.
document.addEventListener('htmx:after:swap', (event) => {
  // Suggestions wait unseen: nothing of the page has changed.
  if (event.target instanceof Element && event.target.id === 'suggest-form') return
  followText()
  refocus()
  paint()
  showAgain()
  layMargins(turns())
  layHandles()
  doWhatWaited()
})
transcript.addEventListener('turnfocus', (event) => {
  leaveUnless(/** @type {HTMLElement} */ (event.target))
  leaveFresh(/** @type {HTMLElement} */ (event.target))
})

// A page that is to be drawn again whole comes back at the paragraph in focus.
document.addEventListener('htmx:after:request', (event) => {
  const number = numberInFocus()
  if (/** @type {CustomEvent} */ (event).detail?.ctx?.hx?.refresh !== 'true' || !number) return
  const address = new URL(location.href)
  for (const name of ['at', 'focus']) address.searchParams.delete(name)
  history.replaceState(history.state, '', `${address.pathname}${address.search}#st-${number}`)
})

/** @param {EventTarget | null} target */
function isOnControl(target) {
  return target instanceof Element && target.closest('a, button, summary') !== null
}

function begin() {
  const [start, end] = (transcript.dataset['at'] ?? '').split('-').map(Number)
  const turn = start !== undefined && end ? turnAt(start) : document.getElementById(location.hash.slice(1) || `st-${transcript.dataset['focus'] ?? ''}`)
  if (start !== undefined && end) select({ start, end })
  if (turn?.matches('.turn')) setFocus(/** @type {HTMLElement} */ (turn), {})
  layMargins(turns())
}
document.fonts.ready.then(begin)
addEventListener('hashchange', () => {
  const turn = document.getElementById(location.hash.slice(1))
  if (turn?.matches('.turn')) setFocus(turn, {})
})
closePicker()
