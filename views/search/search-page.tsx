import { useReader } from '../layout/reader.ts'
import { Results, type ResultsProps } from './results.tsx'

/** Search: the line to write on, and under it `#results`, drawn again at each key. */
export function SearchPage(props: ResultsProps) {
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
        </div>
      </form>
      <Results {...props} />
    </>
  )
}
