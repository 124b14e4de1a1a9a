import type { MatrixOf, MatrixValue } from '../../src/domain/matrix.ts'

/** Everything that the address of a matrix says, but for the cell that stands open. */
export type MatrixWishes = {
  readonly value: MatrixValue
  readonly of: MatrixOf
  readonly rows: string
  readonly columns: string
  readonly filter: string
  readonly set: string
  readonly coder: number | undefined
  readonly theme: number | undefined
  readonly attribute: string
  readonly cuts: string
  readonly rowcuts: string
  readonly hideEmpty: boolean
  readonly sort: string
  readonly sortcolumns: string
  readonly pinrows: readonly string[]
  readonly pincolumns: readonly string[]
}

const usual = { value: 'quotations', rows: 'codes', columns: 'cases' } as const
const plain = ['of', 'filter', 'set', 'attribute', 'cuts', 'rowcuts', 'sort', 'sortcolumns'] as const

/** The query of the page without what is as it always is. */
export function wishesQuery(wishes: MatrixWishes): string {
  const query = new URLSearchParams()
  for (const name of ['value', 'rows', 'columns'] as const) if (wishes[name] !== usual[name]) query.set(name, wishes[name])
  for (const name of plain) if (wishes[name]) query.set(name, wishes[name])
  for (const name of ['coder', 'theme'] as const) if (wishes[name]) query.set(name, `${wishes[name]}`)
  for (const name of ['pinrows', 'pincolumns'] as const) if (wishes[name].length > 0) query.set(name, wishes[name].join('.'))
  if (wishes.hideEmpty) query.set('empty', 'hide')
  return `${query}`
}

/** The address of the page with some wishes changed. */
export function matrixAddress(slug: string, wishes: MatrixWishes, changes: Partial<MatrixWishes> = {}, cell?: string): string {
  const query = wishesQuery({ ...wishes, ...changes })
  const open = cell ? `cell=${cell}` : ''
  return `/projects/${slug}/matrix${query || open ? '?' : ''}${[query, open].filter(Boolean).join('&')}`
}

/** Rows become columns and columns rows, with all that was said of them. */
export function turned(wishes: MatrixWishes): Partial<MatrixWishes> {
  const of = wishes.of === 'row' ? 'column' : wishes.of === 'column' ? 'row' : wishes.of
  return {
    rows: wishes.columns,
    columns: wishes.rows,
    cuts: wishes.rowcuts,
    rowcuts: wishes.cuts,
    sort: wishes.sortcolumns,
    sortcolumns: wishes.sort,
    pinrows: wishes.pincolumns,
    pincolumns: wishes.pinrows,
    of,
  }
}

/** A key taken in among others, or out. */
export function toggled(keys: readonly string[], key: string): readonly string[] {
  return keys.includes(key) ? keys.filter((one) => one !== key) : [...keys, key].slice(-3)
}
