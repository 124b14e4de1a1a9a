import { useReader } from '../layout/reader.ts'

type Suggestion = { readonly words: readonly [string, string]; readonly times: readonly [number, number] }
type Props = { slug: string; page: { text: string; suggestions: readonly Suggestion[] | null } }

/** The words that mean the same in a project's searches: a field with a line a group, and what might be added. */
export function SynonymsPage(props: Props) {
  const { say } = useReader()
  return (
    <>
      <header class="page-head">
        <h1>{say('synonyms.title')}</h1>
        <p class="lead">{say('synonyms.lead')}</p>
        <p>
          <a href={`/projects/${props.slug}/search`}>{say('synonyms.back')}</a>
        </p>
      </header>
      <div id="synonyms" class="synonyms">
        <SynonymsBody {...props} />
      </div>
    </>
  )
}

/** `#synonyms` ← saving the words, and adding some. */
export function SynonymsBody({ slug, page: { text, suggestions } }: Props) {
  const { say } = useReader()
  const to = `/projects/${slug}/synonyms`
  return (
    <>
      <form method="post" action={to} hx-post={to} hx-swap="none">
        <label class="field">
          <span>{say('synonyms.label')}</span>
          <textarea id="synonym-lines" name="text" rows={Math.min(24, Math.max(6, text.split('\n').length + 2))} spellcheck={false}>
            {text}
          </textarea>
        </label>
        <button class="button first" type="submit">
          {say('synonyms.save')}
        </button>
      </form>
      <section class="section" aria-labelledby="suggested">
        <h2 id="suggested">{say('synonyms.suggested')}</h2>
        <p class="quiet">{say(suggestions === null ? 'synonyms.building' : suggestions.length > 0 ? 'synonyms.suggested-lead' : 'synonyms.none')}</p>
        <ul class="suggested">
          {suggestions?.map((one) => (
            <SuggestedPair to={to} slug={slug} {...one} />
          ))}
        </ul>
      </section>
    </>
  )
}

function SuggestedPair({ to, slug, words: [one, other], times }: Suggestion & { to: string; slug: string }) {
  const { say } = useReader()
  return (
    <li id={`pair-${one}-${other}`}>
      <form class="row" method="post" action={`${to}/added`} hx-post={`${to}/added`} hx-swap="none">
        {[one, other].map((word, nth) => (
          <span>
            <a href={`/projects/${slug}/search?${new URLSearchParams({ q: `"${word}"` })}`}>{word}</a>{' '}
            <span class="quiet small">{say('synonyms.times', { n: times[nth]! })}</span>
          </span>
        ))}
        <input type="hidden" name="one" value={one} />
        <input type="hidden" name="other" value={other} />
        <button class="button push" type="submit" aria-label={`${say('synonyms.add')}: ${one}, ${other}`}>
          {say('synonyms.add')}
        </button>
      </form>
    </li>
  )
}
