// Threads that others write in. Listens for acts of the review and asks for the page's parts anew; while somebody writes here it only says that something came.
import { followActs } from './act-stream.js'

const region = /** @type {HTMLElement} */ (document.getElementById('review-live'))
const again = /** @type {HTMLFormElement} */ (document.getElementById('review-again'))
const arrived = /** @type {HTMLElement} */ (region.querySelector('p'))
const SOON = 120

let newest = Number(region.dataset['act'])
let drawn = newest
/** @type {ReturnType<typeof setTimeout> | undefined} */
let soon

/** Whoever has begun an answer, or stands in a field, is not disturbed. */
function isWriting() {
  const fields = /** @type {NodeListOf<HTMLTextAreaElement>} */ (document.querySelectorAll('#review textarea'))
  return [...fields].some((field) => field.value !== field.defaultValue || field === document.activeElement)
}

function draw() {
  if (newest <= drawn) return
  arrived.hidden = !isWriting()
  if (isWriting()) return
  drawn = newest
  again.requestSubmit()
}

// Who leaves the field with nothing in it sees what came meanwhile.
document.addEventListener('focusout', () => setTimeout(draw))
// What somebody has unfolded stays so.
const { htmx } = /** @type {any} */ (globalThis)
htmx.config.morphIgnore.push('open')
followActs(region.dataset['events'], {
  since: () => drawn,
  heard: (actId) => {
    newest = Math.max(newest, actId)
    clearTimeout(soon)
    soon = setTimeout(draw, SOON)
  },
})
