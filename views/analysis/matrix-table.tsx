import type { MatrixMember } from '../../src/domain/matrix.ts'
import { useReader } from '../layout/reader.ts'
import type { MatrixWishes } from './matrix-address.ts'
import { MatrixCell, NoWords, OpenLink } from './matrix-cell.tsx'
import { MatrixDrawing, type ShownMatrix } from './matrix-drawing.ts'
import { ColumnHead, RowHead, SortLink, sortOf } from './matrix-heads.tsx'
import { MatrixNotes } from './matrix-notes.tsx'

type Props = { slug: string; shown: ShownMatrix; wishes: MatrixWishes }

/** Anything against anything. Every number is a link to the quotations that it counts. */
export function MatrixTable({ slug, shown, wishes }: Props) {
  const reader = useReader()
  const drawing = new MatrixDrawing(slug, wishes, shown, reader)
  const { window, arranged } = shown
  return (
    <>
      <section
        class={window.whole ? 'over' : 'over windowed'}
        id="matrix-scroll"
        tabindex={0}
        aria-label={reader.say('matrix.region')}
        data-island="matrix"
        data-rows={`${arranged.rows.length}`}
        data-columns={`${arranged.columns.length}`}
        data-pinned={`${arranged.pinnedRows},${arranged.pinnedColumns}`}
      >
        <MatrixWindow drawing={drawing} />
      </section>
      <MatrixNotes drawing={drawing} />
    </>
  )
}

/** The part of the table that is drawn. `#matrix` ← the form of the island that draws more where somebody scrolls. */
export function MatrixWindow({ drawing }: { drawing: MatrixDrawing }) {
  const { window, arranged, matrix } = drawing.shown
  const { pinnedRows } = arranged
  const kind = `matrix${drawing.isShare || matrix.value === 'words' ? ' broad' : ''}`
  const gaps = window.whole ? {} : { 'aria-rowcount': arranged.rows.length + 2, 'aria-colcount': arranged.columns.length + 1 }
  return (
    <table class={kind} id="matrix" data-top={`${window.top}`} data-left={`${window.left}`} data-whole={window.whole ? '' : undefined} {...gaps}>
      <caption class="vh">{captionOf(drawing)}</caption>
      <thead>
        <HeadRow drawing={drawing} />
        {window.rows.slice(0, pinnedRows).map((row) => (
          <BodyRow drawing={drawing} row={row} pinned />
        ))}
      </thead>
      <tbody>
        {!window.whole && <Gap name="before" across={window.columns.length + 6} />}
        {window.rows.slice(pinnedRows).map((row) => (
          <BodyRow drawing={drawing} row={row} />
        ))}
        {!window.whole && <Gap name="after" across={window.columns.length + 6} />}
      </tbody>
      <tfoot>
        <FootRow drawing={drawing} />
        {hasBases(matrix.columns) && <BaseRow drawing={drawing} />}
      </tfoot>
    </table>
  )
}

/** Stands for the rows that are not drawn. */
function Gap({ name, across }: { name: 'before' | 'after'; across: number }) {
  return (
    <tr class="gap" data-gap={name} aria-hidden="true">
      <td colspan={across} />
    </tr>
  )
}

/** The unit of what is shown, and of what it is a share. */
export function captionOf({ reader, shown, of }: MatrixDrawing): string {
  const { say } = reader
  const what = say(`matrix.value.${shown.matrix.value}`)
  return of && shown.matrix.value !== 'binary' ? say(`matrix.caption.${of}`, { what }) : what
}

function HeadRow({ drawing }: { drawing: MatrixDrawing }) {
  const { say } = drawing.reader
  const { matrix } = drawing.shown
  return (
    <tr>
      <td class="corner">
        <SortLink drawing={drawing} by="name">
          {say('matrix.by-name')}
        </SortLink>
      </td>
      <AcrossColumns drawing={drawing} each={(column, pin) => <ColumnHead drawing={drawing} column={column} pin={pin} />} />
      <th scope="col" class="sum" aria-sort={sortOf(drawing, 'total')}>
        <SortLink drawing={drawing} by="total" title={say('matrix.sort-by-total')}>
          {say(drawing.isShare ? 'matrix.percent' : `matrix.unit.${matrix.value}`)}
        </SortLink>
      </th>
      {matrix.value !== 'quotations' && (
        <th scope="col" class="sum">
          {say('matrix.quotations')}
        </th>
      )}
      {hasBases(matrix.rows) && (
        <th scope="col" class="sum">
          {say('matrix.cases-with')}
        </th>
      )}
    </tr>
  )
}

/** A cell of each column that is drawn, with the gaps where others are not. `pin`: its number among those that are pinned, else -1. */
function AcrossColumns({ drawing, each }: { drawing: MatrixDrawing; each: (column: number, pin: number) => unknown }) {
  const { window, arranged } = drawing.shown
  const { pinnedColumns } = arranged
  return (
    <>
      {window.columns.slice(0, pinnedColumns).map((column) => each(column, column) as never)}
      {!window.whole && <td class="gap" data-gap="before" aria-hidden="true" />}
      {window.columns.slice(pinnedColumns).map((column) => each(column, -1) as never)}
      {!window.whole && <td class="gap" data-gap="after" aria-hidden="true" />}
    </>
  )
}

function BodyRow({ drawing, row, pinned = false }: { drawing: MatrixDrawing; row: number; pinned?: boolean }) {
  const { arranged, window, matrix } = drawing.shown
  const member = drawing.member('rows', row)
  const level = member.code ? (member.code.depth === 0 ? 'theme' : 'sub') : ''
  const place = drawing.placeOf(row, -1)
  return (
    <tr class={`${level}${pinned ? ' pinned' : ''}`} aria-rowindex={window.whole ? undefined : row + 2}>
      <RowHead drawing={drawing} row={row} />
      <AcrossColumns
        drawing={drawing}
        each={(column, pin) => (
          <td class={pin >= 0 ? `pinned p${pin}` : undefined}>
            <MatrixCell drawing={drawing} row={row} column={column} />
          </td>
        )}
      />
      <td class="sum">
        <Sum drawing={drawing} place={place} at={`${row},${arranged.columns.length}`} />
      </td>
      {matrix.value !== 'quotations' && <td class="sum">{drawing.reader.number(member.quotations)}</td>}
      {hasBases(matrix.rows) && (
        <td class="sum">
          <Based member={member} />
        </td>
      )}
    </tr>
  )
}

/** A total that opens all that it counts; nothing to open where there is nothing. */
function Sum({ drawing, place, at }: { drawing: MatrixDrawing; place: { row: number; column: number }; at: string }) {
  if (drawing.quotationsAt(place) === 0) return hasWords(drawing, place) ? <span data-at={at}>0</span> : <NoWords drawing={drawing} at={at} />
  return (
    <OpenLink drawing={drawing} place={place} at={at}>
      {drawing.written(place)}
    </OpenLink>
  )
}

/** Whether anything could be counted there: of cases without any source there is nothing, and no 0. */
function hasWords({ shown: { matrix } }: MatrixDrawing, { row, column }: { row: number; column: number }): boolean {
  const member = row < 0 ? matrix.columns[column] : matrix.rows[row]
  return !member?.caseIds || member.base.of > 0
}

/** Cases with a quotation, of those that could have one. */
function Based({ member: { base, cases } }: { member: MatrixMember }) {
  const { say, number } = useReader()
  const unasked = cases - base.within - base.waiting
  return (
    <>
      <b>{number(base.within)}</b> <span class="of">{say(`matrix.of.${base.basis}`, { base: base.of })}</span>
      {unasked > 0 && <span class="of">{`, ${say('matrix.also', { n: unasked })}`}</span>}
      {base.waiting > 0 && <span class="of">{`, ${number(base.waiting)} ${say('status.waiting')}`}</span>}
    </>
  )
}

/** Single cases have no denominator but themselves. */
function hasBases(members: readonly MatrixMember[]): boolean {
  return !members.every(({ caseIds }) => caseIds?.length === 1)
}

function FootRow({ drawing }: { drawing: MatrixDrawing }) {
  const { say, number } = drawing.reader
  const { arranged, matrix } = drawing.shown
  const row = arranged.rows.length
  return (
    <tr>
      <th scope="row">{say(`matrix.total.${drawing.isShare ? 'share' : matrix.value}`)}</th>
      <AcrossColumns
        drawing={drawing}
        each={(column, pin) => (
          <td class={pin >= 0 ? `pinned p${pin}` : undefined}>
            <Sum drawing={drawing} place={drawing.placeOf(row, column)} at={`${row},${column}`} />
          </td>
        )}
      />
      <td class="sum">
        <Sum drawing={drawing} place={{ row: -1, column: -1 }} at={`${row},${arranged.columns.length}`} />
      </td>
      {matrix.value !== 'quotations' && <td class="sum">{number(matrix.total.quotations)}</td>}
      {hasBases(matrix.rows) && (
        <td class="sum">
          {number(matrix.total.cases)} <span class="of">{say('matrix.of.source', { base: matrix.withSource })}</span>
        </td>
      )}
    </tr>
  )
}

/** The denominators of the columns. */
function BaseRow({ drawing }: { drawing: MatrixDrawing }) {
  const { say, number } = drawing.reader
  const { matrix } = drawing.shown
  return (
    <tr class="bases">
      <th scope="row">{say('matrix.cases-with')}</th>
      <AcrossColumns
        drawing={drawing}
        each={(column, pin) => {
          const { base } = drawing.member('columns', column)
          return (
            <td class={pin >= 0 ? `pinned p${pin}` : undefined} title={say(`matrix.of.${base.basis}`, { base: base.of })}>
              {say('matrix.n-of', { n: number(base.within), base: number(base.of) })}
            </td>
          )
        }}
      />
      <td class="sum" colspan={1 + (matrix.value === 'quotations' ? 0 : 1) + (hasBases(matrix.rows) ? 1 : 0)}>
        {matrix.total.cases} <span class="of">{say('matrix.of.source', { base: matrix.withSource })}</span>
      </td>
    </tr>
  )
}
