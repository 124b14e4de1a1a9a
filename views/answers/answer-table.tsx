import type { CountedStatus } from '../../src/domain/answer.ts'
import { useReader } from '../layout/reader.ts'
import { StateMark } from './state-mark.tsx'

type Cell = { status: CountedStatus; unsure: boolean; known: boolean }
type Row = { question: { id: number; number: number; text: string }; section: string; cells: readonly Cell[]; asked: number; answered: number; waiting: number }
export type ShownGrid = { guide: { id: number; name: string }; cases: readonly { id: number; name: string }[]; rows: readonly Row[] }
type Props = { base: string; grid: ShownGrid; from: number; to: number }

/** Questions down, cases across; each cell opens the answer with its text. */
export function AnswerTable({ base, grid, from, to }: Props) {
  const { say } = useReader()
  const cases = grid.cases.slice(from, to)
  return (
    <table class="answers-table" data-whole="">
      <caption>{grid.guide.name}</caption>
      <thead>
        <tr>
          <th scope="col">{say('answers.question')}</th>
          <th scope="col" class="of">
            {say('answers.asked')}
          </th>
          {cases.map((one) => (
            <th scope="col" class="case">
              <a href={`${base}/answers/cases/${one.id}`} title={say('grid.read-along', { name: one.name })}>
                {one.name}
              </a>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {grid.rows.map((row, at) => (
          <>
            {row.section && row.section !== grid.rows[at - 1]?.section && (
              <tr class="part-head">
                <th scope="rowgroup" colspan={cases.length + 2}>
                  {row.section}
                </th>
              </tr>
            )}
            <RowOf base={base} cases={cases} row={row} cells={row.cells.slice(from, to)} nth={at} />
          </>
        ))}
      </tbody>
    </table>
  )
}

function RowOf({ base, cases, row, cells, nth }: { base: string; cases: ShownGrid['cases']; row: Row; cells: readonly Cell[]; nth: number }) {
  const { say } = useReader()
  const { question, asked, answered, waiting } = row
  return (
    <tr>
      <th scope="row">
        <a href={`${base}/answers/questions/${question.id}`} title={say('grid.read-down')}>
          <span class="no">{`${question.number}`}</span> {question.text}
        </a>
      </th>
      <td class="of">
        {asked === 0 ? say('answers.nobody-asked') : say('answers.denominator', { answered, asked })}
        {waiting > 0 && <div class="quiet">{say('answers.waiting', { n: waiting })}</div>}
      </td>
      {cells.map((cell, at) => {
        const one = cases[at]!
        const label = say(cell.unsure ? 'answers.cell-unsure' : 'answers.cell', {
          case: one.name,
          number: question.number,
          status: say(`answer.${cell.status}`),
        })
        return (
          <td class={cell.unsure ? 'unsure' : undefined}>
            {cell.status === 'no_source' ? (
              <span title={label} data-at={`${nth},${at}`}>
                <StateMark status={cell.status} />
                <span class="vh">{label}</span>
              </span>
            ) : (
              <a href={`${base}/answers/${one.id}?question=${question.id}`} title={label} aria-label={label} data-at={`${nth},${at}`}>
                <StateMark status={cell.status} />
              </a>
            )}
          </td>
        )
      })}
    </tr>
  )
}
