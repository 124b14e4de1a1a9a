import { useReader } from '../layout/reader.ts'
import { PasswordField } from './password-field.tsx'
import { Refused } from './refused.tsx'
import { SignInNameField } from './sign-in-name-field.tsx'

/** `refused`: why the last try was not let in. `anybody`: whether there is an account at all. */
type Props = { back: string; name: string; refused?: string | undefined; anybody: boolean }

/** Where people sign in. */
export function SignInPage({ back, name, refused, anybody }: Props) {
  const { say } = useReader()
  return (
    <>
      <div class="page-head">
        <h1>{say('account.sign-in-title')}</h1>
        <p class="lead">{say(anybody ? 'account.sign-in-lead' : 'account.none-yet')}</p>
      </div>
      {anybody && (
        <form class="stack sign-in" method="post" action="/sign-in">
          <Refused why={refused} />
          <input type="hidden" name="back" value={back} />
          <SignInNameField value={name} known />
          <PasswordField id="password" name="password" label={say('account.password')} known />
          <p>
            <button class="button first" type="submit">
              {say('account.sign-in')}
            </button>
          </p>
          <p class="quiet small">{say('account.forgot')}</p>
        </form>
      )}
    </>
  )
}
