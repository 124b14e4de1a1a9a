import type { FoundMemo } from '../../src/domain/found-lines.ts'
import { useReader } from '../layout/reader.ts'

const MOST = 20

/** The memos that answer, under the lines: each line with its words marked, a link to the memo. */
export function MemoHits({ slug, memos: { total, hits } }: { slug: string; memos: { total: number; hits: readonly FoundMemo[] } }) {
  const { say } = useReader()
  if (total === 0) return null
  return (
    <section class="section memo-hits" aria-labelledby="memo-hits">
      <h2 id="memo-hits">{say('search.in-memos', { n: total })}</h2>
      <ul>
        {hits.slice(0, MOST).map((hit) => (
          <li>
            <a href={`/projects/${slug}/memos/${hit.memoId}`}>
              <Marked hit={hit} />
            </a>
          </li>
        ))}
      </ul>
      {total > MOST && <p class="quiet small">{say('search.shown', { shown: MOST, n: total })}</p>}
    </section>
  )
}

function Marked({ hit: { text, start, marks } }: { hit: FoundMemo }) {
  const ends = [0, ...marks.map((mark) => mark.end - start)]
  return (
    <>
      {marks.map((mark, nth) => (
        <>
          {text.slice(ends[nth], mark.start - start)}
          <mark class={`hit is-${mark.kind}`}>{text.slice(mark.start - start, mark.end - start)}</mark>
        </>
      ))}
      {text.slice(ends.at(-1))}
    </>
  )
}
