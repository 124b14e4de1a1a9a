import type { FindingState } from '../../src/domain/finding.ts'
import { asCounted, type FrameworkCell } from '../../src/domain/framework.ts'
import { Square } from '../analysis/unit-squares.tsx'
import { StateOf } from '../answers/state-mark.tsx'
import { useReader } from '../layout/reader.ts'

/** Yes is filled, partly half, no a dash; the word stands beside it. */
function FindingMark({ state }: { state: FindingState }) {
  return (
    <svg class="state-mark" viewBox="0 0 18 18" aria-hidden="true">
      <StateSquare state={state} />
    </svg>
  )
}

function StateSquare({ state }: { state: FindingState }) {
  if (state === 'yes') return <Square form="yes" />
  return (
    <>
      <rect x="1.75" y="1.75" width="14.5" height="14.5" class="u-line" />
      {state === 'partly' ? <path d="M1.75 1.75 16.25 16.25H1.75Z" class="u-full" /> : <rect x="5" y="8" width="8" height="2" class="u-full" />}
    </>
  )
}

/** What was judged, of the cell or of its theme's questions; where nothing was, how the case stands to what was asked. */
export function StandingOf({ cell }: { cell: Pick<FrameworkCell, 'state' | 'derived' | 'standing'> }) {
  const { say } = useReader()
  const { state } = asCounted(cell)
  if (state)
    return (
      <span class="state">
        <FindingMark state={state} />
        {say(`framework.state-${state}`)}
        {cell.state === null && <span class="quiet small">{say('framework.by-questions')}</span>}
      </span>
    )
  return cell.standing === 'answered' || cell.standing === 'with_source' ? null : <StateOf status={cell.standing} />
}
