import type { Span } from '../../src/domain/span.ts'
import { Passage } from './passage.tsx'
import { type Others, SaidOfOthers } from './said-of-others.tsx'
import { Drawn } from './touched.tsx'
import type { TranscriptView } from './transcript-view.ts'

type Props = {
  of: TranscriptView
  spans: readonly Span[]
  counts: ReadonlyMap<number, number>
  codes: boolean
  others: Others
  focus?: number | undefined
  open?: number | undefined
}

/** What changed on the page of a source since it was drawn, and who did it: the same pieces as after an act, morphed so that nobody loses their place in them. */
export function Changes({ of, spans, counts, codes, others, focus, open }: Props) {
  const paragraph = of.paragraphs.find((one) => one.number === focus)
  return (
    <>
      <Drawn of={of} spans={spans} counts={counts} newCode={codes} />
      {paragraph && (
        <hx-partial hx-target="#passage" hx-swap="innerMorph">
          <Passage of={of} paragraph={paragraph} open={open} />
        </hx-partial>
      )}
      <SaidOfOthers of={of} others={others} />
    </>
  )
}
