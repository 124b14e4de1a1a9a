// Codes against codes: one number of the table is in the tab order, and arrows, Home and End move from number to number. The rest of the page is matrix.js's.

const table = /** @type {HTMLTableElement | null} */ (document.querySelector('[data-island="code-pairs"]'))
if (table) rove(table)

/** @param {HTMLTableElement} grid */
function rove(grid) {
  const rows = [...grid.querySelectorAll('tbody tr')].map((row) => [...row.querySelectorAll('td')])
  const links = /** @type {HTMLElement[]} */ ([...grid.querySelectorAll('a[data-cell]')])
  const hold = (/** @type {Element | undefined} */ cell) => {
    for (const link of links) link.tabIndex = link === cell ? 0 : -1
  }
  hold(links.find((link) => link.ariaCurrent === 'true') ?? links[0])
  grid.addEventListener('focusin', (event) => {
    const cell = /** @type {HTMLElement} */ (event.target).closest('a[data-cell]')
    if (cell) hold(cell)
  })
  grid.addEventListener('keydown', (event) => {
    const from = /** @type {HTMLElement} */ (event.target).closest('td')
    if (!from || event.ctrlKey || event.metaKey || event.altKey) return
    const row = rows.findIndex((cells) => cells.includes(from))
    const way = wayOf(event.key, rows, row, rows[row]?.indexOf(from) ?? -1) ?? []
    const to = way.map((cell) => /** @type {HTMLElement | null | undefined} */ (cell?.querySelector('a[data-cell]'))).find((link) => link)
    if (!to) return
    event.preventDefault()
    to.focus()
  })
}

/**
 * The cells that a key passes, nearest first.
 * @param {string} key @param {HTMLTableCellElement[][]} rows @param {number} row @param {number} column
 * @returns {(HTMLTableCellElement | undefined)[] | undefined}
 */
function wayOf(key, rows, row, column) {
  const line = rows[row] ?? []
  const standing = rows.map((cells) => cells[column])
  if (key === 'ArrowRight') return line.slice(column + 1)
  if (key === 'ArrowLeft') return line.slice(0, column).reverse()
  if (key === 'ArrowDown') return standing.slice(row + 1)
  if (key === 'ArrowUp') return standing.slice(0, row).reverse()
  if (key === 'Home') return line
  if (key === 'End') return [...line].reverse()
  return undefined
}
