import { type Heat, heatOf, stepsFor } from '../../src/domain/heat.ts'
import { useReader } from '../layout/reader.ts'
import { quotationsOf } from './analysis-parts.tsx'
import { CodeKey } from './code-key.tsx'
import { type TogetherWishes, togetherQuery } from './together-form.tsx'

export type ShownTogether = {
  codes: readonly { id: number; key: string; tone: number; depth: number; label: string; path: string; quotations: number }[]
  counts: readonly (readonly (number | null)[])[]
  left: number
}
type Props = { slug: string; table: ShownTogether; wishes: TogetherWishes; open: string | undefined; filterOf: (codeId: number) => string }

/** Codes against codes: each number opens its passages, the last column a code's quotations. */
export function TogetherTable({ slug, table, wishes, open, filterOf }: Props) {
  const { say, number } = useReader()
  const steps = stepsFor(table.counts.flat().map((n) => n ?? 0))
  return (
    <section class="over" aria-label={say('co.region')} tabindex={0}>
      <table class="matrix co-table" data-island="code-pairs">
        <caption class="vh">{say('co.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('co.code')}</th>
            {table.codes.map(({ key, label }) => (
              <th scope="col" class="case">
                <span>{`${key} ${label}`}</span>
              </th>
            ))}
            <th scope="col" class="sum">
              {say('matrix.quotations')}
            </th>
          </tr>
        </thead>
        <tbody>
          {table.codes.map((code, row) => (
            <tr class={code.depth === 0 ? 'theme' : 'sub'}>
              <th scope="row">
                <CodeKey code={code} named />
              </th>
              {table.codes.map((_, column) => (
                <td>
                  <Cell slug={slug} table={table} wishes={wishes} at={[row, column]} open={open} steps={steps} />
                </td>
              ))}
              <td class="sum">
                <a href={quotationsOf(slug, filterOf(code.id))}>{number(code.quotations)}</a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** Up to so many codes a number opens beside the table; in a larger one it asks for the page, which keeps it a third as heavy. */
const FEW = 30

type CellProps = Pick<Props, 'slug' | 'table' | 'wishes' | 'open'> & { at: [number, number]; steps: Heat }

function Cell({ slug, table, wishes, at: [row, column], open, steps }: CellProps) {
  const { say } = useReader()
  const n = table.counts[row]![column]
  if (row === column) return <span class="cell same" aria-hidden="true" />
  if (n === null || n === undefined)
    return (
      <span class="cell no-data" title={say('co.part')}>
        <span aria-hidden="true">·</span>
        <span class="vh">{say('co.part')}</span>
      </span>
    )
  if (n === 0) return <span class="cell h0">0</span>
  const [one, other] = [table.codes[row]!, table.codes[column]!]
  const cell = `${one.id}.${other.id}`
  const href = `?${new URLSearchParams({ ...togetherQuery(wishes), cell })}`
  const few = table.codes.length <= FEW
  const label = few ? say(wishes.relation === 'inside' ? 'co.cell-inside' : 'co.cell', { row: one.label, column: other.label, n }) : undefined
  const swap = few ? { 'hx-get': `/projects/${slug}/co-occurrence${href}`, 'hx-target': '#cell', 'hx-swap': 'outerHTML' } : {}
  const acts = { ...swap, 'data-cell': cell, 'aria-current': open === cell ? 'true' : undefined }
  return (
    <a class={`cell h${heatOf(n, steps)}`} href={href} aria-label={label} {...acts}>
      {n}
    </a>
  )
}
