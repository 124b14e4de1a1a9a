import { fill } from './fields.js'
import { actOf } from './key-map.js'

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
  const act = event.key.startsWith('Arrow') ? undefined : actOf(event, 'list')
  if (act) go(act === 'row-on' ? 1 : -1)
  else if (event.key === 'Enter' && target.matches('.review')) {
    const form = /** @type {HTMLFormElement | null} */ (target.querySelector('[data-act=accept]'))
    form?.requestSubmit()
  } else return
  event.preventDefault()
})
// Words selected in the text as it stands now can be chosen by them.
document.addEventListener('selectionchange', () => {
  const range = getSelection()?.rangeCount ? getSelection()?.getRangeAt(0) : undefined
  const parent = range?.commonAncestorContainer
  const said = /** @type {HTMLElement | null | undefined} */ ((parent instanceof Element ? parent : parent?.parentElement)?.closest('[data-begins]'))
  if (!range || !said) return
  const form = /** @type {HTMLFormElement | null | undefined} */ (said.closest('.review')?.querySelector('[data-act=selected]'))
  const before = document.createRange()
  before.setStart(said, 0)
  before.setEnd(range.startContainer, range.startOffset)
  const start = Number(said.dataset['begins']) + before.toString().length
  if (!form || start < 0) return
  form.hidden = range.collapsed
  fill(form, { start, end: start + range.toString().length })
})
items()[0]?.focus({ preventScroll: true })
