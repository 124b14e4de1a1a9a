import type { FoundLines } from '../../src/domain/found-lines.ts'
import { lineOrders } from '../../src/domain/kwic-order.ts'
import { useReader } from '../layout/reader.ts'
import { type CodeChoice, CodeHits } from './code-hits.tsx'
import { FacetsWish } from './facets.tsx'
import { HitTable } from './hit-table.tsx'
import { HowToSearch } from './how-to-search.tsx'
import { MarksLegend } from './marks-legend.tsx'
import { MemoHits } from './memo-hits.tsx'
import { NoHits } from './no-hits.tsx'
import { SaidBack } from './said-back.tsx'
import { CodesMeant, Problems, SearchNotes } from './search-notes.tsx'

export type ResultsProps = { slug: string; q: string; limit: number; found: FoundLines; codes: readonly CodeChoice[] }

/** What a search found. `#results` ← every key in the search line, and "show more". */
export function Results({ slug, q, limit, found, codes }: ResultsProps) {
  const { say } = useReader()
  const { query, total, lines, spread, order } = found
  const address = (change: { order?: string; show?: number }) => {
    const wish = new URLSearchParams({ q: q.toWellFormed(), order: change.order ?? order, ...(change.show ? { show: `${change.show}` } : {}) })
    return `/projects/${slug}/search?${wish}`
  }
  const all = found.places ?? total
  const next = Math.min(limit + 50, 1000)
  return (
    <section id="results" aria-label={say('search.results')} data-address={address(limit > 50 ? { show: limit } : {})}>
      <div id="search-said" role="status">
        {query.tree && (
          <p class="sentence">
            <SaidBack tree={query.tree} names={found.names} notes={found.notes} />{' '}
            <b>{say(`search.count-${spread.kind}`, { n: total, hit: spread.hit, of: spread.of })}</b>
          </p>
        )}
        <Problems problems={query.problems} codes={found.codesMeant} address={`/projects/${slug}/search`} />
        <SearchNotes notes={found.notes} address={`/projects/${slug}/search`} />
        <CodesMeant codes={found.codesMeant} address={`/projects/${slug}/search`} />
      </div>
      {found.meanwhile && (
        <p
          class="sentence"
          id="search-building"
          hx-get={address(limit > 50 ? { show: limit } : {})}
          hx-trigger="every 1500ms"
          hx-target="#results"
          hx-swap="outerMorph"
          hx-sync="#q:abort"
        >
          {say('search.meanwhile', found.meanwhile)}
        </p>
      )}
      {query.tree && total === 0 && <NoHits />}
      {query.tree === null && <HowToSearch address={`/projects/${slug}/search`} empty={spread.of === 0} sources={`/projects/${slug}/sources`} />}
      {lines.length > 0 && (
        <>
          <div class="results-head">
            <span class="quiet small">
              {found.places !== null && found.places !== total && `${say('search.each-place', { n: found.places })}. `}
              {lines.length < all ? say('search.shown', { shown: lines.length, n: all }) : say('search.all-shown', { n: all })}
            </span>
            <span class="small row">
              {say('act.download')}
              {['csv', 'xlsx', 'docx'].map((format) => (
                <a href={`/projects/${slug}/search/hits.${format}?${new URLSearchParams({ q: q.toWellFormed(), order })}`} download>
                  {format}
                </a>
              ))}
            </span>
            <nav class="choices push" aria-label={say('search.order')}>
              {lineOrders.map((one) => (
                <a href={address({ order: one })} aria-current={one === order ? 'true' : undefined}>
                  {say(`search.order-${one}`)}
                </a>
              ))}
            </nav>
          </div>
          <CodeHits slug={slug} asked={{ q, order, show: limit }} total={total} codes={codes}>
            <HitTable slug={slug} found={found} />
          </CodeHits>
          {lines.length < all && next > limit && (
            <p class="more">
              <a class="button" id="more-hits" href={address({ show: next })} hx-get={address({ show: next })} hx-target="#results" hx-swap="outerMorph">
                {say('search.more', { n: Math.min(50, all - lines.length) })}
              </a>
            </p>
          )}
          <MarksLegend kinds={lines.map(({ kind }) => kind)} />
          <p class="legend">
            <span>
              <kbd>J</kbd> <kbd>K</kbd> {say('search.key-move')}
            </span>
            <span>
              <kbd>⏎</kbd> {say('search.key-open')}
            </span>
            <span>
              <kbd>X</kbd> {say('search.key-pick')}
            </span>
            <span>
              <kbd>C</kbd> {say('search.key-code')}
            </span>
            <span>
              <kbd>F</kbd> {say('search.narrow')}
            </span>
          </p>
        </>
      )}
      <MemoHits slug={slug} memos={found.memos} />
    </section>
  )
}

/** The results for a page that stands, which asks after them what they can be narrowed by. */
export function ResultsAnew(props: ResultsProps) {
  return (
    <>
      <Results {...props} />
      <hx-partial hx-target="#facets-wish" hx-swap="outerHTML">
        <FacetsWish address={`/projects/${props.slug}/search`} q={props.q} order={props.found.order} />
      </hx-partial>
    </>
  )
}
