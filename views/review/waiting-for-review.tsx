import { useReader } from '../layout/reader.ts'

type Props = { slug: string; waiting: { mine: number; open: number; changed?: number; unsigned?: number } }

/** What waits in the review, as one link; nothing where nothing does. */
export function WaitingForReview({ slug, waiting: { mine, open, changed = 0, unsigned = 0 } }: Props) {
  const { say } = useReader()
  const parts = [
    mine > 0 && say('discuss.wait-mine', { n: mine }),
    open > mine && say('discuss.wait-open', { n: open - mine }),
    changed > 0 && say('discuss.wait-changed', { n: changed }),
    unsigned > 0 && say('discuss.wait-unsigned', { n: unsigned }),
  ].filter((one) => one !== false)
  if (parts.length === 0) return null
  return (
    <a class={mine + changed > 0 ? 'needs-you' : undefined} href={`/projects/${slug}/discussion`}>
      {`${say('discuss.title')}: ${parts.join(', ')}.`}
    </a>
  )
}
