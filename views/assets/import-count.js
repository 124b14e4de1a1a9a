/** The button that imports says how many sources are ticked, in files that are, and that it was pressed. */
const button = /** @type {HTMLButtonElement | null} */ (document.querySelector('.action-bar [data-many]'))
const form = document.querySelector('#import')

/** @param {string} selector */
const ticks = (selector) => [...(form?.querySelectorAll(selector) ?? [])].map((tick) => /** @type {HTMLInputElement} */ (tick))

/** Sources of a file that are not listed are all taken; of those that are, the ticked ones. @param {HTMLInputElement} file */
function countIn(file) {
  const n = file.name.slice('keep.'.length)
  return Number(file.dataset['unlisted']) + ticks(`input[data-of="${n}"]`).filter((tick) => tick.checked).length
}

function count() {
  if (!button) return
  const ticked = ticks('input[data-unlisted]').reduce((sum, file) => sum + (file.checked ? countIn(file) : 0), 0)
  const said = ticked === 1 ? button.dataset['one'] : button.dataset['many']?.replace('2', ticked.toLocaleString(document.documentElement.lang))
  button.textContent = said ?? ''
  button.disabled = ticked === 0
}

/** A large import takes seconds: the button says that it is under way, and a second press does nothing. */
let busy = false
form?.addEventListener('submit', (event) => {
  if (!button || /** @type {SubmitEvent} */ (event).submitter !== button) return
  if (busy) return event.preventDefault()
  busy = true
  button.textContent = button.dataset['busy'] ?? ''
  button.setAttribute('aria-busy', 'true')
})
// Back from the page after, the page that the browser kept is as good as new.
addEventListener('pageshow', () => {
  busy = false
  button?.removeAttribute('aria-busy')
  count()
})

/** Enter in a field of a file reads that file again, where it stands: what is written is kept, and nothing is imported. */
form?.addEventListener('keydown', (event) => {
  const { key, target } = /** @type {KeyboardEvent} */ (event)
  if (key !== 'Enter' || !(target instanceof HTMLInputElement)) return
  const again = target.closest('.draft-file')?.querySelector('.how-read .button')
  if (!(again instanceof HTMLButtonElement)) return
  event.preventDefault()
  again.click()
})

form?.addEventListener('change', count)
document.addEventListener('htmx:after:swap', count)
count()

export {}
