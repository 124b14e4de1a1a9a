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
          <button
            class="button"
            type="submit"
            formmethod="post"
            formaction={`/projects/${props.slug}/searches`}
            hx-post={`/projects/${props.slug}/searches`}
            hx-include="closest form"
            hx-swap="none"
          >
            {say('search.save')}
          </button>
          <button class="button narrow" type="button" popovertarget="facets">
            {say('search.narrow-button')}
          </button>
        </div>
      </form>
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
