// The island of the search page: moves through hits by keyboard, opens them by a press anywhere on the line, and keeps
// the address in step with what is shown. It fetches nothing.
import { actOf } from './key-map.js'

const rows = () => /** @type {HTMLTableRowElement[]} */ ([...document.querySelectorAll('#results tr[data-hit]')])
/** @param {Element | null} row */
const linkIn = (row) => /** @type {HTMLAnchorElement | null} */ (row?.querySelector('td.place a') ?? null)
/** @param {EventTarget | null} target */
const isTyping = (target) => target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]')

/** @param {number} step */
function move(step) {
  const all = rows()
  const at = all.findIndex((row) => row.contains(document.activeElement))
  const next = all[at < 0 ? (step > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + step, 0), all.length - 1)]
  linkIn(next ?? null)?.focus()
  next?.scrollIntoView({ block: 'nearest' })
}

document.addEventListener('keydown', (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
  const query = document.querySelector('#q')
  if (event.target === query && event.key === 'ArrowDown' && rows().length > 0) {
    event.preventDefault()
    return move(1)
  }
  if (isTyping(event.target)) return
  const act = actOf(event, 'list')
  if (event.key === 'ArrowUp' && rows()[0]?.contains(document.activeElement) && query instanceof HTMLElement) query.focus()
  else if (act) move(act === 'row-on' ? 1 : -1)
  else if (event.key === '/' && query instanceof HTMLElement) query.focus()
  else return
  event.preventDefault()
})

document.addEventListener('focusin', (event) => {
  for (const row of rows()) row.classList.toggle('cursor', event.target instanceof Node && row.contains(event.target))
})

document.addEventListener('click', (event) => {
  if (!(event.target instanceof Element) || event.target.closest('a') || String(getSelection() ?? '') !== '') return
  linkIn(event.target.closest('#results tr[data-hit]'))?.click()
})

document.addEventListener('htmx:after:swap', () => {
  const address = document.querySelector('#results')?.getAttribute('data-address')
  if (address) history.replaceState(history.state, '', address)
})
