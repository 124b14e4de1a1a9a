import { useReader } from '../layout/reader.ts'
import { Approval, type ShownApproval } from './approval.tsx'
import { type ShownThread, ThreadOf } from './thread.tsx'

type Props = {
  slug: string
  on: { kind: 'coding' | 'code' | 'memo' | 'finding' | 'source'; id: number; title: string; words: string | null; path: string | null }
  threads: readonly ShownThread[]
  signed: ShownApproval | undefined
}

/** What is said of one thing: its words, its approval, its threads, a field for a new one. */
export function TargetPage({ slug, on, threads, signed }: Props) {
  const { say } = useReader()
  const base = `/projects/${slug}`
  const to = `${base}/discussion/${on.kind}/${on.id}`
  return (
    <>
      <header class="page-head">
        <p class="small">
          <a href={`${base}/discussion`}>{say('discuss.title')}</a>
        </p>
        <h1>{on.title || say('discuss.gone')}</h1>
        {on.words && <blockquote class="said">{on.words}</blockquote>}
        <p>{on.path ? <a href={`${base}${on.path}`}>{say(`discuss.see-${on.kind}`)}</a> : <span class="quiet">{say('discuss.gone')}</span>}</p>
      </header>
      {on.path !== null && (on.kind === 'code' || on.kind === 'source') && <Approval slug={slug} target={{ kind: on.kind, id: on.id }} signed={signed} />}
      {threads.map((thread) => (
        <section class="section">
          <ThreadOf slug={slug} thread={thread} named={false} />
        </section>
      ))}
      {on.path !== null && (
        <form class="section stack" method="post" action={`${to}/threads`}>
          <div class="field">
            <label for="new-thread">{say('discuss.new')}</label>
            <textarea id="new-thread" name="text" rows={3} maxlength={20_000} required />
          </div>
          <button class="button first" type="submit">
            {say('discuss.open')}
          </button>
        </form>
      )}
    </>
  )
}
