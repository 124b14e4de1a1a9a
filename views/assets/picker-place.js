// Where the picker stands, and what of its list is seen.
import { boxOf } from './selection.js'
import { inFocus } from './turns.js'

/** Put it under the last line of a passage; above it where there is no room. @param {HTMLElement} picker @param {{start: number, end: number}} passage */
export function placeAt(picker, passage) {
  let frame = picker.offsetParent?.getBoundingClientRect()
  let box = boxOf(passage)
  if (box && (box.bottom < 0 || box.top > innerHeight)) {
    inFocus()?.scrollIntoView({ block: 'nearest' })
    frame = picker.offsetParent?.getBoundingClientRect()
    box = boxOf(passage)
  }
  if (!frame || !box) return
  const scroll = picker.offsetParent?.scrollTop ?? 0
  const height = picker.offsetHeight
  const floor = Math.min(innerHeight, frame.bottom) - 8
  const below = box.bottom + 8
  const above = box.top - height - 8
  const top = below + height > floor && above > frame.top ? above : Math.min(below, Math.max(frame.top, floor - height))
  picker.style.setProperty('--picker-at', `${top - frame.top + scroll}px`)
}

/** Scroll the list, and never the transcript behind it. @param {HTMLElement} list @param {HTMLElement} option */
export function revealIn(list, option) {
  const box = option.getBoundingClientRect()
  const frame = list.getBoundingClientRect()
  if (box.top < frame.top) list.scrollTop -= frame.top - box.top
  else if (box.bottom > frame.bottom) list.scrollTop += box.bottom - frame.bottom
}
