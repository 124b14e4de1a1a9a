// What a screen reader says of moves that change nothing: how much is selected, that there is nowhere further to go. What acts did is said by
// the toast, and what was refused by the notice. The sentences stand on the page.
import { countWordsIn } from './selection.js'
import { wordsAround } from './stretches.js'
import { turnAt, wordsIn } from './turns.js'

const said = /** @type {HTMLElement} */ (document.getElementById('said'))
let timer = 0

/** Say a sentence of `#said`, by the name of its attribute, with `#` and `@` filled in. @param {string} name @param {Record<string, string | number>} [values] */
export function announce(name, values = {}) {
  const sentence = (said.dataset[name] ?? '').replace(/[#@]/g, (sign) => String(values[sign] ?? sign))
  clearTimeout(timer)
  // The same sentence twice is said twice only where it went in between.
  if (said.textContent === sentence) said.textContent = ''
  timer = window.setTimeout(() => (said.textContent = sentence), 30)
}

/**
 * Say what is selected: one word by itself, more by their number and the word at the end that moved.
 * @param {import('./selection.js').Passage | null} passage @param {'start' | 'end'} edge @param {boolean} [turned] the other end is the one that moves from now on
 */
export function announceSelection(passage, edge, turned = false) {
  if (!passage) return announce('none')
  const words = countWordsIn(passage)
  const at = wordAt(passage, edge)
  if (turned) return announce(edge === 'end' ? 'atEnd' : 'atStart', { '@': at })
  announce(words === 1 ? 'one' : 'many', { '#': words, '@': at })
}

/** @param {import('./selection.js').Passage} passage @param {'start' | 'end'} edge @returns {string} */
function wordAt(passage, edge) {
  const words = wordsAround(edge === 'end' ? passage.end - 1 : passage.start)
  const word = edge === 'end' ? words.findLast((one) => one.start < passage.end) : words.find((one) => one.end > passage.start)
  const turn = word && turnAt(word.start)
  if (!turn) return ''
  const from = Number(turn.dataset['start'])
  return (wordsIn(turn).textContent ?? '').slice(word.start - from, word.end - from)
}
