// The words and sentences of paragraphs, as offsets of the source's text. A speaker's label is none of them.
import { turnAt, turns, wordsIn } from './turns.js'

/** @typedef {{start: number, end: number}} Stretch */

const WORD = /[\p{L}\p{N}]+(?:[-'’:·‐‑][\p{L}\p{N}]+)*/gu

/** @param {string} text */
export function countWords(text) {
  return text.match(WORD)?.length ?? 0
}

/** Where what is said begins, after the speaker's label. @param {HTMLElement} turn @returns {number} */
export function spokenFrom(turn) {
  const label = wordsIn(turn).querySelector('.label-in-text')
  const start = Number(turn.dataset['start'])
  return label && label === wordsIn(turn).firstChild ? start + (label.textContent ?? '').length : start
}

/** @param {HTMLElement} turn @returns {number} */
export function endOf(turn) {
  return Number(turn.dataset['end'])
}

/** The words of a paragraph, labels too. @param {HTMLElement} turn @returns {Stretch[]} */
function wordsOf(turn) {
  const from = Number(turn.dataset['start'])
  return [...(wordsIn(turn).textContent ?? '').matchAll(WORD)].map((match) => ({ start: from + match.index, end: from + match.index + match[0].length }))
}

/** The words of the paragraph at an offset. @param {number} offset @returns {Stretch[]} */
export function wordsAround(offset) {
  const turn = turnAt(offset)
  return turn ? wordsOf(turn) : []
}

/** The words that are said in a paragraph. @param {HTMLElement} turn @returns {Stretch[]} */
export function wordsSaidIn(turn) {
  const from = spokenFrom(turn)
  return wordsOf(turn).filter((word) => word.start >= from)
}

/** The sentences in a paragraph, after the speaker's label. @param {HTMLElement} turn @returns {Stretch[]} */
export function sentencesIn(turn) {
  const from = spokenFrom(turn)
  const text = (wordsIn(turn).textContent ?? '').slice(from - Number(turn.dataset['start']))
  return Array.from(new Intl.Segmenter(wordsIn(turn).lang || 'sv', { granularity: 'sentence' }).segment(text), ({ segment, index }) => {
    const start = from + index + (segment.length - segment.trimStart().length)
    return { start, end: Math.max(start, from + index + segment.trimEnd().length) }
  }).filter(({ start, end }) => end > start)
}

/** The sentences that answer in a paragraph: none of a question that stands before them. Where it is nothing but a question, all. @param {HTMLElement} turn @returns {Stretch[]} */
export function sentencesSaidIn(turn) {
  const [start, end] = turn.dataset['own']?.split('-').map(Number) ?? []
  const all = sentencesIn(turn)
  if (start === undefined || end === undefined) return all
  return all.map((one) => ({ start: Math.max(start, one.start), end: Math.min(end, one.end) })).filter((one) => one.end > one.start)
}

/** Whether somebody asks between two places: the interviewer's turn, or a question in a paragraph, stands on the way from one to the other. @param {number} from @param {number} to @returns {boolean} */
export function isAskedBetween(from, to) {
  const all = turns()
  const [first, last] = [turnAt(from), turnAt(to)].map((turn) => all.indexOf(/** @type {HTMLElement} */ (turn)))
  const asks = (/** @type {HTMLElement} */ turn) => turn.classList.contains('asks')
  if (first === undefined || last === undefined || first < 0 || first === last || asks(/** @type {HTMLElement} */ (all[first]))) return false
  const [low, high] = [Math.min(first, last), Math.max(first, last)]
  // Going back, what is asked in the paragraph that it began in lies on the way; going on, what is asked in that which it ends in.
  return all.slice(low, high + 1).some((turn) => asks(turn)) || all.slice(low + 1, high + 1).some((turn) => wordsIn(turn).querySelector('.asked') !== null)
}

/** @typedef {(turn: HTMLElement) => Stretch[]} PartsOf */

/** The first word or sentence that ends after an offset, in its paragraph or one further on. @param {number} offset @param {PartsOf} partsOf @returns {Stretch | undefined} */
export function nextPart(offset, partsOf) {
  const all = turns()
  for (let at = all.indexOf(/** @type {HTMLElement} */ (turnAt(offset))); at >= 0 && at < all.length; at++) {
    const part = partsOf(/** @type {HTMLElement} */ (all[at])).find((one) => one.end > offset)
    if (part) return part
  }
  return undefined
}

/** The last word or sentence that begins before an offset, in its paragraph or one further back. @param {number} offset @param {PartsOf} partsOf @returns {Stretch | undefined} */
export function partBefore(offset, partsOf) {
  const all = turns()
  for (let at = all.indexOf(/** @type {HTMLElement} */ (turnAt(Math.max(0, offset - 1)))); at >= 0; at--) {
    const part = partsOf(/** @type {HTMLElement} */ (all[at])).findLast((one) => one.start < offset)
    if (part) return part
  }
  return undefined
}
