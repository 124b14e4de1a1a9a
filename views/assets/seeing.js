// The menu `Aa`: what is chosen is set at once, and the lines being read stay where they are. The form keeps the choice; the page is not loaded again.
import { layHandles } from './edges.js'
import { layAgain } from './margin.js'
import { follow } from './overview.js'
import { inFocus, turns } from './turns.js'

const menu = document.getElementById('seeing')
const form = /** @type {HTMLFormElement | null} */ (document.getElementById('reading-form'))

form?.addEventListener('change', (event) => {
  const { name, value } = /** @type {HTMLInputElement} */ (event.target)
  const held = read()
  const before = held?.getBoundingClientRect().top ?? 0
  if (value === 'usual') delete document.documentElement.dataset[name]
  else document.documentElement.dataset[name] = value
  if (held) scrollerOf(held).scrollBy({ top: held.getBoundingClientRect().top - before, behavior: 'instant' })
  layAgain()
  layHandles()
  follow()
})
// Arrows choose among what is here, and letters are not keys of the page, while somebody is in the menu.
menu?.addEventListener('keydown', (event) => event.key !== 'Escape' && event.stopPropagation())

/** The paragraph in focus where it is seen, else the first that is. */
function read() {
  const seen = (/** @type {Element} */ turn) => turn.getBoundingClientRect().bottom > 140 && turn.getBoundingClientRect().top < innerHeight
  const turn = inFocus()
  return turn && seen(turn) ? turn : turns().find(seen)
}

/** @param {Element} turn @returns {Element} */
function scrollerOf(turn) {
  const scroller = turn.closest('.reading-scroll')
  return scroller && getComputedStyle(scroller).overflowY === 'auto' ? scroller : document.documentElement
}
