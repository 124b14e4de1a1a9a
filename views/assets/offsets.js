// Between places of a page and offsets of the text that stands in its words.

/** @param {EventTarget | Node | null} target @returns {Element | null} */
export function elementOf(target) {
  if (target instanceof Element) return target
  return target instanceof Node ? target.parentElement : null
}

/** How many characters of the words stand before a place in them. @param {Element} words @param {Node} node @param {number} at @returns {number} */
export function charactersBefore(words, node, at) {
  const before = document.createRange()
  before.setStart(words, 0)
  before.setEnd(node, at)
  return before.toString().length
}

/** The place in the words that so many characters stand before. @param {HTMLElement} words @param {number} offset @returns {{node: Node, at: number}} */
export function placeIn(words, offset) {
  const walker = document.createTreeWalker(words, NodeFilter.SHOW_TEXT)
  let left = offset
  /** @type {Node} */
  let last = words
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = (node.textContent ?? '').length
    if (left <= length) return { node, at: left }
    left -= length
    last = node
  }
  return { node: last, at: last === words ? 0 : (last.textContent ?? '').length }
}
