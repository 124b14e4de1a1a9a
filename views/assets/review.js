// What waits: J and K go from passage to passage, Enter accepts where it was guessed.
const items = () => /** @type {HTMLElement[]} */ ([...document.querySelectorAll('.review')])

/** @param {number} step */
function go(step) {
  const all = items()
  const at = all.findIndex((item) => item.contains(document.activeElement))
  const next = all[Math.max(0, Math.min(all.length - 1, at + step))]
  for (const item of all) item.tabIndex = item === next ? 0 : -1
  next?.focus()
  next?.scrollIntoView({ block: 'nearest' })
}

document.addEventListener('keydown', (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
  const target = /** @type {HTMLElement} */ (event.target)
  if (target.matches('input, textarea, select') || document.querySelector('dialog[open]')) return
  if (event.key === 'j') go(1)
  else if (event.key === 'k') go(-1)
  else if (event.key === 'Enter' && target.matches('.review')) {
    const form = /** @type {HTMLFormElement | null} */ (target.querySelector('[data-act=accept]'))
    form?.requestSubmit()
  } else return
  event.preventDefault()
})
items()[0]?.focus({ preventScroll: true })
