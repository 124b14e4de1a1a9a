import { useReader } from '../layout/reader.ts'

export type ShownThread = {
  id: number
  target: { kind: string; id: number }
  on: { kind: string; title: string; words: string | null; path: string | null } | undefined
  resolvedBy: string | null
  resolvedAt: string | null
  comments: readonly { id: number; coder: string; text: string; madeAt: string }[]
}
type Props = { slug: string; thread: ShownThread; named: boolean }

/** What is said of one thing, with a field to answer, and to settle it or open it again. `named`: with what it is about. */
export function ThreadOf({ slug, thread, named }: Props) {
  const { say, coderName, when } = useReader()
  const { on, resolvedBy, resolvedAt } = thread
  return (
    <article class="thread" id={`thread-${thread.id}`}>
      {named && (
        <h3>
          <a href={`/projects/${slug}/discussion/${thread.target.kind}/${thread.target.id}`}>{on?.title || say('discuss.gone')}</a>
        </h3>
      )}
      {named && on?.words && <blockquote class="said">{shortened(on.words)}</blockquote>}
      {thread.comments.map(({ coder, text, madeAt }) => (
        <div class="comment">
          <p class="quiet small">{`${coderName(coder)}, ${when(madeAt)}`}</p>
          <p class="written">{text}</p>
        </div>
      ))}
      {resolvedBy !== null && <p class="quiet small">{say('discuss.resolved-by', { coder: coderName(resolvedBy), when: when(resolvedAt!) })}</p>}
      <Answer slug={slug} thread={thread} />
    </article>
  )
}

const LONG = 280
function shortened(words: string): string {
  return words.length > LONG ? `${words.slice(0, LONG).replace(/\s+\S*$/, '')} …`.toWellFormed() : words
}

function Answer({ slug, thread }: { slug: string; thread: ShownThread }) {
  const { say, path } = useReader()
  const at = `/projects/${slug}/discussion/threads/${thread.id}`
  const settled = thread.resolvedAt !== null
  return (
    <>
      <form class="stack" method="post" action={`${at}/comments`}>
        <input type="hidden" name="back" value={path} />
        <label class="vh" for={`answer-${thread.id}`}>
          {say('discuss.answer')}
        </label>
        <textarea id={`answer-${thread.id}`} name="text" rows={2} maxlength={20_000} required placeholder={say('discuss.answer')} />
        <p class="row">
          <button class="button small" type="submit">
            {say('discuss.reply')}
          </button>
          <button class="link small" type="submit" form={`settle-${thread.id}`}>
            {say(settled ? 'discuss.reopen' : 'discuss.resolve')}
          </button>
        </p>
      </form>
      <form id={`settle-${thread.id}`} method="post" action={`${at}/${settled ? 'reopening' : 'resolution'}`}>
        <input type="hidden" name="back" value={path} />
      </form>
    </>
  )
}
