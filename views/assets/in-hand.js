// The coding that a key is about: the bar in focus, else the one open at the right, else the only one on exactly the selected words, of the selection or of the paragraph.
import { announce } from './announce.js'
import { charactersBefore } from './offsets.js'
import { selection } from './selection.js'
import { inFocus, turns, wordsIn } from './turns.js'

/** @typedef {import('./selection.js').Passage} Passage */

/** Whether it is open at the right. @param {string} coding */
export function isOpen(coding) {
  return document.querySelector(`#passage .open[data-coding="${coding}"]`) !== null
}

/** Whether the one open at the right lies in the paragraph in focus, though it may begin in another. */
export function isOpenHere() {
  const open = document.querySelector('#passage .open')?.getAttribute('data-coding')
  return open != null && inFocus()?.querySelector(`.coding[data-coding="${open}"]`) != null
}

/**
 * The bar of the coding in hand. Where there are several, the first of them gets the focus, to choose with Tab; none and several are said.
 * @returns {HTMLElement | null}
 */
export function barInHand() {
  const held = document.activeElement?.closest('.bar-name')
  if (held) return /** @type {HTMLElement} */ (held)
  const bars = barsHere()
  const open = bars.find((bar) => isOpen(codingOf(bar)))
  const exact = bars.filter((bar) => isOnSelection(codingOf(bar)))
  const only = open ?? [exact, bars].find(({ length }) => length === 1)?.[0]
  if (only) return only
  bars[0]?.focus({ preventScroll: true })
  announce(bars.length === 0 ? 'noCoding' : 'severalCodings', { '#': bars.length })
  return null
}

/** Whether a coding lies on exactly the words that are selected, as what was just coded does. @param {string} coding */
function isOnSelection(coding) {
  const selected = selection()
  const passage = selected && passageOf(coding)
  return passage !== null && passage.start === selected?.start && passage.end === selected.end
}

/** @param {Element} bar @returns {string} */
export function codingOf(bar) {
  return bar.closest('[data-coding]')?.getAttribute('data-coding') ?? ''
}

/** The words of the transcript that a coding lies on, as far as they are drawn. @param {string} coding @returns {Passage | null} */
export function passageOf(coding) {
  const parts = turns().flatMap((turn) => (turn.querySelector(`.coding[data-coding="${coding}"]`) ? partsIn(turn, coding) : []))
  const [first, last] = [parts[0], parts.at(-1)]
  return first && last ? { start: first.start, end: last.end } : null
}

/** Whether anything is coded in the paragraph in focus, or of its selected words. */
export function isCodedHere() {
  return barsHere().length > 0
}

/** The bars of the paragraph in focus that are shown; with words selected there, those that lie on any of them. @returns {HTMLElement[]} */
function barsHere() {
  const turn = inFocus()
  const bars = /** @type {HTMLElement[]} */ ([...(turn?.querySelectorAll('.coding:not(.off) .bar-name') ?? [])])
  const selected = selection()
  if (!turn || !selected) return bars
  return bars.filter((bar) => partsIn(turn, codingOf(bar)).some((part) => part.start < selected.end && part.end > selected.start))
}

/** @param {HTMLElement} turn @param {string} coding @returns {Passage[]} */
function partsIn(turn, coding) {
  const words = wordsIn(turn)
  return [...words.querySelectorAll(`mark[data-codings~="${coding}"]`)].map((mark) => {
    const start = Number(turn.dataset['start']) + charactersBefore(words, mark, 0)
    return { start, end: start + (mark.textContent ?? '').length }
  })
}
