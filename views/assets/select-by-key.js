// Selecting by keys alone: a word or a sentence is taken, then one of its ends goes on or back by words, sentences and paragraphs, across
// turns. The end that moves is the last one, until that would be before the first, or `O` says the other. Each step is said aloud.
import { announceSelection } from './announce.js'
import { clearSelection, select, selection } from './selection.js'
import { endOf, isAskedBetween, nextPart, partBefore, sentencesSaidIn, spokenFrom, wordsSaidIn } from './stretches.js'
import { inFocus, turnAt } from './turns.js'

/** @typedef {import('./selection.js').Passage} Passage */
/** @typedef {import('./stretches.js').PartsOf} PartsOf */

/** @type {'start' | 'end'} */
let edge = 'end'
/** What was taken before it was widened. @type {Passage | null} */
let base = null
/** What these keys selected last: where something else is selected by now, a mouse did it. @type {Passage | null} */
let last = null

/** What a key does to the selection; whether there was anything to select. @type {Record<string, () => boolean>} */
export const selecting = {
  word: () => takeWord(0),
  'word-before': () => takeWord(-1),
  'word-after': () => takeWord(1),
  'word-on': () => move(1, wordsSaidIn),
  'word-back': () => move(-1, wordsSaidIn),
  sentence: () => takeSentence(),
  'less-sentence': () => narrow(sentencesSaidIn),
  'paragraph-on': () => move(1, wholeOf),
  'paragraph-back': () => move(-1, wholeOf),
  'other-end': turnAround,
  'step-back': stepBack,
}

/** All that is said in a paragraph, as one part. @type {PartsOf} */
function wholeOf(turn) {
  const whole = { start: spokenFrom(turn), end: endOf(turn) }
  return whole.end > whole.start ? [whole] : []
}

/** @returns {Passage | null} */
function current() {
  const now = selection()
  if (now === last) return now
  base = now
  edge = 'end'
  last = now
  return now
}

/** @param {Passage} passage */
function take(passage) {
  edge = 'end'
  put(passage)
  base = last
}

/** @param {Passage} passage */
function put(passage) {
  select({ start: passage.start, end: passage.end })
  last = selection()
  announceSelection(passage, edge)
  turnAt(edge === 'end' ? passage.end - 1 : passage.start)?.scrollIntoView({ block: 'nearest' })
}

/** The word at the selection, or the one beside it. Without a selection, the first of the paragraph, or backwards the last. @param {-1 | 0 | 1} step @returns {boolean} */
function takeWord(step) {
  const turn = inFocus()
  if (!turn) return false
  const words = wordsSaidIn(turn)
  const now = current()
  const at = now ? words.findIndex((word) => word.end > now.start) : step < 0 ? words.length : step > 0 ? -1 : 0
  const word = words[Math.max(0, Math.min(words.length - 1, at + step))]
  if (word) take(word)
  return true
}

/** The sentence where the selection begins; where whole sentences are selected already, one more. @returns {boolean} */
function takeSentence() {
  const turn = inFocus()
  if (!turn) return false
  const now = current()
  if (now && beginsOne(now, sentencesSaidIn) && endsOne(now, sentencesSaidIn)) return move(edge === 'end' ? 1 : -1, sentencesSaidIn)
  const from = now?.start ?? spokenFrom(turn)
  const sentence = sentencesSaidIn(turnAt(from) ?? turn).find((one) => one.end > from)
  if (sentence) take(sentence)
  return true
}

/** @param {Passage} passage @param {PartsOf} partsOf */
function beginsOne(passage, partsOf) {
  return nextPart(passage.start, partsOf)?.start === passage.start
}

/** @param {Passage} passage @param {PartsOf} partsOf */
function endsOne(passage, partsOf) {
  return partBefore(passage.end, partsOf)?.end === passage.end
}

/** Move the end that moves by a part. Where no part would be left, the other end goes that way instead. @param {-1 | 1} step @param {PartsOf} partsOf @returns {boolean} */
function move(step, partsOf) {
  const turn = inFocus()
  if (!turn) return false
  const now = current()
  if (!now) return begin(turn, step, partsOf)
  const grows = (edge === 'end') === step > 0
  const next = grows ? grown(now, partsOf) : shrunk(now, partsOf)
  if (next) put(next)
  else if (!grows) {
    edge = edge === 'end' ? 'start' : 'end'
    const other = grown(now, partsOf)
    if (other) put(other)
  }
  return true
}

/** @param {HTMLElement} turn @param {-1 | 1} step @param {PartsOf} partsOf */
function begin(turn, step, partsOf) {
  const part = step > 0 ? partsOf(turn)[0] : partsOf(turn).at(-1)
  if (!part) return true
  take(part)
  edge = step > 0 ? 'end' : 'start'
  return true
}

/** @param {Passage} now @param {PartsOf} partsOf @returns {Passage | undefined} */
function grown(now, partsOf) {
  const part = edge === 'end' ? nextPart(now.end, partsOf) : partBefore(now.start, partsOf)
  if (!part) return undefined
  // Sentence by sentence an answer is taken, never what is asked next.
  if (partsOf === sentencesSaidIn && isAskedBetween(edge === 'end' ? now.end - 1 : now.start, part.start)) return undefined
  return edge === 'end' ? { start: now.start, end: part.end } : { start: part.start, end: now.end }
}

/** @param {Passage} now @param {PartsOf} partsOf @returns {Passage | undefined} nothing where less than one would be left */
function shrunk(now, partsOf) {
  const outer = edge === 'end' ? partBefore(now.end, partsOf) : nextPart(now.start, partsOf)
  const inner = outer && (edge === 'end' ? partBefore(outer.start, partsOf) : nextPart(outer.end, partsOf))
  if (!inner) return undefined
  const next = edge === 'end' ? { start: now.start, end: inner.end } : { start: inner.start, end: now.end }
  return next.end > next.start ? next : undefined
}

/** @param {PartsOf} partsOf @returns {boolean} */
function narrow(partsOf) {
  const now = current()
  const next = now && shrunk(now, partsOf)
  if (next) put(next)
  return now !== null
}

/** @returns {boolean} */
function turnAround() {
  const now = current()
  if (!now) return false
  edge = edge === 'end' ? 'start' : 'end'
  announceSelection(now, edge, true)
  return true
}

/** What was selected before it was widened; then nothing. @returns {boolean} */
function stepBack() {
  const now = current()
  if (!now) return false
  if (base && base !== now && (base.start !== now.start || base.end !== now.end)) take(base)
  else {
    clearSelection()
    announceSelection(null, 'end')
  }
  return true
}
