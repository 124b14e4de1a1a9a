import { useReader } from '../layout/reader.ts'

type InContext = { before: string; words: string; after: string; offset: number }
type ReviewItem = {
  id: number
  kind: 'quotation' | 'answer' | 'span'
  old: InContext
  now: InContext
  guess: { start: number; end: number } | null
  /** Its words are those of a file that did not say where they are. */
  told: boolean
  codings: readonly { label: string; key: string; coder: string }[]
  question: string | null
  spanKind: 'turn' | 'label' | 'timestamp' | 'question' | 'preamble' | null
}
type Props = { project: string; path: string; source: { title: string; versionId: number }; reviews: readonly ReviewItem[] }

/** What a changed text could not carry along with certainty: as it stood beside as it stands, and what can be done with each. */
export function ReviewPage({ project, path, source, reviews }: Props) {
  const { say } = useReader()
  const guessed = reviews.filter(({ guess }) => guess).length
  return (
    <>
      <div class="page-head">
        <h1>{say('review.title-of', { name: source.title })}</h1>
        <p class="lead">{reviews.length === 0 ? say('review.none') : say('review.lead')}</p>
        <p class="row">
          <a href={path}>{say('text.back')}</a>
          <a href={`${path}/versions`}>{say('text.versions')}</a>
          <a href={`${project}/review`}>{say('review.title')}</a>
        </p>
        {reviews.length > 0 && <p class="small quiet of-keys">{say('review.keys')}</p>}
        {guessed > 1 && (
          <form method="post" action={`${path}/review/acceptance`}>
            <button class="button" type="submit">
              {say('review.accept-all', { n: guessed })}
            </button>
          </form>
        )}
      </div>
      <ol class="reviews">
        {reviews.map((review, at) => (
          <Item project={project} review={review} nth={at + 1} of={reviews.length} versionId={source.versionId} />
        ))}
      </ol>
    </>
  )
}

function Item({ project, review, nth, of, versionId }: { project: string; review: ReviewItem; nth: number; of: number; versionId: number }) {
  const { say } = useReader()
  return (
    <li class="review section" id={`review-${review.id}`} tabindex={nth === 1 ? 0 : -1} aria-label={say('review.nth', { nth, of })}>
      <p class="row small">
        <span class="quiet">{say('review.nth', { nth, of })}</span>
        <What review={review} />
      </p>
      <div class="beside">
        <figure>
          <figcaption class="label">{say(review.told ? 'review.told' : 'review.was')}</figcaption>
          <Passage of={review.old} />
        </figure>
        <figure>
          <figcaption class="label">{say(review.guess ? 'review.now' : review.told ? 'review.no-words' : 'review.no-guess')}</figcaption>
          <Passage of={review.now} begins={review.now.offset - review.now.before.length} />
        </figure>
      </div>
      <Choices project={project} review={review} versionId={versionId} />
    </li>
  )
}

/** `begins`: where the whole stretch begins in its text, for what is selected in it. */
function Passage({ of, begins }: { of: InContext; begins?: number }) {
  return (
    <blockquote class="said" data-begins={begins}>
      <span class="quiet">{of.before}</span>
      {of.words ? <mark class="waits">{of.words}</mark> : <span class="waits-here" />}
      <span class="quiet">{of.after}</span>
    </blockquote>
  )
}

function What({ review }: { review: ReviewItem }) {
  const { say, coderName } = useReader()
  if (review.kind === 'span') return <span>{say(`review.span-${review.spanKind ?? 'question'}`)}</span>
  if (review.kind === 'answer') return <span>{review.question ? say('review.answer', { question: review.question }) : say('review.answer-gone')}</span>
  return (
    <>
      {review.codings.map(({ label, key, coder }) => (
        <span>{say('review.by', { code: `${key} ${label}`, coder: coderName(coder) })}</span>
      ))}
    </>
  )
}

function Choices({ project, review, versionId }: { project: string; review: ReviewItem; versionId: number }) {
  const { say } = useReader()
  const action = `${project}/reviews/${review.id}`
  return (
    <div class="row choices-of-review">
      {review.guess && (
        <form method="post" action={`${action}/placing`} data-act="accept">
          <input type="hidden" name="at" value="guess" />
          <button class="button first" type="submit">
            {say('review.accept')} <kbd aria-hidden="true">⏎</kbd>
          </button>
        </form>
      )}
      <form method="post" action={`${action}/placing`} data-act="selected" hidden>
        <input type="hidden" name="at" value="span" />
        <input type="hidden" name="start" value="" />
        <input type="hidden" name="end" value="" />
        <input type="hidden" name="versionId" value={String(versionId)} />
        <button class="button" type="submit">
          {say('review.place-selected')}
        </button>
      </form>
      <details>
        <summary>{say('review.elsewhere')}</summary>
        <form class="stack" method="post" action={`${action}/placing`}>
          <input type="hidden" name="at" value="words" />
          <p class="hint" id={`hint-${review.id}`}>
            {say('review.from-hint')}
          </p>
          <label class="field">
            <span class="label">{say('review.from')}</span>
            <input name="from" required maxlength={500} autocomplete="off" aria-describedby={`hint-${review.id}`} />
          </label>
          <label class="field">
            <span class="label">{say('review.to')}</span>
            <input name="to" maxlength={500} autocomplete="off" aria-describedby={`hint-${review.id}`} />
          </label>
          <button class="button" type="submit">
            {say('review.place')}
          </button>
        </form>
      </details>
      <details>
        <summary>{say('review.drop')}</summary>
        <form class="stack" method="post" action={`${action}/removal`}>
          <label class="field">
            <span class="label">{say('review.drop-why')}</span>
            <input name="why" required maxlength={200} autocomplete="off" />
          </label>
          <button class="button" type="submit">
            {say('review.drop')}
          </button>
        </form>
      </details>
    </div>
  )
}

type ListProps = { project: string; sources: readonly { sourceId: number; title: string; total: number }[] }

/** The sources of a project in which something waits. */
export function WaitingList({ project, sources }: ListProps) {
  const { say } = useReader()
  return (
    <>
      <div class="page-head">
        <h1>{say('review.title')}</h1>
        <p class="lead">{sources.length === 0 ? say('review.none-anywhere') : say('review.lead')}</p>
        {sources.length === 0 && (
          <p class="row">
            <a href={`${project}/sources`}>{say('review.to-sources')}</a>
            <a href={`${project}/discussion`}>{say('review.to-discussion')}</a>
          </p>
        )}
      </div>
      <ul class="stack">
        {sources.map(({ sourceId, title, total }) => (
          <li class="row">
            <a href={`${project}/sources/${sourceId}/review`}>{title}</a>
            <span>{say('review.here', { n: total })}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
