import { useReader } from '../layout/reader.ts'
import { RefreshOrCancel } from '../layout/refresh-or-cancel.tsx'

type CaseName = { id: number; name: string; replacement: string | null | undefined }
type Found = { name: string; times: number; known: boolean; around: string }
type Props = { slug: string; register: { cases: readonly CaseName[]; lines: string; open: number }; found: { names: readonly Found[]; more: number } | null }

/** What stands for names on the way out, and names that nobody has decided of. */
export function PseudonymsPage({ slug, register, found }: Props) {
  const { say } = useReader()
  return (
    <>
      <header class="page-head">
        <p class="small">
          <a href={`/projects/${slug}/publication`}>{say('names.back')}</a>
        </p>
        <h1>{say('names.title')}</h1>
        <p class="lead">{say('names.lead')}</p>
      </header>
      <Register slug={slug} register={register} />
      <FoundNames slug={slug} found={found} />
    </>
  )
}

function Register({ slug, register: { cases, lines, open } }: Pick<Props, 'slug' | 'register'>) {
  const { say } = useReader()
  const base = `/projects/${slug}/pseudonyms`
  return (
    <section class="section stack">
      {open > 0 && (
        <form class="row end" method="post" action={`${base}/numbers`}>
          <p class="sentence">{say('names.open', { n: open, of: cases.length })}</p>
          <div class="field">
            <label for="word">{say('names.word')}</label>
            <input id="word" name="word" value={say('names.usual-word')} maxlength={60} autocomplete="off" />
          </div>
          <button class="button" type="submit">
            {say('names.number')}
          </button>
        </form>
      )}
      <form class="stack" method="post" action={base}>
        <table class="source-table names-table">
          <caption class="vh">{say('names.cases')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('names.case')}</th>
              <th scope="col">{say('names.replacement')}</th>
              <th scope="col">{say('names.stays')}</th>
            </tr>
          </thead>
          <tbody>
            {cases.map(({ id, name, replacement }) => (
              <tr>
                <td>
                  <label for={`case-${id}`}>{name}</label>
                </td>
                <td>
                  <input id={`case-${id}`} name={`case-${id}`} value={replacement ?? ''} maxlength={200} autocomplete="off" />
                </td>
                <td>
                  <label class="check">
                    <input type="checkbox" name={`stays-${id}`} value="1" checked={replacement === null} />{' '}
                    <span class="vh">{`${name}: ${say('names.stays')}`}</span>
                  </label>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <label class="field">
          <span>{say('names.lines')}</span>
          <textarea
            name="lines"
            rows={Math.min(24, Math.max(5, lines.split('\n').length + 2))}
            spellcheck={false}
            maxlength={200_000}
            aria-describedby="lines-how"
          >
            {lines}
          </textarea>
        </label>
        <span class="quiet small" id="lines-how">
          {say('names.lines-how')}
        </span>
        <div>
          <button class="button first" type="submit">
            {say('act.save')}
          </button>
        </div>
      </form>
    </section>
  )
}

/** Names that are likely by how they are written: each is given a pseudonym, or said to be none. */
function FoundNames({ slug, found }: Pick<Props, 'slug' | 'found'>) {
  const { say } = useReader()
  return (
    <section class="section stack" aria-labelledby="found-names">
      <header>
        <h2 id="found-names">{say('names.found')}</h2>
        <span class="quiet">{say(found === null ? 'names.looking' : found.names.length === 0 ? 'names.none' : 'names.found-lead')}</span>
      </header>
      {found === null && <RefreshOrCancel path={`/projects/${slug}/pseudonyms`} />}
      <ul class="lines found-names">
        {found?.names.map((one) => (
          <FoundName slug={slug} {...one} />
        ))}
      </ul>
      {found && found.more > 0 && <p class="quiet small">{say('names.more', { n: found.more })}</p>}
    </section>
  )
}

function FoundName({ slug, name, times, around }: Found & { slug: string }) {
  const { say } = useReader()
  return (
    <li>
      <form class="row" method="post" action={`/projects/${slug}/pseudonyms/found`}>
        <input type="hidden" name="name" value={name} />
        <span class="found-name">
          <b>{name}</b> <a href={`/projects/${slug}/search?${new URLSearchParams({ q: `"${name}"` })}`}>{say('names.times', { n: times })}</a>
          <span class="quiet small around">{around}</span>
        </span>
        <input class="push" name="replacement" maxlength={200} autocomplete="off" aria-label={say('names.replacement-of', { name })} />
        <button class="button" type="submit">
          {say('names.replace')}
        </button>
        <button class="link" type="submit" name="stays" value="1" aria-label={`${name}: ${say('names.is-none')}`}>
          {say('names.is-none')}
        </button>
      </form>
    </li>
  )
}
