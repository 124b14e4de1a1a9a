// Each bar covers the lines of its words; names stand beside them, as many as the paragraph has room for, the others as keys (name-rows.js). The paragraph in
// focus has all its names, over what stands below it in the margin. Nothing here moves a line of the text. Without this every bar stands by its whole paragraph:
// all there, less exact. Only paragraphs near the window are laid: all are read, then all are written, so that the browser lays the page out once.
import { rowsOf } from './name-rows.js'

const transcript = /** @type {HTMLElement} */ (document.getElementById('transcript'))
/** How many rows the paragraph in focus may take. */
const SPILL = 18
/** So many paragraphs an act may code at once and have laid at once. */
const A_FEW = 20
/** Between two keys in a row, px. */
const GAP = 2
/** Where names have less room than this they stand without initials, px. */
const TIGHT = 130
/** @type {Set<HTMLElement>} */
const near = new Set()
/** @type {Map<string, number>} how wide a key is, by what stands in it */
const widths = new Map()

const watching = new IntersectionObserver(
  (entries) => {
    for (const entry of entries) near[entry.isIntersecting ? 'add' : 'delete'](/** @type {HTMLElement} */ (entry.target))
    lay([...near].filter(isBare))
  },
  // The page scrolls on a phone, the transcript within it elsewhere: a margin for each.
  /** @type {IntersectionObserverInit} */ ({ rootMargin: '600px 0px', scrollMargin: '600px 0px' }),
)
/** @type {WeakSet<Element>} */
const watched = new WeakSet()

/** Lay what was drawn anew near the window, and watch paragraphs that have got their first coding. @param {HTMLElement[]} turns all of the transcript's */
export function layMargins(turns) {
  const first = turns.filter((turn) => !watched.has(turn) && turn.querySelector('.coding') !== null)
  for (const turn of first) {
    watched.add(turn)
    watching.observe(turn)
  }
  // What an act has just coded is laid before it is seen, not a frame after.
  if (first.length <= A_FEW) for (const turn of first) near.add(turn)
  lay([...near].filter((turn) => turn.isConnected && isBare(turn)))
}

/** Lay everything near the window again: the window, the letters or what is shown has changed. */
export function layAgain() {
  widths.clear()
  lay([...near].filter((turn) => turn.isConnected))
}
addEventListener('resize', layAgain)

/** Lay these paragraphs: where the focus left and came. @param {(Element | null)[]} turns */
export function layTurns(turns) {
  lay(/** @type {HTMLElement[]} */ (turns.filter((turn) => turn?.querySelector('.coding'))))
}

/** @param {HTMLElement} turn */
function isBare(turn) {
  return turn.querySelector('.margin:not(.placed) .coding') !== null
}

/** @param {HTMLElement[]} turns */
function lay(turns) {
  for (const write of turns.map(measure)) write?.()
  // Names that reach below their paragraph end where those under them do: those have just found their places.
  const over = /** @type {HTMLElement | null | undefined} */ (transcript.querySelector('.in-focus .spills')?.closest('.turn'))
  if (over && turns.some((turn) => turn !== over)) measure(over)?.()
}

/** @typedef {{lead: HTMLElement, all: HTMLElement[], from: number, key: number}} Named codings with one name */

/** Read where everything is. @param {HTMLElement} turn @returns {(() => void) | undefined} what writes it */
function measure(turn) {
  const words = turn.querySelector('.words')
  const margin = /** @type {HTMLElement | null} */ (turn.querySelector('.margin'))
  if (!words || !margin || margin.offsetWidth === 0) return undefined
  const box = margin.getBoundingClientRect()
  const frame = turn.getBoundingClientRect()
  const lines = linesOf(words, box.top)
  const all = /** @type {HTMLElement[]} */ ([...margin.querySelectorAll('.coding')])
  const names = namesIn(all, lines)
  const style = getComputedStyle(margin)
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
  const lanes = Number(style.getPropertyValue('--max')) * Number.parseFloat(style.getPropertyValue('--pitch'))
  const room = { top: frame.top - box.top, bottom: frame.bottom - box.top, row: 1.5 * rem, width: box.width - lanes - 4 + GAP }
  const open = turn.classList.contains('in-focus') ? Math.max(room.bottom, SPILL * room.row) : room.bottom
  const placed = rowsOf(names, { ...room, bottom: open })
  const ends = box.top + (placed.rows.at(-1)?.at ?? 0) + room.row
  const spill = ends > frame.bottom ? coveredBelow(turn, ends) - frame.bottom : 0
  return () => {
    for (const coding of all) writeBar(coding, lines.get(coding.dataset['coding'] ?? ''))
    writeNames(names, placed, room.width < TIGHT)
    writeEnd(margin, names, placed, { wide: room.width, spill })
  }
}

/** How far down names that end at a height of the window cover the margin: to the end of a name that they would cut in two. @param {Element} turn @param {number} ends */
function coveredBelow(turn, ends) {
  for (let next = turn.nextElementSibling; next && next.getBoundingClientRect().top < ends; next = next.nextElementSibling)
    for (const name of next.querySelectorAll('.placed .coding:not(.rest, .off) > .bar-name')) {
      const box = name.getBoundingClientRect()
      if (box.top < ends && box.bottom > ends) return box.bottom
    }
  return ends
}

/** @param {HTMLElement} coding @param {{from: number, to: number} | undefined} lines */
function writeBar(coding, lines) {
  if (!lines) return
  coding.style.setProperty('--from', `${lines.from}px`)
  coding.style.setProperty('--tall', `${lines.to - lines.from}px`)
}

/** @param {Named[]} names @param {ReturnType<typeof rowsOf>} placed @param {boolean} tight no room for whose they are */
function writeNames(names, { rows, left }, tight) {
  for (const { all } of names) for (const coding of all) coding.classList.add('rest')
  for (const row of rows) {
    let x = 0
    for (const index of row.names) {
      const { lead, all, key } = /** @type {Named} */ (names[index])
      lead.classList.remove('rest')
      lead.classList.toggle('short', row.names.length > 1 || (left > 0 && row === rows.at(-1)))
      for (const [nth, coding] of all.entries()) {
        coding.classList.toggle('also', coding !== lead)
        coding.classList.toggle('rest', coding !== lead && (tight || lead.classList.contains('short')))
        coding.style.setProperty('--name-at', `${row.at}px`)
        coding.style.setProperty('--name-x', `${x}px`)
        coding.style.setProperty('--nth', `${tight ? 0 : all.length - nth - 1}`)
      }
      x += key
    }
  }
}

/** What has no place, and what the names cover below the paragraph. @param {HTMLElement} margin @param {Named[]} names @param {ReturnType<typeof rowsOf>} placed @param {{wide: number, spill: number}} how */
function writeEnd(margin, names, { rows, left }, { wide, spill }) {
  const last = rows.at(-1)
  const x = last?.names.reduce((sum, index) => sum + (names[index]?.key ?? 0), 0) ?? 0
  margin.toggleAttribute('data-more', left > 0)
  if (left > 0) margin.dataset['more'] = `+${left}`
  for (const [name, value] of Object.entries({ '--more-at': last?.at ?? 0, '--more-x': x, '--wide': wide, '--spill': spill }))
    margin.style.setProperty(name, `${value}px`)
  margin.classList.toggle('spills', spill > 0)
  margin.classList.toggle('tight', wide < TIGHT)
  margin.classList.add('placed')
}

/** Those that are shown, by name, in the order of their lines. @param {HTMLElement[]} all @param {Map<string, {from: number}>} lines @returns {Named[]} */
function namesIn(all, lines) {
  /** @type {Map<string, Named>} */
  const names = new Map()
  for (const coding of all) {
    const from = lines.get(coding.dataset['coding'] ?? '')?.from
    if (from === undefined || coding.classList.contains('off')) continue
    const name = coding.dataset['name'] ?? coding.dataset['coding'] ?? ''
    const there = names.get(name)
    if (there) there.all.push(coding)
    else names.set(name, { lead: coding, all: [coding], from, key: keyWidth(coding) })
  }
  return [...names.values()].sort((a, b) => a.from - b.from)
}

/** @param {HTMLElement} coding */
function keyWidth(coding) {
  const key = /** @type {HTMLElement | null} */ (coding.querySelector('.key'))
  const text = key?.textContent ?? ''
  const known = widths.get(text)
  if (known !== undefined) return known
  const width = (key?.offsetWidth ?? 0) + GAP
  widths.set(text, width)
  return width
}

/** First and last line of every coding's words in the paragraph, below the margin's top. @param {Element} words @param {number} top */
function linesOf(words, top) {
  /** @type {Map<string, {from: number, to: number}>} */
  const lines = new Map()
  for (const run of words.querySelectorAll('[data-codings]')) {
    const boxes = run.getClientRects()
    if (boxes.length === 0) continue
    const from = /** @type {DOMRect} */ (boxes[0]).top - top
    const to = /** @type {DOMRect} */ (boxes[boxes.length - 1]).bottom - top
    for (const id of (run.getAttribute('data-codings') ?? '').split(' ')) {
      const known = lines.get(id)
      lines.set(id, known ? { from: Math.min(known.from, from), to: Math.max(known.to, to) } : { from, to })
    }
  }
  return lines
}

/** Light up the words, bars and name of what the mouse or the focus is on: of all codings that share the name. @param {Element} target @param {boolean} on */
export function light(target, on) {
  const coding = /** @type {HTMLElement | null} */ (target.closest('.coding'))
  if (!coding) return
  const name = coding.dataset['name']
  const all = name && !target.closest('.also') ? [...(coding.parentElement?.querySelectorAll(`[data-name="${name}"]`) ?? [])] : [coding]
  for (const one of all) lightOne(one, on)
  coding.closest('.turn')?.classList.toggle('lit', on)
}

/** @param {Element} coding @param {boolean} on */
function lightOne(coding, on) {
  const tone = [...coding.classList].find((name) => /^t\d$/.test(name)) ?? 't8'
  coding.classList.toggle('lit', on)
  coding.querySelector('.bar-name')?.classList.toggle('lit', on)
  for (const run of transcript.querySelectorAll(`[data-codings~="${coding.getAttribute('data-coding')}"]`)) {
    run.classList.toggle('lit', on)
    run.classList.toggle(tone, on)
  }
}
