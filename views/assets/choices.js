// The codes that the picker offers, and how well each answers what was typed.

/** @typedef {{id: string, element: HTMLElement, why: HTMLElement, tick: HTMLElement, key: string, digits: string, theme: string, label: string, path: string, definition: string, words: string[]}} Choice */
/** @typedef {Pick<Choice, 'key' | 'digits' | 'label' | 'path' | 'definition' | 'words'>} Scored */

/** The codes that stand in the picker's list, taken out of it: those that are shown are put in, so that a thousand cost no more than a page. @param {HTMLElement} list @returns {Choice[]} */
export function readChoices(list) {
  const options = [...list.querySelectorAll('.option')]
  list.replaceChildren()
  return options.map((option) => {
    const element = /** @type {HTMLElement} */ (option)
    const key = element.dataset['key'] ?? ''
    const part = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (element.querySelector(selector))
    const text = (/** @type {string} */ selector) => fold(element.querySelector(selector)?.textContent ?? '')
    return {
      id: element.dataset['code'] ?? '',
      element,
      why: part('.why'),
      tick: part('.tick'),
      key,
      digits: key.replaceAll('.', ''),
      theme: element.dataset['theme'] ?? '',
      words: text('.name').split(/[^\p{L}\p{N}]+/u),
      label: text('.name'),
      path: text('.path'),
      definition: fold(element.dataset['definition'] ?? ''),
    }
  })
}
/**
 * How well a code answers what was typed: its number, then the beginning of its name or of a word in it, then a part, all the words somewhere,
 * its path, its definition, a word but for one letter, its letters in order. 0: not at all.
 * @param {Scored} choice @param {string} query
 */
export function scoreOf(choice, query) {
  if (query === '') return 1
  if (/^[\d.]+$/.test(query)) return scoreOfNumber(choice, query)
  if (choice.label.startsWith(query)) return 800 - choice.label.length
  if (choice.label.includes(` ${query}`)) return 700 - choice.label.length
  if (choice.label.includes(query)) return 500 - choice.label.length
  if (query.includes(' ') && query.split(/\s+/).every((word) => choice.label.includes(word) || choice.path.includes(word))) return 300
  if (choice.path.includes(query)) return 200
  if (query.length < 3) return 0
  if (choice.definition.includes(query)) return 100
  if (query.length > 3 && choice.words.some((word) => isNearly(word, query))) return 80
  return inOrder(choice.label, query) ? 50 : 0
}

/** Digits alone as they are pressed, `421`; with points exactly, for a theme may have more than nine codes: `1.12`. @param {Scored} choice @param {string} query */
function scoreOfNumber({ key, digits }, query) {
  const [whole, asked] = query.includes('.') ? [key, query.replace(/\.$/, '')] : [digits, query]
  if (whole === asked) return 1000
  const below = query.includes('.') ? whole.startsWith(`${asked}.`) : whole.startsWith(asked)
  return below ? 900 - whole.length : 0
}

/** Whether a word begins as what was typed, but for one letter: another, missing, too many, or two changed about. @param {string} word @param {string} query */
function isNearly(word, query) {
  let same = 0
  while (same < query.length && word[same] === query[same]) same++
  if (same === 0) return false
  const [rest, left] = [query.slice(same + 1), query.slice(same)]
  if (word.startsWith(rest, same + 1) || word.startsWith(rest, same) || word.startsWith(left, same + 1)) return true
  return word[same] === query[same + 1] && word[same + 1] === query[same] && word.startsWith(query.slice(same + 2), same + 2)
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
