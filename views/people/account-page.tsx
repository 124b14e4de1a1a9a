import { useReader } from '../layout/reader.ts'
import { PasswordField } from './password-field.tsx'
import { Refused } from './refused.tsx'

type ShownSession = { id: number; browser: string; madeAt: string; seenAt: string }
type Props = { account: string; sessions: readonly ShownSession[]; here: number; refused?: string | undefined }

/** Somebody's own account: where they are signed in, and their password. */
export function AccountPage({ account, sessions, here, refused }: Props) {
  const { say, coder } = useReader()
  return (
    <>
      <div class="page-head">
        <h1>{say('account.title')}</h1>
        <p class="lead">{say('account.lead', { name: coder.name, account })}</p>
        <form class="row" method="post" action="/sign-out">
          <button class="button" type="submit">
            {say('account.sign-out')}
          </button>
          <a href="/settings">{say('nav.settings')}</a>
        </form>
      </div>
      <Sessions sessions={sessions} here={here} />
      <ChangePassword refused={refused} account={account} />
    </>
  )
}

function Sessions({ sessions, here }: Pick<Props, 'sessions' | 'here'>) {
  const { say, when } = useReader()
  return (
    <section class="section stack" id="sessions">
      <header>
        <h2>{say('account.sessions')}</h2>
        <span class="quiet">{say('account.sessions-why')}</span>
      </header>
      <ul class="people-list">
        {sessions.map(({ id, browser, madeAt, seenAt }) => (
          <li>
            <span>
              <b>{browser || say('account.unknown-browser')}</b>
              {id === here && <span class="quiet"> ({say('account.this')})</span>}
            </span>
            <span class="quiet small">
              {say('account.since')} <time datetime={madeAt}>{when(madeAt)}</time> · {say('account.seen')} <time datetime={seenAt}>{when(seenAt)}</time>
            </span>
            {id !== here && (
              <form method="post" action={`/account/sessions/${id}/removal`}>
                <button class="button small" type="submit">
                  {say('account.end-session')}
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
      <form method="post" action="/account/sessions/removal">
        <button class="button" type="submit">
          {say('account.everywhere')}
        </button>
      </form>
    </section>
  )
}

function ChangePassword({ refused, account }: Pick<Props, 'refused' | 'account'>) {
  const { say } = useReader()
  return (
    <section class="section" id="password">
      <header>
        <h2>{say('account.change-password')}</h2>
        <span class="quiet">{say('account.change-why')}</span>
      </header>
      <form class="stack sign-in" method="post" action="/account/password#password">
        <Refused why={refused} />
        <input type="hidden" name="username" value={account} autocomplete="username" />
        <PasswordField id="old" name="old" label={say('account.old-password')} known />
        <PasswordField id="new" name="password" label={say('account.new-password')} />
        <p>
          <button class="button" type="submit">
            {say('account.change-password')}
          </button>
        </p>
      </form>
    </section>
  )
}
