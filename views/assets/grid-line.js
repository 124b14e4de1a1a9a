// A line of the grid of answers: J and K go from answer to answer, C to the codes of the one in focus (Enter codes); words that are selected in
// an answer are coded instead of all of it. It fetches nothing.
import { fill } from './fields.js'
import { actOf } from './key-map.js'
import { charactersBefore, elementOf } from './offsets.js'
import { areKeysOff } from './typing.js'

const all = () => /** @type {HTMLElement[]} */ ([...document.querySelectorAll('.grid-answer')])

document.addEventListener('keydown', (event) => {
  const { target } = event
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || areKeysOff()) return
  if (target instanceof HTMLElement && target.matches('input, textarea, select')) return
  const act = actOf(event, 'list')
  if (act === 'row-on' || act === 'row-back') go(act === 'row-on' ? 1 : -1)
  else if (act !== 'code-hits' || !toCodes()) return
  event.preventDefault()
})

/** @param {1 | -1} step */
function go(step) {
  const answers = all()
  const here = answers.findIndex((one) => one.contains(document.activeElement))
  const next = answers[here < 0 ? 0 : Math.min(Math.max(here + step, 0), answers.length - 1)]
  const head = /** @type {HTMLElement | null} */ (next?.querySelector('h2 a') ?? null)
  head?.focus({ preventScroll: true })
  next?.scrollIntoView({ block: 'nearest' })
}

/** To the codes of the words that are selected, else of the answer in focus. */
function toCodes() {
  const place = elementOf(getSelection()?.anchorNode ?? null)?.closest('.grid-answer figure') ?? document.activeElement?.closest('.grid-answer')
  const select = /** @type {HTMLElement | null} */ (place?.querySelector('select') ?? null)
  select?.focus({ preventScroll: true })
  return select !== null
}

document.addEventListener('selectionchange', () => {
  for (const figure of document.querySelectorAll('.grid-answer figure')) takeWords(/** @type {HTMLElement} */ (figure))
})

/** The form has the words that are selected within its answer, or all of them. Choosing a code does not let go of them. @param {HTMLElement} figure */
function takeWords(figure) {
  const words = figure.querySelector('.said')
  const form = figure.querySelector('form')
  const chosen = getSelection()
  if (!words || !form || form.contains(document.activeElement)) return
  const within =
    chosen?.rangeCount === 1 && !chosen.isCollapsed && words.contains(chosen.getRangeAt(0).startContainer) && words.contains(chosen.getRangeAt(0).endContainer)
  const range = within ? chosen.getRangeAt(0) : null
  const start = Number(figure.dataset['start'])
  const from = range ? start + charactersBefore(words, range.startContainer, range.startOffset) : start
  const to = range ? start + charactersBefore(words, range.endContainer, range.endOffset) : Number(figure.dataset['end'])
  fill(form, { start: from, end: to })
  const button = /** @type {HTMLElement | null} */ (form.querySelector('button'))
  if (button) button.textContent = button.dataset[range ? 'selected' : 'whole'] ?? ''
}
