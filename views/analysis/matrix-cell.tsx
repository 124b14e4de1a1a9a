import { heatOf } from '../../src/domain/heat.ts'
import { cellStates, valueAt } from '../../src/domain/matrix.ts'
import type { MatrixDrawing } from './matrix-drawing.ts'

/** A number that opens its quotations; nothing, told apart from what was not asked and what has no source. `data-at`: its places, for the keys. */
export function MatrixCell({ drawing, row, column }: { drawing: MatrixDrawing; row: number; column: number }) {
  const { say } = drawing.reader
  const { matrix, window } = drawing.shown
  const place = drawing.placeOf(row, column)
  const at = `${row},${column}`
  const has = drawing.isNoted(place)
  const state = cellStates[matrix.cells.states[place.row * matrix.columns.length + place.column]!]
  // An empty cell of a case is a link too, for a memo may say why nothing is there, unless there are very many.
  const mayHave = window.whole && state === 'counted' && drawing.findingAt(place) !== undefined
  if (drawing.quotationsAt(place) > 0 || has || mayHave) {
    const written = drawing.written(place)
    const n = drawing.isShare ? written : valueAt(matrix, drawing.of, place)
    const names = { row: drawing.nameOf(matrix.rows[place.row]!), column: drawing.nameOf(matrix.columns[place.column]!), n }
    const name = window.whole || has ? say(drawing.isShare ? 'matrix.cell.percent' : `matrix.cell.${matrix.value}`, names) : undefined
    const kind = `cell h${heatOf(drawing.heatAt(place), drawing.steps)}${has ? ' noted' : ''}`
    return (
      <OpenLink drawing={drawing} place={place} at={at} kind={kind} label={has ? `${name}, ${say('memo.has')}` : name}>
        {written}
      </OpenLink>
    )
  }
  if (state === 'no_source') return <NoWords drawing={drawing} at={at} />
  if (state === 'not_asked' || state === 'outside_guide')
    return (
      <span class={state === 'not_asked' ? 'cell not-asked' : 'cell'} data-at={at} title={say(`status.${state}`)}>
        <span aria-hidden="true">–</span>
        <span class="vh">{say(`status.${state}`)}</span>
      </span>
    )
  return (
    <span class="cell h0" data-at={at}>
      0
    </span>
  )
}

/** There are no words that anything could be counted in. */
export function NoWords({ drawing, at }: { drawing: MatrixDrawing; at: string }) {
  return (
    <span class="cell no-data" data-at={at}>
      <span class="vh">{drawing.reader.say('matrix.no-source')}</span>
    </span>
  )
}

type Link = { drawing: MatrixDrawing; place: { row: number; column: number }; at: string; kind?: string; label?: string | undefined; children?: string }

/** Opens the quotations of a place. The island opens them beside the table; without it the page comes with them. */
export function OpenLink({ drawing, place, at, kind, label, children }: Link) {
  const key = drawing.keyOf(place)
  return (
    <a
      class={kind}
      href={drawing.cellAddress(key)}
      data-cell={key}
      data-at={at}
      aria-label={label}
      aria-current={drawing.shown.open === key ? 'true' : undefined}
    >
      {children}
    </a>
  )
}
