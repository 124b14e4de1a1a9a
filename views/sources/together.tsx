import { useReader } from '../layout/reader.ts'
import { AskForm } from './ask-form.tsx'
import { othersName } from './said-of-others.tsx'
import type { TranscriptView } from './transcript-view.ts'

/**
 * Where the page says what happens beside the coder's own work: that contact is lost and what waits, what was refused when it was sent
 * again, that the page is to be drawn anew, who coded what. It floats, so that nothing moves. together.js fills in what it knows.
 */
export function Together({ of }: { of: TranscriptView }) {
  const { say } = useReader()
  return (
    <>
      <div
        class="together"
        id="together"
        role="status"
        aria-atomic="false"
        data-events={`${of.path}/events`}
        data-paragraph={say('source.paragraph', { number: '#' })}
        data-waits={say('together.here-waits')}
      >
        <p id="together-said" class="quiet small" />
        <div id="together-refused" data-sentence={say('together.refused', { what: '#what', why: '#why' })} data-close={say('act.close')} />
        <div id="together-whole" />
        <p
          id="together-lost"
          data-lost={say('together.lost')}
          data-back={say('together.back')}
          data-one={say('together.waiting', { n: 1 })}
          data-many={say('together.waiting', { n: '#' })}
        />
      </div>
      <template id="together-redraw">
        <WholeNotice sentence={say('together.more')} to={of.path} />
      </template>
      <AskForm id="changes-form" to={`${of.path}/changes`} fields={['paragraph', 'open']} sync="this:drop" />
      <form id="again-form" hidden novalidate method="post" action={of.path} hx-post={of.path} hx-swap="none" />
    </>
  )
}

/** What the page can't show piece by piece, and who did it. `#together-whole` ← acts of others that change the text, or a great deal. */
export function Whole({ why, actors, to }: { why: 'text' | 'more'; actors: readonly string[]; to: string }) {
  const reader = useReader()
  const { say } = reader
  const actor = actors.map((name) => othersName(reader, name)).join(', ')
  return <WholeNotice sentence={say(why === 'text' ? 'together.text' : 'together.more-by', { actor })} to={to} />
}

function WholeNotice({ sentence, to }: { sentence: string; to: string }) {
  const { say } = useReader()
  return (
    <p class="notice">
      {sentence}{' '}
      <a href={to} data-does="redraw">
        {say('together.show')}
      </a>
    </p>
  )
}
