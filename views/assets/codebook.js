// The codebook's tree: arrows move among its codes, and the one that is open is marked. Presses links; fetches nothing.
const rows = () => /** @type {HTMLAnchorElement[]} */ ([...document.querySelectorAll('.book-row')])

document.addEventListener('keydown', (event) => {
  const at = rows().indexOf(/** @type {HTMLAnchorElement} */ (event.target))
  const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key]
  if (at < 0 || !step || event.ctrlKey || event.metaKey || event.altKey) return
  event.preventDefault()
  rows()[at + step]?.focus()
})

document.addEventListener('click', (event) => {
  const row = event.target instanceof Element ? event.target.closest('.book-row') : null
  if (!row) return
  for (const one of rows()) one.removeAttribute('aria-current')
  row.setAttribute('aria-current', 'true')
})
