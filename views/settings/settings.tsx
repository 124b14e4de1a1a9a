import { readingChoices, readingKeys } from '../../src/domain/reading.ts'
import type { TextKey } from '../../src/texts/catalogue.ts'
import { useReader } from '../layout/reader.ts'

/** `onlyHere`: who codes was chosen in this browser alone. */
type Props = { coders: readonly { id: number; name: string }[]; onlyHere: boolean; back: string }

/** Who codes at this machine, and in what language and light they read. */
export function Settings({ coders, onlyHere, back }: Props) {
  const { say, standing } = useReader()
  return (
    <>
      <div class="page-head">
        <h1>{say('settings.title')}</h1>
        <p class="lead">{say('settings.lead')}</p>
        <p>
          <a href={back}>{say('settings.back')}</a>
        </p>
        {standing === 'in' && (
          <p>
            <a href="/account">{say('account.to-account')}</a>
          </p>
        )}
      </div>
      <Coders coders={coders} onlyHere={onlyHere} back={back} />
      <Language back={back} />
      <Theme back={back} />
      <ReadingChoices back={back} />
    </>
  )
}

function Coders({ coders, onlyHere, back }: Props) {
  const { say, coder, coderName, standing } = useReader()
  return (
    <section class="section stack">
      <header>
        <h2>{say('settings.who')}</h2>
        <span class="quiet">{say('settings.who-why')}</span>
      </header>
      <form class="row end" method="post" action="/settings/name">
        <input type="hidden" name="back" value={back} />
        <div class="field">
          <label for="name">{say('settings.name')}</label>
          <input id="name" name="name" value={coderName(coder.name)} required maxlength={200} autocomplete="off" />
        </div>
        <button class="button" type="submit">
          {say('settings.rename')}
        </button>
      </form>
      {standing === 'local' && coders.length > 1 && (
        <form class="row end" method="post" action="/settings/coder">
          <input type="hidden" name="back" value={back} />
          <div class="field">
            <label for="coder">{say('settings.choose')}</label>
            <select id="coder" name="coderId">
              {coders.map((one) => (
                <option value={String(one.id)} selected={one.id === coder.id}>
                  {coderName(one.name)}
                </option>
              ))}
            </select>
          </div>
          <label class="check">
            <input type="checkbox" name="only" value="here" checked={onlyHere} aria-describedby="only-here-why" />
            <span>{say('settings.only-here')}</span>
          </label>
          <button class="button" type="submit">
            {say('settings.switch')}
          </button>
          <span class="quiet small" id="only-here-why">
            {say('settings.only-here-why')}
          </span>
        </form>
      )}
      {onlyHere && (
        <form class="row end" method="post" action="/settings/coder/release">
          <input type="hidden" name="back" value={back} />
          <span>{say('settings.here-codes', { name: coderName(coder.name) })}</span>
          <button class="button" type="submit">
            {say('settings.as-computer')}
          </button>
        </form>
      )}
      {standing === 'local' && <NewCoder back={back} />}
    </section>
  )
}

function NewCoder({ back }: { back: string }) {
  const { say } = useReader()
  return (
    <form class="row end" method="post" action="/settings/coders">
      <input type="hidden" name="back" value={back} />
      <div class="field">
        <label for="new-name">{say('settings.new')}</label>
        <input id="new-name" name="name" required maxlength={200} autocomplete="off" />
      </div>
      <button class="button" type="submit">
        {say('settings.create')}
      </button>
    </form>
  )
}

function Language({ back }: { back: string }) {
  const { say, language } = useReader()
  return (
    <section class="section">
      <header>
        <h2>{say('settings.language-of')}</h2>
      </header>
      <form class="choices" method="post" action={`/settings/language?back=${encodeURIComponent(back)}`}>
        <button type="submit" name="language" value="sv" lang="sv" aria-pressed={language === 'sv' ? 'true' : 'false'}>
          {say('settings.swedish')}
        </button>
        <button type="submit" name="language" value="en" lang="en" aria-pressed={language === 'en' ? 'true' : 'false'}>
          {say('settings.english')}
        </button>
      </form>
    </section>
  )
}

/** How transcripts are set, with a sample, and whether single keys act. */
function ReadingChoices({ back }: { back: string }) {
  const { say, reading } = useReader()
  return (
    <section class="section stack">
      <header>
        <h2>{say('settings.reading')}</h2>
        <span class="quiet">{say('settings.reading-why')}</span>
      </header>
      <form class="stack" method="post" action={`/settings/reading?back=${encodeURIComponent(back)}`}>
        <div class="row end">
          {readingKeys.map((key) => (
            <div class="field">
              <label for={`reading-${key}`}>{say(`settings.reading-${key}`)}</label>
              <select id={`reading-${key}`} name={key}>
                {readingChoices[key].map((one) => (
                  <option value={one} selected={reading[key] === one}>
                    {say(`settings.reading-${key}-${one}` as TextKey)}
                  </option>
                ))}
              </select>
            </div>
          ))}
        </div>
        <div class="transcript reading-sample">
          <div class="turn">
            <span class="at">12</span>
            <p class="words">{say('settings.reading-sample')}</p>
          </div>
        </div>
        <button class="button" type="submit">
          {say('settings.reading-save')}
        </button>
      </form>
    </section>
  )
}

function Theme({ back }: { back: string }) {
  const { say, theme } = useReader()
  return (
    <section class="section">
      <header>
        <h2>{say('settings.theme')}</h2>
      </header>
      <form class="choices" method="post" action={`/settings/theme?back=${encodeURIComponent(back)}`}>
        {(['light', 'dark', 'system'] as const).map((one) => (
          <button type="submit" name="theme" value={one} aria-pressed={(theme ?? 'system') === one ? 'true' : 'false'}>
            {say(`theme.${one}`)}
          </button>
        ))}
      </form>
    </section>
  )
}
