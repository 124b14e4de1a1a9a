import { useReader } from '../layout/reader.ts'

export type Waiting = { quotations: number; total: number }

/** What no total on the page holds, because a changed text has put it to wait; with the way to settle it. */
export function WaitingNote({ waiting, slug }: { waiting: Waiting; slug: string }) {
  const { say } = useReader()
  if (waiting.total === 0) return null
  const all = waiting.quotations === waiting.total
  return (
    <aside class="waiting-note" aria-label={say('review.title')}>
      {all ? say('review.waiting', { n: waiting.quotations }) : say('review.waiting-other', { n: waiting.total })}{' '}
      <a href={`/projects/${slug}/review`}>{say('review.see')}</a>
    </aside>
  )
}
