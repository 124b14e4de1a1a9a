// The codebook's tree by hand: a row is dragged before, after or onto another, which puts it below that. Submits the page's form; fetches nothing.
import { act, codeOf, itemOf } from './code-rows.js'

const tree = /** @type {HTMLElement} */ (document.querySelector('.book-side'))
/** @type {HTMLElement | null} */
let dragged = null

tree.addEventListener('dragstart', (event) => {
  const item = itemOf(event.target)
  if (!item || !event.dataTransfer) return
  dragged = item
  event.dataTransfer.effectAllowed = 'move'
  event.dataTransfer.setData('text/plain', item.querySelector('.called')?.textContent ?? '')
  item.classList.add('dragged')
})
tree.addEventListener('dragover', (event) => {
  clear()
  const place = placeAt(event)
  if (!place) return
  event.preventDefault()
  if (event.dataTransfer) event.dataTransfer.dropEffect = 'move'
  place.item.classList.add(`drop-${place.to}`)
})
tree.addEventListener('dragleave', (event) => {
  if (!tree.contains(/** @type {Node | null} */ (event.relatedTarget))) clear()
})
tree.addEventListener('drop', (event) => {
  const place = placeAt(event)
  clear()
  if (!place || !dragged) return
  event.preventDefault()
  const { item, to } = place
  act(dragged, 'move', to === 'under' ? { to, parentId: codeOf(item) } : { to, siblingId: codeOf(item) })
})
tree.addEventListener('dragend', () => {
  clear()
  dragged?.classList.remove('dragged')
  dragged = null
})

/**
 * Where a row would go: the upper and lower quarter of a row are beside it, its middle below it. Right after a row that shows what is
 * below it is before the first of those. Never into itself.
 * @param {DragEvent} event @returns {{item: HTMLElement, to: 'before' | 'after' | 'under'} | null}
 */
function placeAt(event) {
  const item = itemOf(event.target)
  if (!item || !dragged || dragged.contains(item)) return null
  const box = /** @type {Element} */ (item.querySelector('.book-row')).getBoundingClientRect()
  const part = (event.clientY - box.top) / box.height
  if (part < 0.28) return { item, to: 'before' }
  if (part <= 0.72) return { item, to: 'under' }
  const first = item.getAttribute('aria-expanded') === 'true' ? item.querySelector('[role=treeitem]') : null
  if (first instanceof HTMLElement) return first === dragged ? null : { item: first, to: 'before' }
  return { item, to: 'after' }
}

function clear() {
  for (const to of ['before', 'after', 'under']) for (const one of tree.querySelectorAll(`.drop-${to}`)) one.classList.remove(`drop-${to}`)
}
