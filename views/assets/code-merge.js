// Merging a code at its row: the form of the code's own panel stands there as long as it is open. Submits that form; fetches nothing.
import { put } from './code-rows.js'

/** Where it stands: what is drawn anew may bear no style of its own. */
const where = new CSSStyleSheet()
document.adoptedStyleSheets.push(where)

/** Whether the form was sent, whose answer draws the panel anew. */
let sent = false

/** Let the form that merges the open code stand at a row, with the focus in its list. @param {HTMLElement} item */
export function mergeAt(item) {
  const form = document.getElementById('merge')
  if (!form) return
  // On a phone the code's panel has come above the tree.
  item.querySelector('.book-row')?.scrollIntoView({ block: 'nearest' })
  form.setAttribute('popover', 'auto')
  form.showPopover()
  place(form, item)
  form.querySelector('select')?.focus()
  form.addEventListener('submit', () => {
    sent = true
    form.hidePopover()
  })
  form.addEventListener('toggle', (event) => {
    if (/** @type {ToggleEvent} */ (event).newState !== 'closed') return
    form.removeAttribute('popover')
    if (document.activeElement === document.body || form.contains(document.activeElement)) put(item)
  })
}

/** Under the row, above it where there is no room. @param {HTMLElement} form @param {HTMLElement} item */
function place(form, item) {
  const at = /** @type {Element} */ (item.querySelector('.book-row')).getBoundingClientRect()
  const { width, height } = form.getBoundingClientRect()
  const left = Math.max(8, Math.min(at.left + 48, innerWidth - width - 8))
  const top = at.bottom + height + 8 > innerHeight ? Math.max(8, at.top - height) : at.bottom
  where.replaceSync(`#merge:popover-open { left: ${left}px !important; top: ${top}px !important }`)
}

// Merged, the code that it became is where one is.
document.addEventListener('htmx:after:swap', () => {
  if (!sent || document.getElementById('merge')?.matches(':popover-open')) return
  sent = false
  put(document.querySelector('#code-tree [aria-selected=true]'))
})
