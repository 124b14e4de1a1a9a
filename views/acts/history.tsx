import { Downloads } from '../analysis/analysis-parts.tsx'
import { useReader } from '../layout/reader.ts'
import { ActSentence, type SentenceAct, type SentenceNames } from './act-sentence.tsx'
import { NarrowHistory, type ShownHistoryFilter, wishesOfHistory } from './narrow-history.tsx'

type Told = SentenceAct & { id: number; at: string; undoneBy: number | null; undoes: number | null }
type Props = {
  acts: readonly Told[]
  names: SentenceNames
  undoable: number | null
  redoable: boolean
  next: number | null
  slug: string | undefined
  first: boolean
  coders: readonly { id: number; name: string }[]
  codes: readonly { id: number; label: string }[]
  sources: readonly { id: number; label: string }[]
  filter: ShownHistoryFilter
}

/** The history, newest first, a day at a time. */
export function History({ acts, names, undoable, redoable, next, slug, first, coders, codes, sources, filter }: Props) {
  const { say } = useReader()
  const base = slug ? `/projects/${slug}` : ''
  const wishes = wishesOfHistory(filter)
  const to = (before?: number) =>
    `${base}/history?${new URLSearchParams([...wishes, ...(before === undefined ? [] : [['before', `${before}`]])])}`.replace(/\?$/, '')
  return (
    <>
      <div class="page-head">
        <h1>{say(slug ? 'history.title' : 'history.house')}</h1>
        <p class="lead">{say(slug ? 'history.lead' : 'history.house-lead')}</p>
        {slug && (
          <p class="row">
            {redoable && (
              <form method="post" action={`${base}/redo`} hx-post={`${base}/redo`} hx-swap="none">
                <input type="hidden" name="back" value={`${base}/history`} />
                <button class="button bare" type="submit">
                  {say('history.redo')}
                </button>
              </form>
            )}
            <a href="/history">{say('history.house')}</a>
            <Downloads slug={slug} what="history" formats={['csv', 'xlsx', 'json']} query={queryOf(filter, coders)} />
          </p>
        )}
      </div>
      <NarrowHistory to={`${base}/history`} coders={coders} codes={codes} sources={sources} filter={filter} />
      {acts.length === 0 && <p>{say(`${wishes}` ? 'history.none-found' : 'history.empty')}</p>}
      {daysOf(acts).map((day) => (
        <Day acts={day} names={names} undoable={undoable} slug={slug} />
      ))}
      <nav class="row pager" aria-label={say('history.title')}>
        {!first && <a href={to()}>{say('history.newest')}</a>}
        {next !== null && (
          <a rel="next" href={to(next)}>
            {say('history.older')}
          </a>
        )}
      </nav>
    </>
  )
}

/** The trail that is taken home is narrowed as the page is. */
function queryOf({ coder, area, object, from, to }: ShownHistoryFilter, coders: Props['coders']): Record<string, string> {
  const wishes = { coder: coders.find(({ id }) => id === coder)?.name, area, object, from, to }
  return Object.fromEntries(Object.entries(wishes).filter((wish): wish is [string, string] => wish[1] !== undefined && wish[1] !== ''))
}

function daysOf(acts: readonly Told[]): Told[][] {
  const days: Told[][] = []
  for (const act of acts) {
    const last = days.at(-1)
    if (last && new Date(last[0]!.at).toDateString() === new Date(act.at).toDateString()) last.push(act)
    else days.push([act])
  }
  return days
}

function Day({ acts, names, undoable, slug }: { acts: Told[]; names: SentenceNames; undoable: number | null; slug: string | undefined }) {
  const { date } = useReader()
  return (
    <section class="section history-day">
      <header>
        <h2>{date(acts[0]!.at)}</h2>
      </header>
      <ol class="history">
        {acts.map((act) => (
          <Line act={act} names={names} undoable={act.id === undoable} slug={slug} />
        ))}
      </ol>
    </section>
  )
}

function Line({ act, names, undoable, slug }: { act: Told; names: SentenceNames; undoable: boolean; slug: string | undefined }) {
  const { say, language } = useReader()
  const base = slug ? `/projects/${slug}` : ''
  const at = new Date(act.at)
  const sentence = <ActSentence act={act} names={names} slug={slug} />
  return (
    <li id={`act-${act.id}`} class={act.undoneBy === null ? undefined : 'undone'}>
      <time datetime={act.at}>{`${at.getHours()}${language === 'sv' ? '.' : ':'}${String(at.getMinutes()).padStart(2, '0')}`}</time>
      <span class="what">
        {act.undoneBy === null ? sentence : <s>{sentence}</s>}
        {act.undoneBy !== null && <span class="quiet small">{` ${say('history.undone')}`}</span>}
      </span>
      <span class="row">
        {undoable && (
          <form method="post" action={`${base}/undo`} hx-post={`${base}/undo`} hx-swap="none">
            <input type="hidden" name="back" value={`${base}/history`} />
            <button class="button" type="submit">
              {say('history.undo-this')}
            </button>
          </form>
        )}
        <a class="small" href={`${base}/history/${act.id}`} aria-label={`${say('history.details')}, ${say('history.act-title', { id: act.id })}`}>
          {say('history.details')}
        </a>
      </span>
    </li>
  )
}
