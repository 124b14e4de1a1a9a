// One toast at a time: it stays ten seconds, longer while somebody points at it or stands in it, and never takes focus.
import './who.js'

const STAYS = 10_000
const region = /** @type {HTMLElement | null} */ (document.getElementById('toast'))
let timer = 0

if (region) {
  new MutationObserver(restart).observe(region, { childList: true })
  for (const event of ['mouseenter', 'focusin']) region.addEventListener(event, () => clearTimeout(timer))
  for (const event of ['mouseleave', 'focusout']) region.addEventListener(event, restart)
  restart()
}

// A notice of something refused goes when it is closed, or with Esc.
document.addEventListener('click', (event) => {
  if (event.target instanceof Element && event.target.closest('[data-does=dismiss]')) dismiss()
})
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') dismiss()
})

function dismiss() {
  document.getElementById('notices')?.replaceChildren()
}

function restart() {
  clearTimeout(timer)
  // Said on what makes room, not on the body: the style of all that stands in the body would be looked at again.
  document.getElementById('together')?.classList.toggle('over-toast', region?.firstElementChild !== null)
  if (region?.firstElementChild) timer = window.setTimeout(leave, STAYS)
}

function leave() {
  if (region?.matches(':hover, :focus-within')) return restart()
  region?.replaceChildren()
}
