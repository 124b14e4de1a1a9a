import type { PropsWithChildren } from 'hono/jsx'
import { withDescendants } from '../../src/domain/code.ts'
import { type Showing, writeShowing } from '../../src/domain/showing.ts'
import { useReader } from '../layout/reader.ts'
import type { TranscriptView } from './transcript-view.ts'

type Props = PropsWithChildren<{ of: TranscriptView; showing: Showing; class?: string; label?: string; tabindex?: number }>

/**
 * A link that shows these codings alone: `data-codes` and `data-coder` say which, for the island showing.js, which shows them on the page that
 * stands, so that nothing moves. Without it the page comes again.
 */
export function ShowLink({ of, showing, class: name, label, tabindex, children }: Props) {
  const { coder } = useReader()
  const written = writeShowing(showing)
  const node = typeof showing === 'object' && 'codeId' in showing ? of.codeOf.get(showing.codeId) : undefined
  const coderId = showing === 'mine' ? coder.id : typeof showing === 'object' && 'coderId' in showing ? showing.coderId : undefined
  return (
    <a
      class={name}
      href={written === '' ? of.path : `${of.path}?show=${written}`}
      aria-label={label}
      tabindex={tabindex}
      aria-current={writeShowing(of.showing) === written ? 'true' : undefined}
      data-show={written}
      data-codes={
        node &&
        withDescendants(node)
          .map(({ id }) => id)
          .join(' ')
      }
      data-coder={coderId}
      data-key={node?.key}
    >
      {children}
    </a>
  )
}
