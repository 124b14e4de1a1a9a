import type { Child } from 'hono/jsx'
import { ActSentence, type SentenceAct, type SentenceNames } from '../acts/act-sentence.tsx'
import { useReader } from '../layout/reader.ts'
import { Approval, type ShownApproval } from './approval.tsx'
import { type ShownThread, ThreadOf } from './thread.tsx'

type Thing = { target: { kind: 'code' | 'source'; id: number }; title: string; signed: ShownApproval | undefined }
type Props = {
  slug: string
  mine: readonly ShownThread[]
  open: readonly ShownThread[]
  resolved: readonly ShownThread[]
  changed: readonly Thing[]
  unsigned: readonly Thing[]
  signed: readonly Thing[]
  news: { acts: readonly (SentenceAct & { id: number; at: string })[]; names: SentenceNames; since: number; more: boolean }
}

/** What waits for the reader, what is to be approved, what else is talked about, and what others did since they last looked. */
export function DiscussionPage(props: Props) {
  const { say } = useReader()
  const { slug, mine, open, resolved, changed, unsigned, signed } = props
  return (
    <>
      <header class="page-head">
        <h1>{say('discuss.title')}</h1>
        <p class="lead">{say('discuss.lead')}</p>
      </header>
      <Part title={say('discuss.mine')} n={mine.length} none={say('discuss.mine-none')}>
        {mine.map((thread) => (
          <ThreadOf slug={slug} thread={thread} named />
        ))}
      </Part>
      <News {...props} />
      {changed.length > 0 && <Things slug={slug} title={say('discuss.changed')} things={changed} />}
      <Part title={say('discuss.open-threads')} n={open.length} none={say('discuss.open-none')}>
        {open.map((thread) => (
          <ThreadOf slug={slug} thread={thread} named />
        ))}
      </Part>
      {unsigned.length > 0 && <Things slug={slug} title={say('discuss.unsigned')} things={unsigned} />}
      {signed.length > 0 && <Things slug={slug} title={say('discuss.signed')} things={signed} />}
      {resolved.length > 0 && (
        <details class="section">
          <summary>{say('discuss.settled', { n: resolved.length })}</summary>
          {resolved.map((thread) => (
            <ThreadOf slug={slug} thread={thread} named />
          ))}
        </details>
      )}
    </>
  )
}

function Part({ title, n, none, children }: { title: string; n: number; none: string; children: Child }) {
  const { number } = useReader()
  return (
    <section class="section">
      <header>
        <h2>{title}</h2>
        <span class="quiet">{number(n)}</span>
      </header>
      {n === 0 ? <p class="quiet">{none}</p> : children}
    </section>
  )
}

function Things({ slug, title, things }: { slug: string; title: string; things: readonly Thing[] }) {
  const { number } = useReader()
  return (
    <section class="section">
      <header>
        <h2>{title}</h2>
        <span class="quiet">{number(things.length)}</span>
      </header>
      <ul class="lines approvals">
        {things.map((one) => (
          <li>
            <a href={`/projects/${slug}/discussion/${one.target.kind}/${one.target.id}`}>{one.title}</a>
            <Approval slug={slug} target={one.target} signed={one.signed} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function News({ slug, news }: Pick<Props, 'slug' | 'news'>) {
  const { say, when } = useReader()
  return (
    <section class="section">
      <header>
        <h2>{say('discuss.news')}</h2>
        {news.acts.length > 0 && (
          <form class="push" method="post" action={`/projects/${slug}/discussion/seen`}>
            <button class="button small" type="submit">
              {say('discuss.mark-seen')}
            </button>
          </form>
        )}
      </header>
      {news.acts.length === 0 && <p class="quiet">{say('discuss.news-none')}</p>}
      <ol class="history">
        {news.acts.map((act) => (
          <li>
            <time class="quiet small" datetime={act.at}>
              {when(act.at)}
            </time>{' '}
            <span>
              <ActSentence act={act} names={news.names} slug={slug} />
            </span>
          </li>
        ))}
      </ol>
      {news.more && (
        <p>
          <a href={`/projects/${slug}/history`}>{say('discuss.news-more')}</a>
        </p>
      )}
    </section>
  )
}
