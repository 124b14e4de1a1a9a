// What others do is drawn round the coder's hands: nothing that they type in or have open is taken away, and what they look at stays where it is.
import { layTurns } from './margin.js'
import { isPickerOpen } from './picker.js'
import { inFocus } from './turns.js'

/** @typedef {{target: Element | null, fragment: DocumentFragment}} Task a piece of an answer and where it goes */

const passage = /** @type {HTMLElement} */ (document.getElementById('passage'))
/** @type {{turn: Element, top: number} | undefined} */
let held
let pressed = false
for (const [name, down] of /** @type {const} */ ([
  ['pointerdown', true],
  ['pointerup', false],
  ['pointercancel', false],
]))
  document.addEventListener(name, () => (pressed = down), { capture: true })

/** Somebody drags or presses: what comes now would come under their hand. */
export function isPressed() {
  return pressed
}

/** Somebody is in a field beside the transcript, or has written in one and not sent it. */
export function isTypingBeside() {
  if (document.querySelector('#text-editor textarea')) return true
  if (document.activeElement?.matches('#passage :is(textarea, select, input)')) return true
  return [...passage.querySelectorAll('textarea')].some((field) => field.value !== field.defaultValue)
}

/** Take out of an answer what somebody is using now. @param {Task[]} tasks @param {boolean} askedThere the passage itself asked @returns {boolean} whether anything was */
export function holdBack(tasks, askedThere) {
  const before = tasks.length
  if (isTypingBeside() && !askedThere) dropTasks(tasks, (id) => id === 'passage')
  if (isPickerOpen()) dropTasks(tasks, (id) => id === 'picker-codes' || id === 'pick-parent')
  return tasks.length < before
}

/** @param {Task[]} tasks @param {(id: string) => boolean} unwanted by the id of where they go */
export function dropTasks(tasks, unwanted) {
  for (let at = tasks.length - 1; at >= 0; at--) if (unwanted(tasks[at]?.target?.id ?? '')) tasks.splice(at, 1)
}

/** Note where what the coder looks at stands: the paragraph in focus, else the first in the window. */
export function holdStill() {
  const turn = inSight(inFocus()) ?? firstInSight()
  held = turn ? { turn, top: turn.getBoundingClientRect().top } : undefined
}

/** Put it back there, whatever has grown above it. */
export function standStill() {
  if (!held?.turn.isConnected) return
  layTurns([held.turn])
  const moved = held.turn.getBoundingClientRect().top - held.top
  const scroller = document.querySelector('.reading-scroll')
  if (Math.abs(moved) >= 1) (scroller && scroller.scrollHeight > scroller.clientHeight ? scroller : document.scrollingElement)?.scrollBy(0, moved)
  held = undefined
}

/** @param {Element | null} turn @returns {Element | null} */
function inSight(turn) {
  const box = turn?.getBoundingClientRect()
  return turn && box && box.bottom > 0 && box.top < innerHeight ? turn : null
}

function firstInSight() {
  const box = document.querySelector('.reading-scroll')?.getBoundingClientRect()
  return box ? document.elementFromPoint(box.left + box.width / 3, Math.max(box.top, 0) + 80)?.closest('.turn') : null
}
