// The supervisor's page: J and K walk the themes, Enter shows the words of one beside, the right arrow goes to those against it, and who comes back
// from a source stands where they were. It fetches nothing itself.
import { actOf } from './key-map.js'
import { isInField } from './typing.js'

const themes = () => /** @type {HTMLAnchorElement[]} */ ([...document.querySelectorAll('a[data-theme]')])
const against = () => document.getElementById('against')
const cites = () => /** @type {HTMLAnchorElement[]} */ ([...(against()?.querySelectorAll('a[data-cite]') ?? [])])

document.addEventListener('keydown', (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || isInField(event.target)) return
  if (document.querySelector('dialog[open]')) return
  const act = actOf(event, 'themes')
  const arrow = event.key.startsWith('Arrow')
  const list = against()?.contains(document.activeElement) ? cites() : themes()
  if (arrow && !document.activeElement?.closest('.themes-overview, #against')) return
  if (act === 'theme-on' || act === 'theme-back') walk(list, act === 'theme-on' ? 1 : -1)
  else if (act === 'to-against') toAgainst()?.focus()
  else if (act === 'from-against') shownTheme()?.focus()
  else return
  event.preventDefault()
})

/** @param {HTMLAnchorElement[]} list @param {number} step */
function walk(list, step) {
  const row = document.activeElement?.closest('tr')
  const at = list.findIndex((one) => one === document.activeElement || (row && one.closest('tr') === row))
  const next = list[at < 0 ? (step > 0 ? 0 : list.length - 1) : Math.min(Math.max(at + step, 0), list.length - 1)]
  next?.focus({ preventScroll: true })
  next?.scrollIntoView({ block: 'nearest' })
}

/** What speaks against the theme, where anything does. */
function toAgainst() {
  return /** @type {HTMLElement | null} */ (against()?.querySelector('[data-side="no"] a[data-cite]')) ?? cites()[0]
}

function shownTheme() {
  const id = against()?.dataset['themeShown']
  return themes().find((one) => one.dataset['theme'] === id)
}

// The row of the theme that is shown is marked, and the address says which it is.
document.addEventListener('htmx:after:swap', () => {
  const shown = shownTheme()
  for (const link of themes()) link.closest('tr')?.toggleAttribute('aria-current', false)
  shown?.closest('tr')?.setAttribute('aria-current', 'true')
  if (shown) history.replaceState(history.state, '', shown.href.replace(/#.*$/, ''))
})

// Who leaves by a link comes back to it.
document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('main a[href]:not([data-theme])') : null
  if (!(link instanceof HTMLAnchorElement)) return
  history.replaceState({ ...history.state, left: link.href, scroll: scrollY }, '')
})
const [visit] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType('navigation'))
if (visit?.type === 'back_forward' && history.state?.left) {
  const left = [.../** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll('main a[href]'))].find((link) => link.href === history.state.left)
  left?.focus({ preventScroll: true })
  scrollTo(0, history.state.scroll)
}
