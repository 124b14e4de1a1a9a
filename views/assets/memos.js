// The page of memos: J and K go from memo to memo, E edits the one in focus, Enter opens what it is about, L copies the address of its words.
import { press } from './press.js'
import { areKeysOff, isInField } from './typing.js'

const memos = () => /** @type {HTMLElement[]} */ ([...document.querySelectorAll('.memo.listed')])

/** @type {Record<string, (memo: HTMLElement) => boolean>} what a key does to the memo in focus */
const acts = {
  e: (memo) => {
    const details = memo.querySelector('details')
    if (details) details.open = true
    return focusOn(memo, 'textarea')
  },
  l: (memo) => press('[data-does=copy-address]', memo),
  enter: (memo) => document.activeElement === memo && press('a.about', memo),
}

document.addEventListener('keydown', (event) => {
  const { target } = event
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || !(target instanceof Element)) return
  if (isInField(target) || document.querySelector('dialog[open]') || areKeysOff()) return
  const key = event.key.toLowerCase()
  const memo = /** @type {HTMLElement | null} */ (target.closest('.memo.listed'))
  if (key === 'j' || key === 'k' ? move(key === 'j' ? 1 : -1) : memo && acts[key]?.(memo)) event.preventDefault()
})

/** @param {1 | -1} step */
function move(step) {
  const all = memos()
  const at = all.findIndex((memo) => memo.contains(document.activeElement))
  const next = all[at < 0 ? 0 : Math.min(Math.max(at + step, 0), all.length - 1)]
  next?.focus()
  return next !== undefined
}

/** @param {HTMLElement} memo @param {string} selector */
function focusOn(memo, selector) {
  const field = /** @type {HTMLElement | null} */ (memo.querySelector(selector))
  field?.focus()
  return field !== null
}
