// The matrix: arrows move from cell to cell, Esc closes the words beside it, a choice in the sentence asks at once.

const table = /** @type {HTMLTableElement | null} */ (document.querySelector('[data-island="matrix"]'))
if (table) rove(table)
for (const form of document.querySelectorAll('form[data-island="matrix-form"]')) askAtOnce(/** @type {HTMLFormElement} */ (form))

/** Roving tabindex: one cell of the grid is in the tab order, the last one that had focus. @param {HTMLTableElement} grid */
function rove(grid) {
  const rows = [...grid.querySelectorAll('tbody tr, tfoot tr')].map((row) => [...row.querySelectorAll('td')])
  const links = () => /** @type {HTMLElement[]} */ ([...grid.querySelectorAll('a[data-cell]')])
  const hold = (/** @type {HTMLElement} */ cell) => {
    for (const link of links()) link.tabIndex = link === cell ? 0 : -1
  }
  const first = links().find((link) => link.ariaCurrent === 'true') ?? links()[0]
  if (first) hold(first)

  grid.addEventListener('focusin', (event) => {
    const cell = /** @type {HTMLElement} */ (event.target).closest('a[data-cell]')
    if (cell) hold(/** @type {HTMLElement} */ (cell))
  })
  grid.addEventListener('keydown', (event) => {
    const from = /** @type {HTMLElement} */ (event.target).closest('td')
    if (!from || event.ctrlKey || event.metaKey || event.altKey) return
    const row = rows.findIndex((cells) => cells.includes(from))
    const column = rows[row]?.indexOf(from) ?? -1
    const to = step(event.key, row, column)
    if (!to) return
    event.preventDefault()
    to.focus()
  })
  grid.addEventListener('click', (event) => {
    const cell = /** @type {HTMLElement} */ (event.target).closest('a[data-cell]')
    if (cell?.hasAttribute('hx-get')) mark(/** @type {HTMLElement} */ (cell).dataset['cell'])
  })

  /** The next link in a direction, over cells that hold none. @param {string} key @param {number} row @param {number} column @returns {HTMLElement | null | undefined} */
  function step(key, row, column) {
    const line = rows[row]
    if (!line) return null
    const inLine = (/** @type {Element[]} */ cells) => cells.map(linkIn).find((link) => link)
    const inColumn = (/** @type {Element[][]} */ lines) => lines.map((cells) => cells[column] && linkIn(cells[column])).find((link) => link)
    if (key === 'ArrowRight') return inLine(line.slice(column + 1))
    if (key === 'ArrowLeft') return inLine(line.slice(0, column).reverse())
    if (key === 'ArrowDown') return inColumn(rows.slice(row + 1))
    if (key === 'ArrowUp') return inColumn(rows.slice(0, row).reverse())
    if (key === 'Home') return inLine(line)
    if (key === 'End') return inLine([...line].reverse())
    return null
  }
}

/** @param {Element} cell @returns {HTMLElement | null} */
function linkIn(cell) {
  return cell.querySelector('a[data-cell]')
}

/** Show which cell stands open. @param {string | undefined} address */
function mark(address) {
  for (const link of document.querySelectorAll('a[data-cell][aria-current]')) link.removeAttribute('aria-current')
  if (address) document.querySelector(`a[data-cell="${address}"]`)?.setAttribute('aria-current', 'true')
}

// What is open follows the words: also by the links to the cells beside it.
const main = document.querySelector('.matrix-page')
if (main)
  new MutationObserver(() => {
    const column = /** @type {HTMLElement | null} */ (document.querySelector('#cell'))
    mark(column?.dataset['open'])
    if (column?.dataset['open'] && getComputedStyle(column).position === 'static') column.scrollIntoView({ block: 'start' })
  }).observe(main, { childList: true })

// The cell that stands open bears the mark of a memo as long as it has one.
document.addEventListener('htmx:after:swap', () => {
  const column = /** @type {HTMLElement | null} */ (document.querySelector('#cell[data-open]:has(.memos)'))
  const cell = column && document.querySelector(`a[data-cell="${column.dataset['open']}"]`)
  if (!column || !cell) return
  const noted = column.querySelector('.memos .memo') !== null
  const mark = `, ${column.dataset['noted']}`
  const name = (cell.getAttribute('aria-label') ?? '').replace(mark, '')
  cell.classList.toggle('noted', noted)
  if (name) cell.setAttribute('aria-label', noted ? name + mark : name)
})

document.addEventListener('keydown', (event) => {
  if (event.key === 'f' && !isTyping(event)) return openFilter(event)
  if (event.key !== 'Escape') return
  const open = /** @type {HTMLElement | null} */ (document.querySelector('#cell[data-open]'))
  const close = /** @type {HTMLElement | null} */ (open?.querySelector('[data-close]'))
  if (!open || !close) return
  event.preventDefault()
  const cell = /** @type {HTMLElement | null} */ (document.querySelector(`a[data-cell="${open.dataset['open']}"]`))
  close.click()
  cell?.focus()
})

/** @param {KeyboardEvent} event */
function isTyping(event) {
  return (
    event.ctrlKey || event.metaKey || event.altKey || (event.target instanceof Element && event.target.matches('input, select, textarea, [contenteditable]'))
  )
}

/** @param {KeyboardEvent} event */
function openFilter(event) {
  const narrowing = /** @type {HTMLDetailsElement | null} */ (document.querySelector('details.narrowing'))
  const first = /** @type {HTMLElement | null} */ (document.querySelector('details.narrowing select, form[data-island] input[name="filter"]'))
  if (!first) return
  event.preventDefault()
  if (narrowing) narrowing.open = true
  first.focus()
}

/** A choice from a list is a wish; words are sent by Enter or the button. @param {HTMLFormElement} form */
function askAtOnce(form) {
  form.addEventListener('change', (event) => {
    if (event.target instanceof HTMLSelectElement || (event.target instanceof HTMLInputElement && event.target.type === 'checkbox')) form.requestSubmit()
  })
}
