// The way through the framework matrix by N.

/** The next that nobody has summed up, after the cell that holds the focus: down its column, then the next. After the open one the server knows it, beyond this part of the cases too. @param {string | undefined} open @returns {boolean} whether there is one */
export function openNextToDo(open) {
  const here = /** @type {HTMLElement | null} */ (document.activeElement?.closest('a[data-cell]') ?? null)
  const after = here && here.dataset['cell'] !== open ? todoAfter(here) : undefined
  const link = after ?? /** @type {HTMLAnchorElement | null} */ (document.querySelector('#cell [data-does=next-to-do]'))
  const cell = after ?? document.querySelector(`a[data-cell="${new URL(link?.href ?? location.href).searchParams.get('cell')}"]`)
  if (cell instanceof HTMLElement) cell.focus()
  link?.click()
  return link !== null
}

/** @param {HTMLElement} here @returns {HTMLAnchorElement | undefined} */
function todoAfter(here) {
  const orderOf = (/** @type {HTMLElement} */ cell) => {
    const [row = 0, column = 0] = (cell.dataset['at'] ?? '').split(',').map(Number)
    return column * 1e6 + row
  }
  const cells = /** @type {HTMLAnchorElement[]} */ ([...document.querySelectorAll('a[data-cell]:has([data-todo])')])
  return cells.sort((a, b) => orderOf(a) - orderOf(b)).find((cell) => orderOf(cell) > orderOf(here))
}
