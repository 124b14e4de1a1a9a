import { caseParts } from '../../src/domain/case-parts.ts'
import { type FrameworkCell, partOfCell, type TopicCounts } from '../../src/domain/framework.ts'
import { sayDenominator } from '../../src/texts/denominator-sentences.ts'
import { formOf, Square } from '../analysis/unit-squares.tsx'
import { useReader } from '../layout/reader.ts'

type Props = { of: string; counts: TopicCounts; cells: readonly { name: string; cell: FrameworkCell }[] }
const PITCH = 21
const ACROSS = 24
/** More squares than these are too many to be told apart, for eyes and for a page of many topics. */
const MOST = 72

/** Of how many: those asked, how they were judged, and who stands outside; a square for each of a study's cases. `#of-<place>` ← writing in one of the cells. */
export function Denominator({ of, counts, cells }: Props) {
  const { say } = useReader()
  const { lead, rest } = sayDenominator(counts, say)
  return (
    <span class="framework-of" id={denominatorId(of)}>
      <span class="tally">{lead}</span>
      {cells.length <= MOST && <Squares cells={cells} judged={counts.judged} />}
      {rest && <span class="small quiet">{rest}</span>}
    </span>
  )
}

/** A square a case, those that say so first. */
function Squares({ cells, judged }: Pick<Props, 'cells'> & { judged: boolean }) {
  const rankOf = (cell: FrameworkCell) => caseParts.indexOf(partOfCell(cell, judged))
  const sorted = [...cells].sort((a, b) => rankOf(a.cell) - rankOf(b.cell))
  const across = Math.min(ACROSS, Math.max(13, cells.length))
  const rows = Math.max(1, Math.ceil(cells.length / across))
  return (
    <svg class={rows > 1 ? 'units tall' : 'units'} viewBox={`0 0 ${PITCH * across} ${PITCH * rows}`} preserveAspectRatio="xMinYMid meet" aria-hidden="true">
      {sorted.map(({ name, cell }, at) => (
        <g transform={`translate(${(at % across) * PITCH} ${Math.floor(at / across) * PITCH})`}>
          <title>{name}</title>
          <Square form={formOf(partOfCell(cell, judged))} />
        </g>
      ))}
    </svg>
  )
}

export function denominatorId(place: string): string {
  return `of-${place.replace('.', '-')}`
}
