import { useReader } from '../layout/reader.ts'

/** The name that somebody signs in with. `known`: they have it already; else what it is for is said. */
export function SignInNameField({ value, known }: { value: string | undefined; known?: boolean }) {
  const { say } = useReader()
  return (
    <div class="field">
      <label for="sign-in-name">{say('account.name')}</label>
      <input
        id="sign-in-name"
        name="name"
        value={value}
        required
        maxlength={100}
        autocomplete="username"
        autocapitalize="none"
        spellcheck={false}
        autofocus={known}
        aria-describedby={known ? undefined : 'sign-in-name-hint'}
      />
      {!known && (
        <span class="hint" id="sign-in-name-hint">
          {say('account.name-hint')}
        </span>
      )}
    </div>
  )
}
