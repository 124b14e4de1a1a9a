// What others write in the framework matrix. Listens for acts and asks for the page's parts anew; a field that somebody writes in is theirs, and is only told of.

import { followActs } from './act-stream.js'
import { fill } from './fields.js'
import { isWriting, takeArrived, takeFrom } from './finding-saved.js'

const region = /** @type {HTMLElement} */ (document.getElementById('framework-live'))
const again = /** @type {HTMLFormElement} */ (document.getElementById('framework-again'))
const SOON = 250
const SHOWN = 12_000

let newest = Number(region.dataset['act'])
let drawn = newest
let asking = false
/** The open cell was not drawn anew, because somebody wrote in it. */
let owed = false
/** The open cell is drawn anew: its field too. */
let taken = false
/** Others wrote other words in the very field that somebody writes in. */
let under = false
/** Acts of the page's own that are on their way, and whether one was sent since it asked: then the answer may be older than that. */
let sending = 0
let stale = false

const openCell = () => /** @type {HTMLElement | null} */ (document.querySelector('#cell[data-open]'))?.dataset['open'] ?? ''

function draw() {
  if (asking || sending > 0 || (newest <= drawn && (!owed || isWriting()))) return
  asking = true
  stale = false
  drawn = newest
  fill(again, { cell: openCell() })
  again.requestSubmit()
}

let soon = 0
function drawSoon() {
  clearTimeout(soon)
  soon = window.setTimeout(draw, SOON)
}

/** @param {Event} event @returns {any} what htmx knows of a request */
const ctxOf = (event) => /** @type {CustomEvent} */ (event).detail.ctx

document.addEventListener('htmx:before:request', (event) => {
  if (ctxOf(event).request.method !== 'POST') return
  sending++
  stale = true
})

document.addEventListener('htmx:before:swap', (event) => {
  const { ctx, tasks } = /** @type {CustomEvent} */ (event).detail
  if (ctx.sourceElement !== again) return
  taken = under = false
  if (stale) tasks.splice(0)
  else keepWhatIsWritten(tasks)
})

/** Another cell was opened meanwhile, or somebody writes in this one: it stays. @param {{ target: Element | null, fragment: DocumentFragment }[]} tasks */
function keepWhatIsWritten(tasks) {
  const at = tasks.findIndex(({ target }) => target?.id === 'cell')
  const column = /** @type {HTMLElement | null} */ (tasks[at]?.fragment.querySelector('#cell') ?? null)
  if (!column) return
  const same = (column.dataset['open'] ?? '') === openCell()
  owed = same && isWriting()
  under = owed && takeFrom(column)
  taken = same && !owed
  if (!taken) tasks.splice(at, 1)
}

let away = 0
document.addEventListener('htmx:after:swap', (event) => {
  if (ctxOf(event).sourceElement !== again) return
  // What came anew is no stop of the Tab key: arrows walk the grid.
  for (const cell of document.querySelectorAll('#framework-scroll [data-at]:not([tabindex])')) /** @type {HTMLElement} */ (cell).tabIndex = -1
  if (taken) takeArrived()
  if (under) region.append(here())
  clearTimeout(away)
  away = window.setTimeout(() => region.replaceChildren(), SHOWN)
})

/** That nothing was written over. */
function here() {
  const said = document.createElement('p')
  said.className = 'notice'
  said.textContent = region.dataset['here'] ?? ''
  return said
}

document.addEventListener('htmx:finally:request', (event) => {
  const ctx = ctxOf(event)
  if (ctx?.request?.method === 'POST') sending = Math.max(0, sending - 1)
  if (ctx?.sourceElement === again) {
    asking = false
    if (stale) drawn = newest - 1
  }
  if (newest > drawn) drawSoon()
})

// Who leaves the field with nothing in it that is not saved sees what came meanwhile.
document.addEventListener('focusout', () => owed && drawSoon())

// Where the Tab key stops in the grid is the grid's to say.
const { htmx } = /** @type {any} */ (globalThis)
htmx.config.morphIgnore.push('tabindex', 'open')
followActs(region.dataset['events'], {
  since: () => drawn,
  heard: (actId) => {
    newest = Math.max(newest, actId)
    drawSoon()
  },
})
