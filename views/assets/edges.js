// Handles at both ends of the coding that is open at the right: drag one, and the edge moves to a word. Keys and buttons do the same.
import { fieldOf } from './fields.js'
import { clearSelection, endsOf, select, wordEdgeAt } from './selection.js'

const transcript = /** @type {HTMLElement} */ (document.getElementById('transcript'))
/** @type {HTMLElement[]} */
let handles = []
let dragging = false

/** @returns {HTMLFormElement | null} */
function openForm() {
  return document.querySelector('#passage .open [data-act=edges]')
}

/** Put the handles where the open coding begins and ends; none where no coding is open. One that somebody holds stays until it is let go. */
export function layHandles() {
  if (dragging) return
  for (const handle of handles) handle.remove()
  handles = []
  const form = openForm()
  if (!form) return
  const passage = { start: Number(form.dataset['start']), end: Number(form.dataset['end']) }
  const ends = endsOf(passage)
  if (!ends) return
  const frame = transcript.getBoundingClientRect()
  place('start', ends.first.left - frame.left, ends.first.top - frame.top, ends.first.height, passage)
  place('end', ends.last.right - frame.left, ends.last.top - frame.top, ends.last.height, passage)
}

/** @param {'start' | 'end'} side @param {number} x @param {number} y @param {number} tall @param {{start: number, end: number}} passage */
function place(side, x, y, tall, passage) {
  const handle = document.createElement('span')
  handle.className = `edge-handle ${side}`
  handle.setAttribute('aria-hidden', 'true')
  handle.style.setProperty('--x', `${x}px`)
  handle.style.setProperty('--y', `${y}px`)
  handle.style.setProperty('--tall', `${tall}px`)
  handle.addEventListener('pointerdown', (event) => drag(event, handle, side, passage))
  transcript.append(handle)
  handles.push(handle)
}

/** @param {PointerEvent} event @param {HTMLElement} handle @param {'start' | 'end'} side @param {{start: number, end: number}} passage */
function drag(event, handle, side, passage) {
  event.preventDefault()
  handle.setPointerCapture(event.pointerId)
  dragging = true
  transcript.classList.add('dragging')
  const away = fromEdge(event, handle)
  let wanted = passage
  handle.addEventListener('pointermove', (move) => {
    const at = wordEdgeAt(move.clientX + away.x, move.clientY + away.y, side)
    if (at === null) return
    const next = { ...passage, [side]: at }
    if (next.end <= next.start) return
    wanted = next
    select(wanted)
  })
  const end = () => {
    dragging = false
    transcript.classList.remove('dragging')
    clearSelection()
    if (wanted[side] === passage[side]) return layHandles()
    submit(wanted)
  }
  handle.addEventListener('pointerup', end, { once: true })
  handle.addEventListener('pointercancel', cancel, { once: true })
}

function cancel() {
  dragging = false
  transcript.classList.remove('dragging')
  layHandles()
}

/** A finger holds a handle beside its edge: how far away the edge is. @param {PointerEvent} event @param {HTMLElement} handle */
function fromEdge(event, handle) {
  const frame = transcript.getBoundingClientRect()
  const px = (/** @type {string} */ name) => Number.parseFloat(handle.style.getPropertyValue(name))
  return { x: frame.left + px('--x') - event.clientX, y: frame.top + px('--y') + px('--tall') / 2 - event.clientY }
}

/** @param {{start: number, end: number}} passage */
function submit(passage) {
  const form = openForm()
  if (!form) return
  for (const name of /** @type {const} */ (['start', 'end'])) {
    const field = fieldOf(form, name)
    field.disabled = false
    field.value = String(passage[name])
  }
  form.requestSubmit()
}

addEventListener('resize', layHandles)
