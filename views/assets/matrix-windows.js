// A large matrix is drawn by windows. Gaps stand for what is not drawn, so that the scroll bar is of the whole; the next window is asked for, by
// a form, before the edge of this one comes into view.
import { fill } from './fields.js'

/** @param {HTMLElement} grid @param {number} rows @param {number} columns how many there are in all */
export function startWindows(grid, rows, columns) {
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
    fill(form, { top: tall.from, tall: tall.size, left: broad.from, broad: broad.size, cell: open?.dataset['open'] ?? '' })
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
