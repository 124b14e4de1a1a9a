// Passages like those of a code: J and K move among them, C codes the one in focus, X dismisses it; then the next is in focus. It fetches nothing.
export {}

const all = () => /** @type {HTMLFormElement[]} */ ([...document.querySelectorAll('form.similar')])
let at = 0

/** @param {EventTarget | null} target */
const isTyping = (target) => target instanceof HTMLElement && target.matches('input:not([type=hidden]), textarea, select')

document.addEventListener('keydown', (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || document.documentElement.dataset['keys'] === 'off')
    return
  const key = event.key.toLowerCase()
  const forms = all()
  const here = forms.findIndex((form) => form.contains(document.activeElement))
  if (key === 'j' || key === 'k') focusOn(here < 0 ? 0 : here + (key === 'j' ? 1 : -1))
  else if ((key === 'c' || key === 'x') && here >= 0) press(forms[here], key === 'c' ? 'code' : 'dismiss')
  else return
  event.preventDefault()
})

document.addEventListener('submit', (event) => {
  at = Math.max(0, all().indexOf(/** @type {HTMLFormElement} */ (event.target)))
})

/** @param {HTMLFormElement | undefined} form @param {'code' | 'dismiss'} does */
function press(form, does) {
  const button = /** @type {HTMLButtonElement | null} */ (form?.querySelector(`[data-does=${does}]`) ?? null)
  button?.click()
}

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
