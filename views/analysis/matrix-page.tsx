import { useReader } from '../layout/reader.ts'
import { CellColumn, type OpenCell } from './cell-column.tsx'
import { type MatrixWishes, wishesQuery } from './matrix-address.ts'
import type { ShownMatrix } from './matrix-drawing.ts'
import { type MatrixChoices, MatrixForm } from './matrix-form.tsx'
import { MatrixTable } from './matrix-table.tsx'
import { SaveSet } from './save-set.tsx'

type Props = { slug: string; shown: ShownMatrix; choices: MatrixChoices; wishes: MatrixWishes; sentence: string; filter: string; open: OpenCell | undefined }

/** Who speaks of what: the sentence that says what is counted, the table, and beside it the words behind a cell. */
export function MatrixPage({ slug, shown, choices, wishes, sentence, filter, open }: Props) {
  const { say } = useReader()
  const { rows, columns, value, of, cuts, rowcuts } = wishes
  const exporting = new URLSearchParams({
    ...(filter && { filter }),
    rows,
    columns,
    values: value,
    ...(of && { of }),
    ...(cuts && { cuts }),
    ...(rowcuts && { 'row-cuts': rowcuts }),
  })
  return (
    <>
      <div class="matrix-main">
        <h1>{say('matrix.title')}</h1>
        <MatrixForm slug={slug} choices={choices} wishes={wishes} sentence={sentence} exporting={`${exporting}`} />
        {filter && <SaveSet slug={slug} filter={filter} back={`/projects/${slug}/matrix?${wishesQuery(wishes)}`} />}
        {shown.matrix.rows.length === 0 || shown.matrix.columns.length === 0 || shown.matrix.total.codings === 0 ? (
          <p class="notice">{filter ? say('quotations.none') : shown.matrix.total.codings === 0 ? say('matrix.empty') : say('matrix.nothing-there')}</p>
        ) : (
          <>
            <MatrixTable slug={slug} shown={shown} wishes={wishes} />
            <Asking slug={slug} wishes={wishes} />
          </>
        )}
      </div>
      <CellColumn slug={slug} open={open} />
    </>
  )
}

/** What the island submits: for the words behind a cell, and for another part of a large table. */
function Asking({ slug, wishes }: { slug: string; wishes: MatrixWishes }) {
  const address = `/projects/${slug}/matrix`
  const fields = [...new URLSearchParams(wishesQuery(wishes))].map(([name, value]) => <input type="hidden" name={name} value={value} />)
  return (
    <>
      <form id="open-cell" action={address} hx-get={address} hx-target="#cell" hx-swap="outerHTML" hidden>
        {fields}
        <input type="hidden" name="cell" value="" />
      </form>
      <form id="draw-window" action={address} hx-get={address} hx-target="#matrix" hx-swap="outerHTML" hidden>
        {fields}
        {['top', 'left', 'tall', 'broad'].map((name) => (
          <input type="hidden" name={name} value="" />
        ))}
        <input type="hidden" name="part" value="window" />
        <input type="hidden" name="cell" value="" />
      </form>
    </>
  )
}
