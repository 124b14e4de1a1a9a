import { useReader } from '../layout/reader.ts'

/** Nothing found: what can be tried. */
export function NoHits() {
  const { say } = useReader()
  return (
    <div class="how-to-search">
      <h2>{say('search.none')}</h2>
      <ul>
        {(['fewer', 'beginning', 'either', 'spelling'] as const).map((one) => (
          <li>{say(`search.try-${one}`)}</li>
        ))}
      </ul>
    </div>
  )
}
