import { type Heat, heatOf, stepsFor } from '../../src/domain/heat.ts'
import type { Say } from '../../src/texts/catalogue.ts'
import { useReader } from '../layout/reader.ts'
import { CodeKey } from './code-key.tsx'
import type { MatrixWishes } from './matrix-form.tsx'

type Counts = { quotations: number; codings: number; cases: number }
export type ShownMatrix = {
  columns: readonly (Counts & { key: string; label: string | null; caseIds: readonly number[]; withSource: number })[]
  rows: readonly (Counts & {
    code: { id: number; key: string; tone: number; depth: number; label: string; path: string; retired: boolean; themeId: number }
    cells: { quotations: readonly number[]; cases: readonly number[] }
    notAsked: readonly number[]
    basis: 'asked' | 'source'
    base: number
    casesInBase: number
    casesWaiting: number
  })[]
  total: Counts
  outside: number
  withSource: number
}
type Props = { matrix: ShownMatrix; wishes: MatrixWishes; address: string; open: string | undefined; noted: ReadonlySet<string> }

/** Cells beyond this many are plain links, named by the heads of their row and column alone, so that the page stays light. */
const MANY = 3000

/** Code by case. Every number is a link to the quotations that it counts. */
export function MatrixTable({ matrix, wishes, address, open, noted }: Props) {
  const { say } = useReader()
  const shown = [...matrix.columns.keys()].filter((column) => !wishes.hideEmpty || matrix.columns[column]!.quotations > 0)
  const rows = matrix.rows.filter((row) => (!wishes.hideEmpty || row.quotations > 0) && (!wishes.theme || row.code.themeId === wishes.theme))
  const steps = stepsFor(rows.flatMap((row) => shown.map((column) => row.cells[wishes.value][column]!)))
  const few = rows.length * shown.length <= MANY
  const link = linker(address, wishes, few)
  const drawing: Drawing = { say, link, open, steps, few, value: wishes.value, noted, cases: wishes.columns === 'cases' }
  return (
    <>
      <section class="over" tabindex={0} aria-label={say('matrix.region')}>
        <table class="matrix" data-island="matrix">
          <caption class="vh">{say(`matrix.caption.${wishes.value}`)}</caption>
          <thead>
            <tr>
              <td />
              {shown.map((column) => (
                <ColumnHead column={matrix.columns[column]!} grouped={wishes.columns !== 'cases'} />
              ))}
              <th scope="col" class="sum">
                {say('matrix.quotations')}
              </th>
              <th scope="col" class="sum">
                {say('matrix.cases-with')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr class={row.code.depth === 0 ? 'theme' : 'sub'}>
                <th scope="row">
                  <CodeKey code={row.code} named />
                </th>
                {shown.map((column) => (
                  <td>{cellOf(drawing, row, column, matrix.columns[column]!)}</td>
                ))}
                <td class="sum">
                  <a {...link(`${row.code.id}.all`, open)}>{row.quotations}</a>
                </td>
                <td class="sum">
                  <b>{row.casesInBase}</b> <span class="of">{say(`matrix.of.${row.basis}`, { base: row.base })}</span>
                  <Also unasked={row.cases - row.casesInBase - row.casesWaiting} waiting={row.casesWaiting} />
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{say(`matrix.total.${wishes.value}`)}</th>
              {shown.map((column) => (
                <td>
                  {matrix.columns[column]!.quotations > 0 && (
                    <a {...link(`all.${matrix.columns[column]!.key}`, open)}>{matrix.columns[column]![wishes.value]}</a>
                  )}
                </td>
              ))}
              <td class="sum">
                <a {...link('all.all', open)}>{matrix.total.quotations}</a>
              </td>
              <td class="sum">
                {matrix.total.cases} <span class="of">{say('matrix.of.source', { base: matrix.withSource })}</span>
              </td>
            </tr>
          </tfoot>
        </table>
      </section>
      <Legend steps={steps} />
      <p class="quiet small">
        {say('matrix.note')} {matrix.outside > 0 && say('matrix.outside', { n: matrix.outside })}
      </p>
    </>
  )
}

function ColumnHead({ column, grouped }: { column: ShownMatrix['columns'][number]; grouped: boolean }) {
  const { say } = useReader()
  const named = column.label ?? say('matrix.no-value')
  const label = grouped ? say('matrix.group-of', { label: named, n: column.caseIds.length }) : named
  const off = column.withSource === 0 ? say('matrix.no-source') : column.quotations === 0 ? say('matrix.not-coded') : ''
  return (
    <th scope="col" class={off ? 'case off' : 'case'}>
      <span>{off ? `${label}, ${off}` : label}</span>
    </th>
  )
}

type Link = (at: string, open: string | undefined) => Record<string, string | undefined>

function linker(address: string, wishes: MatrixWishes, live: boolean): Link {
  const query = wishesQuery(wishes)
  const asked = query ? `?${query}&` : '?'
  return (at, open) => {
    const href = `${asked}cell=${at}`
    const plain = { href, 'data-cell': at, 'aria-current': open === at ? 'true' : undefined }
    return live ? { ...plain, 'hx-get': address + href, 'hx-target': '#cell', 'hx-swap': 'outerHTML' } : plain
  }
}

/** The address of the page without what is as it always is. */
export function wishesQuery(wishes: MatrixWishes): string {
  const query = new URLSearchParams()
  if (wishes.value !== 'quotations') query.set('value', wishes.value)
  if (wishes.columns !== 'cases') query.set('columns', wishes.columns)
  if (wishes.hideEmpty) query.set('empty', 'hide')
  for (const name of ['filter', 'attribute', 'cuts'] as const) if (wishes[name]) query.set(name, wishes[name])
  for (const name of ['coder', 'theme'] as const) if (wishes[name]) query.set(name, `${wishes[name]}`)
  return `${query}`
}

type Drawing = {
  say: Say
  link: Link
  open: string | undefined
  steps: Heat
  few: boolean
  value: 'quotations' | 'cases'
  noted: ReadonlySet<string>
  cases: boolean
}

/** A cell that has a memo bears a mark. An empty one of a case is a link too, for a memo may say why nothing is there, unless there are very many. */
function cellOf(
  { say, link, open, steps, few, value, noted, cases }: Drawing,
  row: ShownMatrix['rows'][number],
  index: number,
  column: ShownMatrix['columns'][number],
) {
  const n = row.cells[value][index]!
  const label = column.label ?? say('matrix.no-value')
  const at = `${row.code.id}.${column.key}`
  const has = noted.has(at)
  if (n > 0 || has || (few && cases && column.withSource > 0 && !row.notAsked.includes(index))) {
    const { href, ...acts } = link(at, open)
    const name = few || has ? say(`matrix.cell.${value}`, { row: row.code.label, column: label, n }) + (has ? `, ${say('memo.has')}` : '') : undefined
    return (
      <a class={`cell h${heatOf(n, steps)}${has ? ' noted' : ''}`} href={href} {...acts} aria-label={name}>
        {n}
      </a>
    )
  }
  if (column.withSource === 0)
    return (
      <span class="cell no-data">
        <span class="vh">{say('matrix.no-source')}</span>
      </span>
    )
  if (row.notAsked.includes(index))
    return (
      <span class="cell not-asked" title={`${label}: ${say('status.not_asked')}`}>
        <span aria-hidden="true">–</span>
        <span class="vh">{say('status.not_asked')}</span>
      </span>
    )
  return <span class="cell h0">0</span>
}

function Legend({ steps }: { steps: Heat }) {
  const { say } = useReader()
  return (
    <div class="legend">
      <span>
        <span class="cell h0">0</span> {say('matrix.legend.none')}
      </span>
      {steps.map((low, index) => {
        const next = steps[index + 1]
        const range = next === undefined ? say('matrix.legend.more', { low }) : next - 1 === low ? `${low}` : `${low}–${next - 1}`
        return (
          <span>
            <span class={`cell h${index + 1}`}>{low}</span> {range}
          </span>
        )
      })}
      <span>
        <span class="cell not-asked">–</span> {say('status.not_asked')}
      </span>
      <span>{say('matrix.legend.no-source')}</span>
    </div>
  )
}

/** Cases with quotations that are not in the base. */
function Also({ unasked, waiting }: { unasked: number; waiting: number }) {
  const { say, number } = useReader()
  return (
    <>
      {unasked > 0 && <span class="of"> {say('matrix.also', { n: unasked })}</span>}
      {waiting > 0 && <span class="of">{` ${number(waiting)} ${say('status.waiting')}`}</span>}
    </>
  )
}
