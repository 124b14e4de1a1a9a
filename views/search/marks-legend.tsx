import { type MatchKind, matchKinds } from '../../src/domain/match-kind.ts'
import { useReader } from '../layout/reader.ts'

/** What the marks of some hits mean; nothing where all are of one kind, and exact. */
export function MarksLegend({ kinds }: { kinds: readonly MatchKind[] }) {
  const { say } = useReader()
  const shown = matchKinds.filter((kind) => kinds.includes(kind))
  if (shown.every((kind) => kind === 'exact')) return null
  return (
    <p class="legend">
      {shown.map((kind) => (
        <span>
          <mark class={`hit is-${kind}`}>{say('search.mark-sample')}</mark> {say(`search.facet-match-${kind}`)}
        </span>
      ))}
    </p>
  )
}
