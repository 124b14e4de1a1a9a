import { useReader } from '../layout/reader.ts'

export type Saved = { readonly id: number; readonly name: string; readonly query: string }

/** Searches that were kept, to open, rename and remove. `#saved-searches` ← each of these, and keeping one. */
export function SavedSearches({ slug, saved }: { slug: string; saved: readonly Saved[] }) {
  const { say } = useReader()
  return (
    <section id="saved-searches" class="saved-searches" aria-labelledby="saved-title">
      <h2 id="saved-title">{say('search.saved')}</h2>
      {saved.length === 0 && <p class="quiet small">{say('search.saved-none')}</p>}
      <ul>
        {saved.map(({ id, name, query }) => {
          const to = `/projects/${slug}/searches/${id}`
          return (
            <li id={`saved-${id}`}>
              <a href={`/projects/${slug}/search?${new URLSearchParams({ q: query.toWellFormed() })}`} title={query}>
                {name}
              </a>
              <details id={`saved-${id}-edit`}>
                <summary class="link small" aria-label={say('search.saved-change', { name })}>
                  {say('search.saved-edit')}
                </summary>
                <form class="row" method="post" action={to} hx-post={to} hx-swap="none">
                  <input name="name" value={name} required maxlength={120} aria-label={say('search.saved-name')} />
                  <button class="button" type="submit">
                    {say('search.saved-rename')}
                  </button>
                </form>
                <form method="post" action={`${to}/removal`} hx-post={`${to}/removal`} hx-swap="none">
                  <button class="button bare" type="submit">
                    {say('search.saved-remove')}
                  </button>
                </form>
              </details>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
