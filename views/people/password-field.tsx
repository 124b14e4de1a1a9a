import { useReader } from '../layout/reader.ts'

/** A password to write. `known`: one that is set already; else a new one, with what it takes. */
export function PasswordField({ id, name, label, known = false }: { id: string; name: string; label: string; known?: boolean }) {
  const { say } = useReader()
  const hint = known ? undefined : `${id}-hint`
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        name={name}
        type="password"
        required
        maxlength={200}
        minlength={known ? undefined : 12}
        autocomplete={known ? 'current-password' : 'new-password'}
        aria-describedby={hint}
      />
      {hint && (
        <span class="hint" id={hint}>
          {say('account.password-hint')}
        </span>
      )}
    </div>
  )
}
