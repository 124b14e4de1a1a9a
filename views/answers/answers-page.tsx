import { answerStatuses } from '../../src/domain/answer.ts'
import { GuideRule, type ShownGuideFor } from '../guides/guide-for.tsx'
import { useReader } from '../layout/reader.ts'
import { AnswerTable, type ShownGrid } from './answer-table.tsx'
import { StateOf } from './state-mark.tsx'

type Props = {
  base: string
  guides: readonly { id: number; name: string }[]
  grid: ShownGrid | undefined
  toCheck: number
  from: number
  isFor: Omit<ShownGuideFor, 'text'> | undefined
}
/** Cases side by side; denominators are of all. */
const ACROSS = 60

/** Every question of a guide for every case: who was asked, and what came of it. */
export function AnswersPage({ base, guides, grid, toCheck, from, isFor }: Props) {
  const { say } = useReader()
  const found = grid?.rows.some((row) => row.cells.some((cell) => cell.known))
  return (
    <>
      <div class="page-head">
        <h1>{say('answers.title')}</h1>
        <p class="lead">{say(grid ? 'answers.lead' : 'answers.empty')}</p>
        <p class="row">
          <a href={`${base}/guides`}>{say('guides.title')}</a>
          {grid &&
            (toCheck > 0 ? (
              <a href={`${base}/answers/check`}>{say('answers.to-check', { n: toCheck })}</a>
            ) : (
              found && <span class="quiet">{say('answers.nothing-to-check')}</span>
            ))}
          {grid && <Download base={base} guide={guides.length > 1 ? `?guide=${grid.guide.id}` : ''} />}
        </p>
      </div>
      {grid && guides.length > 1 && <GuideChoice base={base} guides={guides} chosen={grid.guide.id} />}
      {grid && !found && <NotFoundYet base={base} />}
      {grid && (
        <>
          <section
            class="over"
            tabindex={0}
            aria-label={say('grid.region')}
            data-island="matrix"
            data-rows={`${grid.rows.length - 1}`}
            data-columns={`${Math.min(ACROSS, grid.cases.length - from) - 1}`}
          >
            <AnswerTable base={base} grid={grid} from={from} to={from + ACROSS} />
          </section>
          <Pager at={`${base}/answers?guide=${grid.guide.id}`} from={from} of={grid.cases.length} />
          <div class="legend">
            {answerStatuses.map((status) => (
              <StateOf status={status} />
            ))}
            {grid.rows.some((row) => row.waiting > 0) && <StateOf status="waiting" />}
          </div>
          {isFor && (
            <div class="quiet small">
              <GuideRule of={isFor} /> <a href={`${base}/guides/${grid.guide.id}#for`}>{say('guides.for-change')}</a>
            </div>
          )}
        </>
      )}
    </>
  )
}

function Pager({ at, from, of }: { at: string; from: number; of: number }) {
  const { say } = useReader()
  if (of <= ACROSS) return null
  return (
    <nav class="row pager" aria-label={say('answers.case')}>
      {from > 0 && (
        <a href={`${at}&from=${Math.max(0, from - ACROSS)}`} rel="prev">
          {say('quotations.previous')}
        </a>
      )}
      <span>{say('answers.cases-shown', { from: Math.min(of, from + 1), to: Math.min(of, from + ACROSS), of })}</span>
      {from + ACROSS < of && (
        <a href={`${at}&from=${from + ACROSS}`} rel="next">
          {say('quotations.next')}
        </a>
      )}
    </nav>
  )
}

function Download({ base, guide }: { base: string; guide: string }) {
  const { say } = useReader()
  return (
    <span class="row push">
      {say('act.download')}
      {(['docx', 'xlsx', 'csv'] as const).map((format) => (
        <a href={`${base}/exports/answers.${format}${guide}`}>{format}</a>
      ))}
    </span>
  )
}

function GuideChoice({ base, guides, chosen }: { base: string; guides: Props['guides']; chosen: number }) {
  const { say } = useReader()
  return (
    <nav class="choices guide-choice" aria-label={say('answers.guide')}>
      {guides.map((guide) => (
        <a href={`${base}/answers?guide=${guide.id}`} aria-current={guide.id === chosen ? 'true' : undefined}>
          {guide.name}
        </a>
      ))}
    </nav>
  )
}

function NotFoundYet({ base }: { base: string }) {
  const { say } = useReader()
  return (
    <form class="notice row" method="post" action={`${base}/guides/finding`}>
      <strong>{say('answers.none-found')}</strong>
      <button class="button first" type="submit">
        {say('guides.find')}
      </button>
    </form>
  )
}
