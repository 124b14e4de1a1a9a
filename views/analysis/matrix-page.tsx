import { useReader } from '../layout/reader.ts'
import { CellColumn, type OpenCell } from './cell-column.tsx'
import { type MatrixChoices, MatrixForm, type MatrixWishes } from './matrix-form.tsx'
import { MatrixTable, type ShownMatrix } from './matrix-table.tsx'

type Props = {
  slug: string
  matrix: ShownMatrix
  choices: MatrixChoices
  wishes: MatrixWishes
  sentence: string
  filter: string
  open: OpenCell | undefined
  noted: ReadonlySet<string>
}

/** Who speaks of what: the sentence that says what is counted, the table, and beside it the words behind a cell. */
export function MatrixPage({ slug, matrix, choices, wishes, sentence, filter, open, noted }: Props) {
  const { say } = useReader()
  const exporting = new URLSearchParams({ ...(filter && { filter }), columns: wishes.columns, values: wishes.value })
  return (
    <>
      <div class="matrix-main">
        <h1>{say('matrix.title')}</h1>
        <MatrixForm slug={slug} choices={choices} wishes={wishes} sentence={sentence} exporting={`${exporting}`} />
        {matrix.rows.length === 0 || matrix.total.codings === 0 ? (
          <p class="notice">{filter ? say('quotations.none') : say('matrix.empty')}</p>
        ) : (
          <MatrixTable matrix={matrix} wishes={wishes} address={`/projects/${slug}/matrix`} open={open?.address} noted={noted} />
        )}
      </div>
      <CellColumn slug={slug} open={open} />
    </>
  )
}
