import { useReader } from '../layout/reader.ts'

export type ShownPublication = {
  words: string
  published: string
  difference: readonly { kind: 'kept' | 'cut' | 'put'; text: string }[]
  stale: boolean
  /** As it is pasted: in quotation marks, with its reference. */
  cited: string
}
type Props = { slug: string; quotationId: number; address: string; publication: ShownPublication; reading: Readonly<Record<string, string | undefined>> }

/** How a quotation is published: shortened and clarified in a field that only takes what was said, and copied with its reference. */
export function PublishQuotation({ slug, quotationId, address, publication, reading }: Props) {
  const { say } = useReader()
  const { published, words, stale, cited } = publication
  const to = `/projects/${slug}/quotations/${quotationId}/publication`
  return (
    <section class="coding-acts stack publish-quotation">
      <form class="stack" method="post" action={to} hx-post={to} hx-swap="none" data-act="publish">
        {Object.entries(reading).map(([name, value]) => value !== undefined && <input type="hidden" name={name} value={value} />)}
        <label class="field">
          <span>
            {say('publish.as-published')} <kbd aria-hidden="true">P</kbd>
          </span>
          <textarea
            name="written"
            rows={Math.min(12, Math.max(2, Math.ceil(published.length / 70)))}
            maxlength={200_000}
            aria-describedby={`publish-how-${quotationId}`}
          >
            {published}
          </textarea>
        </label>
        <span class="quiet small" id={`publish-how-${quotationId}`}>
          {say(stale ? 'publish.stale' : 'publish.how')}
        </span>
        {published !== words && <Difference parts={publication.difference} />}
        <div class="row">
          <button class="button" type="submit">
            {say('publish.save')}
          </button>
          {published !== words && (
            <button class="link" type="submit" name="whole" value="1">
              {say('publish.whole')}
            </button>
          )}
          <span class="copy-address" data-label={say('publish.cited')} data-copied={say('publish.copied')} data-shown={say('address.shown')}>
            <a href={address} data-does="copy-address" data-text={cited}>
              {say('publish.copy')}
            </a>{' '}
            <kbd aria-hidden="true">C</kbd> <span class="quiet" role="status" />
          </span>
        </div>
      </form>
      <noscript>
        <label class="field">
          <span>{say('publish.cited')}</span>
          <textarea readonly rows={3}>
            {cited}
          </textarea>
        </label>
      </noscript>
    </section>
  )
}

/** The words as they were said, with what is left out struck and what is put in underlined. */
function Difference({ parts }: { parts: ShownPublication['difference'] }) {
  return <p class="publish-difference">{parts.map(({ kind, text }) => (kind === 'cut' ? <del>{text}</del> : kind === 'put' ? <ins>{text}</ins> : text))}</p>
}
