// The keys that work on every page: they press what is on the page already, and fetch nothing. Off while somebody types.
import { actOf } from './key-map.js'
import { areKeysOff, isTyping } from './typing.js'

const WAIT = 1500
let going = 0

document.addEventListener('keydown', onKey, { capture: true })
document.addEventListener('click', (event) => {
  if (event.target instanceof Element && event.target.closest('[data-does=keys]')) openKeys()
  if (event.target instanceof HTMLDialogElement) event.target.close()
})

/** @param {KeyboardEvent} event */
function onKey(event) {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
  // Single keys may be switched off; what opens and closes stays.
  if (areKeysOff() && event.key !== 'Escape') return
  if (document.querySelector('dialog[open]')) return
  if (Date.now() - going < WAIT && !event.shiftKey) return arrive(event, event.key.toLowerCase())
  if (document.querySelector('.picker:not([hidden])')) return
  if (does[actOf(event, 'everywhere') ?? '']?.()) stop(event)
}

/** @type {Record<string, () => boolean>} what each key does; whether it could */
const does = {
  go: () => {
    going = Date.now()
    return true
  },
  search: focusSearch,
  help: openKeys,
  undo: () => submit('undo-form'),
  redo: () => submit('redo-form'),
}

/** The second key of `G` then a place. @param {KeyboardEvent} event @param {string} key */
function arrive(event, key) {
  going = 0
  const link = /** @type {HTMLAnchorElement | null} */ (document.querySelector(`.places a[data-key="${CSS.escape(key)}"]`))
  if (!link) return
  stop(event)
  location.assign(link.href)
}

function focusSearch() {
  const fields = /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll('input[type="search"][name="q"]'))
  const field = [...fields].find((one) => one.checkVisibility())
  field?.focus()
  field?.select()
  return field !== undefined
}

function openKeys() {
  const dialog = /** @type {HTMLDialogElement | null} */ (document.getElementById('keys'))
  dialog?.showModal()
  return dialog !== null
}

/** @param {string} id @returns {boolean} */
function submit(id) {
  const form = /** @type {HTMLFormElement | null} */ (document.getElementById(id))
  form?.requestSubmit()
  return form !== null
}

/** @param {KeyboardEvent} event */
function stop(event) {
  event.preventDefault()
  event.stopImmediatePropagation()
}
