// The grid of a matrix: arrows move from cell to cell, Enter opens the words behind one, P pins its row and Shift+P its
// column. A large matrix is drawn by windows: where somebody scrolls, a form asks for the part that comes into view.

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
    } else if (event.key.toLowerCase() === 'p' && !event.ctrlKey && document.documentElement.dataset['keys'] !== 'off') pin(event, from)
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

/**
 * Windows over a large table. Gaps stand for what is not drawn, so that the scroll bar is of the whole; the next window is
 * asked for before the edge of this one comes into view.
 * @param {HTMLElement} grid @param {number} rows @param {number} columns
 */
function startWindows(grid, rows, columns) {
  const [pinnedRows = 0, pinnedColumns = 0] = (grid.dataset['pinned'] ?? '').split(',').map(Number)
  const form = /** @type {HTMLFormElement | null} */ (document.getElementById('draw-window'))
  /** @type {{ tall: number, broad: number } | null} size of a row and a column, measured once */
  let size = null
  let asking = 0
  let looking = false
  grid.addEventListener('scroll', lookSoon)
  new ResizeObserver(lookSoon).observe(grid)

  return { lay, show }

  function drawn() {
    const table = /** @type {HTMLTableElement | null} */ (grid.querySelector('table'))
    if (!table) return null
    const bodyRows = table.tBodies[0]?.querySelectorAll('tr:not(.gap)') ?? []
    const heads = table.tHead?.rows[0]?.querySelectorAll('th.case:not(.pinned)') ?? []
    return { table, bodyRows, heads, top: Number(table.dataset['top']), left: Number(table.dataset['left']) }
  }

  /** Give the gaps their size. */
  function lay() {
    const now = drawn()
    if (!now || now.bodyRows.length === 0 || now.heads.length === 0) return
    size ??= { tall: extent(now.bodyRows, 'top', 'bottom'), broad: extent(now.heads, 'left', 'right') }
    const { table, bodyRows, heads, top, left } = now
    const sizes = {
      before: [top - pinnedRows, left - pinnedColumns],
      after: [rows - top - bodyRows.length, columns - left - heads.length],
    }
    for (const [name, [tall = 0, broad = 0]] of Object.entries(sizes)) {
      const below = /** @type {HTMLElement | null} */ (table.querySelector(`tr.gap[data-gap="${name}"] > td`))
      const beside = /** @type {HTMLElement | null} */ (table.querySelector(`thead tr:first-child > td.gap[data-gap="${name}"]`))
      if (below) below.style.height = `${Math.max(0, tall) * size.tall}px`
      if (beside) beside.style.minWidth = beside.style.width = `${Math.max(0, broad) * size.broad}px`
    }
    asking = 0
    lookSoon()
  }

  function lookSoon() {
    if (!looking) requestAnimationFrame(look)
    looking = true
  }

  /** Is what can be seen drawn, with something around it? Else ask for it. */
  function look() {
    looking = false
    const now = drawn()
    if (!now || !size || asking > Date.now()) return
    const tall = visible(grid.clientHeight, now.table.tHead?.offsetHeight ?? 0, size.tall, grid.scrollTop, pinnedRows, rows)
    const broad = visible(
      grid.clientWidth,
      now.table.querySelector('tbody th')?.getBoundingClientRect().width ?? 0,
      size.broad,
      grid.scrollLeft,
      pinnedColumns,
      columns,
    )
    const misses = isMissing(tall, now.top, now.bodyRows.length, pinnedRows, rows) || isMissing(broad, now.left, now.heads.length, pinnedColumns, columns)
    if (misses) ask(around(tall), around(broad))
  }

  /** Bring a cell into view, and so into a window. @param {{ row: number, column: number }} to */
  function show({ row, column }) {
    if (!size) return
    const tall = grid.clientHeight / 2
    const broad = grid.clientWidth / 2
    if (row < rows) grid.scrollTop = Math.max(0, (row - pinnedRows) * size.tall - tall)
    if (column < columns) grid.scrollLeft = Math.max(0, (column - pinnedColumns) * size.broad - broad)
    asking = 0
    look()
  }

  /** @param {{ from: number, size: number }} tall @param {{ from: number, size: number }} broad */
  function ask(tall, broad) {
    if (!form) return
    asking = Date.now() + 4000
    const open = /** @type {HTMLElement | null} */ (document.querySelector('#cell[data-open]'))
    const values = { top: tall.from, tall: tall.size, left: broad.from, broad: broad.size, cell: open?.dataset['open'] ?? '' }
    for (const [name, value] of Object.entries(values)) /** @type {HTMLInputElement} */ (form.elements.namedItem(name)).value = `${value}`
    form.requestSubmit()
  }
}

/** The mean size of elements in a line. @param {ArrayLike<Element>} line @param {'top' | 'left'} from @param {'bottom' | 'right'} to */
function extent(line, from, to) {
  const first = /** @type {Element} */ (line[0]).getBoundingClientRect()
  const last = /** @type {Element} */ (line[line.length - 1]).getBoundingClientRect()
  return (last[to] - first[from]) / line.length
}

/** What can be seen, as numbers. @param {number} room @param {number} head @param {number} size @param {number} scrolled @param {number} pinned @param {number} all */
function visible(room, head, size, scrolled, pinned, all) {
  const from = pinned + Math.floor(scrolled / size)
  return { from: Math.min(from, all), to: Math.min(all, from + Math.ceil((room - head) / size) + 1) }
}

/** Does a window lack some of what can be seen, or nearly so? @param {{ from: number, to: number }} seen @param {number} from @param {number} count @param {number} pinned @param {number} all */
function isMissing(seen, from, count, pinned, all) {
  const margin = Math.ceil((seen.to - seen.from) / 8)
  return Math.max(pinned, seen.from - margin) < from || Math.min(all, seen.to + margin) > from + count
}

/** A third of what can be seen before it and after it: more would take longer to draw than a frame has. @param {{ from: number, to: number }} seen */
function around({ from, to }) {
  const margin = Math.ceil((to - from) / 3)
  return { from: Math.max(0, from - margin), size: Math.min(100, to - from + 2 * margin) }
}
