import { isAbout } from '../../src/domain/memo.ts'
import { useReader } from '../layout/reader.ts'
import { MemoSection } from '../memos/memo-section.tsx'
import { DiscussLink } from '../review/discuss-link.tsx'
import { countCoded } from './source-bar.tsx'
import type { TranscriptView } from './transcript-view.ts'

/** How far the source has come, and the memos on it, folded away. */
export function SideSource({ of }: { of: TranscriptView }) {
  const { say, may } = useReader()
  const memos = of.memos.filter((memo) => isAbout(memo, 'source', of.source.id))
  return (
    <section class="side-source">
      <h3>{say('side.source')}</h3>
      <SideStatus of={of} />
      <DiscussLink base={of.project} kind="source" id={of.source.id} />
      {of.standing.independent && may('code') && <CodingAlone of={of} />}
      <details>
        <summary>{say('side.source-memos', { n: memos.length })}</summary>
        <MemoSection base={of.project} place={{ kind: 'source', id: of.source.id }} memos={memos} />
      </details>
    </section>
  )
}

/** Where the source stands, and the step from there. `#side-status` ← setting it. */
export function SideStatus({ of }: { of: TranscriptView }) {
  const { say } = useReader()
  const { status } = of.source
  return (
    <div id="side-status" class="row">
      <span>
        {say(`source.status-${status}`)}
        <span class="quiet">{` · ${say('source.coded-of', { coded: countCoded(of), of: of.source.paragraphs })}`}</span>
      </span>
      <StatusButton of={of} class="link" />
    </div>
  )
}

/** Say that the source is done; of one that is, that it is worked on again. */
export function StatusButton({ of, class: looks }: { of: TranscriptView; class: string }) {
  const { say, path } = useReader()
  const action = `${of.path}/status`
  const done = of.source.status === 'done'
  return (
    <form method="post" action={action} hx-post={action} hx-swap="none">
      <input type="hidden" name="status" value={done ? 'in work' : 'done'} />
      <input type="hidden" name="at" value="side" />
      <input type="hidden" name="back" value={path} />
      <button class={looks} type="submit">
        {say(done ? 'side.open-again' : 'side.mark-done')}
      </button>
    </form>
  )
}

/** Where each codes without seeing the others: what is hidden, and the step that shows it. */
function CodingAlone({ of }: { of: TranscriptView }) {
  const { say } = useReader()
  const { done } = of.standing
  return (
    <form class="coding-alone" method="post" action={`${of.path}/done`}>
      <p class="small quiet">{say(done ? 'agree.here-shown' : 'agree.here-hidden')}</p>
      <input type="hidden" name="done" value={done ? 'no' : 'yes'} />
      <button class={done ? 'link small' : 'button small'} type="submit">
        {say(done ? 'agree.not-done' : 'agree.done')}
      </button>
    </form>
  )
}
