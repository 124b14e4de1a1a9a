// Correcting a paragraph in its place: its form stands under it, and after it is saved every later paragraph knows where it lies.
import { fill } from './fields.js'
import { numberOf, setFocus, turns } from './turns.js'

const editor = /** @type {HTMLElement} */ (document.getElementById('text-editor'))

/** Ask for the form of a paragraph, to stand under it. @param {HTMLElement | null} turn @returns {boolean} */
export function openTextEditor(turn) {
  const form = /** @type {HTMLFormElement | null} */ (document.getElementById('text-editor-form'))
  if (!turn || !form) return false
  fill(form, { paragraph: numberOf(turn) })
  turn.after(editor)
  form.requestSubmit()
  return true
}

function close() {
  const turn = /** @type {HTMLElement | null} */ (editor.previousElementSibling)
  editor.replaceChildren()
  if (turn?.matches('.turn')) setFocus(turn, { ask: false })
}

editor.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') {
    event.preventDefault()
    event.stopPropagation()
    close()
  }
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    event.preventDefault()
    editor.querySelector('form')?.requestSubmit()
  }
})
editor.addEventListener('click', (event) => {
  if (/** @type {Element} */ (event.target).closest('[data-close]')) close()
})

/** After an answer: the form takes the focus when it comes, and a corrected text moves what lies after it. */
export function followText() {
  const words = editor.querySelector('textarea')
  if (words && !words.dataset['seen']) {
    words.dataset['seen'] = 'yes'
    words.focus()
    words.setSelectionRange(words.value.length, words.value.length)
    words.scrollIntoView({ block: 'nearest' })
  }
  move(/** @type {HTMLElement | null} */ (document.getElementById('text-version')))
}

/** @param {HTMLElement | null} version */
function move(version) {
  const by = Number(version?.dataset['by'] ?? 0)
  const after = Number(version?.dataset['after'] ?? Number.NaN)
  if (!version || Number.isNaN(after)) return
  for (const turn of turns())
    if (Number(turn.dataset['start']) >= after) {
      turn.dataset['start'] = String(Number(turn.dataset['start']) + by)
      turn.dataset['end'] = String(Number(turn.dataset['end']) + by)
    }
  for (const field of document.querySelectorAll('main input[name=version]')) /** @type {HTMLInputElement} */ (field).value = version.dataset['version'] ?? ''
  delete version.dataset['after']
  close()
}
