// The codes that the picker offers, and how well each answers what was typed.

/** @typedef {{id: string, element: HTMLElement, key: string, digits: string, label: string, path: string, definition: string}} Choice */

/** The codes that stand in the picker's list. @param {HTMLElement} list @returns {Choice[]} */
export function readChoices(list) {
  return [...list.querySelectorAll('.option')].map((option) => {
    const element = /** @type {HTMLElement} */ (option)
    const key = element.dataset['key'] ?? ''
    const text = (/** @type {string} */ selector) => fold(element.querySelector(selector)?.textContent ?? '')
    return {
      id: element.dataset['code'] ?? '',
      element,
      key,
      digits: key.replaceAll('.', ''),
      label: text('.name'),
      path: text('.path'),
      definition: fold(element.dataset['definition'] ?? ''),
    }
  })
}
/** How well a code answers what was typed: its number, then the beginning of its name or of a word in it, then a part, its path, its definition, its letters in order. @param {Choice} choice @param {string} query */
export function scoreOf(choice, query) {
  if (query === '') return 1
  if (/^[\d.]+$/.test(query)) {
    const digits = query.replaceAll('.', '')
    return choice.digits === digits ? 1000 : choice.digits.startsWith(digits) ? 900 - choice.digits.length : 0
  }
  if (choice.label.startsWith(query)) return 800 - choice.label.length
  if (choice.label.includes(` ${query}`)) return 700 - choice.label.length
  if (choice.label.includes(query)) return 500 - choice.label.length
  if (choice.path.includes(query)) return 200
  if (query.length > 2 && choice.definition.includes(query)) return 100
  return query.length > 2 && inOrder(choice.label, query) ? 50 : 0
}

/** @param {string} label @param {string} query */
function inOrder(label, query) {
  let at = -1
  for (const letter of query) {
    at = label.indexOf(letter, at + 1)
    if (at < 0) return false
  }
  return true
}

/** Case does not count. @param {string} text */
export function fold(text) {
  return text.trim().toLocaleLowerCase('sv')
}
