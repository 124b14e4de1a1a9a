import { groupBy } from './group-by.ts'
import { type Matrix, type MatrixMember, type MatrixOf, type Place, valueAt } from './matrix.ts'

/**
 * How somebody wants to see a matrix. `sort`: the key of a column by which rows stand, `total` or `name`; a minus before it
 * turns the order round; '' as they are. `sortColumns` the same of rows. Pinned members stand first, in this order. `theme`: only
 * its codes.
 */
export type Arrangement = {
  readonly of: MatrixOf
  readonly sort: string
  readonly sortColumns: string
  readonly pinRows: readonly string[]
  readonly pinColumns: readonly string[]
  readonly hideEmpty: boolean
  readonly theme?: number | undefined
}
/** The numbers of rows and columns in the order in which they are shown; the first few of each are pinned. */
export type Arranged = { readonly rows: readonly number[]; readonly columns: readonly number[]; readonly pinnedRows: number; readonly pinnedColumns: number }

export function arrange(matrix: Matrix, wish: Arrangement): Arranged {
  const rows = sideOf(matrix.rows, wish, { sort: wish.sort, pins: wish.pinRows, valueAlong: valuesAlong(matrix, wish, wish.sort, 'rows') })
  const columns = sideOf(matrix.columns, wish, {
    sort: wish.sortColumns,
    pins: wish.pinColumns,
    valueAlong: valuesAlong(matrix, wish, wish.sortColumns, 'columns'),
  })
  return { rows: rows.order, columns: columns.order, pinnedRows: rows.pinned, pinnedColumns: columns.pinned }
}

/** A code that was retired and has nothing stands nowhere. */
function isShown(member: MatrixMember): boolean {
  return !member.code?.retired || member.codings > 0
}

type Wanted = { sort: string; pins: readonly string[]; valueAlong: ((member: number) => number) | null }

function sideOf(members: readonly MatrixMember[], { hideEmpty, theme }: Arrangement, { sort, pins, valueAlong }: Wanted): { order: number[]; pinned: number } {
  const shown = [...members.keys()].filter((at) => {
    const member = members[at]!
    return isShown(member) && (!hideEmpty || member.quotations > 0) && (!theme || !member.code || member.code.themeId === theme)
  })
  const pinned = pins.map((key) => shown.find((at) => members[at]!.key === key)).filter((at) => at !== undefined)
  const rest = shown.filter((at) => !pinned.includes(at))
  return { order: [...pinned, ...sorted(members, rest, sort, valueAlong)], pinned: pinned.length }
}

/** By what a row (or a column) shows where the other side has the key. Null where nothing has it. */
function valuesAlong(matrix: Matrix, { of }: Arrangement, sort: string, side: 'rows' | 'columns'): Wanted['valueAlong'] {
  const key = sort.replace(/^-/, '')
  const others = side === 'rows' ? matrix.columns : matrix.rows
  const other = key === 'total' ? -1 : others.findIndex((member) => member.key === key)
  if (key !== 'total' && other < 0) return null
  return (member) => valueAt(matrix, of, (side === 'rows' ? { row: member, column: other } : { row: other, column: member }) satisfies Place)
}

/** Codes stay under what they stand under: only those of one parent change places. */
function sorted(members: readonly MatrixMember[], shown: readonly number[], sort: string, valueAlong: Wanted['valueAlong']): number[] {
  const byName = sort.replace(/^-/, '') === 'name'
  if (!byName && !valueAlong) return [...shown]
  const turned = sort.startsWith('-') ? -1 : 1
  const compare = byName
    ? (a: number, b: number) => turned * (members[a]!.label ?? '').localeCompare(members[b]!.label ?? '', 'sv', { numeric: true })
    : (a: number, b: number) => turned * (valueAlong!(b) - valueAlong!(a)) || a - b
  const ids = new Set(shown.flatMap((at) => members[at]!.code?.id ?? []))
  const parentOf = (at: number) => {
    const parentId = members[at]!.code?.parentId ?? null
    return parentId !== null && ids.has(parentId) ? parentId : null
  }
  const below = groupBy(shown, parentOf)
  const grow = (parentId: number | null): number[] => [...(below.get(parentId) ?? [])].sort(compare).flatMap((at) => [at, ...under(at)])
  const under = (at: number) => (members[at]!.code ? grow(members[at]!.code.id) : [])
  return grow(null)
}
