// The fields of the page's own forms, by their names.

/** @param {HTMLFormElement} form @param {string} name */
export function fieldOf(form, name) {
  return /** @type {HTMLInputElement} */ (form.elements.namedItem(name))
}

/** @param {HTMLFormElement} form @param {Record<string, string | number>} values by the names of their fields */
export function fill(form, values) {
  for (const [name, value] of Object.entries(values)) fieldOf(form, name).value = String(value)
}

/** Fill the form of an id, and submit it. @param {string} id @param {Record<string, string | number>} values */
export function submitForm(id, values) {
  const form = /** @type {HTMLFormElement} */ (document.getElementById(id))
  fill(form, values)
  form.requestSubmit()
}
