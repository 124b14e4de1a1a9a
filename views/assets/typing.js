// Whose a key press is: the field's that somebody stands in, or the page's.

/** Whether letters go into what has the focus. @param {EventTarget | null} target */
export function isTyping(target) {
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || target.matches('textarea, select, input:not([type=checkbox], [type=radio], [type=button], [type=submit])')
}

/** Whether a field has the focus, one to tick too: where the arrows are keys of the page, a row of choices keeps them. @param {EventTarget | null} target */
export function isInField(target) {
  return target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]')
}

/** Somebody has switched off the keys that are single signs. */
export function areKeysOff() {
  return document.documentElement.dataset['keys'] === 'off'
}
