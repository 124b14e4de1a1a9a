import { useReader } from '../layout/reader.ts'

/** `path`: of the page that was asked for; `asked`: all that it was asked with. `name`: the field that holds the filter, `wrong`: the place of what can't be followed in it. */
type Props = {
  method: 'get' | 'post'
  sentence: string
  path: string
  asked: readonly (readonly [string, string])[]
  name: string
  wrong: { readonly start: number; readonly end: number; readonly offers: readonly string[] } | null
  back: string
}

/** A page whose filter can't be followed: what was written, with the place marked, in its field again, and what may have been meant. The rest of what the page was asked for stays. */
export function FilterRefused({ method, sentence, path, asked, name, wrong, back }: Props) {
  const { say } = useReader()
  const written = asked.find(([key]) => key === name)?.[1] ?? ''
  const others = asked.filter(([key, value]) => key !== name && value !== '')
  const address = (filter: string) => `${path}?${new URLSearchParams([...others.map(([key, value]) => [key, value]), [name, filter]])}`
  return (
    <form class="filter-refused" method={method} action={path}>
      <h1>{say('filter.refused')}</h1>
      <p class="notice" role="alert" id="filter-wrong">
        {sentence}
      </p>
      {wrong && (
        <p class="filter-written">
          {written.slice(0, wrong.start)}
          <mark>{written.slice(wrong.start, wrong.end)}</mark>
          {written.slice(wrong.end)}
        </p>
      )}
      {wrong && wrong.offers.length > 0 && method === 'get' && (
        <ul class="filter-offers" aria-label={say('filter.offers')}>
          {wrong.offers.map((offer) => (
            <li>
              <a href={address(written.slice(0, wrong.start) + offer + written.slice(wrong.end))}>{offer}</a>
            </li>
          ))}
        </ul>
      )}
      <div class="controls filter-field">
        {others.map(([key, value]) => (
          <input type="hidden" name={key} value={value} />
        ))}
        <label for="filter">{say('filter.label')}</label>
        <input id="filter" name={name} value={written} autocomplete="off" spellcheck={false} autofocus aria-invalid="true" aria-describedby="filter-wrong" />
        <button class="button first" type="submit">
          {say(method === 'get' ? 'filter.apply' : 'filter.send')}
        </button>
      </div>
      <p class="quiet small">{say('filter.hint')}</p>
      <p>
        {method === 'get' && (
          <>
            <a href={address('')}>{say('filter.clear')}</a> ·{' '}
          </>
        )}
        <a href={back}>{say('error.back-to-project')}</a>
      </p>
    </form>
  )
}
