// Correcting answers in their text: drag the edges of a part, nudge them by keys, add what is selected. It reads the page and
// submits the forms that are on it; it fetches nothing.
import { fieldOf } from './fields.js'
import { charactersBefore, elementOf, placeIn } from './offsets.js'
import { isTyping } from './typing.js'

/** @typedef {'start' | 'end'} Edge */
/** @typedef {{handle: HTMLElement, edge: Edge, part: string, start: number, end: number, moved: boolean}} Drag */

const PAUSE = 350
/** @type {Drag | null} */
let drag = null
/** The part that keys work on: the one pointed at last, else the first. */
let current = '1'
/** @type {{edge: Edge, steps: number, timer: number} | null} */
let nudge = null

document.addEventListener('keydown', onKey)
document.addEventListener('selectionchange', offerSelection)
document.addEventListener('pointerdown', begin)
document.addEventListener('pointermove', follow)
document.addEventListener('pointerup', finish)
document.addEventListener('pointercancel', () => {
  drag = null
  paint(null)
})
document.addEventListener('focusin', (event) => {
  const part = elementOf(event.target)?.closest('[data-part]')?.getAttribute('data-part')
  if (part) current = part
})
showChosen()

/** The words of the chosen answer come into view beside its forms, where nobody asked for another place. */
function showChosen() {
  if (!matchMedia('(min-width: 70.01rem)').matches) return
  if (location.hash === '' || location.hash === '#answer') document.querySelector('.answer-text .chosen')?.scrollIntoView({ block: 'center' })
}

/** @param {KeyboardEvent} event */
function onKey(event) {
  if (event.defaultPrevented || event.isComposing || isTyping(event.target) || document.querySelector('dialog[open]')) return
  const edge = edgeOfKey(event)
  if (edge) {
    event.preventDefault()
    return nudgeBy(edge.edge, edge.step)
  }
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
  const key = event.key.toLowerCase()
  if (key === 'j' || key === 'k') return goToQuestion(key === 'j' ? 1 : -1)
  const button = /** @type {HTMLElement | null} */ (document.querySelector(`.answer-panel [data-key="${CSS.escape(key)}"]:not([disabled])`))
  if (!button) return
  event.preventDefault()
  button.click()
}

/**
 * `[` and `]` move the end of the part, with Shift (or as braces) its beginning; on a handle the arrows do.
 * @param {KeyboardEvent} event @returns {{edge: Edge, step: 1 | -1} | null}
 */
function edgeOfKey(event) {
  const step = { '[': -1, '{': -1, ']': 1, '}': 1 }[event.key]
  if (step) return { edge: event.shiftKey || '{}'.includes(event.key) ? 'start' : 'end', step: /** @type {1 | -1} */ (step) }
  const handle = elementOf(event.target)?.closest('.handle')
  const arrow = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
  if (!handle || !arrow) return null
  return { edge: /** @type {Edge} */ (handle.getAttribute('data-edge')), step: /** @type {1 | -1} */ (arrow) }
}

/** Presses that come close together are one step of so many words, and one act. @param {Edge} edge @param {1 | -1} step */
function nudgeBy(edge, step) {
  if (nudge && nudge.edge !== edge) sendNudge()
  if (nudge) clearTimeout(nudge.timer)
  nudge = { edge, steps: (nudge?.steps ?? 0) + step, timer: window.setTimeout(sendNudge, PAUSE) }
}

function sendNudge() {
  const asked = nudge
  nudge = null
  if (!asked || asked.steps === 0) return
  clearTimeout(asked.timer)
  const part = document.querySelector(`.answer-part[data-part="${current}"]`) ?? document.querySelector('.answer-part')
  const form = part?.querySelector(`[data-step="${asked.edge} word 1"]`)?.closest('form')
  if (!form) return
  const steps = fieldOf(form, 'steps')
  const was = steps.value
  steps.value = String(asked.steps)
  form.requestSubmit()
  queueMicrotask(() => {
    steps.value = was
  })
}

/** @param {1 | -1} step */
function goToQuestion(step) {
  const links = /** @type {HTMLAnchorElement[]} */ ([...document.querySelectorAll('.answer-lines a')])
  const at = links.findIndex((link) => link.hasAttribute('aria-current'))
  links[at < 0 ? 0 : Math.max(0, Math.min(links.length - 1, at + step))]?.click()
}

/** What is selected in the text can be added to the answer. */
function offerSelection() {
  const button = /** @type {HTMLButtonElement | null} */ (document.querySelector('[data-needs-selection]'))
  const form = button?.form
  if (!button || !form) return
  const native = getSelection()
  const range = native && native.rangeCount > 0 && !native.isCollapsed ? native.getRangeAt(0) : null
  const start = range && offsetOf(range.startContainer, range.startOffset)
  const end = range && offsetOf(range.endContainer, range.endOffset)
  const some = typeof start === 'number' && typeof end === 'number' && end > start
  button.disabled = !some
  if (!some) return
  const [from, to] = [wordEdge(start, 'start', end), wordEdge(end, 'end', start)]
  fieldOf(form, 'start').value = String(from)
  fieldOf(form, 'end').value = String(to)
}

/** @param {PointerEvent} event */
function begin(event) {
  const pointed = elementOf(event.target)?.closest('[data-part]')?.getAttribute('data-part')
  if (pointed) current = pointed
  const handle = /** @type {HTMLElement | null} */ (elementOf(event.target)?.closest('.handle') ?? null)
  if (!handle) return
  event.preventDefault()
  handle.focus({ preventScroll: true })
  const part = handle.dataset['part'] ?? '1'
  const edges = edgesOf(part)
  if (edges) drag = { handle, edge: /** @type {Edge} */ (handle.dataset['edge']), part, ...edges, moved: false }
}

/** @param {PointerEvent} event */
function follow(event) {
  if (!drag) return
  const offset = offsetAt(event.clientX, event.clientY)
  if (offset === null) return
  const to = wordEdge(offset, drag.edge, offset)
  if (drag.edge === 'start' ? to >= drag.end : to <= drag.start) return
  drag[drag.edge] = to
  drag.moved = true
  paint(drag)
}

function finish() {
  const done = drag
  drag = null
  if (!done?.moved) return
  const form = document.querySelector(`.answer-part[data-part="${done.part}"] form.move-form`)
  if (!(form instanceof HTMLFormElement)) return paint(null)
  fieldOf(form, 'start').value = String(done.start)
  fieldOf(form, 'end').value = String(done.end)
  form.requestSubmit()
  paint(null)
}

/** Where a part begins and ends, as the forms have it. @param {string} part @returns {{start: number, end: number} | null} */
function edgesOf(part) {
  const form = document.querySelector(`.answer-part[data-part="${part}"] form.move-form`)
  return form instanceof HTMLFormElement ? { start: Number(fieldOf(form, 'start').value), end: Number(fieldOf(form, 'end').value) } : null
}

/** The offset of the text under a point of the page. @param {number} x @param {number} y @returns {number | null} */
function offsetAt(x, y) {
  if (document.caretPositionFromPoint) {
    const place = document.caretPositionFromPoint(x, y)
    return place ? offsetOf(place.offsetNode, place.offset) : null
  }
  const range = document.caretRangeFromPoint(x, y)
  return range ? offsetOf(range.startContainer, range.startOffset) : null
}

/** @param {Node} node @param {number} at @returns {number | null} */
function offsetOf(node, at) {
  const turn = /** @type {HTMLElement | null} */ (elementOf(node)?.closest('.answer-text .turn') ?? null)
  if (!turn) return null
  const words = /** @type {HTMLElement} */ (turn.querySelector('.words'))
  const start = Number(turn.dataset['start'])
  if (!words.contains(node)) return start
  return start + charactersBefore(words, node, at)
}

/**
 * The edge of the word at an offset: where it begins or ends, with what is written against it. Between words, the one towards `inner`.
 * @param {number} offset @param {Edge} edge @param {number} inner
 */
function wordEdge(offset, edge, inner) {
  const turn = turnAt(offset)
  if (!turn) return offset
  const from = Number(turn.dataset['start'])
  const words = [...(turn.querySelector('.words')?.textContent ?? '').matchAll(/\S+/g)].map((match) => ({
    start: from + match.index,
    end: from + match.index + match[0].length,
  }))
  if (edge === 'start') return (words.find((word) => word.end > offset) ?? words.at(-1))?.start ?? offset
  return (words.findLast((word) => word.start < Math.max(offset, inner)) ?? words[0])?.end ?? offset
}

/** @param {number} offset @returns {HTMLElement | null} */
function turnAt(offset) {
  const turns = /** @type {HTMLElement[]} */ ([...document.querySelectorAll('.answer-text .turn')])
  return turns.findLast((turn) => Number(turn.dataset['start']) <= offset) ?? null
}

/** Show how far a part would reach. @param {{start: number, end: number} | null} span */
function paint(span) {
  if (!('highlights' in CSS)) return
  CSS.highlights.delete('selected')
  if (!span) return
  const [first, last] = [turnAt(span.start), turnAt(span.end - 1)]
  if (!first || !last) return
  const range = document.createRange()
  const [a, b] = [placeOf(first, span.start), placeOf(last, span.end)]
  range.setStart(a.node, a.at)
  range.setEnd(b.node, b.at)
  CSS.highlights.set('selected', new Highlight(range))
}

/** @param {HTMLElement} turn @param {number} offset */
function placeOf(turn, offset) {
  return placeIn(/** @type {HTMLElement} */ (turn.querySelector('.words')), offset - Number(turn.dataset['start']))
}
