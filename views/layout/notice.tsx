import { useReader } from './reader.ts'

type Props = { sentence: string; back?: string }

/** Something refused, or to be looked at: what happened, then what can be done (`back`: where to). `#notices` ← any refused request. */
export function Notice({ sentence, back }: Props) {
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
          <a href={back}>{say(back === '/' ? 'error.back' : 'error.back-to-project')}</a>
        </p>
      )}
    </div>
  )
}
