import type { CodebookChange, CodeField } from '../../src/domain/codebook-change.ts'
import type { TextKey } from '../../src/texts/catalogue.ts'
import { useReader } from '../layout/reader.ts'

type Props = { base: string; since: string; changes: readonly CodebookChange[]; paths: ReadonlyMap<number, string> }

/** What is otherwise in the codebook since a day: codes that came, went or changed, each field before and after. */
export function CodebookChanges({ base, since, changes, paths }: Props) {
  const { say } = useReader()
  return (
    <>
      <div class="page-head">
        <h1>{say('codebook.changes')}</h1>
        <p>
          <a href={`${base}/codebook`}>{say('codebook.back')}</a>
        </p>
      </div>
      <form class="row end section" method="get" action={`${base}/codebook/changes`}>
        <div class="field">
          <label for="since">{say('codebook.since')}</label>
          <input id="since" name="since" type="date" value={since} required />
        </div>
        <button class="button" type="submit">
          {say('codebook.compare')}
        </button>
      </form>
      <section class="section stack">
        {changes.length > 0 && (
          <header>
            <h2>{say('codebook.changes-n', { n: changes.length })}</h2>
          </header>
        )}
        {changes.length === 0 && <p class="quiet">{say('codebook.changes-none')}</p>}
        {changes.map((change) => (
          <OneChange base={base} change={change} paths={paths} />
        ))}
      </section>
    </>
  )
}

function OneChange({ base, change, paths }: { base: string; change: CodebookChange; paths: Props['paths'] }) {
  const { say } = useReader()
  const { codeId, before, after, fields } = change
  const what = before === null ? 'codebook.came' : after === null ? 'codebook.went' : 'codebook.became'
  return (
    <article class="memo">
      <h3>
        {after ? <a href={`${base}/codebook?code=${codeId}#code`}>{paths.get(codeId) ?? after.label}</a> : <s>{before!.label}</s>}{' '}
        <span class="quiet small">{say(what)}</span>
      </h3>
      {fields.length > 0 && (
        <table class="plain-table">
          <thead>
            <tr>
              <th scope="col">{say('history.field')}</th>
              <th scope="col">{say('history.before')}</th>
              <th scope="col">{say('history.after')}</th>
            </tr>
          </thead>
          <tbody>
            {fields.map((field) => (
              <tr>
                <th scope="row">{say(`codebook.field-${field}` as TextKey)}</th>
                <td>{shown(field, before![field], paths)}</td>
                <td>{shown(field, after![field], paths)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </article>
  )
}

function shown(field: CodeField, value: string | number | null, paths: Props['paths']): string {
  if (value === null || value === '') return '–'
  return field === 'parentId' ? (paths.get(Number(value)) ?? '–') : field === 'retiredAt' ? String(value).slice(0, 10) : String(value)
}
