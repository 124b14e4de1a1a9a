import type { ShownFacet, ShownValue } from '../../src/domain/facet.ts'
import type { TextKey } from '../../src/texts/catalogue.ts'
import { edgesSaid } from '../analysis/edges-said.ts'
import { Key } from '../codebook/key.tsx'
import { useReader } from '../layout/reader.ts'

type Props = { address: string; q: string; order: string; facets: readonly ShownFacet[] }

/** What a search can be narrowed by; each value a link to the search with it, or without it where it is chosen. In `#facets` ← `FacetsWish`. */
export function Facets({ address, q, order, facets }: Props) {
  const { say } = useReader()
  return (
    <>
      <span id="facets-of" hidden data-of={q.toWellFormed()} />
      {facets.length === 0 && <p class="quiet small">{say('search.facets-none')}</p>}
      {facets.map(({ group, values }) => (
        <section class="facet">
          <h2>{group.startsWith('attribute:') ? group.slice('attribute:'.length) : say(`search.facet-${group}` as TextKey)}</h2>
          <ul>
            {values.map((value) => (
              <li>
                <FacetLink group={group} value={value} href={`${address}?${new URLSearchParams({ q: value.query.toWellFormed(), order })}`} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

/** Asks what a search can be narrowed by, when its hits are shown and nobody has written on. `#facets-wish` ← every search. */
export function FacetsWish({ address, q = '', order }: Omit<Props, 'facets' | 'q'> & { q?: string }) {
  const wish = `${address}/facets?${new URLSearchParams({ q: q.toWellFormed(), order })}`
  return (
    <span
      id="facets-wish"
      hidden
      {...(q === '' ? {} : { 'hx-get': wish, 'hx-trigger': 'load delay:150ms', 'hx-target': '#facets', 'hx-swap': 'innerMorph' })}
    />
  )
}

function FacetLink({
  group,
  value: { id, label, hits, cases, chosen, added, code, query },
  href,
}: {
  group: ShownFacet['group']
  value: ShownValue
  href: string
}) {
  const { say, number } = useReader()
  const named = ['match', 'role', 'kind', 'language'].includes(group)
  return (
    <a class="check" id={`facet-${id}`} href={href} aria-current={chosen ? 'true' : undefined} data-facet={query.toWellFormed()}>
      <span class="box" aria-hidden="true" />
      <span>
        {code && (
          <>
            <Key code={code} />{' '}
          </>
        )}
        {label === ''
          ? say('search.facet-uncoded')
          : named
            ? say(`search.facet-${group}-${label}` as TextKey)
            : group.startsWith('attribute:')
              ? edgesSaid(label, number)
              : label}
        {chosen && <span class="vh"> {say('search.facet-chosen')}</span>}
      </span>
      <span class="n">
        {added && say('search.facet-more')}
        {cases ? say('search.facet-cases', { n: hits, hit: cases.hit, of: cases.of }) : hits}
      </span>
    </a>
  )
}
