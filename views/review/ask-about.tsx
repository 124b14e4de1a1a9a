import { useReader } from '../layout/reader.ts'
import { DiscussedLink } from './discuss-link.tsx'

type Props = { base: string; codingId: number; back: string }

/** A field that opens a thread on a coding from where its words are read, and the way to what is said of it already. */
export function AskAbout({ base, codingId, back }: Props) {
  const { say } = useReader()
  const field = `ask-${codingId}`
  return (
    <>
      <details class="ask">
        <summary>{say('super.ask')}</summary>
        <form class="stack" method="post" action={`${base}/discussion/coding/${codingId}/threads`}>
          <input type="hidden" name="back" value={back} />
          <div class="field">
            <label for={field}>{say('discuss.new')}</label>
            <textarea id={field} name="text" rows={3} maxlength={20_000} required />
          </div>
          <button class="button small" type="submit">
            {say('discuss.open')}
          </button>
        </form>
      </details>
      <DiscussedLink base={base} kind="coding" id={codingId} />
    </>
  )
}
