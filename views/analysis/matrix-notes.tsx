import { isShare } from '../../src/domain/matrix.ts'
import type { MatrixDrawing } from './matrix-drawing.ts'

/** Below the table: what is not drawn, the scale, and how its numbers go together. */
export function MatrixNotes({ drawing }: { drawing: MatrixDrawing }) {
  return (
    <>
      <Pages drawing={drawing} />
      <Legend drawing={drawing} />
      <p class="quiet small matrix-notes">{notesOf(drawing).join(' ')}</p>
      <p class="quiet small matrix-keys">{drawing.reader.say('matrix.keys')}</p>
    </>
  )
}

/** The ways to the rest of a large matrix, for those whose page draws nothing by itself. */
function Pages({ drawing }: { drawing: MatrixDrawing }) {
  const { say } = drawing.reader
  const { window, arranged } = drawing.shown
  if (window.whole) return null
  const { pinnedRows, pinnedColumns } = arranged
  const tall = window.rows.length - pinnedRows
  const broad = window.columns.length - pinnedColumns
  const to = (top: number, left: number) =>
    `${drawing.address({})}${drawing.address({}).includes('?') ? '&' : '?'}top=${Math.max(0, top)}&left=${Math.max(0, left)}`
  const { top, left } = window
  return (
    <nav class="row small matrix-pages" aria-label={say('matrix.pages')}>
      <span>{say('matrix.rows-shown', { from: top + 1, to: top + tall, of: arranged.rows.length })}</span>
      {top > pinnedRows && <a href={to(top - tall, left)}>{say('matrix.rows-before')}</a>}
      {top + tall < arranged.rows.length && <a href={to(top + tall, left)}>{say('matrix.rows-after')}</a>}
      <span>{say('matrix.columns-shown', { from: left + 1, to: left + broad, of: arranged.columns.length })}</span>
      {left > pinnedColumns && <a href={to(top, left - broad)}>{say('matrix.columns-before')}</a>}
      {left + broad < arranged.columns.length && <a href={to(top, left + broad)}>{say('matrix.columns-after')}</a>}
    </nav>
  )
}

function Legend({ drawing }: { drawing: MatrixDrawing }) {
  const { say, number } = drawing.reader
  const { steps } = drawing
  const { states } = drawing.shown.matrix.cells
  return (
    <div class="legend">
      {drawing.isShare && <span>{say('matrix.in-percent')}</span>}
      <span>
        <span class="cell h0">0</span> {say('matrix.legend.none')}
      </span>
      {steps.map((low, index) => {
        const next = steps[index + 1]
        const range = next === undefined ? say('matrix.legend.more', { low }) : next - 1 === low ? number(low) : `${number(low)}–${number(next - 1)}`
        return (
          <span>
            <span class={`cell h${index + 1}`}>{number(low)}</span> {range}
          </span>
        )
      })}
      {states.includes(1) && (
        <span>
          <span class="cell not-asked">–</span> {say('status.not_asked')}
        </span>
      )}
      {states.includes(3) && (
        <span>
          <span class="cell">–</span> {say('status.outside_guide')}
        </span>
      )}
      {states.includes(2) && <span>{say('matrix.legend.no-source')}</span>}
    </div>
  )
}

/** What is counted, whether the parts add up, what is in none of them, and what the denominators are. */
function notesOf({ reader, shown, wishes }: MatrixDrawing): string[] {
  const { say } = reader
  const { matrix } = shown
  const { value, addsUp, outside } = matrix
  const notes: string[] = [say(`matrix.note.${value}`)]
  const isOfCodes = matrix.rows.some(({ code }) => code) || matrix.columns.some(({ code }) => code)
  if (value === 'share' && wishes.of === '') notes.push(say('matrix.note.shares-apart'))
  else if (value !== 'binary') {
    if (addsUp.rows && addsUp.columns) notes.push(say('matrix.note.adds-up'))
    else {
      if (isOfCodes) notes.push(say('matrix.note.themes'))
      notes.push(say(addsUp.rows ? 'matrix.note.columns-apart' : addsUp.columns ? 'matrix.note.rows-apart' : 'matrix.note.apart'))
    }
  }
  if (outside.columns > 0) notes.push(say('matrix.outside-columns', { n: outside.columns }))
  if (outside.rows > 0) notes.push(say('matrix.outside-rows', { n: outside.rows }))
  if ([...matrix.rows, ...matrix.columns].some(({ base }) => base.basis === 'asked')) notes.push(say('matrix.note.asked'))
  if (isShare(value, wishes.of) && wishes.of) notes.push(say(`matrix.note.of-${wishes.of}`))
  return notes
}
