// The island of the search page: moves through hits by keyboard, opens them by a press anywhere on the line, and keeps
// the address in step with what is shown. It fetches nothing.
import { fieldOf } from './fields.js'
import { actOf } from './key-map.js'
import { areKeysOff, isInField } from './typing.js'

const rows = () => /** @type {HTMLTableRowElement[]} */ ([...document.querySelectorAll('#results tr[data-hit]')])
/** @param {Element | null} row */
const linkIn = (row) => /** @type {HTMLAnchorElement | null} */ (row?.querySelector('td.place a') ?? null)

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
  if (isInField(event.target)) return
  if (facets()?.contains(document.activeElement) && walkFacets(event.key)) return event.preventDefault()
  const act = actOf(event, 'list')
  const off = areKeysOff()
  if (event.key === 'ArrowUp' && rows()[0]?.contains(document.activeElement) && query instanceof HTMLElement) query.focus()
  else if (act === 'row-on' || act === 'row-back') move(act === 'row-on' ? 1 : -1)
  else if (event.key === '/' && query instanceof HTMLElement) query.focus()
  else if (!off && (act === 'pick-hit' || act === 'pick-hits')) pick(act === 'pick-hits')
  else if (!off && act === 'code-hits') startCoding()
  else if (!off && act === 'narrow-hits') narrow()
  else return
  event.preventDefault()
})

// What the search can be narrowed by: F goes there, arrows walk it, Escape goes back; a value is written into the search, as if typed.
const facets = () => document.getElementById('facets')
const values = () => /** @type {HTMLAnchorElement[]} */ ([...(facets()?.querySelectorAll('a[data-facet]') ?? [])])

function narrow() {
  const sheet = facets()
  if (sheet && getComputedStyle(sheet).display === 'none') sheet.showPopover()
  values()[0]?.focus()
}

/** @param {string} key */
function walkFacets(key) {
  const all = values()
  const at = all.indexOf(/** @type {HTMLAnchorElement} */ (document.activeElement))
  if (key === 'ArrowDown' || key === 'ArrowUp') all[Math.min(Math.max(at + (key === 'ArrowDown' ? 1 : -1), 0), all.length - 1)]?.focus()
  else if (key === ' ') all[at]?.click()
  else if (key === 'Escape' && !facets()?.matches(':popover-open'))
    /** @type {HTMLElement | null} */ (linkIn(rows()[0] ?? null) ?? document.querySelector('#q'))?.focus()
  else return false
  return true
}

let pressed = ''
document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a[data-facet]') : null
  const query = document.querySelector('#q')
  if (!(link instanceof HTMLAnchorElement) || !(query instanceof HTMLInputElement) || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
  event.preventDefault()
  // What is shown is of the search before: pressed again, by its name, when what is of this one has come.
  if (document.getElementById('facets-of')?.dataset['of'] !== query.value) {
    pressed = link.id
    return
  }
  query.value = link.dataset['facet'] ?? ''
  query.dispatchEvent(new Event('input', { bubbles: true }))
})

// Ticks are kept by what they stand for: a search that goes on, sorts or shows more keeps those that it still finds.
/** @type {Set<string>} */
let picked = new Set()
/** @type {Element | null} */
let lastPicked = null
const boxes = () => /** @type {HTMLInputElement[]} */ ([...document.querySelectorAll('#hits-form input[name=hit]')])
const form = () => /** @type {HTMLFormElement | null} */ (document.getElementById('hits-form'))

/** Tick the hit in focus, or all between it and the one ticked before. @param {boolean} range */
function pick(range) {
  const all = rows()
  const at = all.findIndex((row) => row.contains(document.activeElement))
  const from = range && lastPicked ? all.indexOf(/** @type {HTMLTableRowElement} */ (lastPicked)) : at
  if (at < 0) return move(1)
  const on = range || !boxIn(all[at])?.checked
  for (const row of all.slice(Math.min(at, from < 0 ? at : from), Math.max(at, from) + 1)) {
    const box = boxIn(row)
    if (box) box.checked = on
  }
  lastPicked = all[at] ?? null
  remember()
}

/** @param {Element | undefined} row */
function boxIn(row) {
  return /** @type {HTMLInputElement | null} */ (row?.querySelector('input[name=hit]') ?? null)
}

function startCoding() {
  if (picked.size === 0 && !isAll()) pick(false)
  const choice = /** @type {HTMLElement | null} */ (document.querySelector('#hits-form select[name=codeId]'))
  choice?.focus()
}

function isAll() {
  return document.querySelector('#hits-form input[name=all]:checked') !== null
}

/** What is ticked now, and how many that are, said. */
function remember() {
  picked = new Set(boxes().flatMap((box) => (box.checked ? [box.value] : [])))
  sayPicked()
}

function sayPicked() {
  for (const box of boxes()) box.closest('tr')?.classList.toggle('chosen', box.checked || isAll())
  const count = document.getElementById('picked-hits')
  const { one = '', many = '', all = '' } = form()?.dataset ?? {}
  if (count) count.textContent = isAll() ? all : picked.size === 0 ? '' : picked.size === 1 ? one : many.replace('#', `${picked.size}`)
}

document.addEventListener('change', (event) => {
  const box = event.target
  if (!(box instanceof HTMLInputElement) || !box.closest('#hits-form')) return
  lastPicked = box.closest('tr')
  remember()
})

document.addEventListener('focusin', (event) => {
  for (const row of rows()) row.classList.toggle('cursor', event.target instanceof Node && row.contains(event.target))
})

document.addEventListener('click', (event) => {
  if (!(event.target instanceof Element)) return
  if (event.target.closest('[data-does=drop-plan]')) {
    event.preventDefault()
    return dropPlan()
  }
  if (event.target.closest('a, .pick') || String(getSelection() ?? '') !== '') return
  linkIn(event.target.closest('#results tr[data-hit]'))?.click()
})

/** Away with what would happen, and back to where the codes are chosen. */
function dropPlan() {
  document.getElementById('hits-plan')?.replaceChildren()
  codedFrom = ''
  startCoding()
}

document.addEventListener('keydown', (event) => {
  const plan = document.getElementById('hits-plan')
  if (event.key !== 'Escape' || !plan?.firstElementChild) return
  event.preventDefault()
  dropPlan()
})

// What is coded is drawn anew: the focus comes back to the hit that was ticked last.
let codedFrom = ''
document.addEventListener('submit', (event) => {
  if (event.target instanceof Element && event.target.closest('#hits-plan')) codedFrom = boxIn(lastPicked ?? undefined)?.value ?? boxes()[0]?.value ?? ''
})

function backToHit() {
  const box = boxes().find(({ value }) => value === codedFrom)
  codedFrom = ''
  if (box && document.activeElement === document.body) linkIn(box.closest('tr'))?.focus({ preventScroll: true })
}

document.addEventListener('htmx:after:swap', () => {
  if (codedFrom !== '' && !document.querySelector('#hits-plan form')) {
    // What is coded is done with: the next code is not put on the same hits by a slip.
    picked = new Set()
    backToHit()
  }
  if (pressed !== '' && document.getElementById('facets-of')?.dataset['of'] === /** @type {HTMLInputElement | null} */ (document.querySelector('#q'))?.value) {
    document.getElementById(pressed)?.click()
    pressed = ''
  }
  const plan = document.getElementById('hits-plan')
  if (plan?.firstElementChild && !plan.contains(document.activeElement)) /** @type {HTMLElement | null} */ (plan.querySelector('button, a'))?.focus()
  for (const box of boxes()) box.checked = picked.has(box.value)
  remember()
  const address = document.querySelector('#results')?.getAttribute('data-address')
  if (address) history.replaceState(history.state, '', address)
})

// A search is named as it is kept: what stands on the line is proposed, and written over by the first key.
document.addEventListener(
  'toggle',
  (event) => {
    const save = event.target
    if (!(save instanceof HTMLFormElement) || save.id !== 'save-search' || !save.matches(':popover-open')) return
    const query = /** @type {HTMLInputElement} */ (document.querySelector('#q')).value
    const name = fieldOf(save, 'name')
    fieldOf(save, 'q').value = query
    name.value = query.slice(0, name.maxLength)
    name.select()
  },
  { capture: true },
)
document.addEventListener('htmx:after:request', (event) => {
  const { sourceElement, response } = /** @type {CustomEvent} */ (event).detail.ctx
  if (sourceElement instanceof HTMLElement && sourceElement.id === 'save-search' && response.status < 400) sourceElement.hidePopover()
})
