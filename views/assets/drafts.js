// What could not be sent is kept in this browser. A browser that keeps nothing still has it in the field.

/** @param {string} key @param {string} words */
export function keepDraft(key, words) {
  try {
    localStorage.setItem(key, words)
  } catch {
    // It is in the field.
  }
}

/** @param {string} key */
export function readDraft(key) {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

/** @param {string} key */
export function forgetDraft(key) {
  try {
    localStorage.removeItem(key)
  } catch {
    // Nothing was kept.
  }
}
