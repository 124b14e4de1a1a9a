// The codes at hand: a press or Shift with a digit codes; Alt with an arrow moves one, Delete takes it out. Submits the page's own forms.
import { announce } from './announce.js'
import { submitForm } from './fields.js'
import { refocus } from './turns.js'

const strip = () => /** @type {HTMLElement} */ (document.getElementById('pins'))
/** Where the pin stood that a key was pressed on; -1: none waits for its answer. */
let left = -1
const pins = () => /** @type {HTMLElement[]} */ ([...strip().querySelectorAll('.pin')])

/** The code that is pinned at a place, from 1. @param {number} place @returns {string | undefined} */
export function pinnedAt(place) {
  const code = pins()[place - 1]?.dataset['code']
  if (!code) announce('noPin')
  return code
}

/** Pin a code, or take it out where it is pinned. @param {string | undefined} code @returns {boolean} whether there was one */
export function togglePin(code) {
  if (!code) return false
  submitForm(pins().some((pin) => pin.dataset['code'] === code) ? 'unpin-form' : 'pin-form', { codeId: code })
  return true
}

/** The code that a row of the codebook, a pin or the open coding is of. @returns {string | undefined} */
export function codeInFocus() {
  const row = /** @type {HTMLElement | null | undefined} */ (document.activeElement?.closest('[data-code]'))
  const open = /** @type {HTMLOptionElement | null} */ (document.querySelector('#passage .open [data-act=recode] option[selected]'))
  return row?.dataset['code'] ?? open?.value
}

/** @param {(code: string) => void} codeWith */
export function listenToPins(codeWith) {
  document.addEventListener('click', (event) => {
    const code = event.target instanceof Element && event.target.closest('.pin')?.getAttribute('data-code')
    if (code) codeWith(code)
  })
  document.addEventListener('keydown', (event) => {
    const pin = event.target instanceof Element && event.target.closest('.pin')
    if (!pin) return
    const codeId = pin.getAttribute('data-code') ?? ''
    const to = event.altKey ? { ArrowLeft: 'back', ArrowRight: 'on' }[event.key] : undefined
    if (!to && event.key !== 'Delete') return
    event.preventDefault()
    event.stopPropagation()
    left = pins().indexOf(/** @type {HTMLElement} */ (pin))
    if (to) submitForm('move-pin-form', { codeId, to })
    else submitForm('unpin-form', { codeId })
  })
}

// A pin that is taken out leaves the focus to the one beside it, the last to the words.
document.addEventListener('htmx:after:swap', () => {
  if (left < 0 || document.activeElement !== document.body) return
  const beside = pins()[Math.min(left, pins().length - 1)]
  left = -1
  if (beside) beside.focus()
  else refocus()
})
