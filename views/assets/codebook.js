// The codebook's tree by keyboard: arrows walk it, Alt+arrows move a code in it, letters find one. Presses links and submits the page's forms; fetches nothing.
import { follow, openMenu, startNaming } from './code-menu.js'
import { act, codeOf, itemOf, items, put, visible } from './code-rows.js'
import { areKeysOff } from './typing.js'

const side = /** @type {HTMLElement} */ (document.querySelector('.book-side'))
const memory = `codebook-closed ${document.body.dataset['project']}`
/** @type {Set<string>} the codes whose rows below are put away */
const closed = new Set(JSON.parse(localStorage.getItem(memory) ?? '[]'))
/** @type {string | undefined} the code whose row has, or had, the focus */
let wanted
/** Where its row stood, should it go. */
let place = 0

/** Before the page: letters begin a search here while one is under way, and global keys must not take them. */
window.addEventListener('keydown', onKey, { capture: true })

/** @param {KeyboardEvent} event */
function onKey(event) {
  const item = itemOf(event.target)
  if (!item || event.target !== item || event.ctrlKey || event.metaKey || event.isComposing || document.querySelector('dialog[open]')) return
  // Whatever else is done ends the name that was begun.
  if (event.altKey ? moveBy(event, item) : walk(event, item) || does(event, item)) typed = ''
  else if (event.altKey || !find(event)) return
  event.preventDefault()
  event.stopImmediatePropagation()
}

/** @param {KeyboardEvent} event @param {HTMLElement} item */
function moveBy(event, item) {
  const to = { ArrowUp: 'up', ArrowDown: 'down', ArrowRight: 'in', ArrowLeft: 'out' }[event.key]
  if (to) act(item, 'move', { to })
  return to !== undefined
}

/** @param {KeyboardEvent} event @param {HTMLElement} item */
function walk(event, item) {
  const rows = visible()
  const at = rows.indexOf(item)
  const expanded = item.getAttribute('aria-expanded')
  if (event.shiftKey && event.key !== 'F10') return false
  if (event.key === 'ArrowDown') put(rows[at + 1])
  else if (event.key === 'ArrowUp') put(rows[at - 1])
  else if (event.key === 'Home') put(rows[0])
  else if (event.key === 'End') put(rows.at(-1))
  else if (event.key === 'ArrowRight') expanded === 'false' ? open(item, true) : expanded && put(rows[at + 1])
  else if (event.key === 'ArrowLeft') expanded === 'true' ? open(item, false) : put(itemOf(item.parentElement))
  else return false
  return true
}

/** @param {KeyboardEvent} event @param {HTMLElement} item */
function does(event, item) {
  const letters = !areKeysOff() && typed === ''
  if (event.key === 'Enter') follow(item)
  else if (event.key === 'F2') startNaming(item, 'rename')
  else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) openMenu(item)
  else if (event.key === '*') for (const one of items()) open(one, true)
  else if (letters && event.key.toLowerCase() === 'n') startNaming(item, event.shiftKey ? 'under' : 'beside')
  else if (letters && 'jk'.includes(event.key)) put(visible()[visible().indexOf(item) + (event.key === 'j' ? 1 : -1)])
  else return false
  return true
}

let typed = ''
let typing = 0
/** Go to the next row whose name or number begins with what is typed. @param {KeyboardEvent} event */
function find(event) {
  if (event.key.length !== 1 || (event.key === ' ' && typed === '')) return false
  // The keys of every page stay what they are, until a name has begun.
  if (typed === '' && /[gz/?]/i.test(event.key) && !areKeysOff()) return false
  clearTimeout(typing)
  typing = window.setTimeout(() => (typed = ''), 700)
  typed += event.key.toLocaleLowerCase('sv')
  const rows = visible()
  const from = rows.indexOf(/** @type {HTMLElement} */ (document.activeElement)) + (typed.length === 1 ? 1 : 0)
  const begins = (/** @type {HTMLElement} */ row) =>
    row.dataset['key'] === typed || (row.querySelector('.called')?.textContent ?? '').toLocaleLowerCase('sv').startsWith(typed)
  put([...rows.slice(from), ...rows.slice(0, from)].find(begins))
  return true
}

/** Show what stands below a row, or put it away; the choice is remembered on this machine. @param {HTMLElement} item @param {boolean} shown */
export function open(item, shown) {
  if (!item.hasAttribute('aria-expanded')) return
  if (shown) closed.delete(codeOf(item))
  else closed.add(codeOf(item))
  localStorage.setItem(memory, JSON.stringify([...closed]))
  item.setAttribute('aria-expanded', String(shown))
}

/** What the server draws is all open, and its links are stops of their own: as this page left it instead. */
function settle() {
  for (const item of items()) {
    if (item.getAttribute('aria-expanded') === 'true' && closed.has(codeOf(item))) item.setAttribute('aria-expanded', 'false')
    for (const link of item.querySelectorAll(':scope > a')) if (link.getAttribute('tabindex') !== '-1') link.setAttribute('tabindex', '-1')
  }
}
new MutationObserver(settle).observe(side, { subtree: true, childList: true, attributes: true, attributeFilter: ['aria-expanded', 'tabindex'] })
settle()

side.addEventListener('focusin', (event) => {
  const item = itemOf(event.target)
  if (!item) return
  for (const one of items()) one.tabIndex = one === item ? 0 : -1
  wanted = codeOf(item)
  place = visible().indexOf(item)
  sessionStorage.setItem('codebook-focus', wanted)
})
document.addEventListener('focusin', (event) => {
  if (!itemOf(event.target) && event.target !== document.body) {
    wanted = undefined
    sessionStorage.removeItem('codebook-focus')
  }
})
side.addEventListener(
  'click',
  (event) => {
    const target = /** @type {Element} */ (event.target)
    const item = itemOf(target)
    if (!item || event.ctrlKey || event.metaKey || event.shiftKey) return
    if (target.closest('.twist')) {
      open(item, item.getAttribute('aria-expanded') === 'false')
      event.stopImmediatePropagation()
      return event.preventDefault()
    }
    if (!target.closest('.book-row')) return
    for (const one of items()) {
      one.setAttribute('aria-selected', String(one === item))
      one.querySelector(':scope > .book-row')?.removeAttribute('aria-current')
    }
    item.querySelector(':scope > .book-row')?.setAttribute('aria-current', 'true')
    put(item)
  },
  { capture: true },
)

// After an answer the focus stays with its code, wherever that stands now; where it is gone, with the row in its place.
let naming = false
document.addEventListener('submit', (event) => (naming = /** @type {Element} */ (event.target).matches('#new-code')), { capture: true })
document.addEventListener('htmx:after:swap', () => {
  if (naming) document.getElementById('new-label')?.focus()
  naming = false
  if (wanted === undefined || (document.activeElement !== document.body && document.activeElement?.isConnected)) return
  put(document.getElementById(`row-${wanted}`) ?? visible()[Math.min(place, visible().length - 1)])
})
// Undo draws the page again: the focus goes back to where it was.
const before = sessionStorage.getItem('codebook-focus')
if (before !== null && performance.getEntriesByType('navigation')[0]?.toJSON().type === 'reload') put(document.getElementById(`row-${before}`))
