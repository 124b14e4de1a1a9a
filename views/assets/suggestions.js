// Codes that the picker offers first: asked for when somebody has stayed at a paragraph, so that they are there before the picker is. It never
// waits for them, and what comes while it is open is for the next time.
import { fill } from './fields.js'
import { rememberCodes } from './recent.js'
import { numberInFocus, numberOf } from './turns.js'

const STAYED = 300
let timer = 0
const form = /** @type {HTMLFormElement | null} */ (document.getElementById('suggest-form'))

document.getElementById('transcript')?.addEventListener('turnfocus', (event) => {
  const turn = /** @type {HTMLElement} */ (event.target)
  if (form) fill(form, { paragraph: numberOf(turn) })
  askForSuggestions()
})

/** Ask in a while, for where somebody is then: they move on, and what they code changes what is likely. */
export function askForSuggestions() {
  clearTimeout(timer)
  timer = window.setTimeout(() => form?.requestSubmit(), STAYED)
}

/** The codes suggested for the paragraph in focus, the likeliest first, each with its reason. @returns {Map<string, string>} by code */
function suggestedHere() {
  const list = document.querySelector('#suggestions ol')
  if (!list || list.getAttribute('data-paragraph') !== numberInFocus()) return new Map()
  return new Map([...list.querySelectorAll('li')].map((one) => [one.dataset['code'] ?? '', one.textContent ?? '']))
}

/** What stands first while nothing is typed: codes suggested for the passage, then those used last. @param {string} recently why those stand there @returns {Map<string, {score: number, why: string}>} */
export function offeredFirst(recently) {
  /** @type {Map<string, {score: number, why: string}>} */
  const first = new Map()
  for (const [id, why] of suggestedHere()) first.set(id, { score: 100 - first.size, why })
  for (const [at, id] of rememberCodes().entries()) if (!first.has(id)) first.set(id, { score: 50 - at, why: recently })
  return first
}
