// The grid of a matrix: arrows move from cell to cell, Enter opens the words behind one, P pins its row and Shift+P its column.
import { startWindows } from './matrix-windows.js'
import { areKeysOff } from './typing.js'

const section = /** @type {HTMLElement | null} */ (document.querySelector('[data-island="matrix"]'))
if (section) startGrid(section)

/** @param {HTMLElement} grid */
function startGrid(grid) {
  const rows = Number(grid.dataset['rows'])
  const columns = Number(grid.dataset['columns'])
  /** @type {{ row: number, column: number } | null} the cell that holds the focus of the grid, and one that waits to be drawn */
  let at = null
  /** @type {{ row: number, column: number } | null} */
  let wanted = null
  /** Whether the focus is in the grid: a cell that is drawn anew has lost it without anybody's having left. */
  let isHere = false
  const windows = grid.querySelector('table[data-whole]') ? null : startWindows(grid, rows, columns)

  settle()
  const open = placeOf(grid.querySelector('[data-at][aria-current]'))
  if (open) windows?.show(open)
  new MutationObserver(settle).observe(grid, { childList: true })

  grid.addEventListener('focusin', (event) => {
    const cell = /** @type {HTMLElement} */ (event.target).closest('[data-at]')
    isHere = cell !== null || (isHere && event.target === grid)
    if (cell) hold(/** @type {HTMLElement} */ (cell))
  })
  document.addEventListener('focusin', (event) => {
    if (!grid.contains(/** @type {Node} */ (event.target))) isHere = false
  })
  document.addEventListener('pointerdown', (event) => {
    if (!grid.contains(/** @type {Node} */ (event.target))) isHere = false
  })
  grid.addEventListener('keydown', (event) => {
    const target = /** @type {HTMLElement} */ (event.target)
    const from = wanted ?? placeOf(target.closest('[data-at]')) ?? (target === grid ? at : null)
    if (!from || event.metaKey || event.altKey) return
    const to = step(event, from)
    if (to) {
      event.preventDefault()
      go(to)
    } else if (event.key.toLowerCase() === 'p' && !event.ctrlKey && !areKeysOff()) pin(event, from)
  })

  // Nothing is in focus yet, or the content whole, to which the link past the menus goes: an arrow comes to the cell that Tab would come to.
  document.addEventListener('keydown', (event) => {
    const isNowhere = document.activeElement === document.body || document.activeElement?.id === 'main'
    if (event.defaultPrevented || !isNowhere || !/^Arrow/.test(event.key)) return
    if (event.shiftKey || event.ctrlKey || event.altKey || event.metaKey) return
    const first = /** @type {HTMLElement | null} */ (grid.querySelector('[data-at][tabindex="0"]'))
    if (!first) return
    event.preventDefault()
    first.focus()
  })

  /** After a part was drawn: its gaps, one cell in the tab order, and the focus where it was going. */
  function settle() {
    windows?.lay()
    const first = cellAt(at) ?? grid.querySelector('[data-at][aria-current]') ?? grid.querySelector('[data-at]')
    for (const cell of grid.querySelectorAll('[data-at]')) /** @type {HTMLElement} */ (cell).tabIndex = -1
    if (first) /** @type {HTMLElement} */ (first).tabIndex = 0
    const waits = cellAt(wanted)
    if (waits) {
      wanted = null
      waits.focus()
    } else if (isHere && !grid.contains(document.activeElement)) {
      // The cell in focus was scrolled out of what is drawn: the grid keeps the keys until it, or another, is there.
      const same = cellAt(at)
      if (same) same.focus({ preventScroll: true })
      else grid.focus({ preventScroll: true })
    } else if (document.activeElement === grid && isHere) cellAt(at)?.focus({ preventScroll: true })
  }

  /** @param {HTMLElement} cell */
  function hold(cell) {
    const before = cellAt(at) ?? grid.querySelector('[data-at][tabindex="0"]')
    if (before) /** @type {HTMLElement} */ (before).tabIndex = -1
    cell.tabIndex = 0
    at = placeOf(cell)
  }

  /** @param {{ row: number, column: number }} to */
  function go(to) {
    const cell = cellAt(to)
    if (cell) return cell.focus()
    wanted = to
    windows?.show(to)
  }

  /** @param {{ row: number, column: number } | null} place @returns {HTMLElement | null} */
  function cellAt(place) {
    return place && grid.querySelector(`[data-at="${place.row},${place.column}"]`)
  }

  /** Where a key leads. The totals stand past the last row and the last column. @param {KeyboardEvent} event @param {{ row: number, column: number }} from */
  function step({ key, ctrlKey }, { row, column }) {
    const page = 10
    /** @type {Record<string, [number, number]>} */
    const ways = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0], PageDown: [page, 0], PageUp: [-page, 0] }
    if (key === 'Home') return { row: ctrlKey ? 0 : row, column: 0 }
    if (key === 'End') return { row: ctrlKey ? rows : row, column: columns }
    const way = ctrlKey ? undefined : ways[key]
    if (!way) return null
    return { row: Math.max(0, Math.min(rows, row + way[0])), column: Math.max(0, Math.min(columns, column + way[1])) }
  }

  /** @param {KeyboardEvent} event @param {{ row: number, column: number }} place */
  function pin(event, place) {
    const cell = cellAt(place)
    const head = event.shiftKey ? headOf(cell) : cell?.closest('tr')?.querySelector('[data-row]')
    const key = /** @type {HTMLElement | null | undefined} */ (head)?.dataset[event.shiftKey ? 'column' : 'row']
    const form = /** @type {HTMLFormElement | null} */ (document.getElementById('wish'))
    const field = /** @type {HTMLInputElement | null} */ (form?.querySelector(`[name="${event.shiftKey ? 'pincolumns' : 'pinrows'}"]`))
    if (!key || !form || !field) return
    event.preventDefault()
    const keys = field.value.split('.').filter(Boolean)
    field.value = (keys.includes(key) ? keys.filter((one) => one !== key) : [...keys, key].slice(-3)).join('.')
    form.requestSubmit()
  }

  /** The head of a cell's column. @param {HTMLElement | null} cell */
  function headOf(cell) {
    const cells = cell?.closest('td')
    return cells ? grid.querySelectorAll('thead tr:first-child > *')[cells.cellIndex] : undefined
  }
}

/** @param {Element | null} cell @returns {{ row: number, column: number } | null} */
function placeOf(cell) {
  const [row, column] = (cell?.getAttribute('data-at') ?? '').split(',').map(Number)
  return row === undefined || column === undefined || Number.isNaN(column) ? null : { row, column }
}
