// The rows of the codebook's tree, and the one form by which they are acted on.
const form = /** @type {HTMLFormElement} */ (document.getElementById('code-act'))
const base = /** @type {HTMLElement} */ (document.getElementById('code-menu')).dataset['base']

/** @returns {HTMLElement[]} every row, in reading order */
export function items() {
  return /** @type {HTMLElement[]} */ ([...document.querySelectorAll('#code-tree [role=treeitem]')])
}
/** Those that are not put away. */
export function visible() {
  return items().filter((item) => !item.parentElement?.closest('[aria-expanded=false]'))
}
/** @param {EventTarget | null} target @returns {HTMLElement | null} the row that it stands in */
export function itemOf(target) {
  return target instanceof Element ? target.closest('#code-tree [role=treeitem]') : null
}
/** @param {HTMLElement} item */
export function codeOf(item) {
  return item.dataset['code'] ?? ''
}
/** The code that is open at the right, '' for none. */
export function openCode() {
  return document.querySelector('#code-tree [aria-selected=true]')?.getAttribute('data-code') ?? ''
}
/** Where acts on a code are sent. @param {string} code @param {string} path */
export function addressOf(code, path) {
  return `${base}/codes/${code}/${path}`
}
/** Focus a row. @param {HTMLElement | null | undefined} item */
export function put(item) {
  item?.focus({ preventScroll: true })
  item?.querySelector('.book-row')?.scrollIntoView({ block: 'nearest' })
}

/** Whether who reads the page may change nothing on it. */
export function mayOnlyRead() {
  return document.body.dataset['may'] === 'read'
}

/** Do something with the code of a row: fill in the form and submit it. @param {HTMLElement} item @param {string} path @param {Record<string, string>} [fields] */
export function act(item, path, fields = {}) {
  if (mayOnlyRead()) return
  const to = addressOf(codeOf(item), path)
  const values = /** @type {Record<string, string>} */ ({ open: openCode(), ...fields })
  form.action = to
  form.setAttribute('hx-post', to)
  for (const field of form.querySelectorAll('input')) {
    field.disabled = values[field.name] === undefined
    field.value = values[field.name] ?? ''
  }
  form.requestSubmit()
}
