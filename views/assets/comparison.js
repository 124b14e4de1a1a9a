// The reading column of quotations, by keyboard: from one to the next, and what is done with each done where it is read. Presses links and submits the page's forms; fetches nothing.
import { press } from './press.js'
import { areKeysOff, isTyping } from './typing.js'

const figures = () => /** @type {HTMLElement[]} */ ([...document.querySelectorAll('.compared')])
/** @type {string | undefined} */
let current
/** @type {string | undefined} which takes the focus should the current one leave the list */
let next
/** @type {(() => void) | undefined} what waits for the acts of a quotation to come */
let afterOpening

document.addEventListener('focusin', (event) => {
  const figure = event.target instanceof Element ? event.target.closest('.compared') : null
  if (!(figure instanceof HTMLElement)) return
  current = figure.id
  next = neighbour(figure, 1)?.id ?? neighbour(figure, -1)?.id
  sessionStorage.setItem('quotation-focus', current)
})

/** @param {HTMLElement | null} figure @param {1 | -1} step @returns {HTMLElement | undefined} */
function neighbour(figure, step) {
  const all = figures()
  return figure ? all[all.indexOf(figure) + step] : all.find((one) => one.getBoundingClientRect().bottom > 120)
}
function inFocus() {
  return /** @type {HTMLElement | null} */ (document.activeElement?.closest('.compared') ?? null)
}
/** @param {HTMLElement | null | undefined} figure */
function put(figure) {
  figure?.focus({ preventScroll: true })
  figure?.scrollIntoView({ block: 'nearest' })
  return figure instanceof HTMLElement
}

/** @type {Record<string, (figure: HTMLElement) => void>} */
const keys = {
  e: (figure) => withActs(figure, () => focusOn(figure, '[data-act=recode] select')),
  a: (figure) => withActs(figure, () => writeMemo(figure)),
  s: (figure) => withActs(figure, () => submitOr(figure, '[data-act=example]')),
  Delete: (figure) => withActs(figure, () => submitOr(figure, '[data-act=remove]')),
  c: (figure) => withActs(figure, () => copyCited(figure)),
  p: (figure) => withActs(figure, () => focusOn(figure, '[data-act=publish] textarea')),
  x: (figure) => tick(figure),
  Escape: (figure) => {
    actsOf(figure)?.replaceChildren()
    put(figure)
  },
}

document.addEventListener('keydown', (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return
  const figure = inFocus()
  if (event.key === 'Escape' && figure) return keys['Escape']?.(figure)
  if (areKeysOff() || isTyping(event.target)) return
  const step = event.key === 'j' ? 1 : event.key === 'k' ? -1 : 0
  const does = keys[event.key]
  if (step !== 0) put(neighbour(figure, step))
  else if (figure && does) does(figure)
  else return
  event.preventDefault()
})

/** @param {HTMLElement} figure */
function actsOf(figure) {
  return /** @type {HTMLElement | null} */ (figure.querySelector('.quotation-acts'))
}

/** Do something with a quotation's forms, once they are there. @param {HTMLElement} figure @param {() => void} then */
function withActs(figure, then) {
  if (actsOf(figure)?.firstElementChild) return then()
  afterOpening = then
  press('[data-does=acts]', figure)
}

/** @param {HTMLElement} figure @param {string} selector */
function focusOn(figure, selector) {
  const element = /** @type {HTMLElement | null} */ (figure.querySelector(selector))
  element?.focus()
}

/** Where there is one such form it is submitted; of several the first gets the focus. @param {HTMLElement} figure @param {string} selector */
function submitOr(figure, selector) {
  const forms = /** @type {HTMLFormElement[]} */ ([...figure.querySelectorAll(selector)])
  if (forms.length === 1) forms[0]?.requestSubmit()
  else forms[0]?.querySelector('button')?.focus()
}

/** @param {HTMLElement} figure */
function writeMemo(figure) {
  const details = /** @type {HTMLDetailsElement | null | undefined} */ (figure.querySelector('[data-does=memo]')?.closest('details'))
  if (!details) return
  details.open = true
  details.querySelector('textarea')?.focus()
}

/** @param {HTMLElement} figure */
function copyCited(figure) {
  press('.publish-quotation [data-does=copy-address]', figure)
}

/** @param {HTMLElement} figure */
function tick(figure) {
  const boxes = /** @type {NodeListOf<HTMLInputElement>} */ (figure.querySelectorAll('input[name=codings]'))
  const on = ![...boxes].every((box) => box.checked)
  for (const box of boxes) box.checked = on
}

// After an answer the focus is with the same quotation, or with the next where it has left the list.
document.addEventListener('htmx:after:swap', () => {
  afterOpening?.()
  afterOpening = undefined
  if (current === undefined || (document.activeElement !== document.body && document.activeElement?.isConnected)) return
  put(document.getElementById(current) ?? document.getElementById(next ?? ''))
})
// Undo draws the page again: the focus goes back to where it was.
const before = sessionStorage.getItem('quotation-focus')
if (before !== null && location.hash === '' && performance.getEntriesByType('navigation')[0]?.toJSON().type === 'reload') put(document.getElementById(before))
