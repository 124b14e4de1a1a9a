// Every key, once: the islands act by this map, and the list on `?` is made of it. A chord is `j`, `Shift+z`, `ArrowDown`, `Alt+Enter`;
// digits and letters that a modifier would make into other signs on other keyboards go by their place (`Shift+Digit1`). Touches no page.

/** @typedef {'everywhere' | 'move' | 'select' | 'code' | 'coding' | 'picker' | 'list' | 'book' | 'quotations' | 'framework' | 'themes'} Where */
/** @typedef {{name: string, where: Where, row: string, keys: readonly string[]}} KeyEntry `row`: keys that stand together in the list, and their sentence */

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9']
/** Not the seventh: Shift and 7 is `/` on Nordic keyboards. */
export const PINS_WITH_KEYS = 6

/** @type {readonly KeyEntry[]} */
export const keyMap = [
  { name: 'search', where: 'everywhere', row: 'search', keys: ['/'] },
  { name: 'help', where: 'everywhere', row: 'help', keys: ['?'] },
  { name: 'close', where: 'everywhere', row: 'close', keys: ['Escape'] },
  { name: 'undo', where: 'everywhere', row: 'undo', keys: ['z'] },
  { name: 'redo', where: 'everywhere', row: 'redo', keys: ['Shift+z'] },
  { name: 'go', where: 'everywhere', row: 'go', keys: ['g'] },
  { name: 'next', where: 'move', row: 'next', keys: ['j', 'ArrowDown'] },
  { name: 'previous', where: 'move', row: 'next', keys: ['k', 'ArrowUp'] },
  { name: 'uncoded', where: 'move', row: 'uncoded', keys: ['n'] },
  { name: 'same-code', where: 'move', row: 'same-code', keys: ['t'] },
  { name: 'next-source', where: 'move', row: 'source', keys: ['Shift+j'] },
  { name: 'previous-source', where: 'move', row: 'source', keys: ['Shift+k'] },
  { name: 'sentence', where: 'select', row: 'sentence', keys: ['m'] },
  { name: 'less-sentence', where: 'select', row: 'sentence', keys: ['Shift+m'] },
  { name: 'word', where: 'select', row: 'word', keys: ['w'] },
  { name: 'word-before', where: 'select', row: 'word', keys: ['ArrowLeft'] },
  { name: 'word-after', where: 'select', row: 'word', keys: ['ArrowRight'] },
  { name: 'word-back', where: 'select', row: 'widen', keys: ['Shift+ArrowLeft'] },
  { name: 'word-on', where: 'select', row: 'widen', keys: ['Shift+ArrowRight'] },
  { name: 'paragraph-back', where: 'select', row: 'widen-paragraph', keys: ['Shift+ArrowUp'] },
  { name: 'paragraph-on', where: 'select', row: 'widen-paragraph', keys: ['Shift+ArrowDown'] },
  { name: 'other-end', where: 'select', row: 'other-end', keys: ['o'] },
  { name: 'step-back', where: 'select', row: 'step-back', keys: ['Escape'] },
  { name: 'pick', where: 'code', row: 'pick', keys: ['c', 'Enter'] },
  { name: 'theme', where: 'code', row: 'theme', keys: digits },
  { name: 'pinned', where: 'code', row: 'pinned', keys: digits.slice(0, PINS_WITH_KEYS).map((one) => `Shift+Digit${one}`) },
  { name: 'only', where: 'code', row: 'only', keys: ['f'] },
  { name: 'again', where: 'code', row: 'again', keys: ['.'] },
  { name: 'pin', where: 'code', row: 'pin', keys: ['p'] },
  { name: 'correct', where: 'code', row: 'correct', keys: ['r'] },
  { name: 'memo', where: 'coding', row: 'memo', keys: ['a'] },
  { name: 'address', where: 'coding', row: 'address', keys: ['l'] },
  { name: 'discuss', where: 'coding', row: 'discuss', keys: ['d'] },
  { name: 'recode', where: 'coding', row: 'recode', keys: ['e'] },
  { name: 'remove', where: 'coding', row: 'remove', keys: ['Delete'] },
  { name: 'end-back', where: 'coding', row: 'edge', keys: ['['] },
  { name: 'end-on', where: 'coding', row: 'edge', keys: [']'] },
  { name: 'start-back', where: 'coding', row: 'edge-start', keys: ['{'] },
  { name: 'start-on', where: 'coding', row: 'edge-start', keys: ['}'] },
  { name: 'apply', where: 'picker', row: 'apply', keys: ['Enter'] },
  { name: 'several', where: 'picker', row: 'several', keys: [' '] },
  { name: 'to-memo', where: 'picker', row: 'to-memo', keys: ['Tab'] },
  { name: 'new-code', where: 'picker', row: 'new-code', keys: ['Shift+Enter'] },
  { name: 'in-vivo', where: 'picker', row: 'in-vivo', keys: ['Alt+Enter'] },
  { name: 'pin-there', where: 'picker', row: 'pin-there', keys: ['Alt+KeyP'] },
  { name: 'row-on', where: 'list', row: 'row', keys: ['j', 'ArrowDown'] },
  { name: 'row-back', where: 'list', row: 'row', keys: ['k', 'ArrowUp'] },
  { name: 'pick-hit', where: 'list', row: 'pick-hit', keys: ['x'] },
  { name: 'pick-hits', where: 'list', row: 'pick-hit', keys: ['Shift+x'] },
  { name: 'code-hits', where: 'list', row: 'code-hits', keys: ['c'] },
  { name: 'narrow-hits', where: 'list', row: 'narrow-hits', keys: ['f'] },
  // The keys of a tree, as codebook.js has them.
  { name: 'book-walk', where: 'book', row: 'book-walk', keys: ['ArrowUp', 'ArrowDown'] },
  { name: 'book-open', where: 'book', row: 'book-walk', keys: ['ArrowRight', 'ArrowLeft'] },
  { name: 'book-order', where: 'book', row: 'book-move', keys: ['Alt+ArrowUp', 'Alt+ArrowDown'] },
  { name: 'book-level', where: 'book', row: 'book-move', keys: ['Alt+ArrowRight', 'Alt+ArrowLeft'] },
  { name: 'book-name', where: 'book', row: 'book-name', keys: ['F2'] },
  { name: 'book-new', where: 'book', row: 'book-new', keys: ['n'] },
  { name: 'book-menu', where: 'book', row: 'book-menu', keys: ['Shift+F10'] },
  // The keys of the reading column, as comparison.js has them.
  { name: 'quotation-recode', where: 'quotations', row: 'list-recode', keys: ['e'] },
  { name: 'quotation-example', where: 'quotations', row: 'list-example', keys: ['s'] },
  { name: 'quotation-memo', where: 'quotations', row: 'list-memo', keys: ['a'] },
  { name: 'quotation-remove', where: 'quotations', row: 'list-remove', keys: ['Delete'] },
  { name: 'quotation-copy', where: 'quotations', row: 'list-copy', keys: ['c'] },
  { name: 'quotation-publish', where: 'quotations', row: 'list-publish', keys: ['p'] },
  { name: 'quotation-tick', where: 'quotations', row: 'list-tick', keys: ['x'] },
  // The keys of the framework matrix, as finding.js has them.
  { name: 'finding-write', where: 'framework', row: 'finding-write', keys: ['e'] },
  { name: 'finding-next', where: 'framework', row: 'finding-next', keys: ['n'] },
  { name: 'finding-on', where: 'framework', row: 'finding-walk', keys: ['j'] },
  { name: 'finding-back', where: 'framework', row: 'finding-walk', keys: ['k'] },
  { name: 'finding-tick', where: 'framework', row: 'finding-tick', keys: ['x'] },
  { name: 'finding-yes', where: 'framework', row: 'finding-judge', keys: ['1'] },
  { name: 'finding-no', where: 'framework', row: 'finding-judge', keys: ['2'] },
  { name: 'finding-partly', where: 'framework', row: 'finding-judge', keys: ['3'] },
  { name: 'finding-none', where: 'framework', row: 'finding-judge', keys: ['0'] },
  // The keys of the supervisor's page.
  { name: 'theme-on', where: 'themes', row: 'theme-walk', keys: ['j', 'ArrowDown'] },
  { name: 'theme-back', where: 'themes', row: 'theme-walk', keys: ['k', 'ArrowUp'] },
  { name: 'to-against', where: 'themes', row: 'to-against', keys: ['ArrowRight'] },
  { name: 'from-against', where: 'themes', row: 'to-against', keys: ['ArrowLeft'] },
]

/** The name of the act that a key press asks for in some of the places. @param {KeyboardEvent} event @param {...Where} places @returns {string | undefined} */
export function actOf(event, ...places) {
  if (event.isComposing) return undefined
  const pressed = chordsOf(event)
  return keyMap.find((entry) => places.includes(entry.where) && entry.keys.some((key) => pressed.includes(key)))?.name
}

/** Whether a press is of a single sign, which a person may have switched off. @param {KeyboardEvent} event */
export function isSingleSign(event) {
  return event.key.length === 1 && event.key !== ' '
}

/**
 * What a press may be called. Brackets, braces and the like are what they are whichever modifiers write them; a letter has its Shift, and where
 * Alt would make another sign of it, its place on the keyboard.
 * @param {KeyboardEvent} event @returns {string[]}
 */
function chordsOf(event) {
  const { key, code } = event
  const command = event.ctrlKey || event.metaKey
  const letter = /^\p{L}$/u.test(key)
  const plain = (key.length === 1 && !letter) || (letter && !event.shiftKey)
  const called = []
  if ('[]{}'.includes(key) || (plain && !command && !event.altKey)) called.push(letter ? key.toLowerCase() : key)
  const held = `${command ? 'Ctrl+' : ''}${event.altKey ? 'Alt+' : ''}${event.shiftKey ? 'Shift+' : ''}`
  if (letter || key.length > 1) called.push(held + (letter ? key.toLowerCase() : key))
  if (held !== '' && /^(Digit|Key)/.test(code)) called.push(held + code)
  return called
}
