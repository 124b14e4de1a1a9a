import type { Child } from 'hono/jsx'
import { useReader } from './reader.ts'

/** `signIn`: where to sign in, who was signed out meanwhile. */
type Props = { sentence: string; back?: string; signIn?: string | undefined; next?: Child }

/** Something refused, or to be looked at: what happened, then what can be done (`next`; `back`: where to). `#notices` ← any refused request. */
export function Notice({ sentence, back, signIn, next }: Props) {
  const { say } = useReader()
  return (
    <div class="notice" role="alert">
      {back ? <h1>{say('error.title')}</h1> : <strong>{say('error.title')}</strong>}
      {sentence}
      {next}
      {signIn && (
        <p>
          <a href={signIn} target={back ? undefined : '_blank'}>
            {say('account.sign-in')}
          </a>
        </p>
      )}
      {!back && (
        <button class="link push" type="button" data-does="dismiss">
          {say('act.close')}
        </button>
      )}
      {back && !signIn && (
        <p>
          <a href={back}>{say(back === '/' ? 'error.back' : 'error.back-to-project')}</a>
        </p>
      )}
    </div>
  )
}
