// The selected words, as offsets of the source's text: they outlive every swap. Painted by the browser's highlight registry,
// so that selecting never changes the page.
import { charactersBefore, elementOf, placeIn } from './offsets.js'
import { countWords, endOf, sentencesIn, spokenFrom, wordsAround } from './stretches.js'
import { inFocus, turnAt, turnOf, turns, wordsIn } from './turns.js'

/** @typedef {{start: number, end: number}} Passage */

/** @type {Passage | null} */
let selected = null

export function selection() {
  return selected
}

/** @param {Passage} passage */
export function select(passage) {
  selected = passage.end > passage.start ? passage : null
  paint()
}

/** @returns {boolean} whether there was any */
export function clearSelection() {
  const was = selected !== null
  selected = null
  getSelection()?.removeAllRanges()
  paint()
  return was
}

/** Moving on to another paragraph leaves the selection behind: a code must never land on words out of sight. @param {HTMLElement} turn */
export function leaveUnless(turn) {
  if (selected && (selected.end <= Number(turn.dataset['start']) || selected.start >= Number(turn.dataset['end']))) clearSelection()
}

/** What the next code is put on: the selection, else the words of the paragraph in focus without the speaker's label, and without the question before the answer. @returns {Passage | null} */
export function passageToCode() {
  if (selected) return selected
  const turn = inFocus()
  if (!turn) return null
  const [start = spokenFrom(turn), end = endOf(turn)] = turn.dataset['own']?.split('-').map(Number) ?? []
  return end > start ? { start, end } : null
}

/** Take over what the mouse or a finger selected; snapped to whole words unless told not to. @param {boolean} exact */
export function takeNativeSelection(exact) {
  const native = getSelection()
  if (!native || native.rangeCount === 0 || native.isCollapsed) {
    if (native?.isCollapsed && selected && turnOf(elementOf(native.anchorNode))) clearSelection()
    return
  }
  const range = native.getRangeAt(0)
  const start = offsetOf(range.startContainer, range.startOffset, 'start')
  const end = offsetOf(range.endContainer, range.endOffset, 'end')
  if (start === null || end === null || end <= start) return
  select(exact ? { start, end } : snap({ start, end }))
}

/** The offset of the text at a place of the page; outside the words, the nearest edge of the paragraph. @param {Node} node @param {number} at @param {'start' | 'end'} side @returns {number | null} */
function offsetOf(node, at, side) {
  const element = elementOf(node)
  const words = element?.closest('.turn .words')
  const turn = turnOf(element)
  if (!turn) return null
  const start = Number(turn.dataset['start'])
  if (!words) return side === 'start' ? start : node === turn && at === 0 ? start : Number(turn.dataset['end'])
  return start + charactersBefore(words, node, at)
}

/** The offset of the text at a point of the window, at the edge of a word. @param {number} x @param {number} y @param {'start' | 'end'} side @returns {number | null} */
export function wordEdgeAt(x, y, side) {
  const at = document.caretPositionFromPoint?.(x, y)
  const offset = at ? offsetOf(at.offsetNode, at.offset, side) : null
  if (offset === null) return null
  const words = wordsAround(offset)
  const near = side === 'start' ? words.findLast((word) => word.start <= offset) : words.find((word) => word.end >= offset)
  return near ? near[side] : offset
}

/** The words of a passage as boxes of the window, first and last. @param {Passage} passage @returns {{first: DOMRect, last: DOMRect} | undefined} */
export function endsOf(passage) {
  const first = turnAt(passage.start)
  const last = turnAt(passage.end - 1)
  if (!first || !last) return undefined
  const begins = rangeIn(first, passage.start, passage.end).getClientRects()[0]
  const ends = [...rangeIn(last, Math.max(passage.start, Number(last.dataset['start'])), passage.end).getClientRects()].at(-1)
  return begins && ends ? { first: begins, last: ends } : undefined
}

/** Take the sentence at a point of the window. @param {number} x @param {number} y @returns {boolean} */
export function takeSentence(x, y) {
  const offset = wordEdgeAt(x, y, 'start')
  const turn = offset === null ? null : turnAt(offset)
  if (offset === null || !turn) return false
  const sentence = sentencesIn(turn).find((one) => one.end > offset)
  getSelection()?.removeAllRanges()
  if (sentence) select(sentence)
  return sentence !== undefined
}

/** Grow to whole words at both ends, and leave out the spaces. @param {Passage} passage @returns {Passage} */
function snap(passage) {
  const first = wordsAround(passage.start).find((word) => word.end > passage.start)
  const last = wordsAround(passage.end).findLast((word) => word.start < passage.end)
  const start = first && first.start < passage.end ? Math.min(passage.start, first.start) : passage.start
  const end = last && last.end > passage.start ? Math.max(passage.end, last.end) : passage.end
  return { start: first && first.start > start && first.start < passage.end ? first.start : start, end }
}

/** Paint the selected words, paragraph by paragraph. */
export function paint() {
  if (!('highlights' in CSS)) return
  CSS.highlights.delete('selected')
  if (!selected) return
  const { start, end } = selected
  const ranges = turns()
    .filter((turn) => Number(turn.dataset['start']) < end && Number(turn.dataset['end']) > start)
    .map((turn) => rangeIn(turn, start, end))
  CSS.highlights.set('selected', new Highlight(...ranges))
}

/** @param {HTMLElement} turn @param {number} start @param {number} end @returns {Range} */
function rangeIn(turn, start, end) {
  const from = Number(turn.dataset['start'])
  const range = document.createRange()
  const a = placeIn(wordsIn(turn), Math.max(0, start - from))
  const b = placeIn(wordsIn(turn), Math.min(Number(turn.dataset['end']), end) - from)
  range.setStart(a.node, a.at)
  range.setEnd(b.node, b.at)
  return range
}

/** Where the last line of the selected words ends on the page, for the picker. @param {Passage} passage @returns {DOMRect | undefined} */
export function boxOf(passage) {
  const turn = turnAt(passage.end - 1)
  if (!turn) return undefined
  const boxes = rangeIn(turn, Math.max(passage.start, Number(turn.dataset['start'])), passage.end).getClientRects()
  return boxes[boxes.length - 1] ?? wordsIn(turn).getBoundingClientRect()
}

/** The words of a passage, a paragraph after the other. @param {Passage} passage @returns {string} */
export function wordsOf(passage) {
  return turns()
    .filter((turn) => Number(turn.dataset['start']) < passage.end && Number(turn.dataset['end']) > passage.start)
    .map((turn) => rangeIn(turn, passage.start, passage.end).toString())
    .join(' ')
}

/** How many words lie in a passage. @param {Passage} passage */
export function countWordsIn(passage) {
  return countWords(wordsOf(passage))
}
