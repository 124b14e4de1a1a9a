import { useReader } from './reader.ts'

/** Something refused, or to be looked at: what happened, then what can be done. `#notices` ← any refused request. */
export function Notice({ sentence, back }: { sentence: string; back?: boolean }) {
  const { say } = useReader()
  return (
    <div class="notice" role="alert">
      <strong>{say('error.title')}</strong>
      {sentence}
      {!back && (
        <button class="link push" type="button" data-does="dismiss">
          {say('act.close')}
        </button>
      )}
      {back && (
        <p>
          <a href="/">{say('error.back')}</a>
        </p>
      )}
    </div>
  )
}
