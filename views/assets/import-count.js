/** The button that imports says how many sources are ticked, in files that are, and that it was pressed. */
const button = /** @type {HTMLButtonElement | null} */ (document.querySelector('.action-bar [data-many]'))
const form = document.querySelector('#import')

/** @param {string} selector */
const ticks = (selector) => [...(form?.querySelectorAll(selector) ?? [])].map((tick) => /** @type {HTMLInputElement} */ (tick))

/**
 * What is taken of a file: all that is not listed, and of what is listed the ticked. Some have no text and are cases alone.
 * @param {HTMLInputElement} file
 */
function countIn(file) {
  const listed = ticks(`input[data-of="${file.name.slice('keep.'.length)}"]`).filter((tick) => tick.checked)
  const cases = listed.filter((tick) => 'onlyCase' in tick.dataset).length
  return { sources: Number(file.dataset['unlisted']) + listed.length - cases, cases: Number(file.dataset['unlistedCases']) + cases }
}

function count() {
  if (!button) return
  const files = ticks('input[data-unlisted]').flatMap((file) => (file.checked ? [countIn(file)] : []))
  const sources = files.reduce((sum, file) => sum + file.sources, 0)
  const cases = files.reduce((sum, file) => sum + file.cases, 0)
  const { one, many, oneCase, manyCases } = button.dataset
  button.textContent = sources === 0 && cases > 0 ? said(cases, oneCase, manyCases) : said(sources, one, many)
  button.disabled = sources + cases === 0
}

/** @param {number} n @param {string | undefined} one @param {string | undefined} many as they are written of one and of two */
function said(n, one, many) {
  return (n === 1 ? one : many?.replace('2', n.toLocaleString(document.documentElement.lang))) ?? ''
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
