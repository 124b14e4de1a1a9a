import { useReader } from '../layout/reader.ts'
import { TextVersion } from '../texts/text-version.tsx'
import { CodebookTree } from './codebook-tree.tsx'
import { Minimap } from './minimap.tsx'
import { Passage } from './passage.tsx'
import { Picker } from './picker.tsx'
import { PinnedStrip } from './pinned-strip.tsx'
import { SourceBar } from './source-bar.tsx'
import { SuggestionForm } from './suggestions.tsx'
import { Together } from './together.tsx'
import type { TranscriptView } from './transcript-view.ts'
import { Turn } from './turn.tsx'
import { WorkspaceForms } from './workspace-forms.tsx'

type Props = { of: TranscriptView; focus?: number | undefined; at?: string | undefined }

/** The page of a source, where a coder lives: codebook, transcript with its margin, the passage in focus. */
export function Workspace({ of, focus, at }: Props) {
  const { say } = useReader()
  const paragraph = of.paragraphs.find((one) => one.number === focus)
  return (
    <>
      <SourceBar of={of} />
      <CodebookTree of={of} />
      <PinnedStrip of={of} />
      <div class="reading">
        <section class="reading-scroll" aria-label={say('source.transcript')}>
          <article
            class="transcript"
            id="transcript"
            aria-label={of.source.title}
            data-source={of.source.id}
            data-focus={focus}
            data-at={at}
            data-act={of.actId}
          >
            {of.paragraphs.map((one) => (
              <>
                {one.question && (
                  <h2 class="question">
                    <span class="no">{say('source.question-number', { number: one.question.number })}</span>
                    <span class="ask">{one.question.text}</span>
                  </h2>
                )}
                <Turn of={of} paragraph={one} />
              </>
            ))}
          </article>
          <div id="text-editor" />
          <Picker of={of} />
          <SuggestionForm of={of} />
        </section>
        <Minimap of={of} />
      </div>
      <aside class="passage" id="passage" aria-label={say('source.passage')}>
        <Passage of={of} paragraph={paragraph} />
      </aside>
      <WorkspaceForms of={of} />
      <Said />
      <TextVersion versionId={of.source.versionId} />
      <Together of={of} />
      <PhoneBar of={of} />
    </>
  )
}

/** What is said of moves that change nothing, for those who listen. The island announce.js fills it with its own sentences. */
function Said() {
  const { say } = useReader()
  return (
    <p
      class="vh"
      id="said"
      role="status"
      aria-atomic="true"
      data-one={say('said.one')}
      data-many={say('said.many')}
      data-none={say('said.none')}
      data-at-start={say('said.at-start')}
      data-at-end={say('said.at-end')}
      data-no-uncoded={say('said.no-uncoded')}
      data-no-same-code={say('said.no-same-code')}
      data-no-last={say('said.no-last')}
      data-no-pin={say('said.no-pin')}
      data-no-coding={say('said.no-coding')}
      data-several-codings={say('said.several-codings')}
    />
  )
}

function PhoneBar({ of }: { of: TranscriptView }) {
  const { say } = useReader()
  return (
    <div class="phone-bar">
      <a href={`${of.project}/codebook`}>{say('nav.codebook')}</a>
      <button type="button" data-does="pick">
        {say('source.code-verb')}
      </button>
      <button type="button" data-does="passage">
        {say('source.passage')}
      </button>
      <button type="button" data-does="next">
        {say('source.next')}
      </button>
    </div>
  )
}
