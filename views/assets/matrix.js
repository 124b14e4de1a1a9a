// The page of a matrix: what stands open follows the words beside the table, the address says it, Esc closes them, and a choice in the sentence asks at once.
import { fill } from './fields.js'
import { isInField } from './typing.js'

for (const form of document.querySelectorAll('form[data-island="matrix-form"]')) askAtOnce(/** @type {HTMLFormElement} */ (form))

document.addEventListener('click', (event) => {
  if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
  const link = /** @type {HTMLAnchorElement | null} */ (
    event.target instanceof Element ? event.target.closest('a[data-cell], a[data-step], a[data-close]') : null
  )
  const form = /** @type {HTMLFormElement | null} */ (document.getElementById('open-cell'))
  if (!link || !form) return
  history.replaceState(history.state, '', link.href)
  const address = link.dataset['cell']
  if (!address) return
  event.preventDefault()
  fill(form, { cell: address })
  mark(address)
  form.requestSubmit()
})

/** Show which cell stands open. @param {string | undefined} address */
function mark(address) {
  for (const link of document.querySelectorAll('a[data-cell][aria-current]')) link.removeAttribute('aria-current')
  if (address) document.querySelector(`a[data-cell="${address}"]`)?.setAttribute('aria-current', 'true')
}

/** The cell that stands open is not hidden by its words. @param {string | undefined} address */
function comeForth(address) {
  const cell = address && document.querySelector(`.over a[data-cell="${address}"]`)
  const over = cell && cell.closest('.over')
  if (over && cell.getBoundingClientRect().right > over.getBoundingClientRect().right) cell.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}

// What is open follows the words: also by the links to the cells beside it.
const main = document.querySelector('.matrix-page')
if (main)
  new MutationObserver(() => {
    const column = /** @type {HTMLElement | null} */ (document.querySelector('#cell'))
    mark(column?.dataset['open'])
    if (column?.dataset['open'] && getComputedStyle(column).position === 'static') column.scrollIntoView({ block: 'start' })
    else comeForth(column?.dataset['open'])
  }).observe(main, { childList: true })

// The cell that stands open bears the mark of a memo as long as it has one.
document.addEventListener('htmx:after:swap', () => {
  const column = /** @type {HTMLElement | null} */ (document.querySelector('#cell[data-open]:has(.memos)'))
  const cell = column && document.querySelector(`a[data-cell="${column.dataset['open']}"]`)
  if (!column || !cell) return
  const noted = column.querySelector('.memos .memo') !== null
  const mark = `, ${column.dataset['noted']}`
  const name = (cell.getAttribute('aria-label') ?? '').replace(mark, '')
  cell.classList.toggle('noted', noted)
  if (name) cell.setAttribute('aria-label', noted ? name + mark : name)
})

document.addEventListener('keydown', (event) => {
  if (event.key === 'f' && !isHeld(event) && !isInField(event.target)) return openFilter(event)
  if (event.key !== 'Escape') return
  const open = /** @type {HTMLElement | null} */ (document.querySelector('#cell[data-open]'))
  const close = /** @type {HTMLElement | null} */ (open?.querySelector('[data-close]'))
  if (!open || !close) return
  event.preventDefault()
  const cell = /** @type {HTMLElement | null} */ (document.querySelector(`a[data-cell="${open.dataset['open']}"]`))
  close.click()
  cell?.focus()
})

/** @param {KeyboardEvent} event */
function isHeld(event) {
  return event.ctrlKey || event.metaKey || event.altKey
}

/** @param {KeyboardEvent} event */
function openFilter(event) {
  const narrowing = /** @type {HTMLDetailsElement | null} */ (document.querySelector('details.narrowing'))
  const first = /** @type {HTMLElement | null} */ (document.querySelector('details.narrowing select, form[data-island] input[name="filter"]'))
  if (!first) return
  event.preventDefault()
  if (narrowing) narrowing.open = true
  first.focus()
}

/** A choice from a list is a wish; words are sent by Enter or the button. @param {HTMLFormElement} form */
function askAtOnce(form) {
  form.addEventListener('change', (event) => {
    if (event.target instanceof HTMLSelectElement || (event.target instanceof HTMLInputElement && event.target.type === 'checkbox')) form.requestSubmit()
  })
}
