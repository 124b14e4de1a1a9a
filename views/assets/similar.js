// Passages like those of a code: J and K move among them, C codes the one in focus, X dismisses it; then the next is in focus. It fetches nothing.
import { actOf } from './key-map.js'
import { press } from './press.js'
import { areKeysOff, isInField } from './typing.js'

const all = () => /** @type {HTMLFormElement[]} */ ([...document.querySelectorAll('form.similar')])
let at = 0

document.addEventListener('keydown', (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isInField(event.target) || areKeysOff()) return
  const act = actOf(event, 'list')
  const forms = all()
  const here = forms.findIndex((form) => form.contains(document.activeElement))
  if (act === 'row-on' || act === 'row-back') focusOn(here < 0 ? 0 : here + (act === 'row-on' ? 1 : -1))
  else if ((act === 'code-hits' || act === 'pick-hit') && here >= 0) press(`[data-does=${act === 'code-hits' ? 'code' : 'dismiss'}]`, forms[here])
  else return
  event.preventDefault()
})

document.addEventListener('submit', (event) => {
  at = Math.max(0, all().indexOf(/** @type {HTMLFormElement} */ (event.target)))
})

/** @param {number} nth */
function focusOn(nth) {
  const forms = all()
  const form = forms[Math.min(Math.max(nth, 0), forms.length - 1)]
  const button = /** @type {HTMLElement | null} */ (form?.querySelector('[data-does=code]') ?? null)
  button?.focus({ preventScroll: true })
  form?.scrollIntoView({ block: 'nearest' })
}

document.addEventListener('htmx:after:swap', () => {
  const within = document.activeElement?.closest('form.similar')
  if (!within && (document.activeElement === document.body || !document.activeElement)) focusOn(at)
})
