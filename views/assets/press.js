/** Press the first link or button that a selector finds. @param {string} selector @param {ParentNode} [within] @returns {boolean} whether there was one */
export function press(selector, within = document) {
  const found = /** @type {HTMLElement | null} */ (within.querySelector(selector))
  found?.click()
  return found !== null
}
