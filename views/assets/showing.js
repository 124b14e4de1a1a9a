// Which codings are shown. All are on the page; choosing some marks the others `off` where they stand, so that neither the text, the focus, the selection nor
// the scroll moves. The choice stands in the address, by which the server draws what an act changed. Without this each choice is a page of its own.
import { submitForm } from './fields.js'
import { layAgain } from './margin.js'
import { inFocus, turnOf } from './turns.js'

/** @typedef {{written: string, codes: string[] | null, coder: string | null}} Choice */

const transcript = /** @type {HTMLElement} */ (document.getElementById('transcript'))
/** @type {Choice} */
let choice = choiceOf(document.querySelector('.seeing [aria-current], .only[aria-current]'))
/** @type {Set<string>} codings just made, shown until the coder moves on */
const fresh = new Set()

/** @param {Element | null} link @returns {Choice} */
function choiceOf(link) {
  return {
    written: link?.getAttribute('data-show') ?? '',
    codes: link?.getAttribute('data-codes')?.split(' ') ?? null,
    coder: link?.getAttribute('data-coder') ?? null,
  }
}

/** @param {HTMLElement} coding */
function isShown(coding) {
  const { code = '', coder = '', coding: id = '' } = coding.dataset
  if (choice.written === '' || fresh.has(id)) return true
  return choice.codes ? choice.codes.includes(code) : choice.coder === coder
}

/** @param {HTMLAnchorElement} link one of a choice */
function show(link) {
  choice = choiceOf(link)
  fresh.clear()
  for (const turn of transcript.querySelectorAll('.turn:has(.coding)')) showIn(turn)
  layAgain()
  const address = new URL(link.href)
  history.replaceState(history.state, '', address.pathname + address.search + location.hash)
  markChosen(link)
  askForOverview()
}

function askForOverview() {
  submitForm('overview-form', { show: choice.written })
}

/** Say everywhere on the page what is chosen. @param {HTMLAnchorElement} link */
function markChosen(link) {
  for (const one of document.querySelectorAll('[data-show]')) mark(one, one.getAttribute('data-show') === choice.written)
  for (const row of document.querySelectorAll('.tree-row')) mark(row, row.getAttribute('data-code') === choice.written)
  const slot = /** @type {HTMLAnchorElement} */ (document.getElementById('show-one'))
  slot.hidden = ['', 'mine', 'none'].includes(choice.written)
  mark(slot, !slot.hidden)
  slot.href = link.href
  slot.textContent = slot.dataset['says']?.replace('#', link.dataset['key'] ?? link.textContent?.trim() ?? '') ?? ''
  const said = /** @type {HTMLElement} */ (document.getElementById('shown-said'))
  const chosen = document.querySelector('#showing [aria-current]')
  said.textContent = `${document.getElementById('showing')?.getAttribute('aria-label')}: ${chosen?.textContent?.trim()}`
}

/** @param {Element} element @param {boolean} on */
function mark(element, on) {
  if (on) element.setAttribute('aria-current', 'true')
  else element.removeAttribute('aria-current')
}

/** Mark what of a paragraph is shown; its words are washed as words.tsx washes them. @param {Element} turn */
function showIn(turn) {
  const margin = /** @type {HTMLElement} */ (turn.querySelector('.margin'))
  /** @type {Map<string, string>} */
  const tones = new Map()
  for (const coding of /** @type {NodeListOf<HTMLElement>} */ (margin.querySelectorAll('.coding'))) {
    const shown = isShown(coding)
    coding.classList.toggle('off', !shown)
    if (shown) tones.set(coding.dataset['coding'] ?? '', /\bt(\d)\b/.exec(coding.className)?.[1] ?? '8')
  }
  margin.dataset['shown'] = choice.written
  for (const run of turn.querySelectorAll('mark[data-codings]')) {
    const over = (run.getAttribute('data-codings') ?? '').split(' ').filter((id) => tones.has(id))
    run.className = washOf(over.map((id) => tones.get(id) ?? '8'))
  }
}

/** @param {string[]} over the themes' tones, one for each coding */
function washOf(over) {
  const [first, second] = new Set(over)
  if (!first) return ''
  const dense = over.length >= 6 ? ' n6' : over.length >= 4 ? ' n4' : ''
  return `run a${first}${second ? ` b${second} many` : ''}${dense}`
}

/** After an answer: what was drawn anew follows the choice; codings just made stay until the coder moves on. */
export function showAgain() {
  if (choice.written === '') return
  for (const coding of transcript.querySelectorAll('.coding.fresh')) fresh.add(coding.getAttribute('data-coding') ?? '')
  for (const turn of transcript.querySelectorAll('.turn:has(.coding)'))
    if (/** @type {HTMLElement} */ (turn.querySelector('.margin')).dataset['shown'] !== choice.written) showIn(turn)
}

/** Moving on to another paragraph lets go of what was just made. @param {Element} turn */
export function leaveFresh(turn) {
  if (fresh.size === 0) return
  const left = new Set([...fresh].flatMap((id) => [...transcript.querySelectorAll(`.coding[data-coding="${id}"]`)].map(turnOf)))
  if (left.has(/** @type {HTMLElement} */ (turn))) return
  fresh.clear()
  for (const one of left) if (one) showIn(one)
  layAgain()
  askForOverview()
}

/** Show only the code of what is in hand: the row of the codebook, else the coding that is open, in focus, or first in the paragraph. Once more: all. @returns {boolean} */
export function showOnly() {
  const chosen = choice.codes !== null
  const code =
    document.activeElement?.closest('.tree-row')?.getAttribute('data-code') ??
    codeOf(document.querySelector('#passage .open')) ??
    document.activeElement?.closest('.coding')?.getAttribute('data-code') ??
    inFocus()?.querySelector('.coding:not(.off)')?.getAttribute('data-code')
  const link = chosen ? document.querySelector('#showing [data-show=""]') : document.querySelector(`.only[data-show="${code}"]`)
  if (link) show(/** @type {HTMLAnchorElement} */ (link))
  else document.getElementById('seeing')?.showPopover()
  return true
}

/** @param {Element | null} open */
function codeOf(open) {
  const id = open?.getAttribute('data-coding')
  return id ? transcript.querySelector(`.coding[data-coding="${id}"]`)?.getAttribute('data-code') : undefined
}

document.addEventListener('click', (event) => {
  const link = /** @type {Element} */ (event.target).closest?.('a[data-show]')
  if (!(link instanceof HTMLAnchorElement) || event.ctrlKey || event.metaKey) return
  event.preventDefault()
  show(link)
})
document.getElementById('show-one')?.addEventListener('click', (event) => event.preventDefault())
