// Sheets at the bottom of a phone: the words they are about are kept in sight above them.

/** Scroll so far that a box of the window stands above a sheet that covers it. @param {Element | null} sheet @param {DOMRect | undefined} box */
export function raiseAbove(sheet, box) {
  if (!sheet || !box || getComputedStyle(sheet).position !== 'fixed') return
  const free = sheet.getBoundingClientRect().top - GAP
  if (box.bottom > free) scrollBy({ top: Math.min(box.bottom - free, Math.max(0, box.top - HEAD)), behavior: 'instant' })
}
/** Between the words and the sheet, and what the bar at the top takes, px. */
const GAP = 24
const HEAD = 90
