import { useReader } from '../layout/reader.ts'
import { Seeing, ShowChoices } from './seeing.tsx'
import type { TranscriptView } from './transcript-view.ts'

/** Which source this is, how far it has come, which codings are shown. */
export function SourceBar({ of }: { of: TranscriptView }) {
  const { say } = useReader()
  const { nth, of: total, previous, next } = of.neighbours
  return (
    <div class="source-bar">
      <h1 title={of.source.title}>{of.source.title}</h1>
      <span class="where">{say('source.nth', { nth, of: total })}</span>
      <span class="row nowrap small status">
        {previous !== null && (
          <a href={`${of.project}/sources/${previous}`} aria-label={say('source.previous-source')}>
            ←
          </a>
        )}
        {next !== null && (
          <a href={`${of.project}/sources/${next}`} aria-label={say('source.next-source')}>
            →
          </a>
        )}
      </span>
      <StatusForm of={of} />
      <Progress of={of} />
      {of.waiting > 0 && (
        <a class="needs-you small nowrap" href={`${of.path}/review`}>
          {say('review.here', { n: of.waiting })}
        </a>
      )}
      {of.paragraphs.some((paragraph) => paragraph.speaker) && (
        <a class="small status" href={`${of.path}/speakers`}>
          {say('list.speakers')}
        </a>
      )}
      <a class="small status" href={`${of.path}/versions`}>
        {say('text.versions')}
      </a>
      <ShowChoices of={of} />
      <Seeing of={of} />
      <button class="button bare small nowrap status" type="button" data-does="keys">
        {say('keys.title')} <kbd>?</kbd>
      </button>
    </div>
  )
}

/** How far the source has come. `#status-form` ← an act that changes it. */
export function StatusForm({ of }: { of: TranscriptView }) {
  const { say } = useReader()
  const action = `${of.path}/status`
  return (
    <form class="row status" id="status-form" method="post" action={action} hx-post={action} hx-trigger="change, submit" hx-swap="none">
      <label>
        <span class="vh">{say('source.status')}</span>
        <select name="status">
          {(['not started', 'in work', 'done'] as const).map((status) => (
            <option value={status} selected={of.source.status === status}>
              {say(`source.status-${status}`)}
            </option>
          ))}
        </select>
      </label>
      <button class="button bare small no-script" type="submit">
        {say('act.save')}
      </button>
    </form>
  )
}

/** How many paragraphs have a coding. `#progress` ← every act that touches a coding here. */
export function Progress({ of }: { of: TranscriptView }) {
  const { say } = useReader()
  const coded = countCoded(of)
  return (
    <span class="progress" id="progress">
      <progress value={coded} max={of.source.paragraphs} aria-label={say('source.coded-paragraphs')} />
      {say('source.coded-of', { coded, of: of.source.paragraphs })}
    </span>
  )
}

/** How many paragraphs have a coding. */
export function countCoded(of: TranscriptView): number {
  let coded = 0
  let at = 0
  const codings = of.codings
  let reach = -1
  for (const paragraph of of.paragraphs) {
    while (at < codings.length && codings[at]!.span.start < paragraph.end) reach = Math.max(reach, codings[at++]!.span.end)
    if (paragraph.number !== null && reach > paragraph.start) coded++
  }
  return coded
}
