// Lists of codes by keyboard: type part of a code's label, or its number, and the best answer is chosen; Enter submits. What is typed is shown beneath.
import { fold, scoreOf } from './choices.js'

let typed = ''

document.addEventListener('keydown', (event) => {
  const { target: select, key } = event
  if (!(select instanceof HTMLSelectElement) || select.dataset['codeSelect'] === undefined || event.ctrlKey || event.metaKey || event.altKey) return
  if (key === 'Enter') select.form?.requestSubmit()
  else if (key === 'Backspace' && typed !== '') find(select, typed.slice(0, -1))
  else if (key.length === 1 && (key !== ' ' || typed !== '')) find(select, typed + key)
  else return
  event.preventDefault()
})
for (const done of ['focusin', 'change']) document.addEventListener(done, (event) => event.isTrusted && forget())

function forget() {
  typed = ''
  for (const output of document.querySelectorAll('.code-select output')) output.textContent = ''
}

/** @param {HTMLSelectElement} select @param {string} words */
function find(select, words) {
  typed = words
  const query = fold(words)
  const scored = [...select.options].map((option) => ({ option, score: scoreOf(choiceOf(option), query) }))
  const best = scored.reduce((most, one) => (one.score > most.score ? one : most))
  const output = select.parentElement?.querySelector('output')
  if (output) output.textContent = query === '' ? '' : `${words}: ${best.score > 0 ? best.option.dataset['label'] : output.dataset['none']}`
  if (query === '' || best.score === 0) return
  best.option.selected = true
  select.dispatchEvent(new Event('change', { bubbles: true }))
}

/** @param {HTMLOptionElement} option @returns {import('./choices.js').Scored} */
function choiceOf({ dataset }) {
  const key = dataset['key'] ?? ''
  const label = fold(dataset['label'] ?? '')
  return { key, digits: key.replaceAll('.', ''), label, path: fold(dataset['path'] ?? ''), definition: '', words: label.split(/[^\p{L}\p{N}]+/u) }
}
