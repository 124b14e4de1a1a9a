import type { Invitation } from '../../src/domain/invitation.ts'
import { useReader } from '../layout/reader.ts'
import { PasswordField } from './password-field.tsx'
import { Refused } from './refused.tsx'
import { SignInNameField } from './sign-in-name-field.tsx'

/** `account`: the name that whom it is for signs in with. `written`: what was written before it was refused. */
type Props = {
  path: string
  invitation: Invitation & { account: string | null }
  refused?: string | undefined
  written?: { name: string; called: string } | undefined
}

/** What somebody is invited to, and the step into it. */
export function InvitationPage({ path, invitation, refused, written }: Props) {
  const { say, standing } = useReader()
  return (
    <>
      <div class="page-head">
        <h1>{invitation.kind === 'reset' ? say('invitation.reset', { account: invitation.account ?? '' }) : say('invitation.title')}</h1>
        <p class="lead">
          <Offer invitation={invitation} />
        </p>
      </div>
      <Refused why={refused} />
      {invitation.kind === 'reset' ? (
        <ResetForm path={path} />
      ) : standing === 'in' && invitation.project ? (
        <Join path={path} invitation={invitation} />
      ) : (
        <NewAccount path={path} invitation={invitation} written={written} />
      )}
    </>
  )
}

function Offer({ invitation }: Pick<Props, 'invitation'>) {
  const { say, coderName } = useReader()
  const { kind, project, role, by } = invitation
  if (kind === 'reset') return say('invitation.reset-why')
  if (kind === 'first') return say('invitation.first')
  if (!project || !role) return say('invitation.plain', { by: coderName(by) })
  return say('invitation.project', { by: coderName(by), project: project.name, role: say(`people.role-${role}`).toLocaleLowerCase() })
}

function Join({ path, invitation }: Pick<Props, 'path' | 'invitation'>) {
  const { say, coder } = useReader()
  const other = invitation.coder && invitation.coder.id !== coder.id ? invitation.coder.name : undefined
  if (other)
    return (
      <form class="stack" method="post" action="/sign-out">
        <p>{say('invitation.join-other', { name: other })}</p>
        <button class="button" type="submit">
          {say('account.sign-out')}
        </button>
      </form>
    )
  return (
    <form method="post" action={`${path}/joining`}>
      <button class="button first" type="submit">
        {say('invitation.join', { name: coder.name })}
      </button>
    </form>
  )
}

function NewAccount({ path, invitation, written }: Pick<Props, 'path' | 'invitation' | 'written'>) {
  const { say, coderName, standing } = useReader()
  const { coder, kind, project } = invitation
  const called = written?.called ?? (coder ? coderName(coder.name) : '')
  return (
    <form class="stack sign-in" method="post" action={path}>
      {kind === 'person' && project && standing === 'out' && (
        <p>
          <a href={`/sign-in?back=${encodeURIComponent(path)}`}>{say('invitation.have')}</a>
        </p>
      )}
      <div class="field">
        <label for="called">{say('invitation.called')}</label>
        <input id="called" name="called" value={called} required maxlength={200} autocomplete="name" />
      </div>
      <SignInNameField value={written?.name} />
      <PasswordField id="password" name="password" label={say('account.password')} />
      <p>
        <button class="button first" type="submit">
          {say('invitation.make')}
        </button>
      </p>
    </form>
  )
}

function ResetForm({ path }: { path: string }) {
  const { say } = useReader()
  return (
    <form class="stack sign-in" method="post" action={`${path}/reset`}>
      <PasswordField id="password" name="password" label={say('account.new-password')} />
      <p>
        <button class="button first" type="submit">
          {say('invitation.set')}
        </button>
      </p>
    </form>
  )
}
