import { useReader } from '../layout/reader.ts'
import { ActSentence, type SentenceAct, type SentenceNames } from './act-sentence.tsx'

type Row = Record<string, unknown> | null
type Props = {
  act: SentenceAct & { id: number; at: string }
  names: SentenceNames
  changes: readonly { table: string; rowId: number; before: Row; after: Row }[]
  total: number
  slug: string | undefined
}
const HIDDEN = new Set(['id', 'guid', 'project_id'])

/** One act of the history: every row it touched, before and after. */
export function ActPage({ act, names, changes, total, slug }: Props) {
  const { say, when } = useReader()
  return (
    <>
      <div class="page-head">
        <h1>{say('history.act-title', { id: `${act.id}` })}</h1>
        <p class="lead">
          <ActSentence act={act} names={names} slug={slug} />
          {`, ${when(act.at)}.`}
        </p>
        <p>
          <a href={`${slug ? `/projects/${slug}` : ''}/history`}>{say('history.back')}</a>
        </p>
      </div>
      <p class="quiet">{total > changes.length ? say('history.changes-shown', { total, n: changes.length }) : say('history.changes', { n: total })}</p>
      {changes.map((change) => (
        <ChangedRow {...change} />
      ))}
    </>
  )
}

function ChangedRow({ table, rowId, before, after }: { table: string; rowId: number; before: Row; after: Row }) {
  const { say } = useReader()
  const what = say(before === null ? 'history.created' : after === null ? 'history.removed' : 'history.changed')
  const fields = Object.keys(after ?? before ?? {}).filter((name) => !HIDDEN.has(name) && (before === null || after === null || before[name] !== after[name]))
  return (
    <section class="section">
      <header>
        <h2>{say('history.row', { table, id: `${rowId}` })}</h2>
        <span class="quiet">{what}</span>
      </header>
      <table class="plain-table">
        <thead>
          <tr>
            <th scope="col">{say('history.field')}</th>
            {before !== null && <th scope="col">{say('history.before')}</th>}
            {after !== null && <th scope="col">{say('history.after')}</th>}
          </tr>
        </thead>
        <tbody>
          {fields.map((name) => (
            <tr>
              <th scope="row">{name}</th>
              {before !== null && <td>{shown(before[name])}</td>}
              {after !== null && <td>{shown(after[name])}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function shown(value: unknown): string {
  return value === null || value === undefined || value === '' ? '–' : String(value)
}
