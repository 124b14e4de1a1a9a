import type { ShownFacet } from '../../src/domain/facet.ts'
import { useReader } from '../layout/reader.ts'
import { Facets, FacetsWish } from './facets.tsx'
import { Results, type ResultsProps } from './results.tsx'
import { type Saved, SavedSearches } from './saved-searches.tsx'

/** Search: the line to write on, and under it what it can be narrowed by and `#results`, drawn again at each key. */
export function SearchPage({ saved, ...props }: ResultsProps & { saved: readonly Saved[]; facets: readonly ShownFacet[] }) {
  const { say } = useReader()
  const address = `/projects/${props.slug}/search`
  return (
    <>
      <h1 class="vh">{say('nav.search')}</h1>
      <form class="query" role="search" action={address}>
        <div class="query-line">
          <label class="vh" for="q">
            {say('search.label')}
          </label>
          <input
            id="q"
            type="search"
            name="q"
            value={props.q}
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
            placeholder={say('search.placeholder')}
            aria-describedby="search-said"
            autofocus={props.q === ''}
            hx-get={address}
            hx-trigger="input changed delay:120ms"
            hx-include="closest form"
            hx-target="#results"
            hx-swap="outerMorph"
            hx-sync="this:replace"
          />
          <input type="hidden" name="order" value={props.found.order} />
          <button class="button first" type="submit">
            {say('nav.search')}
          </button>
          <button class="button" type="button" popovertarget="save-search">
            {say('search.save')}
          </button>
          <button class="button narrow" type="button" popovertarget="facets">
            {say('search.narrow-button')}
          </button>
        </div>
      </form>
      <SaveSearch slug={props.slug} q={props.q} />
      <div class="search-side">
        <SavedSearches slug={props.slug} saved={saved} />
        <nav class="facets" id="facets" popover="auto" tabindex={-1} aria-label={say('search.narrow-button')}>
          <Facets address={address} q={props.q} order={props.found.order} facets={props.facets} />
        </nav>
        <FacetsWish address={address} order={props.found.order} />
        <p class="small">
          <a href={`/projects/${props.slug}/synonyms`}>{say('synonyms.title')}</a>
        </p>
      </div>
      <Results {...props} />
    </>
  )
}

/** What a search is to be called, with its own words as the proposal. The island takes the words that stand on the line. */
function SaveSearch({ slug, q }: { slug: string; q: string }) {
  const { say } = useReader()
  const to = `/projects/${slug}/searches`
  return (
    <form class="stack" id="save-search" popover="auto" method="post" action={to} hx-post={to} hx-swap="none" aria-label={say('search.save')}>
      <input type="hidden" name="q" value={q} />
      <div class="field">
        <label for="save-search-name">{say('search.saved-name')}</label>
        <input id="save-search-name" name="name" value={q.slice(0, 120).toWellFormed()} maxlength={120} autocomplete="off" autofocus />
      </div>
      <p class="row">
        <button class="button first" type="submit">
          {say('act.save')}
        </button>
        <button class="button bare" type="button" popovertarget="save-search" popovertargetaction="hide">
          {say('act.cancel')}
        </button>
      </p>
    </form>
  )
}
