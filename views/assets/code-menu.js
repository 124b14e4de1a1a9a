// What can be done with a row of the codebook's tree: its menu, and the field in which a name is written. Submits the page's forms; fetches nothing.

import { mergeAt } from './code-merge.js'
import { act, addressOf, codeOf, itemOf, mayOnlyRead, openCode, put } from './code-rows.js'
import { fieldOf } from './fields.js'
import { press } from './press.js'

const menu = /** @type {HTMLElement} */ (document.getElementById('code-menu'))
const naming = /** @type {HTMLFormElement} */ (document.getElementById('code-name'))
const field = /** @type {HTMLInputElement} */ (document.getElementById('code-name-label'))
const base = menu.dataset['base'] ?? ''
/** @type {HTMLElement | null} the row whose menu or name is open */
let row = null

/** Open the menu at a row. @param {HTMLElement} item */
export function openMenu(item) {
  if (mayOnlyRead()) return
  row = item
  const { retired } = item.dataset
  const codings = Number(item.dataset['codings'])
  const hide = {
    retirement: retired !== undefined,
    restoration: retired === undefined,
    removal: codings > 0 || item.hasAttribute('aria-expanded'),
    split: codings === 0,
    'new-under': retired !== undefined,
    'move-in': item.previousElementSibling === null,
    'move-out': item.dataset['parent'] === '',
    'move-up': item.previousElementSibling === null,
    'move-down': item.nextElementSibling === null,
  }
  for (const [does, hidden] of Object.entries(hide)) /** @type {HTMLElement} */ (menu.querySelector(`[data-act="${does}"]`)).hidden = hidden
  const colors = /** @type {HTMLElement} */ (menu.querySelector('[data-themes-only]'))
  colors.hidden = item.dataset['parent'] !== ''
  menu.showPopover()
  const at = /** @type {Element} */ (item.querySelector('.row-menu')).getBoundingClientRect()
  const { width, height } = menu.getBoundingClientRect()
  menu.style.left = `${Math.max(8, Math.min(at.right - width, innerWidth - width - 8))}px`
  menu.style.top = `${at.bottom + height + 8 > innerHeight ? Math.max(8, at.top - height) : at.bottom}px`
  choices()[0]?.focus()
}

function choices() {
  return /** @type {HTMLButtonElement[]} */ ([...menu.querySelectorAll('[data-act]')].filter((one) => one.checkVisibility()))
}

document.addEventListener('click', (event) => {
  const target = /** @type {Element} */ (event.target)
  const item = itemOf(target)
  if (item && target.closest('[data-does=code-menu]')) {
    event.preventDefault()
    if (row === item && menu.matches(':popover-open')) menu.hidePopover()
    else openMenu(item)
  }
  const chosen = /** @type {HTMLElement | null} */ (target.closest('#code-menu [data-act]'))
  if (chosen && row) choose(chosen, row)
})
document.addEventListener('contextmenu', (event) => {
  const item = itemOf(event.target)
  if (!item) return
  event.preventDefault()
  openMenu(item)
})
menu.addEventListener('keydown', (event) => {
  const all = choices()
  const at = all.indexOf(/** @type {HTMLButtonElement} */ (document.activeElement))
  const to = { ArrowDown: at + 1, ArrowRight: at + 1, ArrowUp: at - 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key]
  if (event.key === 'Tab' || event.key === 'Escape') menu.hidePopover()
  else if (to === undefined) return
  else all.at(to === all.length ? 0 : to)?.focus()
  if (event.key !== 'Tab') event.preventDefault()
  event.stopPropagation()
})
// Closed, the focus is back at its row.
menu.addEventListener('toggle', (event) => {
  if (/** @type {ToggleEvent} */ (event).newState === 'closed' && (document.activeElement === document.body || menu.contains(document.activeElement))) put(row)
})

/** @param {HTMLElement} chosen @param {HTMLElement} item */
function choose(chosen, item) {
  const does = chosen.dataset['act'] ?? ''
  menu.hidePopover()
  put(item)
  if (does === 'rename') startNaming(item, 'rename')
  else if (does === 'new-beside') startNaming(item, 'beside')
  else if (does === 'new-under') startNaming(item, 'under')
  else if (does.startsWith('move-')) act(item, 'move', { to: does.slice(5) })
  else if (does === 'color') act(item, 'color', { color: chosen.dataset['color'] ?? '' })
  else if (does === 'quotations') location.assign(`${base}/quotations?filter=${encodeURIComponent(`code:#${codeOf(item)}`)}`)
  else if (does === 'split') location.assign(addressOf(codeOf(item), 'split'))
  else if (does === 'merge') follow(item, '#merge-into', () => mergeAt(item))
  else act(item, does)
}

/** @type {{ focus: string, then: ((there: HTMLElement) => void) } | undefined} what takes the focus when the code has come */
let afterOpening

/** Open a row's code at the right. @param {HTMLElement} item @param {string} [focus] what takes the focus there @param {(there: HTMLElement) => void} [then] */
export function follow(item, focus, then = (there) => there.focus()) {
  afterOpening = focus === undefined ? undefined : { focus, then }
  press('.book-row', item)
}
document.addEventListener('htmx:after:swap', () => {
  const there = afterOpening && document.querySelector(afterOpening.focus)
  if (!afterOpening || !(there instanceof HTMLElement)) return
  const { then } = afterOpening
  afterOpening = undefined
  then(there)
})

/** Write a name in the place of a row's, or of a new code below it or beside it. @param {HTMLElement} item @param {'rename' | 'under' | 'beside'} what */
export function startNaming(item, what) {
  if (mayOnlyRead()) return
  row = item
  const renames = what === 'rename'
  const to = renames ? addressOf(codeOf(item), 'label') : `${base}/codes`
  naming.action = to
  naming.setAttribute('hx-post', to)
  fill('parentId', renames ? undefined : what === 'under' ? codeOf(item) : (item.dataset['parent'] ?? ''))
  fill('open', renames ? openCode() : undefined)
  const label = /** @type {HTMLElement} */ (naming.querySelector('label'))
  label.textContent = (renames ? label.dataset['rename'] : label.dataset['new']) ?? ''
  field.value = renames ? (item.querySelector('.called')?.textContent ?? '') : ''
  const link = /** @type {HTMLElement} */ (item.querySelector('.book-row'))
  const name = /** @type {Element} */ (link.querySelector('.called')).getBoundingClientRect()
  const frame = /** @type {Element} */ (naming.parentElement).getBoundingClientRect()
  const box = link.getBoundingClientRect()
  naming.hidden = false
  naming.style.top = `${(renames ? box.top : box.bottom) - frame.top}px`
  naming.style.left = `${name.left - frame.left - 12}px`
  field.focus()
  field.select()
}

/** @param {string} name @param {string | undefined} value */
function fill(name, value) {
  const input = fieldOf(naming, name)
  input.disabled = value === undefined
  input.value = value ?? ''
}

naming.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return
  event.preventDefault()
  event.stopPropagation()
  naming.hidden = true
  put(row)
})
naming.addEventListener('focusout', (event) => {
  if (!naming.contains(/** @type {Node | null} */ (event.relatedTarget))) naming.hidden = true
})
// Named: the row that has the name takes the focus. Refused: the field stays, and what was written in it.
naming.addEventListener('htmx:after:swap', (event) => {
  const { ctx } = /** @type {CustomEvent<{ctx: {response?: {status?: number}}}>} */ (event).detail
  if ((ctx.response?.status ?? 200) >= 400) return
  const fresh = fieldOf(naming, 'parentId').disabled ? row && codeOf(row) : openCode()
  naming.hidden = true
  put(document.getElementById(`row-${fresh}`))
})
