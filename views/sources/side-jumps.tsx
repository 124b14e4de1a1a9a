import type { Coding } from '../../src/domain/coding.ts'
import { sameCodeFrom, uncodedFrom } from '../../src/domain/side.ts'
import { useReader } from '../layout/reader.ts'
import { StatusButton } from './side-source.tsx'
import { toParagraph } from './to-paragraph.ts'
import type { TranscriptView } from './transcript-view.ts'

type Place = { start: number; end: number }
type Props = { of: TranscriptView; paragraph: Place | undefined; coding: Coding | undefined }

/** Ways on from the passage in focus, each at its place whether it leads anywhere or not: uncoded, the same code, the sources beside. */
export function SideJumps({ of, paragraph, coding }: Props) {
  const { say } = useReader()
  const { next, previous } = of.neighbours
  return (
    <footer>
      <ToUncoded of={of} from={paragraph?.start ?? -1} />
      <ToSameCode of={of} from={paragraph} coding={coding} />
      <p class="row small">
        {previous === null ? (
          <span class="quiet">{say('side.first-source')}</span>
        ) : (
          <a id="previous-source" href={`${of.project}/sources/${previous}`}>
            {`← ${say('source.previous-source')}`} <kbd aria-hidden="true">⇧K</kbd>
          </a>
        )}
        {next === null ? (
          <span class="quiet push">{say('side.last-source')}</span>
        ) : (
          <a class="push" id="next-source" href={`${of.project}/sources/${next}`}>
            {`${say('source.next-source')} →`} <kbd aria-hidden="true">⇧J</kbd>
          </a>
        )}
      </p>
    </footer>
  )
}

/** The next paragraph without a coding; after the last, the first that is left; where none is, the source may be done. */
function ToUncoded({ of, from }: { of: TranscriptView; from: number }) {
  const { say } = useReader()
  const { next, first, left } = uncodedFrom(of.text, of.paragraphs, of.codings, from)
  if (left === 0) return <Finish of={of} />
  const to = next ?? first!
  return (
    <a class="button" id="next-uncoded" {...toParagraph(of, to)} title={next === null ? say('side.no-uncoded-after') : undefined}>
      {say(next === null ? 'side.first-uncoded' : 'source.next-uncoded', { number: to })} <kbd aria-hidden="true">N</kbd>
    </a>
  )
}

/** Where nothing is left to code. `#side-finish` ← setting the status. */
export function Finish({ of }: { of: TranscriptView }) {
  const { say } = useReader()
  return (
    <div id="side-finish" class="none">
      {of.source.status === 'done' ? say('side.done') : <StatusButton of={of} class="button first" />}
    </div>
  )
}

function ToSameCode({ of, from, coding }: { of: TranscriptView; from: Place | undefined; coding: Coding | undefined }) {
  const { say } = useReader()
  if (!from || !coding) return <span class="none">{say('side.no-code')}</span>
  const { next, first } = sameCodeFrom(of.paragraphs, of.codings, from, coding.codeId)
  const { key } = of.codeOf.get(coding.codeId)!
  const to = next ?? first
  if (!to) return <span class="none">{say('side.no-same-code', { key })}</span>
  return (
    <a class="button" id="next-same" {...toParagraph(of, to.number)} data-open={`${of.project}/codings/${to.codingId}`}>
      {say(next ? 'side.next-same' : 'side.first-same', { key })} <kbd aria-hidden="true">T</kbd>
    </a>
  )
}
