// The strip at the right: where the themes lie, where the window is, and a way to go there by mouse or keys. A slider whose steps are the coded paragraphs.
import { numberOf, setFocus, turnAt, turns } from './turns.js'

const transcript = /** @type {HTMLElement} */ (document.getElementById('transcript'))
const scroller = /** @type {HTMLElement | null} */ (transcript.closest('.reading-scroll'))
const map = /** @type {HTMLElement | null} */ (document.querySelector('.minimap .map'))
const says = /** @type {HTMLElement | null} */ (document.querySelector('.map-says'))
const view = document.createElement('span')
/** How far from a bar the mouse may be, px. */
const NEAR = 4
/** @type {HTMLElement[]} */
let all = []
let drawn = 0
/** @type {HTMLElement | undefined} where the slider stands */
let standing

if (map && says && scroller) begin(map, says, scroller)

/** @param {HTMLElement} strip @param {HTMLElement} label @param {HTMLElement} reading */
function begin(strip, label, reading) {
  view.className = 'map-view'
  strip.append(view)
  strip.setAttribute('role', 'slider')
  strip.setAttribute('aria-orientation', 'vertical')
  strip.setAttribute('aria-valuemin', '1')
  strip.setAttribute('aria-valuemax', strip.dataset['of'] ?? '1')
  strip.tabIndex = 0
  reading.addEventListener('scroll', follow, { passive: true })
  addEventListener('resize', follow)
  strip.addEventListener('click', (event) => {
    const turn = turnUnder(strip, event)
    if (turn) setFocus(turn, {})
  })
  strip.addEventListener('pointermove', (event) => tell(strip, label, event))
  strip.addEventListener('pointerleave', () => (label.hidden = true))
  strip.addEventListener('keydown', (event) => onKey(strip, event))
  follow()
}

/** Draw the window on the strip in the next frame, once: all is read, then all is written. */
export function follow() {
  cancelAnimationFrame(drawn)
  drawn = requestAnimationFrame(() => {
    if (!map?.offsetParent || !scroller) return
    const frame = scroller.getBoundingClientRect()
    const tall = map.clientHeight
    const top = at(frame.top)
    const from = offsetIn(top, frame.top)
    const to = offsetIn(at(frame.bottom), frame.bottom)
    const length = Number(list().at(-1)?.dataset['end'] ?? 1)
    if (document.activeElement !== map) stand(top)
    view.style.setProperty('--from', `${(from / length) * tall}px`)
    view.style.setProperty('--tall', `${Math.max(6, ((to - from) / length) * tall)}px`)
  })
}

function list() {
  if (!all[0]?.isConnected) all = turns()
  return all
}

/** The paragraph at a height of the window, by halving. @param {number} y */
function at(y) {
  const every = list()
  let low = 0
  let high = every.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (/** @type {HTMLElement} */ (every[middle]).getBoundingClientRect().top <= y) low = middle
    else high = middle - 1
  }
  return every[low]
}

/** The offset of the text there: as far into the paragraph as the height is. @param {HTMLElement | undefined} turn @param {number} y */
function offsetIn(turn, y) {
  if (!turn) return 0
  const box = turn.getBoundingClientRect()
  const [start, end] = [Number(turn.dataset['start']), Number(turn.dataset['end'])]
  return start + Math.max(0, Math.min(1, (y - box.top) / box.height)) * (end - start)
}

/** @param {HTMLElement | undefined} turn */
function stand(turn) {
  if (!turn || !map || turn === standing) return
  standing = turn
  map.setAttribute('aria-valuenow', numberOf(turn))
  map.setAttribute('aria-valuetext', toldOf(turn))
}

/** "Paragraph 41 of 120: 4.2 Rooms, 1.1 …": what is shown there, of this theme first. @param {HTMLElement} turn @param {string} [theme] */
function toldOf(turn, theme) {
  const codings = [...turn.querySelectorAll('.coding:not(.off)')]
  const codes = new Set([...codings.filter((one) => themeOf(one) === theme), ...codings].map(nameOf))
  const at = map?.dataset['at']?.replace('#', numberOf(turn))
  return `${at}: ${codes.size > 0 ? [...codes].join(', ') : map?.dataset['none']}`
}

/** @param {Element} coding */
function nameOf(coding) {
  return `${coding.querySelector('.key')?.textContent} ${coding.querySelector('.label')?.textContent}`
}

/** @param {Element} coding */
function themeOf(coding) {
  return coding.querySelector('.key')?.textContent?.split('.')[0]
}

/** The theme whose column the mouse is in. @param {HTMLElement} strip @param {MouseEvent} event */
function themeUnder(strip, event) {
  const box = strip.getBoundingClientRect()
  const themes = document.querySelectorAll('.minimap ol > li')
  return themes[Math.floor(((event.clientX - box.left) / box.width) * themes.length)]?.textContent ?? undefined
}

/** The paragraph under the mouse: a coded one of the column's theme near it, else the one that is there. @param {HTMLElement} strip @param {MouseEvent} event */
function turnUnder(strip, event) {
  const box = strip.getBoundingClientRect()
  const length = Number(list().at(-1)?.dataset['end'] ?? 0)
  const there = (/** @type {number} */ y) => turnAt(Math.max(0, Math.round(((y - box.top) / box.height) * length)))
  const theme = themeUnder(strip, event)
  for (let away = 0; away <= NEAR; away++)
    for (const y of [event.clientY - away, event.clientY + away]) {
      const turn = there(y)
      if (turn && [...turn.querySelectorAll('.coding:not(.off)')].some((coding) => themeOf(coding) === theme)) return turn
    }
  return there(event.clientY)
}

/** @param {HTMLElement} strip @param {HTMLElement} label @param {MouseEvent} event */
function tell(strip, label, event) {
  const turn = turnUnder(strip, event)
  label.hidden = turn === null
  if (!turn) return
  label.textContent = toldOf(turn, themeUnder(strip, event))
  label.style.setProperty('--at', `${Math.max(0, event.clientY - strip.getBoundingClientRect().top)}px`)
}

/** @param {HTMLElement} strip @param {KeyboardEvent} event */
function onKey(strip, event) {
  if (event.altKey || event.ctrlKey || event.metaKey) return
  const turn = standing && wanted(standing, event.key)
  if (!turn) return
  event.preventDefault()
  if (event.key === 'Enter') return setFocus(turn, {})
  turn.scrollIntoView({ block: 'center' })
  strip.focus({ preventScroll: true })
  stand(turn)
}

/** @param {HTMLElement} from @param {string} key @returns {HTMLElement | undefined} */
function wanted(from, key) {
  const every = list()
  const nth = every.indexOf(from)
  const coded = (/** @type {HTMLElement} */ turn) => turn.querySelector('.coding:not(.off)') !== null
  if (key === 'Enter') return from
  if (key === 'Home') return every[0]
  if (key === 'End') return every.at(-1)
  if (key === 'PageDown') return every[Math.min(every.length - 1, nth + 10)]
  if (key === 'PageUp') return every[Math.max(0, nth - 10)]
  if (key === 'ArrowDown' || key === 'ArrowRight') return every.slice(nth + 1).find(coded)
  if (key === 'ArrowUp' || key === 'ArrowLeft') return every.slice(0, nth).findLast(coded)
  return undefined
}
