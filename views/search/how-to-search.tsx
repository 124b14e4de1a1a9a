import { useReader } from '../layout/reader.ts'

const ways = ['word', 'all', 'either', 'not', 'phrase', 'near', 'begins', 'like', 'where'] as const

/** The search page before anything is searched: what will stand there, and how a search is written. */
export function HowToSearch({ address, empty, sources }: { address: string; empty: boolean; sources: string }) {
  const { say } = useReader()
  if (empty)
    return (
      <div class="how-to-search">
        <p>{say('search.no-sources')}</p>
        <p>
          <a class="button" href={sources}>
            {say('search.to-sources')}
          </a>
        </p>
      </div>
    )
  return (
    <div class="how-to-search">
      <h2>{say('search.how')}</h2>
      <p>{say('search.how-lead')}</p>
      <dl>
        {ways.map((way) => (
          <div>
            <dt>
              <a href={`${address}?${new URLSearchParams({ q: say(`search.way-${way}`) })}`}>{say(`search.way-${way}`)}</a>
            </dt>
            <dd>{say(`search.means-${way}`)}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
