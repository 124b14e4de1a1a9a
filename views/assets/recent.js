// The codes used last in this browser, by project: what `.` repeats, and what the picker offers early.

/** The codes used last, the latest first; with ids, those are now the latest. @param {string[]} [ids] @returns {string[]} */
export function rememberCodes(ids) {
  const place = `utsaga-recent-${document.body.dataset['project'] ?? ''}`
  /** @type {string[]} */
  let recent = []
  try {
    recent = JSON.parse(localStorage.getItem(place) ?? '[]')
    if (ids) localStorage.setItem(place, JSON.stringify([...ids, ...recent.filter((id) => !ids.includes(id))].slice(0, 9)))
  } catch {
    return ids ?? [] // A browser that keeps nothing still codes.
  }
  return ids ? [...ids, ...recent] : recent
}
