import type { TranscriptParagraph } from '../../src/domain/transcript.ts'
import { useReader } from '../layout/reader.ts'
import { Passage } from './passage.tsx'
import type { TranscriptView } from './transcript-view.ts'

type Props = { of: TranscriptView; paragraph: TranscriptParagraph | undefined; open: number }

/** A coding on a page of its own, where there is no JavaScript to open it beside the transcript. */
export function CodingDetail({ of, paragraph, open }: Props) {
  const { say } = useReader()
  return (
    <>
      <div class="page-head">
        <h1>{of.source.title}</h1>
        <p>
          <a href={`${of.path}#st-${paragraph?.number ?? 1}`}>{say('source.back-to-transcript')}</a>
        </p>
      </div>
      <div class="passage section" id="passage">
        <Passage of={of} paragraph={paragraph} open={open} />
      </div>
    </>
  )
}
