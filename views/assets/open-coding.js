// What is done with the coding that is open at the right; one that is not is opened first. Presses what stands there, and submits its forms.
import { submitForm } from './fields.js'
import { barInHand, codingOf, isCodedHere, isOpen, isOpenHere, passageOf } from './in-hand.js'
import { openPicker } from './picker.js'
import { inFocus, numberInFocus } from './turns.js'

/** @type {(() => boolean) | undefined} what waits for the side to show what it is about, until the next key or press */
let waiting
for (const input of ['keydown', 'pointerdown']) document.addEventListener(input, () => (waiting = undefined), { capture: true })

/** Try again what waits, after an answer. */
export function doWhatWaited() {
  if (waiting?.()) waiting = undefined
}

/** Do something with the coding in hand, opened first at the right where it isn't. @param {() => boolean} act @returns {boolean} */
export function onOpenCoding(act) {
  if (document.activeElement?.closest('#passage .open')) return act()
  const bar = barInHand()
  if (!bar) return true
  if (isOpen(codingOf(bar))) return act()
  waiting = () => isOpen(codingOf(bar)) && act()
  bar.click()
  return true
}

/** Do something as soon as the side shows the passage in focus: at once where it does. @param {() => boolean} act @returns {boolean} */
export function whenPassageIsShown(act) {
  const isShown = () => document.querySelector('#passage [data-paragraph]')?.getAttribute('data-paragraph') === numberInFocus()
  const isThere = () => !inFocus() || isShown() || isOpenHere()
  if (isThere()) return act()
  waiting = () => isThere() && act()
  return true
}

/** Choose another code for the coding in hand where the first was chosen: in the picker. */
export function recode() {
  const bar = barInHand()
  const passage = bar && passageOf(codingOf(bar))
  if (!bar || !passage) return true
  const action = `${bar.getAttribute('href')}/code`
  const from = /** @type {HTMLElement} */ (document.getElementById('picked-coding'))
  from.textContent = (from.dataset['sentence'] ?? '').replace('#', () => bar.querySelector('.key')?.textContent?.trim() ?? '')
  openPicker(passage, '', (codeId) => {
    document.getElementById('recode-form')?.setAttribute('hx-post', action)
    submitForm('recode-form', { codeId })
  })
  return true
}

/** Open the field of a new memo: of the coding in hand, where nothing is coded of the source, begun with which paragraph it is about. */
export function writeMemo() {
  if (document.activeElement?.closest('#passage .open') || isCodedHere()) return onOpenCoding(() => openMemo('#passage .open .memos [data-does=memo]'))
  return whenPassageIsShown(() => openMemo('#passage .side-source .memos [data-does=memo]', aboutParagraph()))
}

/** The name of the paragraph in focus, as it stands over the side; empty where none is. */
function aboutParagraph() {
  const named = inFocus() && document.querySelector('#passage [data-paragraph] h2')?.textContent
  return named ? `${named}: ` : ''
}

/** What the last field of a memo began with. */
let begun = ''

/** @param {string} of the summary of its field @param {string} [begins] what an empty field begins with @returns {boolean} */
function openMemo(of, begins = '') {
  const details = /** @type {HTMLDetailsElement | null} */ (document.querySelector(of)?.closest('details') ?? null)
  if (!details) return false
  for (let /** @type {HTMLDetailsElement | null} */ around = details; around; around = around.parentElement?.closest('details') ?? null) around.open = true
  const field = details.querySelector('textarea')
  // What nobody has written on goes for the paragraph that is in focus now.
  if (field && (field.value === '' || field.value === begun)) field.value = begun = begins
  field?.focus()
  details.querySelector('form')?.scrollIntoView({ block: 'nearest' })
  return true
}

/** Move an edge of the coding that is open by a word. @param {string} way @returns {boolean} */
export function nudge(way) {
  const button = /** @type {HTMLButtonElement | null} */ (document.querySelector(`#passage [data-act=edges] [value="${way}"]`))
  button?.form?.requestSubmit(button)
  return button !== null
}

export function removeOpen() {
  const form = /** @type {HTMLFormElement | null} */ (document.querySelector('#passage [data-act=remove]'))
  form?.requestSubmit()
  return form !== null
}

/** Open a coding beside the transcript: one form does it for every bar, so that a thousand bars weigh little. @param {string | null} address */
export function openCoding(address) {
  document.getElementById('open-form')?.setAttribute('hx-get', address ?? '')
  submitForm('open-form', { paragraph: numberInFocus() })
}
