// Copies the stable address of a quotation, or the words that a link bears; where the browser does not allow it, the address is shown, selected, to be copied by hand.
export {}

document.addEventListener('click', (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey || !(event.target instanceof Element)) return
  const link = /** @type {HTMLAnchorElement | null} */ (event.target.closest('a[data-does=copy-address]'))
  const place = /** @type {HTMLElement | null | undefined} */ (link?.closest('.copy-address'))
  if (!link || !place) return
  event.preventDefault()
  const words = link.dataset['text'] ?? link.href
  copy(words).then(
    () => tell(place, place.dataset['copied']),
    () => showIn(place, words),
  )
})

/** @param {string} words */
async function copy(words) {
  if (!navigator.clipboard) throw new Error('There is no clipboard here.')
  await navigator.clipboard.writeText(words)
}

/** @param {HTMLElement} place @param {string | undefined} words */
function tell(place, words) {
  const said = place.querySelector('[role=status]')
  if (said) said.textContent = words ?? ''
}

/** @param {HTMLElement} place @param {string} address */
function showIn(place, address) {
  const field = place.querySelector('input') ?? document.createElement('input')
  field.readOnly = true
  field.value = address
  field.setAttribute('aria-label', place.dataset['label'] ?? '')
  place.append(field)
  field.select()
  field.focus()
  tell(place, place.dataset['shown'])
}
