// The sentences of the region where the page speaks of others and of contact that is lost: all of them stand in its attributes.
import { inFocus, numberInFocus, turnAt } from './turns.js'

const SAID_STAYS = 8_000
const region = /** @type {HTMLElement} */ (document.getElementById('together'))
const lostLine = /** @type {HTMLElement} */ (document.getElementById('together-lost'))
const said = /** @type {HTMLElement} */ (document.getElementById('together-said'))
const refused = /** @type {HTMLElement} */ (document.getElementById('together-refused'))
const whole = /** @type {HTMLElement} */ (document.getElementById('together-whole'))

/** Whether contact is lost, and how much waits. @param {boolean} lost @param {number} waiting */
export function fillLost(lost, waiting) {
  const count = waiting === 0 ? '' : waiting === 1 ? lostLine.dataset['one'] : lostLine.dataset['many']?.replace('#', String(waiting))
  const sentence = lost ? `${lostLine.dataset['lost']} ${count}`.trim() : ''
  if (lostLine.textContent !== sentence) lostLine.textContent = sentence
}

/** The paragraphs in which codings wait say so: they are not drawn before they are done. @param {readonly number[]} starts */
export function markWaiting(starts) {
  for (const turn of document.querySelectorAll('.turn[data-waits]')) turn.removeAttribute('data-waits')
  for (const start of starts) turnAt(start)?.setAttribute('data-waits', region.dataset['waits'] ?? '')
}

/** Whether contact is lost, as far as the page knows. */
export function isLost() {
  return lostLine.textContent !== ''
}

/** Contact is back. */
export function tellBack() {
  said.textContent = lostLine.dataset['back'] ?? ''
}

/** The page does not show the latest: offer to draw it again. */
export function showRedraw() {
  if (whole.childElementCount > 0) return
  const notice = /** @type {HTMLTemplateElement} */ (document.getElementById('together-redraw'))
  whole.replaceChildren(notice.content.cloneNode(true))
}

/** What had to wait was refused, with the sentence that stands in the notice. @param {string} what */
export function tellRefused(what) {
  const notice = document.querySelector('#notices .notice')
  const why = [...(notice?.childNodes ?? [])].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.textContent?.trim())
  const line = document.createElement('p')
  line.className = 'notice'
  line.textContent = (refused.dataset['sentence'] ?? '').replace('#what', () => what).replace('#why', () => why.join(' '))
  const close = document.createElement('button')
  close.type = 'button'
  close.className = 'link'
  close.textContent = refused.dataset['close'] ?? ''
  close.addEventListener('click', () => line.remove())
  line.append(' ', close)
  refused.append(line)
}

/** What an act is about, in words: the paragraph in focus, the codes or the button. @param {Element} form @param {HTMLElement | null} submitter @param {URLSearchParams} body @returns {string} */
export function whatIsAsked(form, submitter, body) {
  const number = numberInFocus()
  const codes = body.getAll('codeId').map((id) => document.querySelector(`.codebook [data-code="${CSS.escape(id)}"] .label`)?.textContent)
  const button = (submitter ?? form.querySelector('button'))?.cloneNode(true)
  if (button instanceof Element) for (const key of button.querySelectorAll('kbd')) key.remove()
  const does = codes.length > 0 ? codes.join(', ') : body.get('newLabel') || (button?.textContent ?? '').trim()
  return [number && region.dataset['paragraph']?.replace('#', number), does].filter(Boolean).join(', ')
}

document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('[data-does=redraw]') : null
  if (!link) return
  event.preventDefault()
  const turn = inFocus()
  if (turn) history.replaceState(null, '', `#${turn.id}`)
  location.reload()
})

/** @type {ReturnType<typeof setTimeout> | undefined} */
let leaving
new MutationObserver(() => {
  clearTimeout(leaving)
  if (said.textContent) leaving = setTimeout(() => said.replaceChildren(), SAID_STAYS)
}).observe(said, { childList: true })
