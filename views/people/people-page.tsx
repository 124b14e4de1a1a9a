import type { Invitation } from '../../src/domain/invitation.ts'
import { type Role, roles } from '../../src/domain/role.ts'
import { useReader } from '../layout/reader.ts'

type ShownMember = { coderId: number; name: string; role: Role; account: string | null; disabled: boolean }
/** `link`: an invitation that was just made. `invitable`: who has coded here without an account. */
type Props = {
  slug: string
  members: readonly ShownMember[]
  invited: readonly Invitation[]
  invitable: readonly { id: number; name: string }[]
  link?: string | undefined
}

/** Who is in a project and what each may do; its owners change that, and invite. */
export function PeoplePage(props: Props) {
  const { say, standing, may, path } = useReader()
  return (
    <>
      <header class="page-head">
        <h1>{say('people.title')}</h1>
        <p class="lead">{say(standing === 'local' ? 'people.local' : 'people.lead')}</p>
        {standing === 'local' && (
          <p class="row">
            <a href={`/settings?back=${encodeURIComponent(path)}`}>{say('people.who-codes')}</a>
          </p>
        )}
      </header>
      {standing === 'in' && <Members {...props} />}
      {standing === 'in' && may('manage') && <Invite {...props} />}
      {standing === 'in' && may('manage') && props.invited.length > 0 && <Invited {...props} />}
    </>
  )
}

function Members({ slug, members }: Pick<Props, 'slug' | 'members'>) {
  const { say, may, coder, coderName } = useReader()
  return (
    <section class="section">
      <ul class="people-list">
        {members.map((member) => (
          <li>
            <span>
              <b>{coderName(member.name)}</b> {member.coderId === coder.id && <span class="quiet">({say('people.you')})</span>}
              {member.account && <span class="quiet small block">{member.account}</span>}
              {member.disabled && <span class="needs-you small block">{say('people.closed')}</span>}
            </span>
            {may('manage') ? <RoleForms slug={slug} member={member} /> : <RoleWords role={member.role} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

function RoleWords({ role }: { role: Role }) {
  const { say } = useReader()
  return (
    <span>
      {say(`people.role-${role}`)} <span class="quiet small">{say(`people.role-${role}-why`)}</span>
    </span>
  )
}

function RoleForms({ slug, member }: { slug: string; member: ShownMember }) {
  const { say, coderName } = useReader()
  const name = coderName(member.name)
  const to = `/projects/${slug}/people/${member.coderId}`
  return (
    <span class="row">
      <form class="row" method="post" action={to}>
        <label class="vh" for={`role-${member.coderId}`}>
          {say('people.role-of', { name })}
        </label>
        <RoleSelect id={`role-${member.coderId}`} chosen={member.role} />
        <button class="button small" type="submit">
          {say('people.change')}
        </button>
      </form>
      <form method="post" action={`${to}/removal`}>
        <button class="button bare small" type="submit" aria-label={say('people.remove-of', { name })}>
          {say('people.remove')}
        </button>
      </form>
    </span>
  )
}

function RoleSelect({ id, chosen }: { id: string; chosen: Role }) {
  const { say } = useReader()
  return (
    <select id={id} name="role">
      {roles.map((role) => (
        <option value={role} selected={role === chosen}>
          {say(`people.role-${role}`)}: {say(`people.role-${role}-why`)}
        </option>
      ))}
    </select>
  )
}

function Invite({ slug, invitable, link }: Props) {
  const { say, coderName } = useReader()
  return (
    <section class="section stack" id="invite">
      <header>
        <h2>{say('people.invite')}</h2>
        <span class="quiet">{say('people.invite-why')}</span>
      </header>
      {link && (
        <div class="notice" role="status">
          <label for="link">{say('people.link-made')}</label>
          <input id="link" class="invitation-link" value={link} readonly autofocus />
        </div>
      )}
      <form class="row end" method="post" action={`/projects/${slug}/people/invitations#invite`}>
        <div class="field">
          <label for="invite-role">{say('people.invite-role')}</label>
          <RoleSelect id="invite-role" chosen="researcher" />
        </div>
        {invitable.length > 0 && (
          <div class="field">
            <label for="invite-who">{say('people.invite-who')}</label>
            <select id="invite-who" name="coderId">
              <option value="">{say('people.invite-anybody')}</option>
              {invitable.map(({ id, name }) => (
                <option value={`${id}`}>{coderName(name)}</option>
              ))}
            </select>
          </div>
        )}
        <button class="button first" type="submit">
          {say('people.make-link')}
        </button>
      </form>
    </section>
  )
}

function Invited({ slug, invited }: Pick<Props, 'slug' | 'invited'>) {
  const { say, date, coderName } = useReader()
  return (
    <section class="section">
      <header>
        <h2>{say('people.invited')}</h2>
      </header>
      <ul class="people-list">
        {invited.map(({ id, role, by, expiresAt, coder }) => (
          <li>
            <span>
              {say(coder ? 'people.invited-who' : 'people.invited-as', {
                name: coder ? coderName(coder.name) : '',
                role: say(`people.role-${role ?? 'reader'}`),
                by: coderName(by),
                when: date(expiresAt),
              })}
            </span>
            <form method="post" action={`/projects/${slug}/people/invitations/${id}/removal`}>
              <button class="button small" type="submit">
                {say('people.withdraw')}
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  )
}
